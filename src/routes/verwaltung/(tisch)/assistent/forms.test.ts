import { expect, test } from 'vitest';
import { faultsOfFields, faultsOfLines, readList, readSuggestions, sumsOf } from './forms.ts';

const texts: Record<string, string> = {
  'desk.fault.synonym-twice': '„{word}“ steht zweimal da.',
  'assistant.desk.line': 'Zeile {line}:',
};
const t = Object.assign(
  (key: string, values: Record<string, string | number> = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
  { has: (key: string) => key in texts },
);

test('a question is a line; empty lines and spaces too many are none', () => {
  const form = new FormData();
  form.set('resident', ' Wann ist  Markt?\r\n\r\nWo ist das Rathaus? \n');
  expect(readSuggestions(form)).toEqual({
    resident: ['Wann ist Markt?', 'Wo ist das Rathaus?'],
    business: [],
  });
});

test('a fault names the word it is about, a fault of a list its line too', () => {
  const details = { fields: { 7: 'synonym-twice' }, values: { 7: 'Halle' } };
  expect(faultsOfFields(t, details)).toEqual([{ field: '7', text: '„Halle“ steht zweimal da.' }]);
  expect(faultsOfLines(t, details)).toEqual([{ field: 'text', text: 'Zeile 7: „Halle“ steht zweimal da.' }]);
});

test('a chosen file goes before what stands in the field, and an empty file input is none', async () => {
  const form = new FormData();
  form.set('text', 'Kaserne, Sudenhof');
  form.set('file', new File([], ''));
  expect(await readList(form)).toBe('Kaserne, Sudenhof');
  form.set('file', new File(['\uFEFFAmt, Rathaus\n'], 'woerter.txt'));
  expect(await readList(form)).toBe('Amt, Rathaus\n');
});

test('days are added up, and what never happened is not told', () => {
  expect(
    sumsOf([
      { day: '2026-11-01', name: 'answered', amount: 3 },
      { day: '2026-11-02', name: 'answered', amount: 4 },
      { day: '2026-11-02', name: 'refused', amount: 1 },
      { day: '2026-11-02', name: 'model-tokens', amount: 900 },
    ]),
  ).toEqual([
    { name: 'answered', amount: 7 },
    { name: 'refused', amount: 1 },
  ]);
});
