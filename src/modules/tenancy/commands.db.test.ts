import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { createTenant, listTowns, readTown, saveTown } from '#modules/tenancy.server';

const { database, scope } = await testDatabase();

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
