import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from './start-faults.ts';
import { alone, pinnedNode, ROOT, runQuietly, toolEnvironment } from './start-install.mjs';

const STAMP = join(ROOT, 'build/ortskern.stamp');
// What a build is made of. Tests and the command line do not end up in it.
const SOURCES = ['src/**', 'static/**', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
const NOT_BUILT = /\.test\.ts$|^src\/wiring\/(start-|server|worker|cli)/;

/** Whether the build was made of other sources than those that lie here now. */
export function isBuildStale(fingerprint: string): boolean {
  return (
    !existsSync(join(ROOT, 'build/handler.js')) ||
    !existsSync(STAMP) ||
    readFileSync(STAMP, 'utf8') !== fingerprint
  );
}

/** One number for all sources. */
export function fingerprintSources(): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: ROOT, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .filter((file) => !NOT_BUILT.test(file))
    .sort();
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  return hash.digest('hex');
}

/** Builds the app unless it is built already; a second start waits for the first one's build. */
export async function build(fingerprint: string): Promise<void> {
  await alone('build', async () => {
    if (!isBuildStale(fingerprint)) return;
    try {
      await runQuietly(
        [pinnedNode(), join(ROOT, 'node_modules/vite/bin/vite.js')],
        ['build', '--logLevel', 'warn'],
        toolEnvironment(),
      );
    } catch (error) {
      throw new StartFault(
        'build-failed',
        { output: (error as { told?: string }).told ?? String(error) },
        { cause: error },
      );
    }
    writeFileSync(STAMP, fingerprint);
  });
}

if (import.meta.main) await build(fingerprintSources());
