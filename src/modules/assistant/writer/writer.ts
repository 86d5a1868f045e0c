import type { Outcome } from '#platform/outcome';
import type { Locale } from '#platform/scope';

/** One quoted sentence the model may choose; it sees nothing else of the town. */
export interface NumberedSentence {
  id: number;
  text: string;
  title: string;
  date: string | null;
}

export interface WritingRequest {
  question: string;
  locale: Locale;
  easyRead: boolean;
  sentences: NumberedSentence[];
}

/** What a model made of the sentences; nothing of it is believed before `groundedIn` has looked. */
export interface Writing {
  /** Sentences that answer the question, by id. */
  ids: number[];
  /** A short answer in the person's language, or null when the sentences speak for themselves. */
  wording: string | null;
  /** The sentences do not answer the question. */
  veto: boolean;
}

/** A writing that is still growing: its ids and its veto are whole, its wording is as long as it is by now. */
export type Draft = Writing & { wording: string };

export type WritingRefusal = 'unavailable' | 'too-slow' | 'busy' | 'not-understood';

/** Puts quoted sentences into words. The assistant works without one. */
export interface Writer {
  /** @param hear is told of the draft each time it has grown; of a writing without words it is never told. */
  write(request: WritingRequest, signal: AbortSignal, hear?: (draft: Draft) => void): Promise<WritingOutcome>;
}

/** Tokens are counted even when the writing is of no use or was broken off: they are paid for. */
export type WritingOutcome = Outcome<Writing, WritingRefusal> & { tokens: number };
