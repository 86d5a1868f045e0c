import { expect, test } from 'vitest';
import { page } from '../fixtures.ts';
import { buildIndex } from '../index/index.ts';
import { answer } from './answer.ts';

const index = buildIndex([
  page('gewerbe', 'Gewerbe anmelden', ['Die Anmeldung des Gewerbes nimmt die Stadt entgegen.']),
  page('hund', 'Hund anmelden', ['Die Anmeldung eines Hundes nimmt das Steueramt entgegen.']),
  page('rathaus', 'Rathaus Kleinau', ['Das Rathaus steht am Markt 1.']),
  page('rathaus-ort', 'Rathaus', ['Rathaus: Am Markt 1.'], { kind: 'place' }),
  page('see', 'Badesee', ['Der Badesee hat eine Liegewiese.']),
]);

test('a word that asks for nothing until it is said of what is no question to answer: the asker chooses', () => {
  const given = answer(index, { text: 'Anmeldung' });
  expect(given).toMatchObject({ outcome: 'possible', sentences: [] });
  expect(given.clarify?.options.map(({ documentId }) => documentId).sort()).toEqual(['gewerbe', 'hund']);
});

test('the article and the place of one thing are one reading', () => {
  expect(answer(index, { text: 'Rathaus' }).clarify).toBeNull();
});
