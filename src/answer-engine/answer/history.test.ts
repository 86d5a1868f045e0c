import { expect, test } from 'vitest';
import { isElliptic, leansBack } from './history.ts';

test.each([
  ['Und in Sudenhof?', true, true],
  ['am Samstag?', true, true],
  ['für Kinder?', true, true],
  ['und wann?', true, true],
  ['wo?', true, true],
  ['Telefon?', true, true],
  ['auch für Kinder?', true, true],
  ['Danke. Und wie teuer ist das?', true, false],
  ['und was kostet das?', true, false],
  ['Wo ist das?', true, false],
  ['Wann hat das Museum offen?', false, false],
  ['Hundesteuer', false, false],
  ['In welchen Städten sind die digitalen Innovationszentren?', false, false],
])('%s leans on the question before: %s, and leaves out what it asks: %s', (question, leans, elliptic) => {
  expect([leansBack(question), isElliptic(question)]).toEqual([leans, elliptic]);
});
