import { answer, search } from '#answer-engine';
import type { Answer, SearchHit } from '#answer-engine';
import { readTown } from '#modules/tenancy.server';
import type { Town } from '#modules/tenancy';
import { civilDate } from '#platform/formats';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { closeGap, keepGap, listGaps } from './gaps.server.ts';
import { createIndexKeeper } from './indexes.server.ts';
import type { IndexSource, TownIndex } from './indexes.server.ts';
import { QUESTION_MAX_LETTERS } from './model.ts';
import type { AnswerContact, AskingAudience, Gap, TownAnswer, TownHit, TownQuestion } from './model.ts';

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
  /** Number of towns whose index is in memory. */
  indexesHeld(): number;
}

export function createAssistant(source: IndexSource): Assistant {
  const keeper = createIndexKeeper(source);

  async function ask(tenant: TenantScope, asked: TownQuestion): Promise<TownAnswer> {
    const startedAt = performance.now();
    const town = await readTown(tenant);
    const { index } = await keeper.of(tenant);
    const given = answer(index, {
      text: asked.question.slice(0, QUESTION_MAX_LETTERS),
      audience: asked.audience,
      locale: asked.locale ?? tenant.locale,
      history: (asked.history ?? []).slice(-4).map((earlier) => earlier.slice(0, QUESTION_MAX_LETTERS)),
      today: civilDate(tenant.now()),
    });
    if (isGap(given)) await keepGap(tenant, asked.question.slice(0, QUESTION_MAX_LETTERS), asked.audience);
    return { ...presented(given, town), tookMs: Math.round((performance.now() - startedAt) * 10) / 10 };
  }

  return {
    ask,
    async search(tenant, wish) {
      const { index, documents } = await keeper.of(tenant);
      const hits = search(index, wish.q.slice(0, QUESTION_MAX_LETTERS), {
        limit: wish.limit ?? 30,
        ...(wish.kind ? { kinds: [wish.kind] } : {}),
        ...(wish.audience ? { audience: wish.audience } : {}),
      });
      const given = answer(index, {
        text: wish.q,
        audience: wish.audience ?? 'resident',
        locale: tenant.locale,
        today: civilDate(tenant.now()),
      });
      return {
        hits: hits.map((hit) => toHit(documents, hit)),
        answer:
          given.outcome === 'answered' && given.sentences.length > 0
            ? { ...presented(given, await readTown(tenant)), tookMs: 0 }
            : null,
      };
    },
    suggestions: async (tenant, audience) => suggestionsFrom(await keeper.of(tenant), audience),
    listGaps,
    closeGap,
    indexesHeld: () => keeper.held(),
  };
}

/** Greetings and insults are no gaps; only a real question without an answer is. */
function isGap(given: Answer): boolean {
  return given.outcome !== 'answered' && given.notice === null && given.clarify === null;
}

function presented(given: Answer, town: Town): Omit<TownAnswer, 'tookMs'> {
  return {
    ...given,
    citations: given.citations.map((citation) => ({
      ...citation,
      url: citation.sentenceIndex >= 0 ? `${citation.url}#satz-${citation.sentenceIndex}` : citation.url,
    })),
    contact: contactOf(given, town),
    clarify: given.clarify && {
      options: given.clarify.options.map(({ label }) => ({ label, question: label })),
    },
  };
}

/** The role the engine names, with what the town says about reaching it; a decline is never left without a contact. */
function contactOf(given: Answer, town: Town): AnswerContact | null {
  const role =
    given.contact?.role ?? (given.outcome === 'answered' ? null : town.settings.defaultContactRole || null);
  if (!role) return null;
  const known = town.settings.contacts.find((contact) => contact.role === role);
  const { phone = '', email = '', street = '', url = '', note = '' } = known ?? {};
  return { role, phone, email, street, url, note };
}

function toHit(documents: TownIndex['documents'], hit: SearchHit): TownHit {
  const document = documents.get(hit.documentId)!;
  const line = document.lines[Math.max(0, hit.sentenceIndex)];
  return {
    id: hit.documentId,
    articleId: hit.articleId,
    kind: hit.kind,
    title: hit.title,
    url: hit.sentenceIndex >= 0 ? `${hit.url}#satz-${hit.sentenceIndex}` : hit.url,
    snippet: line?.text ?? '',
    score: Math.round(hit.score * 1000) / 1000,
    date: document.date,
    source: document.source,
    example: document.example,
  };
}

const SUGGESTIONS_SHOWN = 4;

/** One question for each of the largest topics, made of the title of a real article. */
function suggestionsFrom({ documents }: TownIndex, audience: AskingAudience): string[] {
  const seen = new Set<string>();
  const titles: string[] = [];
  for (const document of documents.values()) {
    const fits = document.kind === 'article' && !document.superseded && document.confidence === 'high';
    if (!fits || (document.audience !== 'all' && document.audience !== audience)) continue;
    const topic = document.topic ?? '';
    if (seen.has(topic) || document.title.length > 60) continue;
    seen.add(topic);
    titles.push(document.title);
    if (titles.length === SUGGESTIONS_SHOWN) break;
  }
  return titles;
}
