import type { Entry } from '#modules/publishing';
import type { Locale } from '#platform/scope';

const OLD_AFTER_YEARS = 3;

/** Whether a "Stand", as exact as it is known, is so long ago that a reader should ask before relying on it. */
export function isOld(sourceDate: string, now: Date): boolean {
  const limit = new Date(now);
  limit.setUTCFullYear(limit.getUTCFullYear() - OLD_AFTER_YEARS);
  return sourceDate < limit.toISOString().slice(0, sourceDate.length);
}

/** The language to announce a text in, when it is not the one of the page around it. */
export function foreignLanguage(entry: Pick<Entry, 'language'>, locale: Locale): string | undefined {
  const isSame = entry.language.slice(0, 2) === locale.slice(0, 2);
  return isSame ? undefined : entry.language.slice(0, 2);
}
