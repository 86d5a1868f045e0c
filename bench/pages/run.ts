import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { startTownServer } from '#tests/town-server';

/**
 * Bytes of the public pages over the wire (brotli): HTML with the styles in it, and the script beside it.
 * Fails above the budget of the stack, and when a page has grown by more than a tenth against the baseline.
 */
const BUDGET_BYTES = { list: 10_000, detail: 9_000, script: 3_000 };
const TARGET_BYTES = { list: 8_000, detail: 7_000, script: 1_500 };
const GROWTH_ALLOWED = 1.1;
// As in wiring/server.ts.
const BROTLI_QUALITY = 6;
const BASELINE = join(import.meta.dirname, 'baseline.json');

type Kind = keyof typeof BUDGET_BYTES;

const MISSING = '/gibt-es-nicht';
const LISTS = ['/aktuelles', '/bekanntmachungen', '/veranstaltungen', '/orte', '/wissen', '/meldungen'];
const OTHERS: readonly [string, Kind][] = [
  ['/', 'list'],
  ['/wirtschaft', 'list'],
  ['/suche?q=rathaus', 'list'],
  ['/quellen', 'list'],
  ['/offene-daten', 'list'],
  ['/fragen', 'detail'],
  ['/fragen?frage=Wie+ist+das+Wetter+auf+dem+Mars', 'detail'],
  ['/wirtschaft/fragen?frage=Wie+hoch+ist+der+Gewerbesteuerhebesatz', 'detail'],
  ['/veranstaltungen?ansicht=monat', 'list'],
  ['/veranstaltungen?von=2026-01-01&art=markt', 'list'],
  ['/veranstaltungen/wochenmarkt', 'detail'],
  ['/veranstaltungen/wochenmarkt?termine=alle', 'detail'],
  ['/veranstaltungen/toepferkurs-fuer-anfaenger', 'detail'],
  ['/veranstaltungen/toepferkurs-fuer-anfaenger/anmelden', 'detail'],
  ['/veranstaltungen/toepferkurs-fuer-anfaenger/merken', 'detail'],
  ['/veranstaltungen/vorschlagen', 'detail'],
  ['/veranstalter', 'detail'],
  ['/abfall', 'list'],
  ['/abfall/kernstadt', 'list'],
  ['/abfall/kernstadt/2026', 'list'],
  ['/abfall/kernstadt/2026/12', 'list'],
  ['/orte/touren', 'list'],
  ['/orte/touren/rundgang-beispiel', 'detail'],
  ['/schutzrechte', 'list'],
  ['/melden', 'detail'],
  ['/melden/wartet', 'detail'],
  ['/offline', 'detail'],
  ['/kontakt', 'detail'],
  ['/barrierefreiheit', 'detail'],
  [MISSING, 'detail'],
];

interface Measured {
  kind: Kind;
  bytes: number;
}

const measured = await measure();
const baseline: Record<string, number> = readBaseline();
let failures = 0;

for (const [name, { kind, bytes }] of measured) {
  const before = baseline[name];
  const isOver = bytes > BUDGET_BYTES[kind];
  const hasGrown = before !== undefined && bytes > before * GROWTH_ALLOWED;
  if (isOver || hasGrown) failures++;
  const mark = isOver ? 'OVER' : hasGrown ? 'GROWN' : bytes > TARGET_BYTES[kind] ? 'above target' : '';
  console.log(`${String(bytes).padStart(7)} B  ${kind.padEnd(6)}  ${name}  ${mark}`);
}
if (process.argv.includes('--update')) {
  const bytes = Object.fromEntries([...measured].map(([name, page]) => [name, page.bytes]));
  writeFileSync(BASELINE, `${JSON.stringify(bytes, null, 2)}\n`);
}
process.exit(failures > 0 && !process.argv.includes('--update') ? 1 : 0);

async function measure(): Promise<Map<string, Measured>> {
  const town = await startTownServer();
  try {
    const pages = new Map<string, Measured>();
    const scripts: string[][] = [];
    for (const list of LISTS) {
      const html = await (await fetch(town.url + list)).text();
      pages.set(list, { kind: 'list', bytes: compressed(html) });
      const entry = new RegExp(`href="(${list}/[a-z0-9-]+)"`).exec(html)?.[1];
      if (entry) pages.set(`${list}/…`, { kind: 'detail', bytes: await bytesOf(town.url + entry) });
      scripts.push(scriptsOf(html).map((address) => town.url + address));
    }
    for (const [path, kind] of OTHERS) {
      const response = await fetch(town.url + path);
      // The page of an entry that is not there any more is small, and tells nothing.
      if (response.ok === (path === MISSING)) throw new Error(`${path} answers ${response.status}`);
      const html = await response.text();
      pages.set(path, { kind, bytes: compressed(html) });
      scripts.push(scriptsOf(html).map((address) => town.url + address));
    }
    // What the page with the most scripts loads.
    const sizes = await Promise.all(scripts.map(bytesOfAll));
    pages.set('scripts', { kind: 'script', bytes: Math.max(...sizes) });
    return pages;
  } finally {
    await town.stop();
  }
}

function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map((match) => match[1]!);
}

async function bytesOfAll(urls: readonly string[]): Promise<number> {
  const sizes = await Promise.all(urls.map(bytesOf));
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}

async function bytesOf(url: string): Promise<number> {
  return compressed(await (await fetch(url)).text());
}

function compressed(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }).length;
}

function readBaseline(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(BASELINE, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}
