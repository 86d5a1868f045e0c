import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  readCalendarPlan,
  readDistrictPlans,
  readRostockPlans,
  readTablePlan,
  streamsOf,
} from './plans.server.ts';
import type { ReadPlans } from './plans.server.ts';

const file = (name: string) => readFileSync(join(import.meta.dirname, '../../../tests/fixtures/waste', name));
const area = {
  key: 'aachener',
  name: 'Aachener Straße',
  addresses: [{ locality: 'Bremen', street: 'Aachener Straße' }],
};
const dates = (read: ReadPlans, key: string, stream: string, rhythm = 'standard') =>
  read.plans
    .find((plan) => plan.key === key)!
    .collections.filter((one) => one.stream === stream && (one.rhythm ?? 'standard') === rhythm)
    .map((one) => one.date);

test('the district of Rostock tells four bins a village by letters', () => {
  const read = readRostockPlans({
    schedule: file('rostock-schedule-2026.csv'),
    codes: file('rostock-codes-2026.json'),
    year: 2026,
  });
  if (!read.ok) throw new Error(read.reason);
  expect(dates(read.value, 'tour-ames', 'residual').slice(0, 3)).toEqual([
    '2026-01-06',
    '2026-01-19',
    '2026-02-02',
  ]);
  expect(dates(read.value, 'tour-ames', 'residual', 'four-weekly').slice(0, 2)).toEqual([
    '2026-01-06',
    '2026-02-02',
  ]);
  expect(dates(read.value, 'tour-ames', 'paper')).toHaveLength(13);
  expect(read.value.plans.flatMap((plan) => plan.addresses.map((address) => address.locality))).toContain(
    'Admannshagen',
  );
});

test('in the one town served by streets, each street has a code of its own', () => {
  const read = readRostockPlans({
    schedule: file('rostock-schedule-2026.csv'),
    codes: new TextEncoder().encode('{"Admannshagen":"ames"}'),
    streets: { town: 'Güstrow', codes: new TextEncoder().encode('{"Am Berge":"kkhr","Am Wall":"kkhr"}') },
    year: 2026,
  });
  if (!read.ok) throw new Error(read.reason);
  expect(read.value.plans.map(({ key, addresses }) => [key, addresses])).toEqual([
    ['tour-ames', [{ locality: 'Admannshagen', street: '' }]],
    [
      'tour-kkhr',
      [
        { locality: 'Güstrow', street: 'Am Berge' },
        { locality: 'Güstrow', street: 'Am Wall' },
      ],
    ],
  ]);
});

test('a district file of a town brings all its districts and streets', () => {
  const read = readDistrictPlans(file('markt-schwaben-2026.json'));
  if (!read.ok) throw new Error(read.reason);
  expect(read.value.plans).toHaveLength(19);
  // The file also holds a row without a single date.
  expect(read.value.faults.map((fault) => [fault.row, fault.reason])).toEqual([[20, 'no-dates']]);
  expect(read.value.plans.reduce((sum, plan) => sum + plan.collections.length, 0)).toBe(1353);
});

test('the same district as a calendar file has the same dates', () => {
  const table = readDistrictPlans(file('markt-schwaben-2026.json'));
  const calendar = readCalendarPlan(
    file('markt-schwaben-1047-2026.ics'),
    { ...area, key: 'bezirk-1047' },
    '2026-06-01',
  );
  if (!table.ok || !calendar.ok) throw new Error('not read');
  expect(dates(calendar.value, 'bezirk-1047', 'residual').sort()).toEqual(
    dates(table.value, 'bezirk-1047', 'residual').sort(),
  );
});

test('a calendar with times and no zone is read on the town clock', () => {
  const read = readCalendarPlan(file('bremen.ics'), area, '2022-02-01');
  if (!read.ok) throw new Error(read.reason);
  expect(read.value.plans[0]!.collections).toEqual([{ stream: 'organic', date: '2022-01-03' }]);
});

test('a table with two streams in one cell gives both', () => {
  const read = readTablePlan(file('bremen.csv'), area);
  if (!read.ok) throw new Error(read.reason);
  expect(dates(read.value, 'aachener', 'paper')).toContain('2023-01-09');
  expect(dates(read.value, 'aachener', 'packaging')).toContain('2023-01-09');
  expect(dates(read.value, 'aachener', 'christmas-tree')).toContain('2023-01-07');
});

test('a date that does not exist and a stream nobody knows are named with their line; the rest is kept', () => {
  const read = readTablePlan(
    Buffer.from('Datum;Abfuhrart\n31.02.2026;Restmüll\n03.03.2026;Mondstaub\n04.03.2026;Restmüll\n'),
    area,
  );
  if (!read.ok) throw new Error(read.reason);
  expect(read.value.faults.map((fault) => [fault.line, fault.reason, fault.value])).toEqual([
    [2, 'date-not-understood', '2026-02-31'],
    [3, 'stream-not-known', 'Mondstaub'],
  ]);
  expect(read.value.plans[0]!.collections).toEqual([{ stream: 'residual', date: '2026-03-04' }]);
});

test.each([
  ['kein JSON', '{'],
  ['eine Liste', '[]'],
  ['ohne Bezirke', '{"bezirke": 7}'],
])('%s is refused', (_, text) => {
  expect(readDistrictPlans(Buffer.from(text))).toMatchObject({ ok: false, reason: 'plan-not-readable' });
});

test.each([
  ['Abfuhr: Bioabfall', ['organic']],
  ['Papier / Gelber Sack', ['paper', 'packaging']],
  ['Gelbe Tonne', ['packaging']],
  ['Weihnachtsbäume', ['christmas-tree']],
  ['Hausmüll', ['residual']],
  ['Grünschnitt', ['garden']],
])('%s', (label, streams) => {
  expect(streamsOf(label)).toEqual(streams);
});
