import type { TownAnswer } from '../model.ts';
import { groundedIn } from './grounding.ts';
import type { GroundingSource } from './grounding.ts';
import { readsLikeInstruction } from './prompt.ts';
import type { NumberedSentence, Writing } from './writer.ts';

/** The sentences a model may see, or null when this answer is better left as it is. */
export function sentencesFor(question: string, given: TownAnswer): NumberedSentence[] | null {
  const isPlainAnswer =
    given.outcome === 'answered' && given.sentences.length > 0 && !given.notice && !given.clarify;
  if (!isPlainAnswer || readsLikeInstruction(question)) return null;
  const cited = new Map(given.citations.map((citation) => [citation.n, citation]));
  const sentences = given.sentences.map(({ text, citation }, index) => {
    const { title = '', date = null } = cited.get(citation) ?? {};
    return { id: index + 1, text, title, date };
  });
  return sentences.some(({ text, title }) => readsLikeInstruction(`${title} ${text}`)) ? null : sentences;
}

export type Verdict = 'worded' | 'chosen' | 'vetoed' | 'refused';

/** Takes from a model's writing what can be shown: a checked wording, a choice of sentences, a veto, or nothing. */
export function judge(
  writing: Writing,
  sentences: readonly NumberedSentence[],
  given: TownAnswer,
): { verdict: Verdict; answer: TownAnswer } {
  if (writing.veto)
    return writing.ids.length === 0
      ? { verdict: 'vetoed', answer: declined(given) }
      : { verdict: 'refused', answer: given };
  const ids = new Set(writing.ids);
  const chosen: GroundingSource[] = sentences.filter(({ id }) => ids.has(id));
  // Also no model may leave out one side of a contradiction or invent a number of a sentence.
  if (ids.size === 0 || chosen.length !== ids.size) return { verdict: 'refused', answer: given };
  const narrowed = given.sentences.some(({ flags }) => flags.includes('contradiction'))
    ? given
    : onlySentences(given, ids);
  const text = writing.wording?.replace(/\s+/g, ' ').trim();
  if (!text) return { verdict: 'chosen', answer: narrowed };
  const isSafe = narrowed !== given && groundedIn(text, chosen) && !readsLikeInstruction(text);
  return isSafe
    ? { verdict: 'worded', answer: { ...narrowed, wording: { text, madeBy: 'model' } } }
    : { verdict: 'refused', answer: given };
}

function onlySentences(given: TownAnswer, ids: ReadonlySet<number>): TownAnswer {
  const sentences = given.sentences.filter((_, index) => ids.has(index + 1));
  const used = new Set(sentences.map(({ citation }) => citation));
  return { ...given, sentences, citations: given.citations.filter(({ n }) => used.has(n)) };
}

/** The pages stay as a hint: the model's doubt is no proof that they do not help. */
function declined(given: TownAnswer): TownAnswer {
  return { ...given, outcome: 'declined', sentences: [], citations: [] };
}
