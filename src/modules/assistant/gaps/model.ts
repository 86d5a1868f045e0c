import type { Gap } from '../model.ts';

/** Why a question is on the list: the town had no answer, or one that did not help. */
export type GapReason = 'unanswered' | 'badly-rated';

export interface GapWeek {
  /** `YYYY-MM-DD`. */
  monday: string;
  unanswered: number;
  badlyRated: number;
}

/** A gap as the editors see it: how often, in which words, week by week. */
export interface GapGroup extends Gap {
  badlyRatedCount: number;
  /** Was closed once and has been asked again. */
  isBack: boolean;
  /** The draft that was begun for it. */
  articleId: string | null;
  /** Other wordings of the last 30 days. */
  wordings: string[];
  /** The last eight weeks, the oldest first. */
  weeks: GapWeek[];
}

export const REASONS = ['off-topic', 'outdated', 'incomplete', 'unclear'] as const;
export type Reason = (typeof REASONS)[number];
export type Verdict = 'yes' | 'no' | Reason;

export function isReason(text: unknown): text is Reason {
  return (REASONS as readonly unknown[]).includes(text);
}

/** What readers said about one article in a span of days. */
export interface ArticleRating {
  entryId: string;
  kind: string;
  title: string;
  yes: number;
  no: number;
  reasons: { reason: Reason; count: number }[];
}
