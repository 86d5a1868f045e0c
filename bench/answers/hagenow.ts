import { readFileSync } from 'node:fs';
import { answer, type Answer, type AnswerIndex, type SearchDocument } from '../../src/answer-engine/index.ts';

export interface TownQuestion {
  id: string;
  question: string;
  history?: string[];
  audience: 'resident' | 'business';
  locale: 'de' | 'en';
  kind: 'answerable' | 'contradiction' | 'superseded' | 'foreign-fact' | 'unanswerable' | 'out-of-domain';
  relevant: string[];
  mustContain: string[];
  mustNotContain: string[];
  contactRole: string | null;
  contactAlso?: string[];
  accept?: string[];
  note: string;
}

export interface Verdict {
  question: TownQuestion;
  answer: Answer;
  rightOutcome: boolean;
  /** Counts for source and fact. */
  scored: boolean;
  source: boolean;
  fact: boolean;
  forbidden: boolean;
  contactWanted: boolean;
  contactRight: boolean;
  milliseconds: number;
}

const expected: Record<TownQuestion['kind'], string[]> = {
  answerable: ['answered'],
  contradiction: ['answered'],
  superseded: ['answered'],
  'foreign-fact': ['answered', 'declined'],
  unanswerable: ['declined'],
  'out-of-domain': ['declined'],
};

export const readQuestions = (file: string | URL): TownQuestion[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

/** Asks one question of the town and judges the answer. */
export function judge(
  index: AnswerIndex,
  question: TownQuestion,
  today: string,
  ask: typeof answer = answer,
): Verdict {
  const start = performance.now();
  const given = ask(index, {
    text: question.question,
    audience: question.audience,
    locale: question.locale,
    history: question.history ?? [],
    today,
  });
  const milliseconds = performance.now() - start;
  const accept = question.accept ?? expected[question.kind];
  const outcome = given.outcome === 'answered' ? 'answered' : 'declined';
  const answered = outcome === 'answered';
  const text = clean(given.sentences.map((sentence) => sentence.text).join(' '));
  return {
    question,
    answer: given,
    milliseconds,
    rightOutcome: accept.includes(outcome),
    scored:
      (accept.includes('answered') && !accept.includes('declined')) ||
      (accept.includes('answered') && answered),
    source:
      answered && given.citations.some((citation) => question.relevant.some((id) => isPage(citation, id))),
    fact: answered && question.mustContain.every((pattern) => matcher(pattern).test(text)),
    forbidden: question.mustNotContain.some((pattern) =>
      given.sentences.some((sentence) => matcher(pattern).test(clean(sentence.text))),
    ),
    contactWanted: !answered && question.contactRole !== null && accept.includes('declined'),
    contactRight:
      question.contactRole !== null &&
      [question.contactRole, ...(question.contactAlso ?? [])].some((role) =>
        given.contact?.role.toLowerCase().includes(role.toLowerCase()),
      ),
  };
}

// Places carry the bare id of their file; questions say "place:rathaus".
export const isPage = (page: { kind: string; articleId: string }, id: string): boolean =>
  page.articleId === id || `${page.kind}:${page.articleId}` === id;

const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A plain pattern ignores case and does not match inside a longer number; /…/ is a regular expression. */
export function matcher(pattern: string): RegExp {
  const written = /^\/(.*)\/([a-z]*)$/s.exec(pattern);
  if (written) return new RegExp(written[1]!, written[2]!.replace(/[gy]/g, ''));
  const plain = clean(pattern);
  const before = /^\d/.test(plain) ? '(?<!\\d)(?<!\\d[.,])' : '';
  const after = /\d$/.test(plain) ? '(?!\\d)(?![.,]\\d)' : '';
  return new RegExp(before + plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + after, 'i');
}

/** Figures of a set of verdicts, as shares from 0 to 1. */
export function townFigures(verdicts: readonly Verdict[]) {
  const share = (list: readonly Verdict[], test: (one: Verdict) => boolean): number =>
    list.length ? list.filter(test).length / list.length : NaN;
  const scored = verdicts.filter((one) => one.scored);
  const foreign = verdicts.filter((one) => one.question.kind === 'out-of-domain');
  return {
    questions: verdicts.length,
    outcome: share(verdicts, (one) => one.rightOutcome),
    source: share(scored, (one) => one.source),
    fact: share(scored, (one) => one.fact),
    role: share(
      verdicts.filter((one) => one.contactWanted),
      (one) => one.contactRight,
    ),
    refused: share(foreign, (one) => one.rightOutcome),
    forbidden: verdicts.filter((one) => one.forbidden).length,
  };
}

/** Checks that questions name pages that exist and facts that stand in them. */
export function checkQuestions(
  questions: readonly TownQuestion[],
  documents: readonly SearchDocument[],
): string[] {
  const roles = new Set(documents.map((one) => one.contactRole));
  const textOf = (id: string): string | null => {
    const found = documents.find((one) => isPage(one, id));
    return found ? clean([found.title, ...found.lines.map((line) => line.text)].join(' ')) : null;
  };
  return questions.flatMap((question) => {
    const texts = question.relevant.map(textOf);
    const unknown = question.relevant.filter((_, i) => texts[i] === null);
    const missing = question.mustContain.filter(
      (pattern) => !texts.some((text) => text && matcher(pattern).test(text)),
    );
    const asked = [question.contactRole, ...(question.contactAlso ?? [])];
    const strange = asked.filter((role) => role !== null && !roles.has(role));
    return [...unknown, ...missing, ...strange].map((one) => `${question.id}: ${one}`);
  });
}
