import type { Answer } from '#answer-engine';

export type AskingAudience = 'resident' | 'business';

export interface TownQuestion {
  question: string;
  audience: AskingAudience;
  locale?: string;
  /** Earlier questions of the same person, oldest first. */
  history?: string[];
}

/** Whom to turn to, as far as the town has said so. */
export interface AnswerContact {
  role: string;
  phone: string;
  email: string;
  street: string;
  url: string;
  note: string;
}

/** The engine's answer, with addresses that open at the sentence and a contact one can reach. */
export interface TownAnswer extends Omit<Answer, 'contact' | 'clarify'> {
  contact: AnswerContact | null;
  clarify: { options: { label: string; question: string }[] } | null;
  /** A short answer in words of a language model; checked against the sentences, which stand below it. */
  wording?: { text: string; madeBy: 'model' };
  tookMs: number;
}

/** A page an answer may be taken from. */
export interface FoundPage {
  title: string;
  url: string;
  source: string;
  date: string | null;
}

/** What an asker can be told before the answer is there; nothing of it is the answer yet. */
export type AnswerProgress =
  /** The first thing told, once. Where a model words the answer it may still find that these pages do not answer. */
  | { step: 'found'; pages: FoundPage[]; isWording: boolean }
  /** Some further sentences of the wording; they stand the check together with those before them. */
  | { step: 'worded'; text: string }
  /** The words told so far are not part of the answer after all. */
  | { step: 'withdrawn' };

/** Who asks, while the answer is being made. */
export interface Asker {
  hear?: (progress: AnswerProgress) => void;
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/** Whether a person may be asked instead; greetings and choices need nobody's help. */
export function mayHandOver({ outcome, contact, notice, clarify }: TownAnswer): boolean {
  return outcome === 'answered' || contact !== null || (notice === null && clarify === null);
}

export interface TownHit {
  id: string;
  articleId: string;
  kind: string;
  title: string;
  url: string;
  snippet: string;
  score: number;
  date: string | null;
  source: string;
  example: boolean;
}

/** A question the town could not answer, without personal data. */
export interface Gap {
  id: string;
  question: string;
  audience: AskingAudience;
  askedCount: number;
  firstAskedAt: Date;
  lastAskedAt: Date;
}

/** Longer questions are cut: nobody asks a town in more letters, and ranking grows with words. */
export const QUESTION_MAX_LETTERS = 500;

/** Questions a town may offer each audience, as its settings take them. */
export const MOST_SUGGESTIONS = 8;
export const SUGGESTION_MAX_LETTERS = 120;

/** What a language model may be used for in one town on one day. */
export interface ModelBudget {
  requestsPerDay: number;
  tokensPerDay: number;
}

/** How often something happened in a town on a day; no more is kept of who asks. */
export interface DayCount {
  day: string;
  name: string;
  amount: number;
}
