import { expect, test } from 'vitest';
import type { Answer } from '#answer-engine';
import { halvesOf, together } from './halves.ts';

test.each([
  ['Wann hat das Museum offen und was kostet es?', ['Wann hat das Museum offen', 'was kostet es?']],
  ['When is the pool open and how much is it?', ['When is the pool open', 'how much is it?']],
  ['Wo gibt es Essen und Trinken?', null],
  ['Und wann ist das?', null],
])('%s is %j', (text, halves) => {
  expect(halvesOf(text)).toEqual(halves);
});

const said = (outcome: Answer['outcome'], ...texts: string[]): Answer => ({
  outcome,
  confidence: outcome === 'answered' ? 0.9 : 0.3,
  sentences: texts.map((text, i) => ({ text, citation: i + 1, flags: [] })),
  citations: texts.map((text, i) => ({
    n: i + 1,
    documentId: text,
    articleId: text,
    title: text,
    url: '/',
    source: '',
    sourceUrl: null,
    date: null,
    sentenceIndex: 0,
    level: 'town',
    levelName: null,
    kind: 'article',
  })),
  contact: null,
  closest: [],
  notice: null,
  clarify: null,
});

test('both halves are told, each sentence with its own citation, five at most', () => {
  const both = together(said('answered', 'a', 'b', 'c', 'd'), said('answered', 'e', 'f', 'g'))!;
  expect(both.sentences.map(({ text, citation }) => [text, citation])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
    ['e', 4],
    ['f', 5],
  ]);
  expect(both.citations.map(({ documentId }) => documentId)).toEqual(['a', 'b', 'c', 'e', 'f']);
});

test('what one half does not know takes nothing from the other', () => {
  expect(together(said('possible', 'keine Zeiten'), said('answered', 'vier Euro'))).toMatchObject({
    outcome: 'answered',
    confidence: 0.9,
    sentences: [{ text: 'keine Zeiten' }, { text: 'vier Euro' }],
  });
  expect(together(said('declined'), said('declined'))).toBeNull();
});
