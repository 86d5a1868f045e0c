import { readTown, saveTown } from '#modules/tenancy.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { MOST_SUGGESTIONS, SUGGESTION_MAX_LETTERS } from './model.ts';
import type { AskingAudience } from './model.ts';

/** Questions a town offers, by whom they are for; an empty list leaves the choice to its contents. */
export type Suggestions = Record<AskingAudience, string[]>;
export type SuggestionsRefusal = 'forbidden' | 'invalid';

type AnsweredOnly = (
  tenant: TenantScope,
  questions: readonly string[],
  audience: AskingAudience,
) => Promise<string[]>;

/** Keeps the questions of a town; one it has no answer to is refused with its words. */
export async function saveSuggestions(
  tenant: TenantScope,
  wished: Suggestions,
  answeredOnly: AnsweredOnly,
): Promise<Outcome<Suggestions, SuggestionsRefusal>> {
  if (!tenant.may('tenancy.manage')) return refuse('forbidden');
  const fields: Record<string, string> = {};
  const values: Record<string, string | number> = { most: MOST_SUGGESTIONS, letters: SUGGESTION_MAX_LETTERS };
  for (const audience of ['resident', 'business'] as const) {
    const fault = await faultOf(tenant, wished[audience], audience, answeredOnly);
    if (!fault) continue;
    fields[audience] = fault.reason;
    values[audience] = fault.question;
  }
  if (Object.keys(fields).length > 0) return refuse('invalid', { fields, values });
  const { settings } = await readTown(tenant);
  const saved = await saveTown(tenant, { settings: { ...settings, suggestions: wished } });
  return saved.ok ? done(wished) : refuse('invalid', saved.details);
}

async function faultOf(
  tenant: TenantScope,
  questions: readonly string[],
  audience: AskingAudience,
  answeredOnly: AnsweredOnly,
): Promise<{ reason: string; question: string } | null> {
  if (questions.length > MOST_SUGGESTIONS)
    return { reason: 'suggestions-too-many', question: questions[MOST_SUGGESTIONS]! };
  const long = questions.find((question) => question.length > SUGGESTION_MAX_LETTERS);
  if (long) return { reason: 'suggestion-too-long', question: long };
  const twice = questions.find((question, at) => questions.indexOf(question) !== at);
  if (twice) return { reason: 'suggestion-twice', question: twice };
  const answered = await answeredOnly(tenant, questions, audience);
  const open = questions.find((question) => !answered.includes(question));
  return open === undefined ? null : { reason: 'suggestion-without-answer', question: open };
}
