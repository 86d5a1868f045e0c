import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { GRANTABLE_PERMISSIONS } from '#modules/identity';
import { kinds } from '#wiring/kinds.server';
import { fits, namedKeys, possibleKeys, shownKeys } from './message-keys.ts';
import { codeIn, filesIn, lineAt } from './source-files.ts';

type Texts = Record<string, string>;

interface Catalog {
  folder: string;
  locale: string;
  texts: Texts;
}

const catalogs: Catalog[] = filesIn('src', /\/messages\/[\w-]+\.json$/).map(({ path, text }) => ({
  folder: path.slice(0, path.lastIndexOf('/messages/')),
  locale: path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
  texts: JSON.parse(text) as Texts,
}));

const textsOf = (locale: string): Texts =>
  Object.assign(
    {},
    ...catalogs.filter((catalog) => catalog.locale === locale).map((catalog) => catalog.texts),
  );

const german = textsOf('de');
const english = textsOf('en');
const easy = textsOf('de-x-leicht');
const exists = (key: string) => Object.keys(german).some((known) => fits(key, known));

/** First words of the keys of folders that are no module. */
const SHARED_WORDS: Readonly<Record<string, string[]>> = {
  'src/platform/i18n': ['app', 'site', 'ui'],
  'src/routes/verwaltung': ['desk'],
};

test('every key begins with the name of its room', () => {
  const strangers = catalogs.flatMap(({ folder, locale, texts }) => {
    const words = SHARED_WORDS[folder] ?? [folder.split('/').at(-1)!];
    return Object.keys(texts)
      .filter((key) => !words.includes(key.split('.')[0]!))
      .map((key) => `${folder} ${locale}: ${key}`);
  });
  expect(strangers).toEqual([]);
});

test('every room speaks German and English', () => {
  const folders = [...new Set(catalogs.map((catalog) => catalog.folder))];
  const silent = folders.flatMap((folder) =>
    ['de', 'en']
      .filter((locale) => !catalogs.some((catalog) => catalog.folder === folder && catalog.locale === locale))
      .map((locale) => `${folder} ${locale}`),
  );
  expect(silent).toEqual([]);
});

test('every text a page asks for exists', () => {
  const missing = shownKeys().filter((use) => !exists(use.key));
  expect(missing.map((use) => `${use.at} ${use.key}`)).toEqual([]);
});

test('every label and hint a field names exists', () => {
  const rooms = [...new Set(Object.keys(german).map((key) => key.split('.')[0]!))];
  const missing = namedKeys().filter((use) => rooms.includes(use.key.split('.')[0]!) && !exists(use.key));
  expect(missing.map((use) => `${use.at} ${use.key}`)).toEqual([]);
});

test('every choice of a field and every category has a word', () => {
  const wanted = kinds.flatMap((kind) => [
    ...kind.fields.flatMap((field) => (field.options ?? []).map((option) => `${field.label}.${option}`)),
    ...kind.categories.map((category) => `${kind.permission}.category.${category}`),
  ]);
  expect(wanted.filter((key) => !exists(key))).toEqual([]);
});

/** Refusals no page shows: of the command line, of the open interface, inside a module, of plans no form takes yet. */
const WORDLESS = ['dry-run', 'no-answer', 'slug-taken'];

test('every refusal a person can meet has words', () => {
  const reasons = codeIn('src/modules').flatMap(({ path, text }) =>
    [...text.matchAll(/\brefuse\(\s*'([\w-]+)'/g)].map((match) => ({
      reason: match[1]!,
      room: path.split('/')[2]!,
      at: `${path}:${lineAt(text, match.index)}`,
    })),
  );
  const speechless = reasons.filter(
    ({ reason, room }) =>
      !WORDLESS.includes(reason) &&
      ![
        `desk.fault.${reason}`,
        `identity.${reason}`,
        `exchange.fault.${reason}`,
        `${room}.fault.${reason}`,
        `${room}.${reason}`,
      ].some(exists),
  );
  expect(speechless.map(({ at, reason }) => `${at} ${reason}`)).toEqual([]);
});

test('English is complete and knows nothing German does not', () => {
  expect(Object.keys(german).filter((key) => !(key in english))).toEqual([]);
  expect(Object.keys(english).filter((key) => !(key in german))).toEqual([]);
});

test('easy read knows nothing German does not; what falls back to German is told', () => {
  expect(Object.keys(easy).filter((key) => !(key in german))).toEqual([]);
  const missing = Object.keys(german).filter((key) => !(key in easy));
  const byRoom = Map.groupBy(missing, (key) => key.split('.')[0]!);
  const rows = [...byRoom].map(
    ([room, keys]) => `  ${String(keys.length).padStart(4)} ${room}: ${shortened(keys)}`,
  );
  console.log(
    `Easy read falls back to German for ${missing.length} of ${Object.keys(german).length} texts:\n${rows.join('\n')}`,
  );
});

test('no text waits for a page that is gone', () => {
  const used = [...possibleKeys()];
  const fieldLabels = kinds.flatMap((kind) => kind.fields.map((field) => `${field.label}.*`));
  const rights = GRANTABLE_PERMISSIONS.map((right) => right.replace('.', '.permission.'));
  const unused = Object.keys(german).filter(
    (key) => ![...used, ...fieldLabels, ...rights].some((one) => fits(one, key)),
  );
  expect(unused).toEqual([]);
});

test('every text can be read, and asks for the same values in every language', () => {
  const different: string[] = [];
  for (const [key, text] of Object.entries(german)) {
    const values = valuesIn(text);
    for (const other of [english[key], easy[key]])
      if (other !== undefined && valuesIn(other).some((value) => !values.includes(value)))
        different.push(`${key}: ${values.join(', ') || 'nothing'} – ${valuesIn(other).join(', ')}`);
  }
  expect(different).toEqual([]);
});

test('no text is empty and none holds markup', () => {
  const odd = catalogs.flatMap(({ folder, locale, texts }) =>
    Object.entries(texts)
      .filter(([, text]) => text.trim() === '' || /<[a-z/]/i.test(text))
      .map(([key]) => `${folder} ${locale}: ${key}`),
  );
  expect(odd).toEqual([]);
});

/** Names of the values a text asks for; throws when its braces do not fit. */
function valuesIn(text: string): string[] {
  const names = new Set<string>();
  const visit = (elements: unknown): void => {
    for (const element of elements as {
      type: number;
      value: string;
      options?: Record<string, { value: unknown }>;
    }[]) {
      // 0 is plain text, 7 the # of a plural.
      if (element.type !== 0 && element.type !== 7) names.add(element.value);
      for (const option of Object.values(element.options ?? {})) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(text, 'de').getAst());
  return [...names].sort();
}

function shortened(keys: string[]): string {
  return keys.length > 12 ? `${keys.slice(0, 12).join(', ')} …` : keys.join(', ');
}
