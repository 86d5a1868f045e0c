import { answer, search } from '#answer-engine';
import type { Answer } from '#answer-engine';
import { readTown } from '#modules/tenancy.server';
import type { Town } from '#modules/tenancy';
import { civilDate } from '#platform/formats';
import { LOCALES } from '#platform/i18n';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { closeGap, keepGap, listGaps } from './gaps.server.ts';
import { createIndexKeeper } from './indexes.server.ts';
import type { IndexSource, TownIndex } from './indexes.server.ts';
import { createLater } from './later.server.ts';
import { QUESTION_MAX_LETTERS } from './model.ts';
import type { AskingAudience, DayCount, Gap, TownAnswer, TownHit, TownQuestion } from './model.ts';
import { presented, suggestionsFrom, toHit, usualContact } from './presenting.ts';
import { rememberPer } from './recent.ts';
import { sharedReading } from './shared-reading.ts';
import { createTally, listDayCounts } from './tally.server.ts';
import { typedAnswer } from './typed.ts';
import type { Records, Say, TypedReader } from './typed.ts';
import { createWording } from './writer/wording.server.ts';
import type { WordedQuestion, WriterChoice } from './writer/wording.server.ts';

export interface SearchWish {
  q: string;
  kind?: string | null;
  audience?: AskingAudience | null;
  limit?: number;
}

/** Asks the town's own content; every sentence of an answer carries its source. */
export interface Assistant {
  ask(tenant: TenantScope, question: TownQuestion): Promise<TownAnswer>;
  search(tenant: TenantScope, wish: SearchWish): Promise<{ hits: TownHit[]; answer: TownAnswer | null }>;
  /** Questions that real content answers, for people who do not know what to ask. */
  suggestions(tenant: TenantScope, audience: AskingAudience): Promise<string[]>;
  listGaps(tenant: TenantScope): Promise<Gap[]>;
  closeGap(tenant: TenantScope, id: string): Promise<Outcome<null, 'forbidden' | 'unknown'>>;
  /** Counts an asker who was sent away for asking too often. */
  countRefused(tenant: TenantScope): void;
  /** How often the town was asked in the last weeks, by day. */
  dayCounts(tenant: TenantScope): Promise<DayCount[]>;
  /** Whether a language model words answers. */
  hasModel(): boolean;
  /** Number of towns whose index is in memory. */
  indexesHeld(): number;
  /** Resolves when everything kept off the way of askers is written. */
  settled(): Promise<void>;
}

export interface AssistantOptions {
  /** Without one, answers are quoted sentences and nothing else. */
  writer?: WriterChoice | null;
  /** Answer from records what records know better than sentences: hours, dates, collections. */
  readers?: readonly TypedReader[];
  /** Texts by key for what readers say. */
  say?: Say;
}

// A few hundred answers of a kilobyte each; the same questions come again and again.
const ANSWERS_KEPT = 400;

export function createAssistant(source: IndexSource, options: AssistantOptions = {}): Assistant {
  const keeper = createIndexKeeper(source);
  const later = createLater();
  const tally = createTally();
  const { readers = [], say = (_, key) => key } = options;
  const wording = options.writer ? createWording(options.writer, tally) : null;
  const remember = rememberPer<TownIndex>(ANSWERS_KEPT);
  const look = sharedReading(
    (tenant: TenantScope) => tenant.tenant.id,
    async (tenant) => ({ town: await readTown(tenant), edition: await source.readEdition(tenant) }),
  );

  async function enter(tenant: TenantScope): Promise<{ town: Town; kept: TownIndex }> {
    const { town, edition } = await look(tenant);
    return { town, kept: await keeper.of(tenant, edition) };
  }

  /** The engine answers the same question on the same index and day alike, so it is asked once. */
  function answerOnce(kept: TownIndex, question: Parameters<typeof answer>[1]): Answer {
    return remember(kept, `answer ${JSON.stringify(question)}`, () => answer(kept.index, question));
  }

  function recordsFor(kept: TownIndex, question: string): Records {
    const find = (kind: string, limit: number) =>
      remember(kept, `${kind} ${limit} ${question}`, () =>
        search(kept.index, question, { kinds: [kind], limit }),
      );
    return { documents: kept.documents, find };
  }

  async function ask(tenant: TenantScope, asked: TownQuestion): Promise<TownAnswer> {
    const startedAt = performance.now();
    const { kept, town } = await enter(tenant);
    const text = asked.question.slice(0, QUESTION_MAX_LETTERS);
    const given = answerOnce(kept, {
      text,
      audience: asked.audience,
      locale: asked.locale ?? tenant.locale,
      history: (asked.history ?? []).slice(-4).map((earlier) => earlier.slice(0, QUESTION_MAX_LETTERS)),
      today: civilDate(tenant.now()),
    });
    const typed = given.notice ? null : await typedAnswer(readers, say, tenant, text, recordsFor(kept, text));
    const quoted = {
      ...presented(typed ? { ...given, ...typed, contact: null, clarify: null } : given, town),
      tookMs: 0,
    };
    const shown = wording && !typed ? await wording(tenant, worded(tenant, text, asked), quoted) : quoted;
    // A model that vetoes leaves nobody without a person to turn to.
    if (shown !== quoted && shown.outcome === 'declined') shown.contact ??= usualContact(town);
    tally.count(tenant, given.notice ? `notice-${given.notice}` : shown.outcome);
    if (isGap(shown)) later.do(() => keepGap(tenant, text, asked.audience));
    return { ...shown, tookMs: Math.round((performance.now() - startedAt) * 10) / 10 };
  }

  async function settled(): Promise<void> {
    await later.settled();
    await tally.flush();
  }

  return {
    ask,
    settled,
    async search(tenant, wish) {
      const { kept, town } = await enter(tenant);
      const q = wish.q.slice(0, QUESTION_MAX_LETTERS);
      const hits = search(kept.index, q, {
        limit: wish.limit ?? 30,
        ...(wish.kind ? { kinds: [wish.kind] } : {}),
        ...(wish.audience ? { audience: wish.audience } : {}),
      });
      const given = answerOnce(kept, {
        text: q,
        audience: wish.audience ?? 'resident',
        locale: tenant.locale,
        today: civilDate(tenant.now()),
      });
      const isAnswered = given.outcome === 'answered' && given.sentences.length > 0;
      return {
        hits: hits.map((hit) => toHit(kept.documents, hit)),
        answer: isAnswered ? { ...presented(given, town), tookMs: 0 } : null,
      };
    },
    suggestions: async (tenant, audience) => suggestionsFrom((await enter(tenant)).kept.documents, audience),
    async listGaps(tenant) {
      await later.settled();
      return listGaps(tenant);
    },
    closeGap,
    countRefused: (tenant) => tally.count(tenant, 'refused'),
    async dayCounts(tenant) {
      await settled();
      return listDayCounts(tenant);
    },
    hasModel: () => wording !== null,
    indexesHeld: () => keeper.held(),
  };
}

/** The language of a wording: the one asked for, else that of the page. */
function worded(tenant: TenantScope, text: string, { locale, history = [] }: TownQuestion): WordedQuestion {
  const wished = LOCALES.find((known) => known === locale);
  const before = history.at(-1)?.slice(0, QUESTION_MAX_LETTERS) ?? null;
  return { text, before, locale: wished ?? tenant.locale };
}

/** Greetings and insults are no gaps; only a real question without an answer is. */
function isGap(given: TownAnswer): boolean {
  return given.outcome !== 'answered' && given.notice === null && given.clarify === null;
}
