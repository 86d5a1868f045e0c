import { getContext, setContext } from 'svelte';
import type { Translator } from './translate.ts';

const KEY = Symbol('text');

/** The root layout hands the texts of the request's language to all components below it. */
export function provideText(translator: Translator): void {
  setContext(KEY, translator);
}

/** `const t = useText()` at the top of a component. */
export function useText(): Translator {
  return getContext<Translator>(KEY);
}
