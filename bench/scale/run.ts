import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase } from '#platform/db.server';
import { startPostgres } from '#platform/supervisor.server';
import { measure } from './measure.ts';
import type { Figures } from './measure.ts';

// How both places of the search index grow: a town of 1,000, 10,000 and 100,000 pages, each in a process of its own, with
// a PostgreSQL of its own on the same machine. Fails when the two places give different answers. `--pages 1000` measures
// one size, `--update` writes the baseline. Times depend on what else the machine does; they are told, not judged.
const BASELINE = join(import.meta.dirname, 'baseline.json');
const MIGRATIONS = join(import.meta.dirname, '../../database/migrations');
const PLACES = ['memory', 'database'] as const;
const one = /--pages[= ](\d+)/.exec(process.argv.join(' '))?.[1];
const SIZES = one ? [Number(one)] : [1_000, 10_000, 100_000];

type Place = (typeof PLACES)[number];
type Growth = Record<string, Record<Place, Omit<Figures, 'print'>>>;

const [, , command, place, pages, url] = process.argv;
if (command === 'measure') {
  process.stdout.write(JSON.stringify(await measure(place as Place, Number(pages), url!)));
} else {
  await withDatabase(compare);
}

async function compare(open: (size: number) => Promise<string>): Promise<void> {
  const before: Growth = existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : {};
  const growth: Growth = {};
  for (const size of SIZES) {
    const url = await open(size);
    const [memory, database] = [
      await measureApart('memory', size, url),
      await measureApart('database', size, url),
    ];
    const same = memory.print === database.print;
    if (!same) process.exitCode = 1;
    growth[size] = { memory: rounded(memory), database: rounded(database) };
    console.log(`\n${size} pages, answers ${same ? 'the same' : 'DIFFERENT'}`);
    for (const name of PLACES) tell(name, growth[size][name], before[size]?.[name]);
  }
  if (process.argv.includes('--update')) writeFileSync(BASELINE, `${JSON.stringify(growth, null, 2)}\n`);
}

function tell(
  name: Place,
  figures: Omit<Figures, 'print'>,
  before: Omit<Figures, 'print'> | undefined,
): void {
  const columns = (of: Omit<Figures, 'print'>): string =>
    [
      `build ${of.buildSeconds} s`,
      `update ${of.updateSeconds} s`,
      `answer p50 ${of.answerP50Ms} p95 ${of.answerP95Ms} ms`,
      `held ${of.heldMb} MB`,
      `peak ${of.peakMb} MB`,
      `tables ${of.databaseMb} MB`,
    ].join(', ');
  console.log(`${name.padEnd(9)} ${columns(figures)}`);
  if (before) console.log(`${'baseline'.padStart(9)} ${columns(before)}`);
}

function rounded({ print: _, ...figures }: Figures): Omit<Figures, 'print'> {
  const entries = Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(3))]);
  return Object.fromEntries(entries) as Omit<Figures, 'print'>;
}

/** A process of its own, so that one place does not stand in the other's memory. */
function measureApart(place: Place, size: number, url: string): Promise<Figures> {
  const child = spawn(process.execPath, [import.meta.filename, 'measure', place, String(size), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.on('data', (text: Buffer) => (told += text.toString()));
  return new Promise((resolve, reject) =>
    child.on('exit', (code) => {
      if (code === 0) resolve(JSON.parse(told) as Figures);
      else reject(new Error(`${place} with ${size} pages ended with ${code}`));
    }),
  );
}

/** Hands out an empty database for each size. */
async function withDatabase(work: (open: (size: number) => Promise<string>) => Promise<void>): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ortskern-scale-'));
  chmodSync(dataFolder, 0o755);
  const server = await startPostgres({ dataFolder, as: 'guest' });
  try {
    await work(async (size) => {
      await prepare(server.url('postgres'), server.url(`bench_${size}`), `bench_${size}`);
      return server.url(`bench_${size}`);
    });
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function prepare(maintenance: string, url: string, name: string): Promise<void> {
  const first = openDatabase(maintenance, { max: 1 });
  await first.pool.query(`create database ${name} encoding 'UTF8' template template0`);
  await first.close();
  const database = openDatabase(url, { max: 1 });
  await migrate(database, MIGRATIONS);
  await database.close();
}
