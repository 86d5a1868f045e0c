import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const runFile = promisify(execFile);
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/chromium');
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium: the one of `CHROMIUM_PATH`, else one on the PATH, else the one npm brought along. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = await findChromium();
  return chromium.launch({
    executablePath,
    args: [...FLAGS, ...more],
    headless: true,
    env: surroundings(executablePath),
  });
}

export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  return (
    onPath('chromium') ??
    onPath('chromium-browser') ??
    onPath('google-chrome') ??
    (await (unpacking ??= unpacked()))
  );
}

function onPath(program: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null;
}

let unpacking: Promise<string> | null = null;

/** Unpacked aside and moved into place: a second test run at the same moment must not see half a browser. */
async function unpacked(): Promise<string> {
  if (!existsSync(join(CACHE, 'chromium'))) {
    const unfinished = `${CACHE}.new-${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    try {
      await runFile(process.execPath, [join(import.meta.dirname, 'chromium-unpack.ts')], {
        env: { ...process.env, TMPDIR: unfinished },
      });
      if (!existsSync(CACHE)) renameSync(unfinished, CACHE);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return join(CACHE, 'chromium');
}

/** A bare machine lacks libraries and fonts that Chromium expects; the package brings both. */
function surroundings(executablePath: string): Record<string, string> {
  const env = { ...process.env } as Record<string, string>;
  if (!executablePath.startsWith(CACHE)) return env;
  const lacksLibraries = /not found/.test(String(spawnSync('ldd', [executablePath]).stdout));
  if (lacksLibraries) env.LD_LIBRARY_PATH = join(CACHE, 'al2023/lib');
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(CACHE, 'fonts');
  return env;
}
