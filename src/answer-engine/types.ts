/** One citable unit of a page. Its position in `lines` is the `sentenceIndex` of a citation. */
export interface SearchLine {
  text: string;
  heading: string[];
  form: 'sentence' | 'item' | 'row' | 'heading' | 'contact';
}

export type Level = 'town' | 'county' | 'state' | 'federal' | 'other-town';

/** How people ask for what a page tells, written down by its editors: found and judged by, never quoted. */
export interface WayOfAsking {
  text: string;
  /** The line that answers; null when the whole page does. */
  line: number | null;
}

/** One page of the town as the engine sees it. The title is not repeated in `lines`. */
export interface SearchDocument {
  id: string;
  articleId: string;
  kind: string;
  title: string;
  url: string;
  source: string;
  sourceUrl: string | null;
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
  date: string | null;
  level: Level;
  levelName: string | null;
  audience: 'all' | 'resident' | 'business';
  confidence: 'high' | 'medium' | 'low';
  superseded: boolean;
  supersededBy: string | null;
  contactRole: string | null;
  topic: string | null;
  example: boolean;
  lines: SearchLine[];
  asked?: readonly WayOfAsking[];
}

export interface Question {
  text: string;
  audience?: 'resident' | 'business';
  locale?: string;
  /** Earlier questions of the same person, oldest first. */
  history?: string[];
  /** 'YYYY-MM-DD'; without it no source is called old. */
  today?: string;
}

export type SentenceFlag = 'old' | 'low-confidence' | 'superseded' | 'foreign' | 'contradiction';

export type Notice =
  | 'greeting'
  | 'thanks'
  | 'insult'
  | 'injection'
  | 'private-person'
  | 'legal-advice'
  | 'medical-advice'
  | 'emergency'
  | 'despair'
  | 'person'
  | 'abilities'
  | 'other-language'
  | 'empty';

export interface AnswerSentence {
  text: string;
  /** The number `n` of its citation. */
  citation: number;
  flags: SentenceFlag[];
}

export interface Citation {
  n: number;
  documentId: string;
  articleId: string;
  title: string;
  url: string;
  source: string;
  sourceUrl: string | null;
  date: string | null;
  sentenceIndex: number;
  level: Level;
  levelName: string | null;
  kind: string;
}

export interface ClosePage {
  documentId: string;
  articleId: string;
  title: string;
  url: string;
  kind: string;
  score: number;
}

export interface Answer {
  /** `possible` means: no sure answer, but these pages could help. */
  outcome: 'answered' | 'possible' | 'declined';
  /** Calibrated share of right answers, 0 to 1. */
  confidence: number;
  sentences: AnswerSentence[];
  citations: Citation[];
  contact: { role: string } | null;
  closest: ClosePage[];
  notice: Notice | null;
  clarify: { options: { label: string; documentId: string }[] } | null;
}

export interface SearchHit {
  documentId: string;
  articleId: string;
  kind: string;
  title: string;
  url: string;
  score: number;
  /** The line that fits best, -1 when only the title fits. */
  sentenceIndex: number;
}

export interface SearchOptions {
  limit?: number;
  kinds?: string[];
  audience?: 'resident' | 'business';
}
