import { sentencesOf } from '#platform/formats';
import type { AnswerProgress, TownAnswer } from '../model.ts';
import { judge } from './apply.ts';
import type { Draft, NumberedSentence } from './writer.ts';

/** Tells a wording while it is written. */
export interface Telling {
  hear(draft: Draft): void;
  /** Tells what is still missing, or takes everything back. @returns the same answer. */
  end(answer: TownAnswer): TownAnswer;
}

/**
 * Sentence by sentence, each only when it is whole and what is told with it passes the same check as a whole wording.
 * What does not pass yet is held back: "nicht" may come in the next sentence, and the last word has the whole.
 */
export function createTelling(
  sentences: readonly NumberedSentence[],
  given: TownAnswer,
  tell: (progress: AnswerProgress) => void,
): Telling {
  let told = '';
  let isEnded = false;

  function tellUpTo(text: string): void {
    if (text.length > told.length) tell({ step: 'worded', text: text.slice(told.length).trim() });
    told = text;
  }

  return {
    hear(draft) {
      const text = wholeSentences(draft.wording);
      if (isEnded || text.length <= told.length || !text.startsWith(told)) return;
      const { answer } = judge({ ...draft, wording: text }, sentences, given);
      if (answer.wording) tellUpTo(text);
    },
    end(answer) {
      isEnded = true;
      const text = answer.wording?.text ?? '';
      if (told && !text.startsWith(told)) {
        told = '';
        tell({ step: 'withdrawn' });
      }
      tellUpTo(text);
      return answer;
    },
  };
}

/** A sentence is whole when a word stands after it: "am 1." may go on with "Januar". */
function wholeSentences(growing: string): string {
  const words = growing.replace(/\s+/g, ' ').trimStart();
  return sentencesOf(words.slice(0, Math.max(0, words.lastIndexOf(' '))))
    .slice(0, -1)
    .join(' ');
}
