import { TOWN_TIME_ZONE } from './berlin.ts';

const LANGUAGE_TAGS: Record<string, string> = { de: 'de-DE', 'de-x-leicht': 'de-DE', en: 'en-GB' };
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = LANGUAGE_TAGS[locale] ?? LANGUAGE_TAGS.de!;
  const key = `${tag} ${name}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tag, options);
  formatters.set(key, made);
  return made;
}

/**
 * A "Stand" as exact as it is known: `2019` → 2019, `2024-10` → Oktober 2024, `2019-12-31` → 31. Dezember 2019.
 * A text of another form comes back as it is.
 */
export function showPartialDate(text: string, locale = 'de'): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return text;
  const [, year, month, day] = match;
  if (!month) return year!;
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  if (!day)
    return formatter(locale, 'month', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(instant);
  return formatter(locale, 'day', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    instant,
  );
}

/** `Mo., 23. November 2026` in the reader's language. */
export function showDay(instant: Date, locale = 'de'): string {
  return formatter(locale, 'weekday', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: TOWN_TIME_ZONE,
  }).format(instant);
}

/** `18:05`. */
export function showTime(instant: Date, locale = 'de'): string {
  return formatter(locale, 'time', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: TOWN_TIME_ZONE,
  }).format(instant);
}

/** Name of a weekday, 1 = Monday. */
export function showWeekday(weekday: number, locale = 'de'): string {
  // 5 January 1970 was a Monday.
  return formatter(locale, 'weekday-name', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(1970, 0, 4 + weekday)),
  );
}
