import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { createLocalFiles } from './local.server.ts';
import { pictureVariant, savePicture } from './picture.server.ts';

const TENANT = '01a207c6-7825-762a-b0b5-cc82602cbb9d';
const folder = await mkdtemp(join(tmpdir(), 'ortskern-files-'));
const files = createLocalFiles(folder);
afterAll(() => rm(folder, { recursive: true }));

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2a7' } });

/** A photo as telephones make them: turned by EXIF, with the place it was taken at. */
const withPlace = () =>
  photo(2400, 1200)
    .withExif({
      IFD0: { Artist: 'Anna Beispiel' },
      IFD3: { GPSLatitude: '53/1 25/1 30/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

test('a photo is kept upright, at most 1600 pixels long, and in every variant', async () => {
  const saved = await savePicture(files, TENANT, await withPlace());
  if (!saved.ok) throw new Error(saved.reason);
  expect([saved.value.width, saved.value.height, saved.value.mediaType]).toEqual([800, 1600, 'image/webp']);
  expect(saved.value.key.startsWith(`${TENANT}/`)).toBe(true);
  const sizes = [
    saved.value.key,
    pictureVariant(saved.value.key, 800),
    pictureVariant(saved.value.key, 400),
    pictureVariant(saved.value.key, 1600, 'jpg'),
  ];
  const heights = [];
  for (const key of sizes) heights.push((await sharp((await files.read(key))!.bytes).metadata()).height);
  expect(heights).toEqual([1600, 800, 400, 1600]);
});

test('neither place nor name nor anything else but the picture is kept', async () => {
  const original = await withPlace();
  expect((await sharp(original).metadata()).exif).toBeDefined();
  const saved = await savePicture(
    files,
    TENANT,
    Buffer.concat([original, Buffer.from('<script>hidden</script>')]),
  );
  if (!saved.ok) throw new Error(saved.reason);
  for (const key of [saved.value.key, pictureVariant(saved.value.key, 1600, 'jpg')]) {
    const { bytes } = (await files.read(key))!;
    const { exif, xmp, iptc } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Anna|script|GPS/);
  }
});

test.each([
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a PDF', '%PDF-1.7\n1 0 obj'],
  ['the first bytes of a photo and nothing behind', '\xff\xd8\xff\xe0'],
  ['nothing at all', ''],
])('%s is refused and leaves no file', async (_what, content) => {
  const before = await Array.fromAsync(files.list(''));
  const saved = await savePicture(files, TENANT, Buffer.from(content, 'latin1'));
  expect(saved).toEqual({ ok: false, reason: 'picture-not-readable', details: {} });
  expect(await Array.fromAsync(files.list(''))).toEqual(before);
});

test('a small file that unfolds to a huge picture is refused', async () => {
  const bomb = await photo(9_000, 9_000).png({ compressionLevel: 9 }).toBuffer();
  const saved = await savePicture(files, TENANT, bomb);
  expect([saved.ok, !saved.ok && saved.reason]).toEqual([false, 'picture-too-large']);
});

test('twenty megabytes are the limit', async () => {
  const saved = await savePicture(files, TENANT, new Uint8Array(20 * 1024 * 1024 + 1));
  expect([saved.ok, !saved.ok && saved.reason]).toEqual([false, 'picture-too-large']);
});

test('a disk with too little room left takes no more pictures', async () => {
  const full = createLocalFiles(folder, Number.MAX_SAFE_INTEGER);
  const saved = await savePicture(full, TENANT, await photo(10, 10).png().toBuffer());
  expect([saved.ok, !saved.ok && saved.reason]).toEqual([false, 'storage-full']);
});
