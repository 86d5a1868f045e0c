import sharp from 'sharp';
import { newId } from '#platform/db.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { StorageFull } from './store.server.ts';
import type { FileStore } from './store.server.ts';

export interface SavedPicture {
  /** Key of the largest WebP; `pictureVariant` names the others. */
  key: string;
  mediaType: string;
  width: number;
  height: number;
  sizeBytes: number;
}

export type PictureRefusal = 'picture-too-large' | 'picture-not-readable' | 'storage-full';

/** Longest sides kept, smallest first. */
export const PICTURE_SIZES = [400, 800, 1600] as const;
const LARGEST = 1600;
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_PIXELS = 50_000_000;

// Two pictures at a time at most: decoding is the only thing here that could slow down every visitor.
sharp.concurrency(1);
sharp.cache(false);
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Decodes a picture and keeps it anew, as WebP in three sizes and one JPEG for those who cannot read WebP. Only the
 * picture itself goes through: no EXIF, no place, no name, nothing hidden behind the last byte.
 */
export async function savePicture(
  files: FileStore,
  tenantId: string,
  bytes: Uint8Array,
): Promise<Outcome<SavedPicture, PictureRefusal>> {
  if (bytes.length > MAX_BYTES)
    return refuse('picture-too-large', { values: { megabytes: MAX_BYTES / 1024 / 1024 } });
  if (!looksLikePicture(bytes)) return refuse('picture-not-readable');

  const id = newId();
  // The tail of the id is random: folders fill evenly.
  const folder = `${tenantId}/${id.slice(-2)}/${id}`;
  try {
    return done(await inTurn(() => encode(files, folder, bytes)));
  } catch (error) {
    if (error instanceof StorageFull) return refuse('storage-full');
    if (/pixel limit/i.test(String(error)))
      return refuse('picture-too-large', { values: { megapixels: MAX_PIXELS / 1_000_000 } });
    if (isDecodingFault(error)) return refuse('picture-not-readable');
    throw error;
  }
}

/** The key of another size (or of the JPEG) of a kept picture. */
export function pictureVariant(
  key: string,
  size: (typeof PICTURE_SIZES)[number],
  format: 'webp' | 'jpg' = 'webp',
): string {
  return key.replace(/\d+\.\w+$/, `${format === 'jpg' ? LARGEST : size}.${format}`);
}

async function encode(files: FileStore, folder: string, bytes: Uint8Array): Promise<SavedPicture> {
  const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false }).rotate();
  // Decoded once to a bounded size, in full before anything is written: a broken file leaves no trace.
  const { data, info } = await source
    .resize({ width: LARGEST, height: LARGEST, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } };
  const sized = (size: number) =>
    sharp(data, raw).resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true });

  const key = `${folder}/${LARGEST}.webp`;
  const large = await sized(LARGEST).webp({ quality: 80 }).toBuffer();
  for (const size of PICTURE_SIZES.filter((wanted) => wanted !== LARGEST)) {
    await files.write(
      `${folder}/${size}.webp`,
      await sized(size).webp({ quality: 76 }).toBuffer(),
      'image/webp',
    );
  }
  const jpeg = sized(LARGEST).flatten({ background: '#ffffff' }).jpeg({ quality: 80, mozjpeg: true });
  await files.write(`${folder}/${LARGEST}.jpg`, await jpeg.toBuffer(), 'image/jpeg');
  await files.write(key, large, 'image/webp');
  return { key, mediaType: 'image/webp', width: info.width, height: info.height, sizeBytes: large.length };
}

/** The first bytes decide, never a name or a type somebody claims; SVG, HTML and PDF do not even reach a decoder. */
function looksLikePicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return (
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('\x89PNG\r\n\x1a\n') ||
    start.startsWith('GIF8') ||
    /^RIFF[\s\S]{4}WEBP/.test(start) ||
    /^[\s\S]{4}ftyp(avif|avis|mif1)/.test(start)
  );
}

/** sharp speaks in plain errors; the system's own carry a code. */
function isDecodingFault(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error as NodeJS.ErrnoException).code === undefined &&
    !(error instanceof TypeError)
  );
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}
