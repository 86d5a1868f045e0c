import { answerWith } from '../../src/answer-engine/answer/answer.ts';
import {
  answerableFrom,
  answeringStretch,
  surestLines,
  type LineForests,
} from '../../src/answer-engine/answer/extract.ts';
import { learned } from '../../src/answer-engine/answer/weights/index.ts';
import { buildIndex } from '../../src/answer-engine/index/index.ts';
import { judge, type Verdict } from './hagenow.ts';
import type { Marked, Ranked } from './metrics.ts';
import { readOmos } from './omos.ts';
import { townPages, townQuestions } from './town.ts';
import {
  foldOf,
  learnEdges,
  learnLines,
  learnPageOrder,
  lineExamples,
  openParagraphs,
  pageExamples,
  paragraphExamples,
  townExamples,
  type LineExample,
  type PageExample,
  type ParagraphExample,
} from './training/examples.ts';
import type { Choice } from './training/listwise.ts';
import { confidenceExamples, learnConfidence } from './training/train-confidence.ts';

export interface CrossValidated {
  ranked: Ranked[];
  /** The open half of the encyclopaedic paragraphs, and the kept half. */
  paragraphs: Record<'open' | 'kept', (Ranked & { question: string })[]>;
  marked: Marked[];
  /** The same questions, answered with the surest lines only and never declined. */
  surest: Marked[];
  verdicts: Verdict[];
}

const folds = 5;
const today = '2026-11-23';

/**
 * Figures of the learned parts on questions and pages they never saw: five folds by page, five by question of the town,
 * five by subject of the encyclopaedia; of its kept half nothing is ever learned.
 */
export function crossValidate(): CrossValidated {
  const fold = foldOf(readOmos().pages, folds);
  const lines = lineExamples();
  const forests = Array.from({ length: folds }, (_, k) =>
    learnAll(lines.filter((one) => fold.get(one.page.id) !== k)),
  );
  const forestsOf = (page: string) => forests[fold.get(page)!]!;
  const pages = pageExamples((page) => forestsOf(page).lines);
  const marked = lines.map(({ page, gold, features, says }) => ({
    gold: [...gold],
    predicted: says < answerableFrom ? [] : answeringStretch(features, forestsOf(page.id)),
    score: says,
  }));
  const surest = lines.map(({ page, gold, features, says }) => ({
    gold: [...gold],
    predicted: surestLines(features, forestsOf(page.id).lines),
    score: says,
  }));
  const open = openParagraphs(learned.lines);
  return {
    ranked: rankedByFolds(pages, fold, open),
    paragraphs: rankedParagraphs(pages, open),
    marked,
    surest,
    verdicts: judgedByFolds(pages, open),
  };
}

const learnAll = (examples: readonly LineExample[]): LineForests => ({
  lines: learnLines(examples),
  ...learnEdges(examples),
});

function rankedParagraphs(
  pages: readonly PageExample[],
  open: readonly ParagraphExample[],
): CrossValidated['paragraphs'] {
  const town = townExamples(learned.lines);
  const asked = paragraphExamples(learned.lines);
  const subjects = [...new Set(asked.map(({ paragraph }) => paragraph.subject))];
  const foldOfOne = ({ paragraph }: ParagraphExample): number => subjects.indexOf(paragraph.subject) % folds;
  const rank = (examples: readonly ParagraphExample[], weights: readonly number[]) =>
    examples.map((one) => ({
      question: one.question,
      relevant: one.paragraph.id,
      ranked: ordered(one, weights),
    }));
  return {
    open: Array.from({ length: folds }, (_, k) =>
      rank(
        asked.filter((one) => !one.paragraph.kept && foldOfOne(one) === k),
        learnPageOrder(pages, [...town, ...open.filter((one) => foldOfOne(one) !== k)]),
      ),
    ).flat(),
    kept: rank(
      asked.filter((one) => one.paragraph.kept),
      learnPageOrder(pages, [...town, ...open]),
    ),
  };
}

function rankedByFolds(
  pages: readonly PageExample[],
  fold: ReadonlyMap<string, number>,
  open: readonly ParagraphExample[],
): Ranked[] {
  const others = [...townExamples(learned.lines), ...open];
  return Array.from({ length: folds }, (_, k) => {
    const seen = pages.filter((one) => fold.get(one.question.page) !== k);
    const weights = learnPageOrder(seen, others);
    return pages
      .filter((one) => fold.get(one.question.page) === k)
      .map((one) => ({ relevant: one.question.page, ranked: ordered(one, weights) }));
  }).flat();
}

function ordered(example: Choice & { ids: readonly string[] }, weights: readonly number[]): string[] {
  const scores = example.rows.map((row) => row.reduce((sum, value, j) => sum + value * weights[j]!, 0));
  return example.ids
    .map((id, i) => ({ id, score: scores[i]! }))
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);
}

function judgedByFolds(pages: readonly Choice[], open: readonly Choice[]): Verdict[] {
  const index = buildIndex(townPages());
  const questions = townQuestions();
  return Array.from({ length: folds }, (_, k) => {
    const seen = questions.filter((_, i) => i % folds !== k);
    const order = learnPageOrder(pages, [...townExamples(learned.lines, seen), ...open]);
    const confidence = learnConfidence(confidenceExamples(index, seen, { ...learned, pages: order }));
    const weights = { ...learned, pages: order, confidence };
    return questions
      .filter((_, i) => i % folds === k)
      .map((question) => judge(index, question, today, (town, asked) => answerWith(weights, town, asked)));
  }).flat();
}
