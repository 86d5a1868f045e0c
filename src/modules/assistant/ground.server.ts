import type { Answer, Question } from '#answer-engine';
import { readTown } from '#modules/tenancy.server';
import type { Town } from '#modules/tenancy';
import type { TenantScope } from '#platform/scope.server';
import { askedToo } from './asked/queries.server.ts';
import { databaseSearch, memorySearch } from './database-index/town-search.server.ts';
import type { IndexSource, TownPages } from './town-pages.ts';
import { rememberPer } from './recent.ts';
import { sharedReading } from './shared-reading.ts';
import type { Records } from './typed.ts';

/** Where towns are searched: memory is quickest, the database holds more than memory does. */
export type SearchPlace = 'memory' | 'database';

/** What every question stands on: the town, its pages as of now, and what was worked out on them before. */
export interface Ground {
  enter(tenant: TenantScope): Promise<{ town: Town; pages: TownPages }>;
  /** The engine answers the same question on the same pages and day alike, so it is asked once. */
  answer(tenant: TenantScope, pages: TownPages, question: Question): Promise<Answer>;
  /** What records say holds for a minute at most: "gerade offen" has an end. */
  typed<Found>(
    tenant: TenantScope,
    pages: TownPages,
    question: Question,
    read: (records: Records) => Promise<Found>,
  ): Promise<Found>;
  indexesHeld(): number;
}

// The same questions come again and again; an answer takes some kilobytes.
const QUESTIONS_KEPT = 1_000;
const RECORDS_KEPT = 500;

export function createGround(given: IndexSource, place: SearchPlace = 'memory', threads = 0): Ground {
  const source = { ...given, searchables: given.searchables.map(askedToo) };
  const search = place === 'memory' ? memorySearch(source, threads) : databaseSearch(source);
  // Each apart, so that a thing of which there is much does not push out the others.
  const answers = rememberPer<TownPages>(QUESTIONS_KEPT);
  const typed = rememberPer<TownPages>(QUESTIONS_KEPT);
  const found = rememberPer<TownPages>(QUESTIONS_KEPT);
  const records = rememberPer<TownPages>(RECORDS_KEPT);
  const look = sharedReading(
    (tenant: TenantScope) => tenant.tenant.id,
    async (tenant) => ({ town: await readTown(tenant), edition: await source.readEdition(tenant) }),
  );

  const recordsOf = (tenant: TenantScope, pages: TownPages): Records => ({
    document: async (id) => (await pages.documents(tenant, [id])).get(id),
    find: (kind, limit, question) =>
      found(pages, `${kind} ${limit} ${question}`, () =>
        pages.search(tenant, question, { kinds: [kind], limit }),
      ),
    recall: (key, read) => records(pages, `${minuteOf(tenant)} ${tenant.locale} ${key}`, read),
  });

  return {
    async enter(tenant) {
      const { town, edition } = await look(tenant);
      return { town, pages: await search.of(tenant, edition) };
    },
    answer: (tenant, pages, question) =>
      answers(pages, JSON.stringify(question), () => pages.answer(tenant, question)),
    typed(tenant, pages, question, read) {
      const key = `${minuteOf(tenant)} ${tenant.locale} ${JSON.stringify(question)}`;
      return typed(pages, key, () => read(recordsOf(tenant, pages)));
    },
    indexesHeld: () => search.held(),
  };
}

function minuteOf(tenant: TenantScope): number {
  return Math.floor(tenant.now().getTime() / 60_000);
}
