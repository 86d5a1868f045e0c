import type { Answer, Question } from '#answer-engine';
import type { Town } from '#modules/tenancy';
import { civilDate } from '#platform/formats';
import { LOCALES } from '#platform/i18n';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { createAskedPages } from './asked/pages.server.ts';
import type { AskedPages } from './asked/pages.server.ts';
import { closeGap, listGaps } from './gaps.server.ts';
import { gatherGaps } from './gaps/gathered.server.ts';
import { createGround } from './ground.server.ts';
import type { Ground, SearchPlace } from './ground.server.ts';
import { halvesOf, together } from './halves.ts';
import { createLater } from './later.server.ts';
import { QUESTION_MAX_LETTERS } from './model.ts';
import type { Asker, AskingAudience, DayCount, Gap, TownAnswer, TownHit, TownQuestion } from './model.ts';
import { withClosest, withNear } from './meaning/near.ts';
import { createMeaning } from './meaning/meaning.server.ts';
import type { EmbedderChoice, Meaning } from './meaning/meaning.server.ts';
import {
  pagesBehind,
  presented,
  SUGGESTIONS_SHOWN,
  suggestionsFrom,
  toHit,
  usualContact,
} from './presenting.ts';
import { saveSuggestions } from './suggestions.server.ts';
import type { Suggestions, SuggestionsRefusal } from './suggestions.server.ts';
import { createTally, listDayCounts } from './tally.server.ts';
import type { IndexSource, TownPages } from './town-pages.ts';
import { typedAnswer, wholeQuestion } from './typed.ts';
import type { Say, TypedReader } from './typed.ts';
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
  /** @param asker hears how far the answer is, and may leave before it is there. */
  ask(tenant: TenantScope, question: TownQuestion, asker?: Asker): Promise<TownAnswer>;
  search(tenant: TenantScope, wish: SearchWish): Promise<{ hits: TownHit[]; answer: TownAnswer | null }>;
  /** Questions that real content answers, for people who do not know what to ask. */
  suggestions(tenant: TenantScope, audience: AskingAudience): Promise<string[]>;
  /** Questions of the town's own in place of those; only such as it can answer today are taken. */
  saveSuggestions(
    tenant: TenantScope,
    wished: Suggestions,
  ): Promise<Outcome<Suggestions, SuggestionsRefusal>>;
  /** How people ask for what a page tells. */
  asked: AskedPages;
  listGaps(tenant: TenantScope): Promise<Gap[]>;
  closeGap(tenant: TenantScope, id: string): Promise<Outcome<null, 'forbidden' | 'unknown'>>;
  /** Counts an asker who was sent away for asking too often. */
  countRefused(tenant: TenantScope): void;
  /** How often the town was asked in the last weeks, by day. */
  dayCounts(tenant: TenantScope): Promise<DayCount[]>;
  /** Whether a language model words answers. */
  hasModel(): boolean;
  /** Whether pages are found by meaning too, by an embedding model. */
  hasMeaning(): boolean;
  /** Number of towns whose index is in memory. */
  indexesHeld(): number;
  /** Resolves when everything kept off the way of askers is written. */
  settled(): Promise<void>;
}

export interface AssistantOptions {
  /** Without one, answers are quoted sentences and nothing else. */
  writer?: WriterChoice | null;
  /** Where towns are searched; in memory, when nothing is said. */
  searchIndex?: SearchPlace;
  /** Threads that answer from memory; none, when nothing is said. */
  threads?: number;
  /** Answer from records what records know better than sentences: hours, dates, collections. */
  readers?: readonly TypedReader[];
  /** Without one, pages are found by their words alone. */
  embedder?: EmbedderChoice | null;
  /** Texts by key for what readers say. */
  say?: Say;
}

// Enough to find an article of each large topic.
const ARTICLES_LOOKED_AT = 500;

