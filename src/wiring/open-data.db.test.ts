import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { placeKind } from '#modules/places.server';
import { publishEntry, saveEntry } from '#modules/publishing.server';
import { readTown, saveTown } from '#modules/tenancy.server';
import { createTranslator } from '#platform/i18n';
import { catalogs } from './catalogs.ts';
import { openDataOf } from './open-data.server.ts';

const { createTenant, scope } = await testDatabase();
const hagenow = await createTenant('hagenow', 'Hagenow');
const t = createTranslator(catalogs, 'de');
const ORIGIN = 'https://hagenow.example';

async function places() {
  const tenant = scope(hagenow);
  const { datasets } = await openDataOf({ tenant, town: await readTown(tenant), origin: ORIGIN, t });
  return datasets.find(({ iri }) => iri.endsWith('#places'));
}

test('the directory stands in the catalogue with its list and its map, once it has a place', async () => {
  expect(await places()).toBeUndefined();
  const saved = await saveEntry(scope(hagenow), placeKind, { draft: { title: 'Rathaus' }, details: {} });
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  await publishEntry(scope(hagenow), placeKind, saved.value.id);
  const found = await places();
  expect(found!.distributions.map(({ url, mediaType, licence }) => [url, mediaType, licence])).toEqual([
    [`${ORIGIN}/api/v1/places`, 'application/json', 'dl-by-de/2.0'],
    [`${ORIGIN}/orte.geojson`, 'application/geo+json', 'dl-by-de/2.0'],
  ]);
});

test('a town that has switched the directory off does not offer it', async () => {
  expect(await places()).toBeDefined();
  await saveTown(scope(hagenow), { settings: { switchedOff: ['places'] } });
  expect(await places()).toBeUndefined();
});
