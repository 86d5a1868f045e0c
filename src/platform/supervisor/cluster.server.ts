import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBinaries } from './binaries.server.ts';
import type { Binaries } from './binaries.server.ts';
import { DatabaseFault, faultFrom } from './faults.server.ts';
import { reachableFolder, userForPostgres } from './system-user.server.ts';
import type { SystemUser } from './system-user.server.ts';

/** One PostgreSQL data folder with everything needed to run it and to talk to it. */
export interface Cluster {
  folder: string;
  socketFolder: string;
  user: SystemUser | null;
  binaries: Binaries;
  password: string;
  /** True when it was created just now. */
  isNew: boolean;
}

export const OWNER = 'ortskern';
// Only part of the socket's name; no TCP port is ever opened.
export const SOCKET_PORT = 5432;

/** Opens `dataFolder`/postgres, and creates it first when it does not exist. */
export async function openCluster(dataFolder: string): Promise<Cluster> {
  try {
    const named = join(dataFolder, 'postgres');
    const user = userForPostgres(named);
    const binaries = findBinaries(user);
    const folder = reachableFolder(named, user);
    const isNew = !existsSync(join(folder, 'PG_VERSION'));
    const password = clusterPassword(join(dataFolder, 'secrets', 'database-password'), isNew);
    if (isNew) await initialise(folder, user, binaries, password);
    else refuseForeignFolder(folder, user);
    return { folder, socketFolder: socketFolderFor(folder, user), user, binaries, password, isNew };
  } catch (error) {
    throw faultFrom(error, { path: dataFolder });
  }
}

function clusterPassword(path: string, isNew: boolean): string {
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  if (!isNew) throw new DatabaseFault('wrong-credentials', { path });
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Written aside and linked into place: of two first starts at once, one password wins and is read whole by both.
  const draft = `${path}.new-${process.pid}`;
  writeFileSync(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}

/** Created beside its place and moved there whole, so that a broken start leaves no half a cluster. */
async function initialise(
  folder: string,
  user: SystemUser | null,
  binaries: Binaries,
  password: string,
): Promise<void> {
  const unfinished = `${folder}.new-${process.pid}`;
  const passwordFile = join(tmpdir(), `ortskern-${randomBytes(9).toString('hex')}`);
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) {
      chownSync(unfinished, user.uid, user.gid);
      chownSync(passwordFile, user.uid, user.gid);
    }
    await run(
      binaries.initdb,
      [
        `--pgdata=${unfinished}`,
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        '--encoding=UTF8',
        '--auth=scram-sha-256',
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--no-instructions',
      ],
      user,
    );
    renameSync(unfinished, folder);
  } catch (error) {
    // Two first starts at the same moment: the other one was quicker, its cluster is as good.
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

function run(program: string, args: string[], user: SystemUser | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: serverEnvironment(),
    });
    let told = '';
    child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(told || `initdb ended with ${code}`)),
    );
  });
}

/** What PostgreSQL inherits: nothing of the caller's PG… settings, messages in English so that they can be read. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TZ, TMPDIR } = process.env;
  return { PATH, TZ, TMPDIR, LC_ALL: 'C.UTF-8' };
}

function refuseForeignFolder(folder: string, user: SystemUser | null): void {
  const owner = statSync(folder).uid;
  const wanted = user?.uid ?? process.getuid?.();
  if (wanted !== undefined && owner !== wanted) throw new DatabaseFault('not-writable', { path: folder });
}

/** The socket lies in the cluster, which only its user may enter; a path too long for a socket gets a short one. */
function socketFolderFor(folder: string, user: SystemUser | null): string {
  if (Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}.lock`)) < 100) return folder;
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const short = join('/tmp', `ortskern-${key}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const owner = statSync(short).uid;
  if (owner !== process.getuid?.() && owner !== user?.uid)
    throw new DatabaseFault('not-writable', { path: short });
  chmodSync(short, 0o700);
  if (user) chownSync(short, user.uid, user.gid);
  return short;
}
