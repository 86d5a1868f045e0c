import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFunctionWord } from './function-words.ts';
import { fromLowGerman, isEnglish } from './language.ts';
import { contentTerms, municipalLexicon, waysOf } from './lexicon.ts';
import { sentencesOf } from './sentences.ts';
import { foldUmlauts, stem } from './stem.ts';
import { termOf, wordsOf } from './words.ts';
import { municipalSynonyms } from './synonyms/municipal.ts';

const require = createRequire(import.meta.url);
const snowball = require('snowball-stemmers').newStemmer('german') as { stem(word: string): string };

test('the stemmer agrees with the reference on words of town life', () => {
  const words =
    `aufeinander gewerbegebiete förderung förderungen verwaltung verwaltungen bürgermeisterin wöchentlich
    abfallbehälter öffnungszeiten sicherheiten freiheitlich möglichkeiten häuser straßen geeignet geeignete bedingtheit
    hinweise hinweisen ergebnisse ergebnissen einwohner zweckverbände kindergärten kindern kind kindes jahres jahre
    tagesordnung beschlossen sitzungen angemeldet gewerbliche gewerblichen unternehmerisch haushaltssatzung grundsteuer
    wertstoffhof recyclinghöfe geschlossen eröffnung zuständigkeit zuständig mitglieder mitgliedschaft`.split(
      /\s+/,
    );
  const differing = words.filter((word) => stem(word) !== foldUmlauts(snowball.stem(word)));
  expect(differing).toEqual([]);
});

test('umlauts may be typed as ae, oe, ue and ss, but neue and Quelle stay what they are', () => {
  expect(termOf('gewerbeflaechen')).toBe(termOf('gewerbeflächen'));
  expect(termOf('strasse')).toBe(termOf('straße'));
  expect(termOf('muell')).toBe(termOf('müll'));
  expect(termOf('neue')).toBe(termOf('neuen'));
  expect(isFunctionWord('fuer')).toBe(true);
});

test('gender marks, thousands and hyphens do not change a word', () => {
  expect(wordsOf('Gründer*innen und Gründer:innen')).toEqual(['gründer', 'und', 'gründer']);
  expect(termOf('12.175')).toBe('12175');
  expect(termOf('240er')).toBe('240');
  expect(termOf('einwohnerinnen')).toBe(termOf('einwohner'));
  expect(wordsOf('Konzept S³ an der B321')).toContain('s3');
});

test('a sentence ends neither at an ordinal nor at an abbreviation', () => {
  expect(
    sentencesOf(
      'Am 30. Januar 2025 beschloss die Stadt z. B. den Haushalt. Dr. Muster sprach. Der Gründungswerft e. V. kam.',
    ),
  ).toEqual([
    'Am 30. Januar 2025 beschloss die Stadt z. B. den Haushalt.',
    'Dr. Muster sprach.',
    'Der Gründungswerft e. V. kam.',
  ]);
});

test('splitting into sentences loses no letter', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const letters = (one: string) => one.replace(/\s+/g, '');
      expect(letters(sentencesOf(text).join(' '))).toBe(letters(text));
    }),
  );
});

test('the municipal list has at least four hundred groups', () => {
  const groups = municipalSynonyms.split('\n').filter((line) => line && !line.startsWith('#'));
  expect(groups.length).toBeGreaterThanOrEqual(400);
});

test('synonyms lead both ways, and a town can add its own', () => {
  const lead = (from: string, to: string) =>
    waysOf(contentTerms(from).join(' '), new Map()).some(
      (way) => way.join(' ') === contentTerms(to).join(' '),
    );
  expect(lead('Kita', 'Kindergarten')).toBe(true);
  expect(lead('Kindergarten', 'Kita')).toBe(true);
  expect(lead('Gewerbeschein', 'Gewerbeanmeldung')).toBe(true);
  expect(municipalLexicon.has(contentTerms('Perso')[0]!)).toBe(true);
  expect(lead('Perso', 'Ausweis')).toBe(true);
  // Müller would be stemmed to Müll, and Perso is the beginning of Personen.
  expect(lead('Müll', 'Handwerk')).toBe(false);
  expect(lead('Ausweis', 'Perso')).toBe(false);
});

test('English is told from German and from place names', () => {
  expect(isEnglish(wordsOf('Where can I find the town hall?'))).toBe(true);
  expect(isEnglish(wordsOf('Wo ist die Touristinformation in Hagenow?'))).toBe(false);
  expect(isEnglish(wordsOf('Smart City Hagenow'))).toBe(false);
});

test('Low German is read as German where two words tell it, and a single word of it changes nothing', () => {
  expect(fromLowGerman(wordsOf('wat levern de Stadtwarke allens'))).toEqual([
    'was',
    'liefern',
    'die',
    'stadtwerke',
    'alles',
  ]);
  expect(fromLowGerman(wordsOf('Was kost die Tonne'))).toEqual(['was', 'kost', 'die', 'tonne']);
});

test('stemming never fails and never lengthens a word by more than its umlauts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (word) => {
      const lower = word.toLowerCase();
      expect(stem(lower).length).toBeLessThanOrEqual(
        lower.normalize('NFD').length + (lower.match(/ß/g)?.length ?? 0),
      );
    }),
  );
});
