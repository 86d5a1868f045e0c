import { expect, test } from 'vitest';
import { page } from '../fixtures.ts';
import { buildIndex } from '../index/index.ts';
import { answer } from './answer.ts';

const crafts =
  'Schmied Tischler Maler Dachdecker Glaser Klempner Maurer Bäcker Fleischer Friseur Optiker Sattler'.split(
    ' ',
  );

const index = buildIndex([
  // A town names itself on most of its pages.
  ...Array.from({ length: 300 }, (_, n) =>
    page(`${n}`, `${crafts[n % 12]} in Kleinau`, [`Ein ${crafts[n % 12]} arbeitet seit langem in Kleinau.`]),
  ),
  page('heim', 'Heimatverein Kleinau', ['Der Heimatverein Kleinau pflegt die alte Mühle in Kleinau.']),
  page('lage', 'Lage von Kleinau', ['Kleinau liegt am See, und Kleinau hat drei Ortsteile.']),
  page('hof', 'Wertstoffhof Kleinau', ['Papiersäcke kosten in Kleinau 1,10 Euro.']),
  page('amt', 'Standesamt', ['Im Standesamt kann man heiraten.'], { example: true }),
  page('museum', 'Museum Kleinau', ['Das Museum in Kleinau zeigt Handwerk.']),
]);
const closest = (text: string, history: string[] = []) =>
  answer(index, { text, history }).closest.map(({ documentId }) => documentId);

test('a page that shares only the town’s name or a verb with the question is no help', () => {
  expect(closest('Standesamt in Kleinau')).toEqual(['amt']);
  expect(closest('Wie wird das Wetter in Kleinau?')).toEqual([]);
  expect(closest('Was kostet ein Reisepass?')).toEqual([]);
});

test('a follow-up is not answered with what something else costs', () => {
  const given = answer(index, { text: 'und was kostet das?', history: ['Wie bekomme ich einen Reisepass?'] });
  expect(given).toMatchObject({ outcome: 'declined', sentences: [], closest: [] });
});
