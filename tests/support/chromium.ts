import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

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
  return onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome') ?? (await unpacked());
}

function onPath(program: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null;
}

/** The package unpacks itself below TMPDIR; a second test run at the same moment must not see half a browser. */
async function unpacked(): Promise<string> {
  if (!existsSync(join(CACHE, 'chromium'))) {
    const { TMPDIR } = process.env;
    const unfinished = `${CACHE}.new-${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    process.env.TMPDIR = unfinished;
    try {
      const { default: packed, inflate } = await import('@sparticuz/chromium');
      await packed.executablePath();
      const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
      await inflate(join(dirname(entry), '../bin/al2023.tar.br'));
      if (!existsSync(CACHE)) renameSync(unfinished, CACHE);
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
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
