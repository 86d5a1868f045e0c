import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '#platform/scope';

export const LOCALES: readonly Locale[] = ['de', 'en', 'de-x-leicht'];

/** Texts of one language by key, in ICU message syntax. */
export type Catalog = Readonly<Record<string, string>>;
export type Catalogs = Readonly<Record<Locale, Catalog>>;

export type MessageValues = Record<string, string | number | Date>;

export interface Translator {
  /** The text for a key; falls back to German, then to the key itself. */
  (key: string, values?: MessageValues): string;
  readonly locale: Locale;
  has(key: string): boolean;
}

// Easy read is German to every formatter; only its texts differ.
const FORMAT_LOCALE: Record<Locale, string> = { de: 'de-DE', en: 'en-GB', 'de-x-leicht': 'de-DE' };
const TIME_ZONE = 'Europe/Berlin';
const compiled = new Map<string, IntlMessageFormat>();

/** Makes the function that turns keys into texts of one language. */
export function createTranslator(
  catalogs: Catalogs,
  locale: Locale,
  onMissing: (key: string) => void = () => {},
): Translator {
  const find = (key: string): [Locale, string] | null => {
    for (const language of locale === 'de' ? (['de'] as const) : ([locale, 'de'] as const)) {
      const text = catalogs[language][key];
      if (text !== undefined) return [language, text];
    }
    return null;
  };
  const translate = (key: string, values?: MessageValues): string => {
    const found = find(key);
    if (!found) {
      onMissing(key);
      return key;
    }
    if (found[0] !== locale) onMissing(key);
    const [language, text] = found;
    if (!values && !text.includes('{') && !text.includes("'")) return text;
    return String(compile(language, text).format(values ?? {}));
  };
  return Object.assign(translate, { locale, has: (key: string) => find(key) !== null });
}

function compile(locale: Locale, text: string): IntlMessageFormat {
  const key = `${locale}\u0000${text}`;
  let message = compiled.get(key);
  if (!message) {
    message = new IntlMessageFormat(text, FORMAT_LOCALE[locale], {
      date: {
        short: { dateStyle: 'short', timeZone: TIME_ZONE },
        long: { dateStyle: 'long', timeZone: TIME_ZONE },
      },
      time: { short: { timeStyle: 'short', timeZone: TIME_ZONE } },
    } as never);
    compiled.set(key, message);
  }
  return message;
}

const PREFIXES: Record<string, Locale> = { en: 'en', leicht: 'de-x-leicht' };

/** `/en/orte` → English and `/orte`. German has no prefix, so that its addresses stay as people know them. */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  const [, first = ''] = pathname.split('/', 2);
  const locale = Object.hasOwn(PREFIXES, first) ? PREFIXES[first] : undefined;
  if (!locale) return { locale: 'de', path: pathname };
  return { locale, path: pathname.slice(first.length + 1) || '/' };
}

/** The address of a page in a language. */
export function localizedPath(path: string, locale: Locale): string {
  if (locale === 'de' || !path.startsWith('/')) return path;
  const prefix = locale === 'en' ? '/en' : '/leicht';
  return path === '/' ? prefix : `${prefix}${path}`;
}
