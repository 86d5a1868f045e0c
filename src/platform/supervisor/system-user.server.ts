import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseFault } from './faults.server.ts';

/** Where root keeps what another user has to reach when the project itself lies under a closed home. */
export const OPEN_FOLDER = '/var/lib/ortskern';

export interface SystemUser {
  uid: number;
  gid: number;
}

/**
 * The account PostgreSQL runs as. It refuses root, so root hands it to the owner of the existing cluster or to
 * a system user; everyone else runs it as themselves (null).
 */
export function userForPostgres(cluster: string): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  return accountNamed('ortskern') ?? accountNamed('postgres') ?? createdAccount() ?? nobody();
}

function accountNamed(name: string): SystemUser | null {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : null;
}

/** The account is looked up whatever `useradd` says: a first start at the same moment may have made it. */
function createdAccount(): SystemUser | null {
  spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'ortskern'],
    {
      stdio: 'ignore',
    },
  );
  return accountNamed('ortskern');
}

function nobody(): SystemUser {
  const account = accountNamed('nobody');
  if (!account) throw new DatabaseFault('no-user');
  return account;
}

/**
 * The folder the cluster really lies in. Under a closed home (0700) the system user cannot reach the data
 * folder; then it lies in an open place and the data folder keeps a link to it.
 */
export function reachableFolder(cluster: string, user: SystemUser | null): string {
  if (existsSync(cluster)) return realpathSync(cluster);
  if (isLink(cluster)) unlinkSync(cluster);
  const parent = dirname(cluster);
  mkdirSync(parent, { recursive: true });
  if (!user || canEnter(parent, user)) return cluster;

  const key = createHash('sha256').update(cluster).digest('hex').slice(0, 12);
  const open = join(OPEN_FOLDER, key, 'postgres');
  mkdirSync(dirname(open), { recursive: true, mode: 0o755 });
  symlinkSync(open, cluster);
  return open;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function canEnter(folder: string, user: SystemUser): boolean {
  const { uid, gid } = user;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, stdio: 'ignore', cwd: '/' }).status ===
    0
  );
}
