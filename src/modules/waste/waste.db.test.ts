import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import {
  changeCollection,
  findAddresses,
  findArea,
  listAreas,
  listCollections,
  listEndingPlans,
  readDistrictPlans,
  readRostockPlans,
  takeOverFile,
  takeOverPlans,
} from '#modules/waste.server';
import { nextOfEachStream } from '#modules/waste';

const { createTenant, scope } = await testDatabase();
const file = (name: string) => readFileSync(join(import.meta.dirname, '../../../tests/fixtures/waste', name));
const town = await createTenant('hagenow', 'Hagenow');
const desk = scope(town, { permissions: ['waste.edit'], now: new Date('2026-05-01T08:00:00Z') });
const visitor = scope(town, { permissions: [] });
const source = { name: 'Abfallwirtschaft' };
const year = { from: '2026-01-01', to: '2026-12-31' };

async function districts() {
  const read = readDistrictPlans(file('markt-schwaben-2026.json'));
  if (!read.ok) throw new Error(read.reason);
  return read.value.plans;
}

test('a year of a whole town is taken over, and taking it over again changes nothing', async () => {
  expect(await takeOverPlans(desk, await districts(), source)).toMatchObject({
    ok: true,
    value: { areas: 19 },
  });
  await takeOverPlans(desk, await districts(), source);
  expect(await listAreas(visitor)).toHaveLength(19);
  const area = (await findArea(visitor, 'bezirk-1047'))!;
  expect(area).toMatchObject({ name: 'Bezirk 1047', coveredFrom: '2026-01-03' });
  expect(
    (await listCollections(visitor, area, year)).filter((one) => one.stream === 'residual'),
  ).toHaveLength(26);
});

test('a resident types a street as people do and finds the area', async () => {
  expect(await findAddresses(visitor, 'breslauer str. 12')).toEqual([
    {
      areaKey: 'bezirk-1047',
      areaName: 'Bezirk 1047',
      locality: 'Markt Schwaben',
      street: 'Breslauer Straße',
      numbers: '',
    },
  ]);
  expect(await findAddresses(visitor, '%')).toEqual([]);
});

test('a house number decides where two sides of a street have their own days', async () => {
  const town = await createTenant('strassenseiten');
  const boss = scope(town);
  const collections = [{ stream: 'paper' as const, date: '2026-12-01' }];
  const side = (key: string, numbers: string) => ({
    key,
    name: key,
    addresses: [{ street: 'Mühlweg', numbers }],
    collections,
  });
  await takeOverPlans(boss, [side('gerade', 'even'), side('ungerade', 'odd')], source);
  expect((await findAddresses(boss, 'Mühlweg 7a')).map((one) => one.areaKey)).toEqual(['ungerade']);
  expect((await findAddresses(boss, 'Mühlweg')).map((one) => one.areaKey)).toEqual(['gerade', 'ungerade']);
});

test('the next dates say which holiday moved them', async () => {
  const area = (await findArea(visitor, 'bezirk-1047'))!;
  const moved = (await listCollections(visitor, area, { from: '2026-05-01', to: '2026-05-31' })).filter(
    (one) => one.reason,
  );
  expect(moved).toContainEqual({
    planned: '2026-05-16',
    changedAt: null,
    stream: 'residual',
    rhythm: 'standard',
    date: '2026-05-16',
    movedFrom: '2026-05-15',
    reason: 'Christi Himmelfahrt',
  });
});

test('a late change shows with its reason until the next plan knows it', async () => {
  const wish = {
    areaKey: 'bezirk-1047',
    stream: 'residual' as const,
    date: '2026-06-12',
    movedTo: '2026-06-13',
    reason: 'Straße gesperrt',
  };
  expect(await changeCollection(desk, wish)).toMatchObject({ ok: true });
  const area = (await findArea(visitor, 'bezirk-1047'))!;
  const next = nextOfEachStream(await listCollections(visitor, area, year), '2026-06-10').find(
    (one) => one.stream === 'residual',
  );
  expect(next).toMatchObject({ date: '2026-06-13', movedFrom: '2026-06-12', reason: 'Straße gesperrt' });

  const plans = (await districts()).map((plan) => ({
    ...plan,
    collections: plan.collections.map((one) =>
      plan.key === 'bezirk-1047' && one.stream === 'residual' && one.date === '2026-06-12'
        ? { ...one, date: '2026-06-13' }
        : one,
    ),
  }));
  await takeOverPlans(desk, plans, source);
  const settled = (await listCollections(visitor, area, { from: '2026-06-12', to: '2026-06-13' })).filter(
    (one) => one.stream === 'residual',
  );
  expect(settled).toMatchObject([{ stream: 'residual', date: '2026-06-13', movedFrom: null, reason: null }]);
});

