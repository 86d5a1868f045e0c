import { expect, test } from 'vitest';
import { newsReader } from './typed-answers.server.ts';

test.each([
  ['Was gibt es Neues?', true],
  ['Neuigkeiten', true],
  ['Welche Baustellen gibt es?', true],
  ["What's new?", true],
  ['baustellen', true],
  ['Ist eine Straße gesperrt?', true],
  ['Ist die Turnhalle gesperrt?', false],
  ['Was gibt es Neues bei der Förderung?', false],
  ['Gilt die neue Richtlinie?', false],
])('%s asks for news: %s', (question, asks) => {
  expect(newsReader.asks(question)).toBe(asks);
});
