import sharp from 'sharp';
import { expect, test } from 'vitest';
import { savePicture } from '#platform/files.server';
import type { FileStore } from '#platform/files.server';
import { PUBLIC_ACTOR } from '#platform/scope.server';
import { testDatabase } from '#tests/database';
import { saveCategory } from './commands/configuring.server.ts';
import { POTHOLE } from './fixtures.ts';
import { findByLink } from './queries/link.server.ts';
import { createReports } from './reports.server.ts';
import { sweepUploads } from './uploads.server.ts';

const { createTenant, scope } = await testDatabase();
const kept = new Map<string, Uint8Array>();
const files: FileStore = {
  write: async (key, bytes) => void kept.set(key, bytes),
  read: async (key) => (kept.has(key) ? { bytes: kept.get(key)!, mediaType: 'image/webp' } : null),
  remove: async (key) => void kept.delete(key),
  async *list(prefix) {
    for (const key of kept.keys()) if (key.startsWith(prefix)) yield key;
  },
  sweep: async () => 0,
};
const parts = {
  secret: 'a secret of the tests that is long enough 7Jx',
  mail: { send: async () => undefined },
  files,
  keepPicture: (tenantId: string, bytes: Uint8Array) => savePicture(files, tenantId, bytes),
  listColleagues: async () => [],
  throttled: false,
};
const reports = createReports(parts);
const address = '127.0.0.1';
const NOON = new Date('2026-05-01T10:00:00Z');
const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

async function visitorOf(slug: string) {
  const town = await createTenant(slug, slug);
  await saveCategory(scope(town), { draft: POTHOLE });
  return (now: Date) => scope(town, { permissions: [], now, actor: PUBLIC_ACTOR });
}

/** As a phone takes it: with a place in it. */
const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } })
    .withExif({ IFD3: { GPSLatitude: '53/1 25/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();

test('photos chosen before the preview are those of the report, without the place they were taken at', async () => {
  const visitor = await visitorOf('vorschau');
  const { key, ticket } = reports.issueTicket(visitor(NOON));
  const original = await photo();
  expect((await sharp(original).metadata()).exif).toBeDefined();
  await reports.keepUploads(visitor(NOON), { key, photos: [original, original], address });
  const [first, second] = await reports.listUploads(visitor(NOON), key);
  const shown = await reports.readUpload(visitor(NOON), { key, id: first!.id });
  expect((await sharp(shown!.bytes).metadata()).exif).toBeUndefined();

  await reports.removeUploads(visitor(NOON), { key, ids: [second!.id] });
  const created = await reports.create(visitor(later(1)), {
    fields: { category: 'schlagloch', text: 'Ein tiefes Loch.', address: 'Hauptstraße 1' },
    idempotencyKey: key,
    ticket,
    origin: 'https://vorschau.example',
    address,
  });
  if (!created.ok) throw new Error(created.reason);
  const own = await findByLink(visitor(later(1)), created.value.link);
  expect(own!.report.photos).toHaveLength(1);
  expect(await reports.listUploads(visitor(NOON), key)).toEqual([]);
  // One picture in its sizes is left, that of the report.
  expect(new Set([...kept.keys()].map((file) => file.slice(0, file.lastIndexOf('/')))).size).toBe(1);
});

test('the photos of a form are shown to nobody without its key', async () => {
  const visitor = await visitorOf('fremd');
  const { key } = reports.issueTicket(visitor(NOON));
  await reports.keepUploads(visitor(NOON), { key, photos: [await photo()], address });
  const [kept] = await reports.listUploads(visitor(NOON), key);
  const other = reports.issueTicket(visitor(NOON)).key;
  expect(await reports.readUpload(visitor(NOON), { key: other, id: kept!.id })).toBeNull();
  await reports.removeUploads(visitor(NOON), { key: other, ids: [kept!.id] });
  expect(await reports.listUploads(visitor(NOON), key)).toHaveLength(1);
});

test('a number plate covered before sending is nowhere any more', async () => {
  const visitor = await visitorOf('abgedeckt');
  const { key } = reports.issueTicket(visitor(NOON));
  const white = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer();
  await reports.keepUploads(visitor(NOON), { key, photos: [white], address });
  const [before] = await reports.listUploads(visitor(NOON), key);
  const files = new Set(kept.keys());
  const parts = [{ left: 0, top: 0, width: 0.5, height: 1 }];
  await reports.coverUpload(visitor(NOON), { key, id: before!.id, parts });
  const { bytes } = (await reports.readUpload(visitor(NOON), { key, id: before!.id }))!;
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  expect(data[info.width * 20 + 10]).toBeLessThan(130);
  expect(data[info.width * 20 + 50]).toBeGreaterThan(240);
  expect([...kept.keys()].filter((file) => files.has(file) && file.includes(before!.id))).toEqual([]);
  expect(kept.size).toBe(files.size);
});

test('a sixth photo is refused in words, and the five stay', async () => {
  const visitor = await visitorOf('viele');
  const { key } = reports.issueTicket(visitor(NOON));
  const one = await photo();
  await reports.keepUploads(visitor(NOON), { key, photos: [one, one, one], address });
  expect(await reports.keepUploads(visitor(NOON), { key, photos: [one, one, one], address })).toMatchObject({
    ok: false,
    reason: 'too-many-photos',
  });
  expect(await reports.listUploads(visitor(NOON), key)).toHaveLength(3);
});

test('what was never sent is gone after a day, files and all', async () => {
  const visitor = await visitorOf('vergessen');
  const { key } = reports.issueTicket(visitor(NOON));
  const before = kept.size;
  await reports.keepUploads(visitor(NOON), { key, photos: [await photo()], address });
  expect(kept.size).toBeGreaterThan(before);
  expect(await sweepUploads(parts, visitor(later(23)))).toBe(0);
  expect(await sweepUploads(parts, visitor(later(25)))).toBe(1);
  expect(kept.size).toBe(before);
  expect(await reports.listUploads(visitor(NOON), key)).toEqual([]);
});
