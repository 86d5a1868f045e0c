import { expect, test } from 'vitest';
import { coveredIn, faultsOf, pairsOf, readForm, statusOf, valueOf } from './fields.ts';

function formOf(...pairs: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

test('what a resident typed goes through the preview and back as it was', () => {
  const { values, photos } = readForm(
    formOf(
      ['text', 'Die Laterne ist aus.'],
      ['frage.ZEIT', 'nachts'],
      ['frage.ZEIT', 'morgens'],
      ['fotos', new File(['x'], 'foto.jpg')],
      ['fotos', new File([], '')],
      ['role', 'administrator'],
    ),
  );
  expect(values).toEqual({ text: 'Die Laterne ist aus.', 'frage.ZEIT': ['nachts', 'morgens'] });
  expect(photos).toHaveLength(1);
  expect(pairsOf(values)).toEqual([
    ['text', 'Die Laterne ist aus.'],
    ['frage.ZEIT', 'nachts'],
    ['frage.ZEIT', 'morgens'],
  ]);
  expect(valueOf(values, 'frage.ZEIT')).toBe('nachts');
  expect(valueOf(values, 'address')).toBe('');
});

test('a fault stands at its field, and a broken position at the address', () => {
  const t = (key: string) => key;
  expect(
    faultsOf(t, {
      reason: 'invalid',
      details: {
        fields: {
          text: 'reports.fault.text',
          latitude: 'reports.fault.place',
          fotos: 'picture-not-readable',
        },
      },
    }),
  ).toEqual([
    { field: 'text', text: 'reports.fault.text' },
    { field: 'address', text: 'reports.fault.place' },
    { field: 'fotos', text: 'reports.fault.picture-not-readable' },
  ]);
  expect(faultsOf(t, { reason: 'form-expired', details: {} })).toEqual([
    { field: 'form', text: 'reports.fault.form-expired' },
  ]);
});

test('a phone learns by number whether to try a waiting report again', () => {
  expect(['form-expired', 'too-many', 'storage-full', 'invalid'].map(statusOf)).toEqual([410, 429, 507, 400]);
});

test('squares ticked on a picture cover their part of it, and what is no square covers nothing', () => {
  const covered = coveredIn(
    formOf(['feld.a1', '0-0'], ['feld.a1', '3-5'], ['feld.b2', '9-9'], ['text', '0-0']),
  );
  expect([...covered.keys()]).toEqual(['a1']);
  const [first, last] = covered.get('a1')!;
  expect(first).toEqual({ left: 0, top: 0, width: 1 / 6, height: 1 / 4 });
  expect(last!.left + last!.width).toBeCloseTo(1);
});
