import type { RequestEvent } from '@sveltejs/kit';
import type { AskingAudience, TownAnswer } from '#modules/assistant';
import type { TenantScope } from '#platform/scope.server';

interface Asked {
  question: string;
  /** Questions before this one, the oldest first. */
  earlier: string[];
}

const EARLIER_KEPT = 4;

/** What a person asks, from the address of the page. */
export function readQuestion(query: URLSearchParams): Asked {
  return {
    question: query.get('frage')?.trim().slice(0, 500) ?? '',
    earlier: query
      .getAll('vorher')
      .map((asked) => asked.trim().slice(0, 500))
      .filter(Boolean)
      .slice(-EARLIER_KEPT),
  };
}

interface Answering {
  ask(
    tenant: TenantScope,
    question: { question: string; audience: AskingAudience; locale: string; history: string[] },
    asker: { signal: AbortSignal },
  ): Promise<TownAnswer>;
  suggestions(tenant: TenantScope, audience: AskingAudience): Promise<string[]>;
  hasModel(): boolean;
}

/** What a page of questions shows. */
export interface AnswerPage extends Asked {
  answer: TownAnswer | null;
  suggestions: readonly string[];
  /** A language model words answers, so there is something to see before they are there. */
  isWorded: boolean;
}

/** One page of questions: the answer when something was asked, ideas what to ask when not. */
export async function answerPage(
  assistant: Answering,
  audience: AskingAudience,
  { locals: { tenant }, url, request: { signal } }: RequestEvent,
): Promise<AnswerPage> {
  const { question, earlier } = readQuestion(url.searchParams);
  const asked = { question, audience, locale: tenant.locale, history: earlier };
  const answer = question ? await assistant.ask(tenant, asked, { signal }) : null;
  const isHelpless = answer === null || answer.outcome !== 'answered';
  return {
    question,
    earlier,
    answer,
    suggestions: isHelpless ? await assistant.suggestions(tenant, audience) : [],
    isWorded: assistant.hasModel(),
  };
}
