import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { migrate, newId } from '#platform/db.server';
import { roomsOf, TOWN_MODULES } from './model.ts';
import { createTenant, listTowns, readTown, saveTown } from '#modules/tenancy.server';

const { database, emptyDatabase, scope } = await testDatabase();

test('a new town works with its name alone', async () => {
  const created = await createTenant(database, {
    slug: 'hagenow',
    name: 'Hagenow',
    domains: ['app.hagenow.example'],
    isDefault: true,
  });
  expect(created).toMatchObject({
    ok: true,
    value: {
      name: 'Hagenow',
      state: 'MV',
      settings: { tagline: '', languages: ['de', 'en', 'de-x-leicht'] },
    },
  });
});

test('a host belongs to one town only', async () => {
  const second = await createTenant(database, {
    slug: 'zweite',
    name: 'Zweite',
    domains: ['app.hagenow.example'],
  });
  expect(second).toMatchObject({ ok: false, reason: 'host-taken' });
  expect((await listTowns(database)).map((town) => town.slug)).toEqual(['hagenow']);
});

test('a second default town takes the place of the first', async () => {
  await createTenant(database, { slug: 'wittenburg', name: 'Wittenburg', isDefault: true });
  expect((await listTowns(database)).map((town) => [town.slug, town.isDefault])).toEqual([
    ['hagenow', false],
    ['wittenburg', true],
  ]);
});

test('settings are checked, named and saved whole', async () => {
  const [hagenow] = await listTowns(database);
  const boss = scope(
    { id: hagenow!.id, slug: 'hagenow', name: 'Hagenow' },
    { permissions: ['tenancy.manage'] },
  );
  const refused = await saveTown(boss, { settings: { colours: { primary: 'blau', accent: '#000000' } } });
  expect(refused).toMatchObject({
    ok: false,
    reason: 'invalid',
    details: { fields: { 'colours.primary': 'colour-not-understood' } },
  });
  const saved = await saveTown(boss, {
    settings: { tagline: 'Mitten in der Griesen Gegend' },
    domains: ['hagenow.example'],
  });
  expect(saved.ok).toBe(true);
  expect(await readTown(boss)).toMatchObject({
    domains: ['hagenow.example'],
    settings: { tagline: 'Mitten in der Griesen Gegend' },
  });
});

test('only who may manage the town changes it', async () => {
  const [hagenow] = await listTowns(database);
  const clerk = scope({ id: hagenow!.id, slug: 'hagenow', name: 'Hagenow' }, { permissions: ['news.edit'] });
  expect(await saveTown(clerk, { settings: {} })).toMatchObject({ ok: false, reason: 'forbidden' });
});

test('a town that had chosen its rooms keeps what it switched off, and gets what a later version brings', async () => {
  const migrations = join(import.meta.dirname, '../../../database/migrations');
  const { database: older } = await emptyDatabase();
  const before = readdirSync(migrations).filter((name) => name < '0061');
  await migrate(older, migrations, before);
  await older.transaction({ registry: true }, (store) =>
    store.execute(sql`
      insert into tenancy.tenant (tenant_id, slug, name, settings)
      values
        (${newId()}, 'alles', 'Alles', '{"tagline": "Ja"}'),
        (${newId()}, 'wenig', 'Wenig', '{"modules": ["news", "places", "waste", "reports"], "tagline": "Nein"}')
    `),
  );
  await migrate(older, migrations);
  const [all, few] = await listTowns(older);
  expect(roomsOf(all!)).toEqual([...TOWN_MODULES]);
  expect(few!.settings).toMatchObject({
    tagline: 'Nein',
    switchedOff: ['notices', 'events', 'knowledge', 'business', 'assistant'],
  });
  expect(roomsOf(few!)).toEqual(['news', 'places', 'waste', 'reports']);
});
