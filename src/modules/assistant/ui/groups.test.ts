import { expect, test } from 'vitest';
import type { TownAnswer } from '../model.ts';
import { groupCitations, groupSentences, saysTheSameNext } from './groups.ts';

const sentence = (text: string, flags: ('contradiction' | 'old')[] = []) => ({ text, citation: 1, flags });

test('two rates that contradict each other stand side by side, the sentence after them alone', () => {
  const groups = groupSentences([
    sentence('381', ['contradiction']),
    sentence('350', ['contradiction', 'old']),
    sentence('Fragen Sie nach.'),
  ]);
  expect(
    groups.map(({ isContradiction, sentences }) => [isContradiction, sentences.map(({ text }) => text)]),
  ).toEqual([
    [true, ['381', '350']],
    [false, ['Fragen Sie nach.']],
  ]);
});

test('an answer without contradiction is one group', () => {
  expect(groupSentences([sentence('a'), sentence('b', ['old'])])).toHaveLength(1);
});

const citation = (n: number, documentId: string) => ({ n, documentId }) as TownAnswer['citations'][number];

test('a page cited twice is one source with two numbers', () => {
  const sources = groupCitations([citation(1, 'a'), citation(2, 'b'), citation(3, 'a')]);
  expect(sources.map(({ citation: { documentId }, numbers }) => [documentId, numbers])).toEqual([
    ['a', [1, 3]],
    ['b', [2]],
  ]);
});

test('two old sentences of one page are called old once', () => {
  const sentences = [
    { text: 'a', citation: 1, flags: ['old' as const] },
    { text: 'b', citation: 2, flags: ['old' as const] },
    { text: 'c', citation: 3, flags: ['old' as const] },
  ];
  const citations = new Map(
    [citation(1, 'x'), citation(2, 'x'), citation(3, 'y')].map((cited) => [cited.n, cited]),
  );
  expect(sentences.map((_, at) => saysTheSameNext(sentences, at, citations))).toEqual([true, false, false]);
});