export function createAssistant(source: IndexSource, options: AssistantOptions = {}): Assistant {
  const ground = createGround(source, options.searchIndex, options.threads);
  const later = createLater();
  const keepGapLater = gatherGaps(later);
  const tally = createTally();
  const { readers = [], say = (_, key) => key } = options;
  const meaning = options.embedder ? createMeaning(options.embedder, tally, later) : null;
  const wording = options.writer ? createWording(options.writer, tally) : null;

  async function ask(tenant: TenantScope, asked: TownQuestion, asker: Asker = {}): Promise<TownAnswer> {
    const startedAt = performance.now();
    const { pages, town } = await ground.enter(tenant);
    const question = engineQuestion(tenant, asked);
    const { text } = question;
    const { given, isTyped } = await answerTo(tenant, town, pages, question);
    const quoted = { ...presented(given, town, text), tookMs: 0 };
    const word = isTyped ? null : await wording?.(tenant, worded(tenant, text, asked), quoted);
    asker.hear?.({ step: 'found', pages: pagesBehind(quoted), isWording: Boolean(word) });
    const shown = word ? await word(asker) : quoted;
    // A model that vetoes leaves nobody without a person to turn to.
    if (shown !== quoted && shown.outcome === 'declined') shown.contact ??= usualContact(town);
    tally.count(tenant, given.notice ? `notice-${given.notice}` : shown.outcome);
    if (isGap(shown)) keepGapLater(tenant, wholeQuestion(text, question.history), asked.audience);
    return { ...shown, tookMs: Math.round((performance.now() - startedAt) * 10) / 10 };
  }

  /** From sentences, or from records where a reader knows better. */
  async function answerTo(tenant: TenantScope, town: Town, pages: TownPages, question: Question) {
    const names = { name: town.name, localities: town.settings.localities };
    const given = await ground.answer(tenant, pages, question);
    if (given.notice) return { given, isTyped: false };
    const typed = await ground.typed(tenant, pages, question, (records) =>
      typedAnswer(readers, say, tenant, names, question, records, given),
    );
    if (!typed) return { given: await withNearPages(tenant, pages, question, given), isTyped: false };
    const both = await bothHalves(tenant, town, pages, question);
    return { given: both ?? { ...given, ...typed, clarify: null }, isTyped: true };
  }

  /** Records answer one question at a time; of two in one, each is asked for itself. */
  async function bothHalves(
    tenant: TenantScope,
    town: Town,
    pages: TownPages,
    question: Question,
  ): Promise<Answer | null> {
    const halves = halvesOf(question.text);
    if (!halves) return null;
    const [first, second] = halves;
    const history = question.history ?? [];
    const one = await answerTo(tenant, town, pages, { ...question, text: first });
    const other = await answerTo(tenant, town, pages, {
      ...question,
      text: second,
      history: [...history, first],
    });
    return together(one.given, other.given);
  }

  /** Where words found no sure answer, pages close in meaning may help; they never become an answer. */
  async function withNearPages(tenant: TenantScope, pages: TownPages, question: Question, given: Answer) {
    if (!meaning || given.outcome === 'answered' || given.clarify) return given;
    const near = await meaning.near(tenant, pages, question.text);
    const close = near.filter(({ likeness }) => likeness >= meaning.leastLikeness);
    if (close.length === 0) return given;
    const documents = await pages.documents(
      tenant,
      close.map(({ documentId }) => documentId),
    );
    return withClosest(given, close, documents);
  }

  /** Nobody is offered a question that the town cannot answer. */
  async function answeredOnly(
    tenant: TenantScope,
    questions: readonly string[],
    audience: AskingAudience,
  ): Promise<string[]> {
    const { pages, town } = await ground.enter(tenant);
    const answered: string[] = [];
    for (const question of questions) {
      const { given } = await answerTo(tenant, town, pages, engineQuestion(tenant, { question, audience }));
      if (given.outcome === 'answered') answered.push(question);
    }
    return answered;
  }

  async function settled(): Promise<void> {
    await later.settled();
    await tally.flush();
  }

  return {
    ask,
    settled,
    search: (tenant, wish) => searchTown(ground, meaning, tenant, wish),
    async suggestions(tenant, audience) {
      const { pages, town } = await ground.enter(tenant);
      const offered = await answeredOnly(tenant, town.settings.suggestions[audience], audience);
      if (offered.length > 0) return offered.slice(0, SUGGESTIONS_SHOWN);
      return suggestionsFrom(await pages.documentsOf(tenant, 'article', ARTICLES_LOOKED_AT), audience);
    },
    asked: createAskedPages(ground),
    saveSuggestions: (tenant, wished) => saveSuggestions(tenant, wished, answeredOnly),
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
    hasMeaning: () => meaning !== null,
    indexesHeld: () => ground.indexesHeld(),
  };
}

function engineQuestion(tenant: TenantScope, { question, audience, locale, history = [] }: TownQuestion) {
  return {
    text: question.slice(0, QUESTION_MAX_LETTERS),
    audience,
    locale: locale ?? tenant.locale,
    history: history.slice(-4).map((earlier) => earlier.slice(0, QUESTION_MAX_LETTERS)),
    today: civilDate(tenant.now()),
  };
}

/** Hits of a search, and above them the answer when the words are a question the town can answer. */
async function searchTown(ground: Ground, meaning: Meaning | null, tenant: TenantScope, wish: SearchWish) {
  const { pages, town } = await ground.enter(tenant);
  const q = wish.q.slice(0, QUESTION_MAX_LETTERS);
  const hits = await pages.search(tenant, q, {
    limit: wish.limit ?? 30,
    ...(wish.kind ? { kinds: [wish.kind] } : {}),
    ...(wish.audience ? { audience: wish.audience } : {}),
  });
  const given = await ground.answer(tenant, pages, {
    text: q,
    audience: wish.audience ?? 'resident',
    locale: tenant.locale,
    today: civilDate(tenant.now()),
  });
  const near = meaning && q ? await meaning.near(tenant, pages, q) : [];
  const close = near.filter(({ likeness }) => likeness >= (meaning?.leastLikeness ?? 1));
  const documents = await pages.documents(
    tenant,
    [...hits, ...close].map(({ documentId }) => documentId),
  );
  const isAnswered = given.outcome === 'answered' && given.sentences.length > 0;
  return {
    hits: withNear(hits, close, documents, wish).flatMap((hit) => toHit(documents, hit) ?? []),
    answer: isAnswered ? { ...presented(given, town, q), tookMs: 0 } : null,
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
