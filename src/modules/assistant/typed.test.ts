import { expect, test } from 'vitest';
import { withoutTownName } from './typed.ts';

const hagenow = { name: 'Hagenow', localities: ['Hagenow Heide', 'Sudenhof'] };

test.each([
  ['Was ist in Hagenow los?', 'Was ist hier los?'],
  ['Firmen aus Hagenow', 'Firmen aus der Stadt'],
  ['hat hagenow einen arzt', 'hat die Stadt einen arzt'],
  ['Gibt es in Hagenow Ärzte?', 'Gibt es hier Ärzte?'],
  ['Gibt es in Hagenow Heide Ärzte?', 'Gibt es in Hagenow Heide Ärzte?'],
  ['Wer ist beim Amt Hagenow-Land zuständig?', 'Wer ist beim Amt Hagenow-Land zuständig?'],
  ['Wo ist der Hagenower Hof?', 'Wo ist der Hagenower Hof?'],
])('readers of records hear „%s“ as „%s“', (text, neutral) => {
  expect(withoutTownName(text, hagenow)).toBe(neutral);
});

test('a town with marks in its name is known too, with or without what it is', () => {
  const town = { name: 'Stadt Bad Doberan (MV)', localities: [] };
  expect(withoutTownName('Wer hat in Bad Doberan (MV) offen?', town)).toBe('Wer hat hier offen?');
});
