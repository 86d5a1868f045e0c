import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'drizzle-orm';
import type { Answer } from '#answer-engine';
import { newId, openDatabase } from '#platform/db.server';
import type { Database } from '#platform/db.server';
import { createScope, SYSTEM_ACTOR } from '#platform/scope.server';
import type { TenantScope } from '#platform/scope.server';
import {
  databaseSearch,
  memorySearch,
} from '../../src/modules/assistant/database-index/town-search.server.ts';
import type { TownSearch } from '../../src/modules/assistant/town-pages.ts';
import { processorMs } from '../load/processor.ts';
import { asked, regionPages, TOWNS } from './pages.ts';

/** One town in memory, one in the database, or as many pages in the database as hundreds of towns. */
export type Place = 'memory' | 'database' | 'region';

/** How so many pages are served by one process. */
export interface Figures {
  /** From nothing to ready, with the making of the pages. */
  buildSeconds: number;
  /** Until a town that was not held is ready, as after a start. */
  openSeconds: number;
  /** After ten pages were edited, until they count; to look through all pages is part of it. */
  updateSeconds: number;
  /** Longest wait of an asker meanwhile. */
  updateWaitSeconds: number;
  answerP50Ms: number;
  answerP95Ms: number;
  /** Processor time of a question in this process: mean, and of the slowest in twenty. */
  engineMs: number;
  engineP95Ms: number;
  /** The same in PostgreSQL; 0 where the system does not tell. */
  databaseMs: number;
  /** What the process holds between questions. */
  heldMb: number;
  /** Most memory the process ever had. */
  peakMb: number;
  tablesMb: number;
  indexesMb: number;
  /** The same in memory and database when the answers are. */
  print: string;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const EDITED = 10;
const WARM_UP = 20;

export async function measure(place: Place, pages: number, url: string): Promise<Figures> {
  const database = openDatabase(url, { max: 4 });
  const towns = await newTowns(database, place === 'region' ? TOWNS : 1);
  const size = Math.ceil(pages / towns.length);
  let edited = 0;
  const source = {
    searchables: [
      (tenant: TenantScope) => {
        const first = towns.findIndex((town) => town.tenant.id === tenant.tenant.id) * size;
        return regionPages({ first, end: Math.min(pages, first + size), all: pages, edited });
      },
    ],
    readEdition: async () => 1,
    nextChangeAt: async () => null,
  };
  const newSearch = (): TownSearch => (place === 'memory' ? memorySearch(source) : databaseSearch(source));
  const before = heldMb();
  try {
    let search = newSearch();
    const buildSeconds = await seconds(async () => {
      for (const town of towns) await search.of(town, 1);
    });
    if (place !== 'memory') search = newSearch();
    const openSeconds = await seconds(() => search.of(towns[0]!, 1));
    const told = await ask(towns, search);
    const held = heldMb() - before;
    edited = EDITED;
    const [updateSeconds, updateWaitSeconds] = await update(towns[0]!, search);
    return {
      buildSeconds,
      openSeconds,
      updateSeconds,
      updateWaitSeconds,
      ...told,
      heldMb: held,
      peakMb: process.resourceUsage().maxRSS / 1000,
      ...(place === 'memory' ? { tablesMb: 0, indexesMb: 0 } : await sizes(database)),
    };
  } finally {
    await Promise.all(towns.map((town) => town.end()));
    await database.close();
  }
}

async function newTowns(database: Database, count: number): Promise<TenantScope[]> {
  const towns: TenantScope[] = [];
  for (let i = 0; i < count; i++) {
    const tenant = { id: newId(), slug: `t${newId().slice(-12)}`, name: 'Region' };
    await database.transaction({ registry: true }, (store) =>
      store.execute(
        sql`insert into tenancy.tenant (tenant_id, slug, name) values (${tenant.id}, ${tenant.slug}, ${tenant.name})`,
      ),
    );
    towns.push(createScope({ database, tenant, actor: SYSTEM_ACTOR }));
  }
  return towns;
}

type Told = Pick<
  Figures,
  'answerP50Ms' | 'answerP95Ms' | 'engineMs' | 'engineP95Ms' | 'databaseMs' | 'print'
>;

/** Each question goes to one town after the other, so in a region to one that nobody asked before. */
async function ask(towns: readonly TenantScope[], search: TownSearch): Promise<Told> {
  const times: number[] = [];
  const ownTimes: number[] = [];
  const hash = createHash('sha1');
  let [own, all] = [0, 0];
  for (const [i, text] of asked.entries()) {
    if (i === WARM_UP) [own, all] = processor();
    const town = towns[i % towns.length]!;
    const startedAt = performance.now();
    const ownBefore = ownProcessor();
    const pages = await search.of(town, 1);
    const { sentences, citations }: Answer = await pages.answer(town, { text });
    if (i >= WARM_UP) {
      times.push(performance.now() - startedAt);
      ownTimes.push(ownProcessor() - ownBefore);
    }
    const quoted = citations.map(({ documentId, sentenceIndex }) => [documentId, sentenceIndex]);
    hash.update(JSON.stringify([sentences, quoted]));
  }
  const [ownAfter, allAfter] = processor();
  const engineMs = (ownAfter - own) / times.length;
  return {
    answerP50Ms: rankOf(times, 0.5),
    answerP95Ms: rankOf(times, 0.95),
    engineMs,
    engineP95Ms: rankOf(ownTimes, 0.95),
    databaseMs: Math.max(0, (allAfter - all) / times.length - engineMs),
    print: hash.digest('hex'),
  };
}

function rankOf(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)]!;
}

/** Milliseconds of processor used by this process, and by it together with PostgreSQL, which the same process started. */
function processor(): [number, number] {
  const own = ownProcessor();
  return [own, processorMs(process.ppid) ?? own];
}

function ownProcessor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** While an edition is brought in, somebody asks again and again. */
async function update(town: TenantScope, search: TownSearch): Promise<[number, number]> {
  const before = await search.of(town, 1);
  let longest = 0;
  const all = await seconds(async () => {
    for (let now = before; now === before;) {
      const wait = await seconds(async () => void (now = await search.of(town, 2)));
      longest = Math.max(longest, wait);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  return [all, longest];
}

async function sizes(database: Database): Promise<Pick<Figures, 'tablesMb' | 'indexesMb'>> {
  const { rows } = await database.asOwner((client) =>
    client.query<{ tables: string; indexes: string }>(`
      select sum(pg_table_size(oid)) as tables, sum(pg_indexes_size(oid)) as indexes
      from pg_class
      where relname in ('search_corpus', 'search_page', 'search_posting', 'search_term', 'search_length')
        and relkind = 'r'`),
  );
  return { tablesMb: Number(rows[0]!.tables) / 1e6, indexesMb: Number(rows[0]!.indexes) / 1e6 };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

function heldMb(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
