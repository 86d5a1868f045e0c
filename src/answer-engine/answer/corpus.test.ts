import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from './answer.ts';
import { page } from '../fixtures.ts';
import type { SearchDocument } from '../types.ts';
import { buildIndex, pageFrequency, type Corpus } from '../index/index.ts';
import { closestPages, indexOfPages, readByCorpus } from './corpus.ts';

const words = ['Gewerbe', 'Fläche', 'Gewerbefläche', 'Müll', 'Rathaus', 'Grundsteuer', 'Hafen', 'Öffnung'];
const anyPages = fc
  .array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), { maxLength: 30 })
  .map((list) =>
    list.map((said, i) => page(`page-${String(i).padStart(2, '0')}`, said[0]!, [said.join(' ')])),
  );

/** What a store would know of the pages. */
function corpusOf(documents: SearchDocument[]): {
  corpus: Corpus;
  postings: ReturnType<typeof buildIndex>['segments'][0];
} {
  const index = buildIndex(documents);
  const [postings] = index.segments;
  const { pageCount, meanLengths } = index;
  const frequencies = Uint32Array.from(postings!.terms, (term) => pageFrequency(index, term));
  return {
    postings: postings!,
    corpus: { terms: postings!.terms, frequencies, pageCount, meanLengths, roles: new Map() },
  };
}

test('an index of the closest pages answers as the index of all pages', () => {
  fc.assert(
    fc.property(anyPages, fc.constantFrom(...words, 'Gewerbeflche', 'Steuer'), (documents, word) => {
      const { corpus, postings } = corpusOf(documents);
      const question = { text: `Wo ist ${word}?` };
      const query = readByCorpus(corpus, question);
      const closest = closestPages(corpus, query, postings, 15);
      const some = indexOfPages(corpus, postings, new Map(closest.map((at) => [at, documents[at]!])));
      expect(answer(some, question)).toEqual(answer(buildIndex(documents), question));
    }),
  );
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
