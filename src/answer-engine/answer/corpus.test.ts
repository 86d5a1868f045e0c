import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from './answer.ts';
import { page } from '../fixtures.ts';
import type { SearchDocument } from '../types.ts';
import { buildIndex, pageFrequency, type Corpus } from '../index/index.ts';
import type { Postings } from '../index/segment.ts';
import { search } from './search.ts';
import { closestPages, indexOfPages, readByCorpus } from './corpus.ts';

const words = ['Gewerbe', 'Fläche', 'Gewerbefläche', 'Müll', 'Rathaus', 'Grundsteuer', 'Hafen', 'Öffnung'];
const anyPages = fc
  .array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), { maxLength: 30 })
  .map((list) =>
    list.map((said, i) => page(`page-${String(i).padStart(2, '0')}`, said[0]!, [said.join(' ')])),
  );

/** What a store would know of the pages, which it numbers from `first`. */
function corpusOf(documents: SearchDocument[], first = 0): { corpus: Corpus; postings: Postings } {
  const index = buildIndex(documents);
  const segment = index.segments[0]!;
  const { pageCount, meanLengths } = index;
  const frequencies = Uint32Array.from(segment.terms, (term) => pageFrequency(index, term));
  const lengths = new Uint16Array((first + documents.length) * 3);
  lengths.set(segment.lengths, first * 3);
  return {
    postings: { ...segment, pages: segment.pages.map((page) => page + first), lengths },
    corpus: { terms: segment.terms, frequencies, pageCount, meanLengths, roles: new Map() },
  };
}

// Near the end of the pages that are scored at once.
const firstNumber = fc.constantFrom(0, (1 << 16) - 5, (1 << 17) - 1);

test('an index of the closest pages answers as the index of all pages', () => {
  const anyWord = fc.constantFrom(...words, 'Gewerbeflche', 'Steuer');
  fc.assert(
    fc.property(anyPages, firstNumber, anyWord, (documents, first, word) => {
      const { corpus, postings } = corpusOf(documents, first);
      const question = { text: `Wo ist ${word}?` };
      const query = readByCorpus(corpus, question);
      const closest = closestPages(corpus, query, postings, 15);
      const pages = new Map(closest.map((at) => [at, documents[at - first]!]));
      const some = indexOfPages(corpus, postings, pages);
      expect(answer(some, question)).toEqual(answer(buildIndex(documents), question));
    }),
  );
});

const died = [
  page('a', 'Mühle', ['Der Müller kam ums Leben.']),
  page('b', 'Müller', ['Der Müller zog fort.']),
];
const whenDied = 'Wann starb der Müller?';

test('an index of the closest pages is searched as the index of all pages', () => {
  const { corpus, postings } = corpusOf(died);
  const query = readByCorpus(corpus, { text: whenDied }, 'search');
  const closest = closestPages(corpus, query, postings, 15);
  const some = indexOfPages(corpus, postings, new Map(closest.map((at) => [at, died[at]!])));
  expect(search(some, whenDied)).toEqual(search(buildIndex(died), whenDied));
});

test('what a search remembers of words does not reach an answer', () => {
  const terms = (searchFirst: boolean): string[] => {
    const { corpus } = corpusOf(died);
    if (searchFirst) readByCorpus(corpus, { text: whenDied }, 'search');
    return [...readByCorpus(corpus, { text: whenDied }).meetings.keys()];
  };
  expect(terms(true)).toEqual(terms(false));
});

test('pages that are not at hand still count', () => {
  const documents = [page('a', 'Hafen', ['Der Hafen.']), page('b', 'Hafenfest', ['Am Hafen wird gefeiert.'])];
  const { corpus, postings } = corpusOf(documents);
  const index = indexOfPages(corpus, postings, new Map([[1, documents[1]!]]));
  expect([index.pageCount, pageFrequency(index, 'haf')]).toEqual([
    2,
    pageFrequency(buildIndex(documents), 'haf'),
  ]);
});