test.each([
  ['a day nobody planned', { date: '2026-06-14' }, 'unknown'],
  ['a day in the past', { movedTo: '2026-04-30' }, 'invalid'],
  ['a day that does not exist', { movedTo: '2026-06-31' }, 'invalid'],
  ['no reason', { reason: ' ' }, 'invalid'],
])('a change to %s is refused', async (_, wrong, reason) => {
  const wish = {
    areaKey: 'bezirk-115',
    stream: 'residual' as const,
    date: '2026-06-12',
    movedTo: '2026-06-13',
    reason: 'Glatteis',
  };
  expect(await changeCollection(desk, { ...wish, ...wrong })).toMatchObject({ ok: false, reason });
});

test('only who may, changes dates; another town has none of them', async () => {
  expect(await takeOverPlans(visitor, await districts(), source)).toMatchObject({
    ok: false,
    reason: 'forbidden',
  });
  const other = scope(await createTenant('anderswo'), { permissions: [] });
  expect(await listAreas(other)).toEqual([]);
  expect(await findAddresses(other, 'Breslauer')).toEqual([]);
});

test('one broken area stops the whole plan', async () => {
  const town = await createTenant('halb');
  const boss = scope(town);
  const [first] = await districts();
  const broken = {
    ...first!,
    key: 'kaputt',
    collections: [{ stream: 'paper' as const, date: '2026-02-30' }],
  };
  expect(await takeOverPlans(boss, [first!, broken], source)).toMatchObject({ ok: false, reason: 'invalid' });
  expect(await listAreas(boss)).toEqual([]);
});

test('a district of 600 villages is taken over in one go, and the desk hears when plans end', async () => {
  const boss = scope(await createTenant('rostock'));
  const read = readRostockPlans({
    schedule: file('rostock-schedule-2026.csv'),
    codes: file('rostock-codes-2026.json'),
    year: 2026,
  });
  if (!read.ok) throw new Error(read.reason);
  const taken = await takeOverPlans(boss, read.value.plans, source);
  expect(taken.ok).toBe(true);
  expect((await listEndingPlans(boss, '2026-12-31')).length).toBe(100);
  expect(await listEndingPlans(boss, '2026-06-30')).toEqual([]);
});

test('the desk reads the table of one area, keeps the good rows and names the others', async () => {
  const town = await createTenant('tabelle');
  const clerk = scope(town, { permissions: ['waste.edit'] });
  const bytes = Buffer.from('Datum;Abfuhrart\n04.03.2027;Restmüll\n31.02.2027;Papier\n');
  const file = {
    format: 'table' as const,
    bytes,
    source: { name: 'Entsorger' },
    area: { name: 'Süd', streets: ['Mühlweg', ' '] },
  };
  expect(await takeOverFile(clerk, file)).toMatchObject({
    ok: true,
    value: { areas: 1, collections: 1, faults: [{ line: 3, reason: 'date-not-understood' }] },
  });
  expect(await findAddresses(clerk, 'Mühlweg')).toMatchObject([{ areaKey: 'sued', street: 'Mühlweg' }]);
  expect(await takeOverFile(clerk, { ...file, bytes: Buffer.from('PDF') })).toMatchObject({
    ok: false,
    details: { fields: { file: expect.any(String) } },
  });
  expect(await takeOverFile(clerk, { ...file, area: { name: ' ', streets: [] } })).toMatchObject({
    ok: false,
    details: { fields: { area: 'area-missing' } },
  });
  expect(await takeOverFile(scope(town, { permissions: [] }), file)).toMatchObject({
    ok: false,
    reason: 'forbidden',
  });
});
