import { expect, test } from 'vitest';
import { tourReader } from './typed-answers.server.ts';

test.each([
  ['Welche Touren gibt es?', true],
  ['Wanderwege hier', true],
  ['Gibt es eine Radtour?', true],
  ['Stadtführung', true],
  ['Führung durch die Stadt', true],
  ['Wer hat die Führung der Stadt?', false],
  ['Wann ist die Radtour?', false],
  ['Wer macht Touristik?', false],
])('%s asks for tours: %s', (question, asks) => {
  expect(tourReader.asks(question)).toBe(asks);
});
