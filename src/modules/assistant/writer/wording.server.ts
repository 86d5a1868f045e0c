import { log } from '#platform/log.server';
import type { Locale } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import type { Asker, ModelBudget, TownAnswer } from '../model.ts';
import type { Tally } from '../tally.server.ts';
import { judge, sentencesFor } from './apply.ts';
import { createTelling } from './telling.ts';
import type { Draft, Writer, WritingOutcome, WritingRequest } from './writer.ts';

export interface WriterChoice {
  writer: Writer;
  timeoutMs: number;
  budget: ModelBudget;
}

export interface WordedQuestion {
  text: string;
  /** The question before, without which "und was kostet das?" means nothing. */
  before: string | null;
  locale: Locale;
}

/**
 * Lets the model word an answer; whatever goes wrong, the quoted answer is shown.
 * @returns what asks the model, or null where it is not to be asked.
 */
export type Wording = (
  tenant: TenantScope,
  question: WordedQuestion,
  given: TownAnswer,
) => Promise<((asker: Asker) => Promise<TownAnswer>) | null>;

// After so many failures in a row nobody waits for the model until it has had a rest.
const FAILURES_BEFORE_REST = 3;
const REST_MS = 30_000;

export function createWording(choice: WriterChoice, tally: Tally, nowMs: () => number = Date.now): Wording {
  let failures = 0;
  let restsUntil = 0;

  function remember(outcome: WritingOutcome): void {
    failures = outcome.ok ? 0 : failures + 1;
    if (failures >= FAILURES_BEFORE_REST) {
      restsUntil = nowMs() + REST_MS;
      failures = 0;
    }
  }

  return async (tenant, { text, before, locale }, given) => {
    const question = before ? `${before} – ${text}` : text;
    const sentences = sentencesFor(question, given);
    if (!sentences || nowMs() < restsUntil) return null;
    if (!(await tally.reserveUse(tenant, 'model', choice.budget))) return null;

    return async ({ hear = () => {}, signal }) => {
      const telling = createTelling(sentences, given, hear);
      const request = { question, locale, easyRead: locale === 'de-x-leicht', sentences };
      const outcome = await writeInTime(choice, request, telling.hear, signal);
      tally.count(tenant, 'model-tokens', outcome.tokens);
      // Who left did not wait for a model that failed.
      if (signal?.aborted) return given;
      remember(outcome);
      if (!outcome.ok) {
        log.warn('assistant.model-silent', { reason: outcome.reason });
        return telling.end(given);
      }
      const { verdict, answer } = judge(outcome.value, sentences, given);
      tally.count(tenant, `model-${verdict}`);
      return telling.end(answer);
    };
  };
}

/** The deadline holds even for a writer that does not heed its signal. */
async function writeInTime(
  { writer, timeoutMs }: WriterChoice,
  request: WritingRequest,
  hear: (draft: Draft) => void,
  left: AbortSignal | undefined,
): Promise<WritingOutcome> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = left ? AbortSignal.any([deadline, left]) : deadline;
  const tooSlow: WritingOutcome = { ok: false, reason: 'too-slow', details: {}, tokens: 0 };
  const over = new Promise<WritingOutcome>((resolve) => {
    const end = () => setTimeout(resolve, 50, tooSlow);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  const broken: WritingOutcome = { ok: false, reason: 'unavailable', details: {}, tokens: 0 };
  return Promise.race([writer.write(request, signal, hear).catch(() => broken), over]);
}
