import type { Catalogs } from '#platform/i18n';
import type { Locale } from '#platform/scope';

// Every room brings its own messages; a key starts with the name of its room, so that none can meet another.
const files = import.meta.glob<Record<string, string>>(
  ['../modules/*/messages/*.json', '../platform/*/messages/*.json', '../routes/**/messages/*.json'],
  { eager: true, import: 'default' },
);

/** All texts of the app by language. */
export const catalogs: Catalogs = {
  de: textsOf('de'),
  en: textsOf('en'),
  'de-x-leicht': textsOf('de-x-leicht'),
};

function textsOf(locale: Locale): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(files)
      .filter(([path]) => path.endsWith(`/${locale}.json`))
      .map(([, texts]) => texts),
  );
}
