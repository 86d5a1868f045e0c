import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase } from '#platform/db.server';
import { startPostgres } from '#platform/supervisor.server';
import { measure } from './measure.ts';
import type { Figures, Place } from './measure.ts';

// How the places of the search index grow, each in a process of its own with a PostgreSQL of its own on the same machine
// (see README.md). Fails when memory and database answer differently.
const BASELINE = join(import.meta.dirname, 'baseline.json');
const MIGRATIONS = join(import.meta.dirname, '../../database/migrations');
const QUICK = [1_000, 10_000];
const FULL = [1_000, 10_000, 100_000, 1_000_000];
/** A process with all pages in memory has no more. */
const MOST_IN_MEMORY = 100_000;
/** With fewer, a town of the region has a page or two. */
const LEAST_IN_REGION = 10_000;

type Shown = Omit<Figures, 'print'>;
type Growth = Record<string, Partial<Record<Place, Shown>>>;

const [, , command, place, pages, url] = process.argv;
if (command === 'measure') {
  process.stdout.write(JSON.stringify(await measure(place as Place, Number(pages), url!)));
} else {
  await withDatabase(compare);
}

function wishedSizes(): readonly number[] {
  const one = /--pages[= ](\d+)/.exec(process.argv.join(' '))?.[1];
  if (one) return [Number(one)];
  return process.argv.includes('--full') ? FULL : QUICK;
}

function placesFor(size: number): Place[] {
  const places: Place[] = ['database'];
  if (size <= MOST_IN_MEMORY) places.unshift('memory');
  if (size >= LEAST_IN_REGION) places.push('region');
  const one = /--place[= ](\w+)/.exec(process.argv.join(' '))?.[1];
  return places.filter((place) => !one || place === one);
}

async function compare(open: (name: string) => Promise<string>): Promise<void> {
  const before: Growth = existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : {};
  for (const size of wishedSizes()) {
    console.log(`\n${size} pages`);
    const prints = new Map<Place, string>();
    for (const one of placesFor(size)) {
      const { print, ...figures } = await measureApart(one, size, await open(`bench_${one}_${size}`));
      prints.set(one, print);
      tell(one, rounded(figures), before[size]?.[one]);
      before[size] = { ...before[size], [one]: rounded(figures) };
    }
    if (!prints.has('memory') || !prints.has('database')) continue;
    const isSame = prints.get('memory') === prints.get('database');
    console.log(`answers of memory and database ${isSame ? 'the same' : 'DIFFER'}`);
    if (!isSame) process.exitCode = 1;
  }
  if (process.argv.includes('--update')) writeFileSync(BASELINE, `${JSON.stringify(before, null, 2)}\n`);
}

function tell(name: Place, figures: Shown, before: Shown | undefined): void {
  console.log(`${name.padEnd(9)} ${columns(figures)}`);
  if (before) console.log(`${'baseline'.padStart(9)} ${columns(before)}`);
}

function columns(of: Shown): string {
  return [
    `build ${of.buildSeconds} s`,
    `open ${of.openSeconds} s`,
    `update ${of.updateSeconds} s (wait ${of.updateWaitSeconds} s)`,
    `answer p50 ${of.answerP50Ms} p95 ${of.answerP95Ms} ms`,
    `processor ${of.engineMs} (p95 ${of.engineP95Ms}) + ${of.databaseMs} ms`,
    `held ${of.heldMb} MB`,
    `peak ${of.peakMb} MB`,
    `tables ${of.tablesMb} + ${of.indexesMb} MB`,
  ].join(', ');
}

function rounded(figures: Shown): Shown {
  const entries = Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(3))]);
  return Object.fromEntries(entries) as Shown;
}

/** A process of its own, so that one place does not stand in the other's memory. */
function measureApart(one: Place, size: number, at: string): Promise<Figures> {
  const child = spawn(process.execPath, [import.meta.filename, 'measure', one, String(size), at], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.on('data', (text: Buffer) => (told += text.toString()));
  return new Promise((resolve, reject) =>
    child.on('exit', (code) => {
      if (code === 0) resolve(JSON.parse(told) as Figures);
      else reject(new Error(`${one} with ${size} pages ended with ${code}`));
    }),
  );
}

/** Hands out empty databases; each is gone when the next one is wanted. */
async function withDatabase(work: (open: (name: string) => Promise<string>) => Promise<void>): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ortskern-scale-'));
  chmodSync(dataFolder, 0o755);
  const server = await startPostgres({ dataFolder, as: 'guest' });
  let last: string | null = null;
  try {
    await work(async (name) => {
      await prepare(server.url('postgres'), server.url(name), name, last);
      last = name;
      return server.url(name);
    });
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function prepare(maintenance: string, at: string, name: string, last: string | null): Promise<void> {
  const first = openDatabase(maintenance, { max: 1 });
  if (last) await first.pool.query(`drop database ${last}`);
  await first.pool.query(`create database ${name} encoding 'UTF8' template template0`);
  await first.close();
  const database = openDatabase(at, { max: 1 });
  await migrate(database, MIGRATIONS);
  await database.close();
}
