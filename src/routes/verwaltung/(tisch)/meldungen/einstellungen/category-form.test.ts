import { expect, test } from 'vitest';
import { keyOf, readCategoryForm } from './category-form.ts';

test('a clerk writes a category with a question and its choices, and gets keys without thinking of them', () => {
  const form = new FormData();
  for (const [name, value] of [
    ['name', 'Straßenlaterne'],
    ['keywords', 'Laterne, Licht; Lampe'],
    ['kinds', 'defect'],
    ['dueDays', '10'],
    ['nearbyMeters', '40'],
    ['isActive', 'ja'],
    ['frage-text', 'Wie viele Lampen?'],
    ['frage-art', 'singlevaluelist'],
    ['frage-pflicht', 'ja'],
    ['frage-auswahl', 'eine Lampe\nmehrere Lampen'],
    ['frage-code', ''],
    ['frage-text', ''],
  ] as const)
    form.append(name, value);
  expect(readCategoryForm(form, {})).toMatchObject({
    key: 'strassenlaterne',
    keywords: ['Laterne', 'Licht', 'Lampe'],
    kinds: ['defect'],
    dueDays: 10,
    questions: [
      {
        code: 'WIE_VIELE_LAMPEN',
        isRequired: true,
        values: [
          { key: 'eine-lampe', name: 'eine Lampe' },
          { key: 'mehrere-lampen', name: 'mehrere Lampen' },
        ],
      },
    ],
  });
  // What is known under its key keeps it.
  expect(readCategoryForm(form, { key: 'laterne' }).key).toBe('laterne');
  expect(keyOf('  Öl & Müll! ')).toBe('oel-muell');
});
