import { sql } from 'drizzle-orm';
import { lexiconOf } from '#answer-engine';
import type { Corpus } from '#answer-engine';
import type { TenantScope } from '#platform/scope.server';
import type { IndexSource } from '../town-pages.ts';
import { loadSynonyms } from '../words/queries.server.ts';
import { isFresh, readProgress, renewIndex } from './renewal.server.ts';
import type { Progress } from './renewal.server.ts';

/** What is true of all pages of a town, of one edition. */
export interface HeldCorpus extends Progress {
  corpus: Corpus;
  usedAt: number;
}

export interface CorpusKeeper {
  /** The words of a town as of an edition; the index in the database is brought up to it first. */
  of(tenant: TenantScope, edition: number): Promise<HeldCorpus>;
  /** Number of towns whose words are in memory. */
  held(): number;
}

// A term takes about a hundred bytes, with what the engine makes of it; the least used town goes first.
const TERMS_HELD = 3_000_000;

export function createCorpusKeeper(source: IndexSource, mostTerms = TERMS_HELD): CorpusKeeper {
  const held = new Map<string, HeldCorpus>();
  const reading = new Map<string, Promise<HeldCorpus>>();

  async function read(tenant: TenantScope, edition: number): Promise<HeldCorpus> {
    if (!isFresh(tenant, await readProgress(tenant), edition)) await renewIndex(tenant, source, edition);
    return readCorpus(tenant);
  }

  function evict(): void {
    const terms = (): number => [...held.values()].reduce((sum, { corpus }) => sum + corpus.terms.length, 0);
    while (held.size > 1 && terms() > mostTerms) {
      const [oldest] = [...held].sort(([, a], [, b]) => a.usedAt - b.usedAt)[0]!;
      held.delete(oldest);
    }
  }

  return {
    held: () => held.size,
    async of(tenant, edition) {
      const id = tenant.tenant.id;
      const known = held.get(id);
      if (known && isFresh(tenant, known, edition)) {
        known.usedAt = tenant.now().getTime();
        return known;
      }
      const key = `${id} ${edition} ${known?.staleAt?.getTime() ?? ''}`;
      // Many askers after one change share one reading.
      let ready = reading.get(key);
      if (!ready) {
        ready = read(tenant, edition).finally(() => reading.delete(key));
        reading.set(key, ready);
      }
      const fresh = await ready;
      fresh.usedAt = tenant.now().getTime();
      held.set(id, fresh);
      evict();
      return fresh;
    },
  };
}

interface CorpusRow extends Record<string, unknown> {
  edition: string;
  staleAt: string | null;
  pages: number;
  lengths: number[];
  terms: string | null;
  frequencies: string | null;
}

/** The vocabulary comes in two long lines: a row for each term would take several times as long. */
function readCorpus(tenant: TenantScope): Promise<HeldCorpus> {
  const tenantId = tenant.tenant.id;
  return tenant.read(async (store) => {
    const { rows } = await store.execute<CorpusRow>(sql`
      select
        corpus.edition,
        corpus.stale_at as "staleAt",
        corpus.pages,
        array[corpus.title_length, corpus.heading_length, corpus.text_length]::float8[] as lengths,
        words.terms,
        words.frequencies
      from assistant.search_corpus as corpus
      cross join (
        select string_agg(term, E'\\n') as terms, string_agg(pages::text, ' ') as frequencies
        from assistant.search_term
        where tenant_id = ${tenantId}
      ) as words
      where corpus.tenant_id = ${tenantId}`);
    const roles = await store.execute<{ role: string; pages: number }>(sql`
      select contact_role as role, count(*)::integer as pages
      from assistant.search_page
      where tenant_id = ${tenantId} and contact_role is not null
      group by contact_role`);
    const synonyms = await loadSynonyms(store, tenantId);
    const held = heldCorpus(rows[0]!, new Map(roles.rows.map(({ role, pages }) => [role, pages])));
    const ownLexicon = lexiconOf(synonyms.map(({ words }) => words));
    return { ...held, corpus: { ...held.corpus, ownLexicon } };
  });
}

function heldCorpus(row: CorpusRow, roles: ReadonlyMap<string, number>): HeldCorpus {
  const frequencies = row.frequencies?.split(' ').map(Number) ?? [];
  // Sorted as the engine sorts, which no collation of the database does for every letter.
  const words = (row.terms?.split('\n') ?? []).map((term, i) => ({ term, pages: frequencies[i]! }));
  words.sort((a, b) => (a.term < b.term ? -1 : 1));
  const mean = (sum: number): number => Math.max(1, sum / Math.max(1, row.pages));
  const [title = 0, heading = 0, text = 0] = row.lengths;
  return {
    edition: Number(row.edition),
    staleAt: row.staleAt === null ? null : new Date(row.staleAt),
    usedAt: 0,
    corpus: {
      terms: words.map(({ term }) => term),
      frequencies: Uint32Array.from(words, ({ pages }) => pages),
      pageCount: row.pages,
      meanLengths: [mean(title), mean(heading), mean(text)],
      roles,
    },
  };
}
