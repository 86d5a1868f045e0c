import { expect, test } from 'vitest';
import { noticeReader } from './typed-answers.server.ts';

test.each([
  ['Welche Ausschreibungen gibt es?', true],
  ['Aktuelle Bekanntmachungen', true],
  ['Liegt gerade ein Bebauungsplan aus?', true],
  ['Wo erscheinen Bekanntmachungen?', false],
  ['Gibt es Stellenausschreibungen?', false],
])('%s asks for notices: %s', (question, asks) => {
  expect(noticeReader.asks(question)).toBe(asks);
});
