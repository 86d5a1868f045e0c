import fc from 'fast-check';
import { expect, test } from 'vitest';
import { page } from '../fixtures.ts';
import { decodeIndex, encodeIndex } from './encode.ts';
import { groupTerms, withoutPause } from './groups.ts';
import { buildIndex, pagesOf, updateIndex } from './index.ts';
import { readQuery } from './query.ts';
import { PackedTerms } from './packed-terms.ts';
import { rankPages } from './rank.ts';
import { findTerm } from './segment.ts';
import { editDistance, lettersApart, lettersOf } from './typos.ts';
import { compoundsWith, partsOf } from './vocabulary.ts';
import { waysToSay } from './ways.ts';

const words = [
  'Gewerbe',
  'Fläche',
  'Gewerbefläche',
  'Müll',
  'Rathaus',
  'Steuer',
  'Grundsteuer',
  'Hafen',
  'Markt',
  'Öffnung',
];
const anyPage = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  title: fc.constantFrom(...words),
  text: fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((list) => list.join(' ')),
});
const made = ({ id, title, text }: { id: string; title: string; text: string }) => page(id, title, [text]);
const ranking = (index: ReturnType<typeof buildIndex>) =>
  words.map((word) =>
    rankPages(index, readQuery(index, word), 10).map(({ document, score }) => [
      document.id,
      score.toFixed(9),
    ]),
  );

test('an updated index answers as one built anew from the same pages', () => {
  fc.assert(
    fc.property(
      fc.array(anyPage),
      fc.array(anyPage),
      fc.array(fc.constantFrom('a', 'b', 'c')),
      (first, put, remove) => {
        const updated = updateIndex(buildIndex(first.map(made)), { put: put.map(made), remove });
        expect(ranking(updated).map((hits) => hits.map(([id]) => id).sort())).toEqual(
          ranking(buildIndex(pagesOf(updated))).map((hits) => hits.map(([id]) => id).sort()),
        );
      },
    ),
  );
});

test('a packed and unpacked index ranks alike', () => {
  fc.assert(
    fc.property(fc.array(anyPage), (pages) => {
      const index = buildIndex(pages.map(made), { synonyms: [['Kai', 'Hafen']] });
      const opened = decodeIndex(encodeIndex(index));
      expect(ranking(opened)).toEqual(ranking(index));
      expect(opened.synonyms).toEqual([['Kai', 'Hafen']]);
    }),
  );
});

test('any text survives packing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const opened = decodeIndex(encodeIndex(buildIndex([page('a', text, [text])])));
      expect(pagesOf(opened)[0]!.title).toBe(text);
    }),
  );
});

test('bytes that are no index are refused', () => {
  expect(() => decodeIndex(new Uint8Array([1, 2, 3]))).toThrow();
  expect(() => decodeIndex(encodeIndex(buildIndex([page('a', 'Markt', [])])).slice(0, 60))).toThrow();
});

test('an update leaves the old index as it was and the last page of an id wins', () => {
  const before = buildIndex([page('a', 'Altes Rathaus', ['Das Rathaus steht am Markt.'])]);
  const after = updateIndex(before, {
    put: [page('a', 'Neues Rathaus', ['Das Rathaus steht am Bahnhof.'])],
    remove: [],
  });
  expect(pagesOf(before)[0]!.title).toBe('Altes Rathaus');
  expect(pagesOf(after).map((one) => one.title)).toEqual(['Neues Rathaus']);
  expect(rankPages(after, readQuery(after, 'Markt'), 5)).toEqual([]);
});

test('compounds are split by the words of the town and found by their parts', () => {
  const index = buildIndex([
    page('a', 'Gewerbeflächen', ['Ein Gewerbe braucht eine Fläche.', 'Die Essigfabrik liegt am Hafen.']),
  ]);
  expect(partsOf(index, 'gewerbeflach')).toEqual(['gewerb', 'flach']);
  expect(compoundsWith(index, 'flach', 5)).toEqual(['gewerbeflach']);
  expect(rankPages(index, readQuery(index, 'Essig'), 3)).toHaveLength(1);
});

test('a mistyped word finds its page, a strange word finds none', () => {
  const index = buildIndex([
    page('a', 'Gewerbeanmeldung', ['Die Gewerbeanmeldung nimmt die Stadt entgegen.']),
  ]);
  expect(rankPages(index, readQuery(index, 'Gewerbeanmeldng'), 3)).toHaveLength(1);
  expect(rankPages(index, readQuery(index, 'Raumschiff'), 3)).toEqual([]);
});

test('edit distance counts a swap once and gives up above its bound', () => {
  expect(editDistance('rathaus', 'rahtaus', 2)).toBe(1);
  expect(editDistance('rathaus', 'markt', 2)).toBe(3);
});

test('the ways of a word that many ask for are worked out once, however many other words come between', () => {
  const index = buildIndex([page('a', 'Hafen', ['Der Hafen hat eine Steuer.'])]);
  const ways = waysToSay(index, 'haf');
  for (let other = 0; other < 5_000; other++) {
    waysToSay(index, `wort${other}`);
    if (other % 900 === 0) expect(waysToSay(index, 'haf')).toBe(ways);
  }
  // What nobody asks for any more is forgotten, so that the memory stays bounded.
  for (let other = 0; other < 3_500; other++) waysToSay(index, `wort${other}`);
  expect(waysToSay(index, 'haf')).not.toBe(ways);
  expect(waysToSay(index, 'haf')).toEqual(ways);
});

const word = fc.string({ unit: fc.constantFrom(...'abcdeäß'), maxLength: 10 });

test('words are at least as far apart as their letters say', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(lettersApart(lettersOf(one), lettersOf(other))).toBeLessThanOrEqual(
        editDistance(one, other, 20),
      );
    }),
  );
});

test('terms with a key in common are found, in the order of the list', () => {
  const keyOf = (term: string) => term.slice(-2);
  fc.assert(
    fc.property(fc.uniqueArray(word), word, (terms, wanted) => {
      const groups = withoutPause(groupTerms(terms, keyOf));
      for (const key of [...terms.map(keyOf), keyOf(wanted)])
        expect(groups.of(key)).toEqual(terms.filter((term) => keyOf(term) === key));
    }),
  );
});

test('terms packed into one text are the same list', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word.filter(Boolean)), word, (some, wanted) => {
      const terms = some.sort();
      const packed = new PackedTerms(terms.join('\n'));
      expect([...packed]).toEqual(terms);
      expect(packed.length).toBe(terms.length);
      for (const term of [...terms, wanted]) expect(findTerm(packed, term)).toBe(terms.indexOf(term));
      expect([packed.at(-1), packed.at(terms.length)]).toEqual([undefined, undefined]);
    }),
  );
});
