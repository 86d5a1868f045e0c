import { setImmediate, setTimeout } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { lexiconOf, PackedTerms, prepareWords } from '#answer-engine';
import type { Corpus } from '#answer-engine';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import type { IndexSource } from '../town-pages.ts';
import { loadSynonyms } from '../words/queries.server.ts';
import { unpackLengths } from './blocks.ts';
import type { TownWords } from './candidates.server.ts';
import { isFresh, readProgress, renewIndex } from './renewal.server.ts';
import type { Progress } from './renewal.server.ts';
import { searchLength } from './tables.server.ts';

/** What is true of all pages of a town, of one edition. */
export interface HeldCorpus extends Progress, TownWords {
  usedAt: number;
}

export interface CorpusKeeper {
  /** The words of a town as of an edition; the index in the database is brought up to it first. */
  of(tenant: TenantScope, edition: number): Promise<HeldCorpus>;
  /** Number of towns whose words are in memory. */
  held(): number;
}

// A term takes about fifty bytes, with what the engine makes of it; the least used town goes first.
const TERMS_HELD = 3_000_000;
// A town of some thousand pages is brought up to date sooner; of a larger one, askers hear what was true before the change.
const PATIENCE_MS = 5_000;

export interface CorpusLimits {
  /** Words held of all towns together. */
  mostTerms?: number;
  /** How long an asker waits for what was changed. */
  patienceMs?: number;
}

export function createCorpusKeeper(
  source: IndexSource,
  { mostTerms = TERMS_HELD, patienceMs = PATIENCE_MS }: CorpusLimits = {},
): CorpusKeeper {
  const held = new Map<string, HeldCorpus>();
  const readings = new Map<string, { ready: Promise<HeldCorpus>; patience: Promise<unknown> }>();

  async function read(tenant: TenantScope, edition: number): Promise<HeldCorpus> {
    if (!isFresh(tenant, await readProgress(tenant), edition)) await renewIndex(tenant, source, edition);
    const fresh = await readCorpus(tenant);
    for (const _ of prepareWords(fresh.corpus)) await setImmediate();
    held.set(tenant.tenant.id, fresh);
    evict(fresh);
    return fresh;
  }

  function evict(fresh: HeldCorpus): void {
    const terms = (): number => [...held.values()].reduce((sum, { corpus }) => sum + corpus.terms.length, 0);
    while (held.size > 1 && terms() > mostTerms) {
      const others = [...held].filter(([, one]) => one !== fresh);
      held.delete(others.sort(([, a], [, b]) => a.usedAt - b.usedAt)[0]![0]);
    }
  }

  return {
    held: () => held.size,
    async of(tenant, edition) {
      const id = tenant.tenant.id;
      const known = held.get(id);
      if (known) known.usedAt = tenant.now().getTime();
      if (known && isFresh(tenant, known, edition)) return known;
      const key = `${id} ${edition} ${known?.staleAt?.getTime() ?? ''}`;
      // Many askers after one change share one reading.
      let reading = readings.get(key);
      if (!reading) {
        const ready = read(tenant, edition).finally(() => readings.delete(key));
        reading = { ready, patience: setTimeout(patienceMs, null, { ref: false }) };
        readings.set(key, reading);
      }
      const fresh = known
        ? await Promise.race([reading.ready, reading.patience.then(() => known)])
        : await reading.ready;
      fresh.usedAt = tenant.now().getTime();
      return fresh;
    },
  };
}

interface SumsRow extends Record<string, unknown> {
  edition: string;
  staleAt: string | null;
  pages: number;
  nextPage: number;
  sums: number[];
}

function readCorpus(tenant: TenantScope): Promise<HeldCorpus> {
  const tenantId = tenant.tenant.id;
  return tenant.read(async (store) => {
    const sums = await store.execute<SumsRow>(sql`
      select
        edition,
        stale_at as "staleAt",
        pages,
        next_page as "nextPage",
        array[title_length, heading_length, text_length]::float8[] as sums
      from assistant.search_corpus
      where tenant_id = ${tenantId}`);
    const row = sums.rows[0]!;
    const { block, lengths } = searchLength;
    const blocks = await store
      .select({ block, lengths })
      .from(searchLength)
      .where(eq(searchLength.tenantId, tenantId));
    const roles = await store.execute<{ role: string; pages: number }>(sql`
      select contact_role as role, count(*)::integer as pages
      from assistant.search_page
      where tenant_id = ${tenantId} and contact_role is not null
      group by contact_role`);
    const synonyms = await loadSynonyms(store, tenantId);
    return {
      edition: Number(row.edition),
      staleAt: row.staleAt === null ? null : new Date(row.staleAt),
      usedAt: 0,
      lengths: unpackLengths(blocks, row.nextPage),
      corpus: {
        ...(await readVocabulary(store, tenantId)),
        pageCount: row.pages,
        meanLengths: meanLengths(row),
        roles: new Map(roles.rows.map(({ role, pages }) => [role, pages])),
        ownLexicon: lexiconOf(synonyms.map(({ words }) => words)),
      },
    };
  });
}

function meanLengths({ pages, sums: [title = 0, heading = 0, text = 0] }: SumsRow): Corpus['meanLengths'] {
  const mean = (sum: number): number => Math.max(1, sum / Math.max(1, pages));
  return [mean(title), mean(heading), mean(text)];
}

// So many take a fraction of a second: no statement runs into its limit, and others are served in between.
const TERMS_AT_ONCE = 100_000;

/** The vocabulary comes in long lines: a row for each term would take several times as long. */
async function readVocabulary(
  store: Store,
  tenantId: string,
): Promise<Pick<Corpus, 'terms' | 'frequencies'>> {
  const lines: string[] = [];
  const frequencies: number[] = [];
  for (let last = ''; ;) {
    const { rows } = await store.execute<{ terms: string | null; frequencies: string | null }>(sql`
      select string_agg(term, E'\\n' order by term) as terms, string_agg(pages::text, ' ' order by term) as frequencies
      from (
        select term, pages
        from assistant.search_term
        where tenant_id = ${tenantId} and term > ${last}
        order by term
        limit ${TERMS_AT_ONCE}
      ) as part`);
    const { terms, frequencies: some } = rows[0]!;
    if (terms !== null) lines.push(terms);
    const before = frequencies.length;
    for (const pages of some?.split(' ') ?? []) frequencies.push(Number(pages));
    if (frequencies.length - before < TERMS_AT_ONCE) return inOrder(lines.join('\n'), frequencies);
    last = terms!.slice(terms!.lastIndexOf('\n') + 1);
  }
}

/** Sorted as the engine sorts; the database differs in letters beyond the first 65,536 only. */
function inOrder(lines: string, frequencies: number[]): Pick<Corpus, 'terms' | 'frequencies'> {
  const terms = new PackedTerms(lines);
  let before = '';
  let isInOrder = true;
  for (const term of terms) {
    isInOrder &&= before < term;
    before = term;
  }
  if (isInOrder) return { terms, frequencies: Uint32Array.from(frequencies) };
  const order = [...frequencies.keys()].sort((a, b) => (terms.at(a)! < terms.at(b)! ? -1 : 1));
  return {
    terms: new PackedTerms(order.map((at) => terms.at(at)).join('\n')),
    frequencies: Uint32Array.from(order, (at) => frequencies[at]!),
  };
}
