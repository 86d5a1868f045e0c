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
  ): Promise<TownAnswer>;
  suggestions(tenant: TenantScope, audience: AskingAudience): Promise<string[]>;
}

/** One page of questions: the answer when something was asked, ideas what to ask when not. */
export async function answerPage(
  assistant: Answering,
  tenant: TenantScope,
  audience: AskingAudience,
  query: URLSearchParams,
) {
  const { question, earlier } = readQuestion(query);
  const answer = question
    ? await assistant.ask(tenant, { question, audience, locale: tenant.locale, history: earlier })
    : null;
  const isHelpless = answer === null || answer.outcome !== 'answered';
  return {
    question,
    earlier,
    answer,
    suggestions: isHelpless ? await assistant.suggestions(tenant, audience) : [],
  };
}
