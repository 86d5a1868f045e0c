import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksAlike, similarity } from './likeness.ts';
import type { Likeness } from './likeness.ts';

const event = (title: string, more: Partial<Likeness> = {}): Likeness => ({
  title,
  startsAt: new Date('2026-12-05T16:00:00Z'),
  allDay: false,
  venue: '',
  street: '',
  ...more,
});
const later = (minutes: number) => new Date(Date.parse('2026-12-05T16:00:00Z') + minutes * 60_000);

test.each([
  ['Adventskonzert', 'Advents-Konzert'],
  ['Adventsmarkt', 'Adventsmarkt auf dem Lindenplatz'],
  ['Konzert zum Advent in der Stadtkirche', 'Konzert zum Advent'],
  ['Sitzung der Stadtvertretung', 'Sitzung Stadtvertretung'],
])('%s and %s at about the same time are one', (a, b) => {
  expect(looksAlike(event(a), event(b, { startsAt: later(30) }))).toBe(true);
});

test('other words for it are the same at the same place and hour only', () => {
  const a = event('Weihnachtskonzert des Kirchenchors', { venue: 'Stadtkirche' });
  const b = (more: Partial<Likeness>) => event('Kirchenchor: Weihnachtskonzert', more);
  expect(looksAlike(a, b({ venue: 'Stadtkirche Hagenow' }))).toBe(true);
  expect(
    looksAlike(
      event('Konzert des Chors', { venue: 'Stadtkirche' }),
      event('Konzert der Band', { venue: 'Turnhalle' }),
    ),
  ).toBe(false);
});

test('one name in two villages, at two hours or two names at one hour are two gatherings', () => {
  expect(
    looksAlike(event('Blutspende', { venue: 'Feuerwehr Zapel' }), event('Blutspende', { venue: 'Rathaus' })),
  ).toBe(false);
  expect(looksAlike(event('Kino: Momo'), event('Kino: Momo', { startsAt: later(180) }))).toBe(false);
  expect(looksAlike(event('Schachabend'), event('Tanzabend'))).toBe(false);
});

test('a source that knows the day only is compared by the day', () => {
  expect(
    looksAlike(
      event('Herbstfest'),
      event('Herbstfest', { allDay: true, startsAt: new Date('2026-12-04T23:00:00Z') }),
    ),
  ).toBe(true);
});

test('likeness is the same both ways and whole for the same text', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(similarity(a, b)).toBe(similarity(b, a));
      expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
      expect(similarity(a, b)).toBeLessThanOrEqual(1);
      if (/\p{L}{4}/u.test(a) && similarity(a, a) > 0) expect(similarity(a, a)).toBe(1);
    }),
  );
});
