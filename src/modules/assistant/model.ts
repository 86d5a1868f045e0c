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
  tookMs: number;
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
