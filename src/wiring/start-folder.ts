import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from './start-faults.ts';

const MEGABYTE = 1024 * 1024;
/** Below this the database could not even write its journal. */
const REFUSED_BELOW = 64 * MEGABYTE;
const WARNED_BELOW = 512 * MEGABYTE;

/** Makes sure that the data folder exists, can be written and has room. */
export function prepareFolder(folder: string): { freeMegabytes: number; isLow: boolean } {
  try {
    mkdirSync(folder, { recursive: true });
    const sample = join(folder, `.write-test-${process.pid}`);
    writeFileSync(sample, randomBytes(4096));
    rmSync(sample);
  } catch (error) {
    const isFull = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
    throw new StartFault(isFull ? 'disk-full' : 'not-writable', { path: folder }, { cause: error });
  }
  const free = freeBytes(folder);
  const freeMegabytes = Math.floor(free / MEGABYTE);
  if (free < REFUSED_BELOW) throw new StartFault('disk-full', { path: folder, free: String(freeMegabytes) });
  return { freeMegabytes, isLow: free < WARNED_BELOW };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** The secret of this installation, made once; only its owner may read it. */
export function installationSecret(folder: string): string {
  const path = join(folder, 'secrets', 'secret');
  if (!existsSync(path)) {
    mkdirSync(join(folder, 'secrets'), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(path, 'utf8').trim();
}

/** Where the app of this folder can be visited; for the message a second start gives. */
export function noteAddress(folder: string, address: string | null): void {
  const path = join(folder, 'address');
  if (address === null) rmSync(path, { force: true });
  else writeFileSync(path, address);
}

export function notedAddress(folder: string): string {
  const path = join(folder, 'address');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
