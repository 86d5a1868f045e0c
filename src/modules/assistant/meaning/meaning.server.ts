import { log } from '#platform/log.server';
import type { TenantScope } from '#platform/scope.server';
import { printOf } from '../shelf/print.server.ts';
import type { TownPages } from '../town-pages.ts';
import type { Later } from '../later.server.ts';
import type { ModelBudget } from '../model.ts';
import { createRecent, rememberPer } from '../recent.ts';
import { redact } from '../redact.ts';
import type { Tally } from '../tally.server.ts';
import type { SearchDocument } from '#answer-engine';
import { silent } from './embedder.ts';
import type { Embedder, EmbeddingOutcome } from './embedder.ts';
import { nearestOf } from './fuse.ts';
import type { Near } from './fuse.ts';
import {
  hasVectorType,
  keepVectors,
  nearestInDatabase,
  readKnown,
  readVectors,
  saveVectors,
} from './vectors.server.ts';

export interface EmbedderChoice {
  embedder: Embedder;
  /** How long an asker waits for it. */
  timeoutMs: number;
  budget: ModelBudget;
  /** From which likeness on a page is worth showing; depends on the model. */
  leastLikeness: number;
}

/** Finds pages by meaning, where words have nothing in common. */
export interface Meaning {
  /** The pages nearest to a question, none when the model is silent: then words alone decide. */
  near(tenant: TenantScope, pages: TownPages, question: string): Promise<Near[]>;
  leastLikeness: number;
}

const MOST_NEAR = 10;
const QUESTIONS_KEPT = 500;
const FAILURES_BEFORE_REST = 3;
const REST_MS = 30_000;

export function createMeaning(
  choice: EmbedderChoice,
  tally: Tally,
  later: Later,
  nowMs: () => number = Date.now,
): Meaning {
  const { embedder, timeoutMs, leastLikeness } = choice;
  const questions = createRecent<number[]>(QUESTIONS_KEPT);
  const once = rememberPer<TownPages>(8);
  let failures = 0;
  let restsUntil = 0;
  let isInDatabase: Promise<boolean> | null = null;

  /** One request within budget and time; three failures in a row give the model a rest. */
  async function embed(
    tenant: TenantScope,
    texts: readonly string[],
    forMs: number,
  ): Promise<number[][] | null> {
    if (nowMs() < restsUntil || !(await tally.reserveUse(tenant, 'embedding', choice.budget))) return null;
    const outcome = await inTime(embedder, texts, forMs);
    tally.count(tenant, 'embedding-tokens', outcome.tokens);
    failures = outcome.ok ? 0 : failures + 1;
    if (failures >= FAILURES_BEFORE_REST) {
      restsUntil = nowMs() + REST_MS;
      failures = 0;
    }
    if (outcome.ok) return outcome.value;
    log.warn('assistant.embeddings-silent', { reason: outcome.reason });
    return null;
  }

  async function vectorOf(tenant: TenantScope, question: string): Promise<number[] | null> {
    // What goes out is what may be kept: no names, numbers and addresses.
    const text = redact(question);
    const known = questions.get(text);
    if (known || !text) return known ?? null;
    const [vector] = (await embed(tenant, [text], timeoutMs)) ?? [];
    if (vector) questions.set(text, vector);
    return vector ?? null;
  }

  /** Brings the vectors of a town up to its pages, off the way of askers; what is missing meanwhile is found by words. */
  function renew(tenant: TenantScope, pages: TownPages, size?: number): void {
    later.do(async () => {
      const known = await readKnown(tenant, embedder.model);
      // All vectors of a town have as many numbers; a batch of another size is no better than none.
      let wanted = size ?? known.size;
      const isOfOtherSize = known.size !== wanted;
      let isSilent = false;
      const ids: string[] = [];
      for await (const documents of pages.all(tenant)) {
        ids.push(...documents.map(({ id }) => id));
        const changed = documents
          .map((document) => ({ document, print: printOf(document) }))
          .filter(({ document, print }) => isOfOtherSize || known.prints.get(document.id) !== print);
        for (let from = 0; from < changed.length && !isSilent; from += BATCH) {
          const batch = changed.slice(from, from + BATCH);
          const texts = batch.map(({ document }) => textOf(document));
          const vectors = await embed(tenant, texts, BATCH_TIMEOUT_MS);
          wanted ??= vectors?.[0]!.length ?? null;
          isSilent = vectors?.[0]!.length !== wanted;
          if (!vectors || isSilent) break;
          const rows = batch.map(({ document, print }, i) => {
            return { documentId: document.id, print, vector: vectors[i]! };
          });
          await saveVectors(tenant, embedder.model, rows);
        }
      }
      await keepVectors(tenant, embedder.model, ids);
      once.forget(pages, 'vectors');
    });
  }

  function comparesVectors(tenant: TenantScope): Promise<boolean> {
    const known = (isInDatabase ??= hasVectorType(tenant));
    // A database that did not answer said nothing about pgvector.
    known.catch(() => (isInDatabase = null));
    return known;
  }

  async function nearest(tenant: TenantScope, pages: TownPages, asked: readonly number[]): Promise<Near[]> {
    if (await comparesVectors(tenant)) return nearestInDatabase(tenant, embedder.model, asked, MOST_NEAR);
    const vectors = await once(pages, 'vectors', () => readVectors(tenant, embedder.model));
    return nearestOf(vectors, asked, MOST_NEAR);
  }

  return {
    leastLikeness,
    async near(tenant, pages, question) {
      once(pages, 'renewed', () => (renew(tenant, pages), true));
      const asked = await vectorOf(tenant, question);
      if (!asked) return [];
      const near = await nearest(tenant, pages, asked);
      if (near.length === 0) {
        // Nothing is comparable: the answer of a sick server, or of another model. It is not remembered, and once the
        // pages are read anew in its size.
        questions.forget(redact(question));
        once(pages, `renewed ${asked.length}`, () => (renew(tenant, pages, asked.length), true));
      }
      return near;
    },
  };
}

const BATCH = 32;
const BATCH_TIMEOUT_MS = 30_000;
const LONGEST_TEXT = 2_000;

function textOf({ title, lines }: SearchDocument): string {
  return [title, ...lines.map(({ text }) => text)].join('\n').slice(0, LONGEST_TEXT);
}

/** The deadline holds even for a model that does not heed its signal. */
async function inTime(
  embedder: Embedder,
  texts: readonly string[],
  forMs: number,
): Promise<EmbeddingOutcome> {
  const signal = AbortSignal.timeout(forMs);
  const deadline = new Promise<EmbeddingOutcome>((resolve) =>
    signal.addEventListener('abort', () => setTimeout(resolve, 50, silent('too-slow')), { once: true }),
  );
  return Promise.race([embedder.embed(texts, signal).catch(() => silent('unavailable')), deadline]);
}
