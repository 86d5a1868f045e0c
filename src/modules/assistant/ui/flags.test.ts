import { expect, test } from 'vitest';
import { groupSentences } from './flags.ts';

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
