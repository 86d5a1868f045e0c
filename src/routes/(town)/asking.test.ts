import { expect, test } from 'vitest';
import { readQuestion } from './asking.ts';

test('the address of a page carries the question and the last four before it', () => {
  const query = new URLSearchParams([
    ['frage', ' Was kostet das? '],
    ...['a', 'b', '', 'c', 'd', 'e'].map((asked) => ['vorher', asked]),
  ]);
  expect(readQuestion(query)).toEqual({ question: 'Was kostet das?', earlier: ['b', 'c', 'd', 'e'] });
});

test('an endless question is cut', () => {
  expect(readQuestion(new URLSearchParams({ frage: 'x'.repeat(9000) })).question).toHaveLength(500);
});
