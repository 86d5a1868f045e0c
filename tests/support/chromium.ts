import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
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
  return chromium.launch({ executablePath: await findChromium(), args: [...FLAGS, ...more], headless: true });
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

/** The package unpacks itself below TMPDIR, and reads that when it is loaded. */
async function unpacked(): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  process.env.TMPDIR = CACHE;
  const { default: package_ } = await import('@sparticuz/chromium');
  return package_.executablePath();
}
