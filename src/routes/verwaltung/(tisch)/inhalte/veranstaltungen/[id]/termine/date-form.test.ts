import { expect, test } from 'vitest';
import { readDateForm, statusIn, wishOf } from './date-form.ts';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test('a moved date is read by the clock of the town, an empty field is as in the series', () => {
  const sent = form({
    version: '3',
    recurrenceId: '20261203T080000',
    start: '2026-12-04T09:00',
    end: '',
    note: ' Umzug. ',
  });
  expect(wishOf(sent, 'a')).toEqual({ id: 'a', version: 3, recurrenceId: '20261203T080000' });
  expect(readDateForm(sent, 'confirmed')).toEqual({
    start: '20261204T090000',
    end: null,
    status: 'confirmed',
    title: null,
    venue: null,
    street: null,
    note: 'Umzug.',
  });
});

test('a whole day is a day, and what is no date is left to the check', () => {
  expect(readDateForm(form({ start: '2026-12-04' }), 'confirmed').start).toBe('20261204');
  expect(readDateForm(form({ start: 'morgen' }), 'confirmed').start).toBe('morgen');
});

test('a cancelled date that gets another note stays cancelled; a left-out one that is changed takes place', () => {
  expect(statusIn(form({ status: 'cancelled' }))).toBe('cancelled');
  expect(statusIn(form({ status: 'skipped' }))).toBe('confirmed');
  expect(statusIn(form({}))).toBe('confirmed');
});
