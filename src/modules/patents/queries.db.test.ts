import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { findPatent, listPatents, patentDocuments, patentKind, patentReader } from '#modules/patents.server';
import { importEntry } from '#modules/publishing.server';
import { readPatents } from '#platform/formats.server';

const { createTenant, scope, countQueries } = await testDatabase();
const town = await createTenant('hagenow', 'Hagenow');
const boss = scope(town);
const visitor = scope(town, { permissions: [] });
const read = readPatents(
  readFileSync(join(import.meta.dirname, '../../../tests/fixtures/patents/dpma-search.xml')),
);
if (!read.ok) throw new Error(read.reason);

await boss.write(async (store) => {
  for (const { title, ...details } of read.value.patents)
    await importEntry(store, boss, patentKind, {
      externalId: details.number,
      sourceId: null,
      state: 'published',
      draft: { title },
      details,
    });
});

const titles = async (filter: object) =>
  (await listPatents(visitor, filter)).items.map((patent) => patent.details.number);

test('rights of the register stand in the list, the newest application first', async () => {
  expect(await titles({})).toEqual(['G 83 08 408.8', 'G 83 03 227.4', 'G 82 33 714.4']);
});

test('they are found by applicant, by title and by field', async () => {
  expect(await titles({ q: 'jungheinrich' })).toHaveLength(2);
  expect(await titles({ q: 'Elektrofahrzeug' })).toEqual(['G 82 33 714.4']);
  expect(await titles({ q: 'batterien' })).toEqual(['G 83 08 408.8']);
  expect(await titles({ ipc: 'H01' })).toEqual(['G 83 08 408.8']);
  expect(await titles({ ipc: "H01' or true --" })).toHaveLength(3);
});

test('what the search knows of a right says its field in words', async () => {
  const patent = (await findPatent(visitor, 'elektrofahrzeug'))!;
  expect(patentKind.toSearchDocument(patent).lines.map((line) => line.text)).toEqual([
    'Gebrauchsmuster G 82 33 714.4: Elektrofahrzeug, angemeldet 1982.',
    'Anmelder: ELO - MA - HG Peter Kurs Ing. VDI GmbH & Co, 75334 Straubenhardt.',
    'Fachgebiet: Fahrzeuge.',
  ]);
});

test('a list costs two queries', async () => {
  expect(await countQueries(() => listPatents(visitor, { limit: 1 }))).toBe(2);
  expect(await countQueries(() => listPatents(visitor, { limit: 3 }))).toBe(2);
});

test('a subject is answered by the rights themselves, and that there is none is said with the list as source', async () => {
  const listed = await patentReader.read(visitor, 'Welche Gebrauchsmuster gibt es von Jungheinrich?');
  expect([listed ?? []].flat().map(({ sentences }) => sentences.map(({ key }) => key))).toEqual([
    ['patents.answer'],
    ['patents.answer'],
  ]);
  const none = await patentReader.read(visitor, 'Wer hat ein Patent auf Melkmaschinen?');
  expect(none).toMatchObject({
    id: 'verzeichnis',
    isUnknown: true,
    sentences: [{ key: 'patents.answer.none-of', values: { what: 'Melkmaschinen' } }],
  });
  const documents = [];
  for await (const slice of patentDocuments(visitor)) documents.push(...slice);
  expect(documents.map(({ id, url }) => [id, url])).toEqual([['patent:verzeichnis', '/schutzrechte']]);
});
