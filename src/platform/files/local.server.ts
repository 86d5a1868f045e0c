import { randomUUID } from 'node:crypto';
import { mkdir, open, opendir, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { assertKey, mediaTypeOf, StorageFull } from './store.server.ts';
import type { FileStore } from './store.server.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The database must always have room left, so files stop growing first. */
const RESERVE_BYTES = 200 * 1024 * 1024;

/** Files in a folder of this machine. */
export function createLocalFiles(folder: string, reserveBytes = RESERVE_BYTES): FileStore {
  const temporary = join(folder, '.tmp');
  const pathOf = (key: string) => {
    assertKey(key);
    return join(folder, key);
  };

  return {
    async write(key, bytes) {
      const path = pathOf(key);
      await mkdir(temporary, { recursive: true });
      await refuseWhenFull(folder, bytes.length + reserveBytes);
      const unfinished = join(temporary, randomUUID());
      try {
        await writeThrough(unfinished, bytes);
        await mkdir(dirname(path), { recursive: true });
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        if (['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? ''))
          throw new StorageFull(folder);
        throw error;
      }
    },
    async read(key) {
      try {
        return { bytes: await readFile(pathOf(key)), mediaType: mediaTypeOf(key) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (prefix) => listFiles(folder, prefix),
    sweep: (now) => sweep(temporary, now.getTime() - DAY_MS),
  };
}

/** On disk before the rename: after a power cut the name must not stand for an empty file. */
async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function refuseWhenFull(folder: string, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < neededBytes) throw new StorageFull(folder);
}

async function* listFiles(folder: string, prefix: string): AsyncGenerator<string> {
  const start = join(folder, prefix.slice(0, prefix.lastIndexOf('/') + 1));
  let entries;
  try {
    entries = await opendir(start, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  for await (const entry of entries) {
    const key = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (entry.isFile() && !key.startsWith('.') && key.startsWith(prefix)) yield key;
  }
}

async function sweep(temporary: string, before: number): Promise<number> {
  const names = await readdir(temporary).catch(() => []);
  let removed = 0;
  for (const name of names) {
    const path = join(temporary, name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs >= before) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}
