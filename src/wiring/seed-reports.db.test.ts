import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countDeskReports, listPublicReports } from '#modules/reports.server';
import { testDatabase } from '#tests/database';
import { seedReports } from './seed-reports.ts';
import type { ExampleReports } from './seed-reports.ts';

const { createTenant, scope } = await testDatabase();
const example = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../demo/hagenow/example-reports.json'), 'utf8'),
) as ExampleReports;

test('the example town has reports in every state, each marked, and a second start changes nothing', async () => {
  const town = scope(await createTenant('hagenow'));
  await seedReports(town, example);
  await seedReports(town, example);
  const { items } = await listPublicReports(town, { limit: 100 });
  expect(items.every(({ isExample }) => isExample)).toBe(true);
  const statuses = new Set(items.map(({ status }) => status));
  for (const status of ['received', 'planned', 'passed-on', 'in-progress', 'done', 'not-possible'] as const)
    expect(statuses).toContain(status);
  const passed = items.filter(({ status }) => status === 'passed-on');
  expect(passed.map(({ holder }) => holder.level)).toContain('district');
  expect(await countDeskReports(town)).toMatchObject({ open: items.length + 1 - closedIn(items) });
});

const closedIn = (items: readonly { status: string }[]) =>
  items.filter(({ status }) => status === 'done' || status === 'not-possible').length;
