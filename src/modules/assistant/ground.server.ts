import { answer, search } from '#answer-engine';
import type { Answer, Question } from '#answer-engine';
import { readTown } from '#modules/tenancy.server';
import type { Town } from '#modules/tenancy';
import type { TenantScope } from '#platform/scope.server';
import { createIndexKeeper } from './indexes.server.ts';
import type { IndexSource, TownIndex } from './indexes.server.ts';
import { rememberPer } from './recent.ts';
import { sharedReading } from './shared-reading.ts';
import type { Records } from './typed.ts';

/** What every question stands on: the town, its index as of now, and what was worked out on it before. */
export interface Ground {
  enter(tenant: TenantScope): Promise<{ town: Town; kept: TownIndex }>;
  /** The engine answers the same question on the same index and day alike, so it is asked once. */
  answer(kept: TownIndex, question: Question): Answer;
  records(kept: TownIndex, question: string): Records;
  indexesHeld(): number;
}

// A few hundred answers of some kilobytes a town; the same questions come again and again.
const ANSWERS_KEPT = 400;

export function createGround(source: IndexSource): Ground {
  const keeper = createIndexKeeper(source);
  const remember = rememberPer<TownIndex>(ANSWERS_KEPT);
  const look = sharedReading(
    (tenant: TenantScope) => tenant.tenant.id,
    async (tenant) => ({ town: await readTown(tenant), edition: await source.readEdition(tenant) }),
  );

  return {
    async enter(tenant) {
      const { town, edition } = await look(tenant);
      return { town, kept: await keeper.of(tenant, edition) };
    },
    answer: (kept, question) =>
      remember(kept, `answer ${JSON.stringify(question)}`, () => answer(kept.index, question)),
    records: (kept, question) => ({
      documents: kept.documents,
      find: (kind, limit) =>
        remember(kept, `${kind} ${limit} ${question}`, () =>
          search(kept.index, question, { kinds: [kind], limit }),
        ),
    }),
    indexesHeld: () => keeper.held(),
  };
}
