import { getContext, setContext } from 'svelte';
import { localizedPath, useText } from '#platform/i18n';
import type { Locale } from '#platform/scope';

/** What every part of a page may need to know about the page it stands on. */
export interface PageFrame {
  townName: string;
  /** Address without path, e.g. `https://www.hagenow.de`. */
  origin: string;
  /** Path without language prefix. */
  path: string;
  /** Query string with its question mark, so that a change of language keeps it. */
  search: string;
  languages: readonly Locale[];
}

const KEY = Symbol('page');

/** The root layout tells all components below it where they are. */
export function providePage(frame: () => PageFrame): void {
  setContext(KEY, frame);
}

/** `const page = usePage()`, then `page().townName`. */
export function usePage(): () => PageFrame {
  return getContext<() => PageFrame>(KEY);
}

/** `const href = useHref()`, then `href('/orte')`: the address in the reader's language. */
export function useHref(): (path: string) => string {
  const t = useText();
  return (path) => localizedPath(path, t.locale);
}

/** The language to announce a text in, when it is not the one of the page around it. */
export function foreignLanguage(language: string, locale: Locale): string | undefined {
  const own = language.slice(0, 2);
  return own === locale.slice(0, 2) ? undefined : own;
}
