import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeDetails } from '../model.ts';
import { parse } from 'valibot';
import {
  addMonths,
  changesOf,
  confirmationOn,
  daysOfAsking,
  daysOfConfirming,
  dueStep,
  valuesOf,
  withChanges,
} from './rules.ts';

const asked = { askedOn: '2026-11-01', confirmedOn: null, dueOn: '2026-11-01', reminders: 0 };

test('an owner who does not answer is reminded after one week and after three, then left in peace', () => {
  expect(dueStep(asked, '2026-11-07')).toBeNull();
  expect(dueStep(asked, '2026-11-08')).toBe('remind');
  expect(dueStep({ ...asked, reminders: 1 }, '2026-11-21')).toBeNull();
  expect(dueStep({ ...asked, reminders: 1 }, '2026-11-22')).toBe('remind');
  expect(dueStep({ ...asked, reminders: 2 }, '2027-11-22')).toBeNull();
});

test('who confirmed is asked again after the months the town chose', () => {
  const confirmed = { ...asked, ...daysOfConfirming('2026-11-03', 6) };
  expect(confirmed).toMatchObject({ confirmedOn: '2026-11-03', dueOn: '2027-05-03' });
  expect(dueStep(confirmed, '2027-05-02')).toBeNull();
  expect(dueStep(confirmed, '2027-05-03')).toBe('ask');
  expect(dueStep({ ...confirmed, ...daysOfAsking('2027-05-03'), reminders: 0 }, '2027-05-03')).toBeNull();
});

test('the last day of a month stays one', () => {
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
});

test('an entry counts as unconfirmed once the reminders are through, and not at all where nobody is asked', () => {
  const { staleOn } = daysOfAsking('2026-11-01');
  expect(confirmationOn({ confirmedOn: null, staleOn }, '2026-12-05')).toEqual({ on: null, isStale: false });
  expect(confirmationOn({ confirmedOn: '2026-05-01', staleOn }, '2026-12-06')).toEqual({
    on: '2026-05-01',
    isStale: true,
  });
  expect(confirmationOn({ confirmedOn: null, staleOn: null }, '2026-12-06')).toBeNull();
});

test('nobody is ever written to twice on one day, whatever the days were', () => {
  const day = fc
    .integer({ min: 0, max: 900 })
    .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      day,
      fc.option(day),
      fc.integer({ min: 0, max: 3 }),
      day,
      (askedOn, confirmedOn, reminders, today) => {
        const owner = {
          askedOn,
          confirmedOn,
          dueOn: confirmedOn ? addMonths(confirmedOn, 6) : askedOn,
          reminders,
        };
        const step = dueStep(owner, today);
        if (step === 'ask')
          expect(dueStep({ ...owner, ...daysOfAsking(today), reminders: 0 }, today)).toBeNull();
        if (step === 'remind' && reminders === 0)
          expect(dueStep({ ...owner, askedOn: today, reminders: 1 }, today)).toBeNull();
      },
    ),
  );
});

test('only what an owner changed is a change, and taking it over makes the form', () => {
  const entry = {
    summary: 'Kuchen',
    details: parse(placeDetails, { openingHours: 'Mo 09:00-12:00', phone: '1' }),
  };
  const form = { ...valuesOf(entry), openingHours: 'Mo 9-13 Uhr', exceptions: '24.12.2026: geschlossen' };
  const changes = changesOf(form, entry);
  expect(changes).toEqual({ openingHours: 'Mo 9-13 Uhr', exceptions: '24.12.2026: geschlossen' });
  expect(valuesOf(withChanges(entry, changes))).toEqual(form);
  expect(changesOf(valuesOf(entry), entry)).toEqual({});
});
