import { expect, test } from 'vitest';
import type { TownAnswer } from '../model.ts';
import { groupCitations, groupSentences, saysTheSameNext } from './groups.ts';

const citation = (n: number, documentId: string) => ({ n, documentId }) as TownAnswer['citations'][number];
const byNumber = (...citations: TownAnswer['citations']) => new Map(citations.map((one) => [one.n, one]));
const pages = byNumber(citation(1, 'a'), citation(2, 'b'), citation(3, 'a'), citation(4, 'c'));

type Flags = TownAnswer['sentences'][number]['flags'];
const sentence = (text: string, cited: number, flags: Flags = []) => ({ text, citation: cited, flags });
const told = (sentences: TownAnswer['sentences']) =>
  groupSentences(sentences, pages).map(({ sides }) => sides.map((side) => side.map(({ text }) => text)));

test('pages that contradict each other stand side by side, each with all it says; what is agreed stands alone', () => {
  expect(
    told([
      sentence('381', 1, ['contradiction']),
      sentence('Fragen Sie nach.', 4),
      sentence('350', 2, ['contradiction', 'old']),
      sentence('Seit 2020.', 3, ['contradiction']),
      sentence('Die Steuer ist jährlich fällig.', 4),
    ]),
  ).toEqual([
    [['381', 'Seit 2020.'], ['350']],
    [['Fragen Sie nach.']],
    [['Die Steuer ist jährlich fällig.']],
  ]);
});

test('one page alone has no other side', () => {
  expect(told([sentence('381', 1, ['contradiction']), sentence('Gültig.', 3, ['contradiction'])])).toEqual([
    [['381', 'Gültig.']],
  ]);
});

test('an answer without contradiction is one group', () => {
  expect(told([sentence('a', 1), sentence('b', 2, ['old'])])).toEqual([[['a', 'b']]]);
});

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
  const citations = byNumber(citation(1, 'x'), citation(2, 'x'), citation(3, 'y'));
  expect(sentences.map((_, at) => saysTheSameNext(sentences, at, citations))).toEqual([true, false, false]);
});
