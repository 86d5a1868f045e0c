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
import { asked, regionPages } from './pages.ts';

/** How a town of so many pages is served from memory or from the database, by one process. */
export interface Figures {
  /** From nothing to the first answer. */
  buildSeconds: number;
  /** After ten pages were edited; to look through all pages is part of it. */
  updateSeconds: number;
  answerP50Ms: number;
  answerP95Ms: number;
  /** What the process holds for the town between questions. */
  heldMb: number;
  /** Most memory the process ever had. */
  peakMb: number;
  /** Tables of the index with their own indexes; 0 in memory. */
  databaseMb: number;
  /** The same in both places when the answers are. */
  print: string;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const EDITED = 10;
const WARM_UP = 20;

export async function measure(place: 'memory' | 'database', pages: number, url: string): Promise<Figures> {
  const database = openDatabase(url, { max: 4 });
  try {
    const tenant = await newTown(database);
    let edited = 0;
    const source = {
      searchables: [() => regionPages(pages, edited)],
      readEdition: async () => 1,
      nextChangeAt: async () => null,
    };
    const search = place === 'memory' ? memorySearch(source) : databaseSearch(source);
    const before = heldMb();
    const buildSeconds = await seconds(() => search.of(tenant, 1));
    const { times, print } = await ask(tenant, await search.of(tenant, 1));
    const held = heldMb() - before;
    edited = EDITED;
    const updateSeconds = await seconds(() => search.of(tenant, 2));
    await tenant.end();
    return {
      buildSeconds,
      updateSeconds,
      answerP50Ms: times[Math.floor(times.length * 0.5)]!,
      answerP95Ms: times[Math.floor(times.length * 0.95)]!,
      heldMb: held,
      peakMb: process.resourceUsage().maxRSS / 1000,
      databaseMb: place === 'memory' ? 0 : await databaseMb(database),
      print,
    };
  } finally {
    await database.close();
  }
}

async function newTown(database: Database): Promise<TenantScope> {
  const tenant = { id: newId(), slug: `t${newId().slice(-12)}`, name: 'Region' };
  await database.transaction({ registry: true }, (store) =>
    store.execute(
      sql`insert into tenancy.tenant (tenant_id, slug, name) values (${tenant.id}, ${tenant.slug}, ${tenant.name})`,
    ),
  );
  return createScope({ database, tenant, actor: SYSTEM_ACTOR });
}

async function ask(
  tenant: TenantScope,
  town: { answer(tenant: TenantScope, question: { text: string }): Promise<Answer> },
): Promise<{ times: number[]; print: string }> {
  const times: number[] = [];
  const hash = createHash('sha1');
  for (const [i, text] of asked.entries()) {
    const startedAt = performance.now();
    const { sentences, citations } = await town.answer(tenant, { text });
    if (i >= WARM_UP) times.push(performance.now() - startedAt);
    hash.update(
      JSON.stringify([
        sentences,
        citations.map(({ documentId, sentenceIndex }) => [documentId, sentenceIndex]),
      ]),
    );
  }
  return { times: times.sort((a, b) => a - b), print: hash.digest('hex') };
}

async function databaseMb(database: Database): Promise<number> {
  const { rows } = await database.asOwner((client) =>
    client.query<{ bytes: string }>(`
      select sum(pg_total_relation_size(oid)) as bytes
      from pg_class
      where relname in ('search_corpus', 'search_page', 'search_posting', 'search_term') and relkind = 'r'`),
  );
  return Number(rows[0]!.bytes) / 1e6;
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
