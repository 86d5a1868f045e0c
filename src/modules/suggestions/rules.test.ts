import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryOf, eventValues, mayBeSame, spanOf } from './rules.ts';

const said = { day: '2027-03-28', from: '18:00', untilDay: '', until: '' };

test('times are those of the town: whole days, evenings past midnight, several days, and the day the clock changes', () => {
  const iso = (more: object) => {
    const { startsAt, endsAt, allDay } = spanOf({ ...said, ...more });
    return [startsAt.toISOString(), endsAt?.toISOString() ?? null, allDay];
  };
  expect(iso({})).toEqual(['2027-03-28T16:00:00.000Z', null, false]);
  expect(iso({ from: '' })).toEqual(['2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z', true]);
  expect(iso({ from: '22:00', until: '02:00' })).toEqual([
    '2027-03-28T20:00:00.000Z',
    '2027-03-29T00:00:00.000Z',
    false,
  ]);
  expect(iso({ from: '', untilDay: '2027-03-30' })).toEqual([
    '2027-03-27T23:00:00.000Z',
    '2027-03-30T22:00:00.000Z',
    true,
  ]);
  expect(iso({ untilDay: '2027-03-29', until: '12:00' })).toEqual([
    '2027-03-28T16:00:00.000Z',
    '2027-03-29T10:00:00.000Z',
    false,
  ]);
});

test('what an organiser opens to change is what they wrote', () => {
  const clock = fc
    .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
    .map(([hour, minute]) => [hour, minute].map((one) => String(one).padStart(2, '0')).join(':'));
  fc.assert(
    fc.property(clock, fc.option(clock, { nil: '' }), (from, until) => {
      fc.pre(until !== from);
      const form = { ...said, day: '2027-06-12', from, until, title: 'Fest', venue: 'Markt', street: '' };
      const rest = { description: 'Text', category: '' as const, price: '', link: '', contact: '', alt: '' };
      const { draft, details } = entryOf({ ...form, ...rest, accessibility: [], rights: '' }, 'Verein');
      const shown = eventValues({
        title: 'Fest',
        body: draft.body!,
        category: null,
        details: details as never,
      });
      expect([shown.day, shown.from, shown.until]).toEqual([form.day, from, until]);
    }),
  );
});

test('an event may repeat one of a like name, or one at the same place', () => {
  const market = { title: 'Weihnachtsmarkt', details: { venue: 'Lange Straße' } };
  expect(mayBeSame({ title: 'Der Weihnachtsmarkt', venue: '' }, market)).toBe(true);
  expect(mayBeSame({ title: 'Lichterfest', venue: 'lange straße' }, market)).toBe(true);
  expect(mayBeSame({ title: 'Lesung', venue: 'Bibliothek' }, market)).toBe(false);
});
