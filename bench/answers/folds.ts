import { answerWith } from '../../src/answer-engine/answer/answer.ts';
import { answerableFrom, likelyLines } from '../../src/answer-engine/answer/extract.ts';
import { probability, score } from '../../src/answer-engine/answer/trees.ts';
import { learned } from '../../src/answer-engine/answer/weights/index.ts';
import { buildIndex } from '../../src/answer-engine/index/index.ts';
import { judge, type Verdict } from './hagenow.ts';
import type { Marked, Ranked } from './metrics.ts';
import { readOmos } from './omos.ts';
import { townPages, townQuestions } from './town.ts';
import {
  foldOf,
  learnLines,
  lineExamples,
  pageExamples,
  townExamples,
  type PageExample,
} from './training/examples.ts';
import { learnOrder } from './training/listwise.ts';
import { confidenceExamples, learnConfidence } from './training/train-confidence.ts';

export interface CrossValidated {
  ranked: Ranked[];
  marked: Marked[];
  verdicts: Verdict[];
}

const folds = 5;
const today = '2026-11-23';

/** Figures of the learned parts on questions and pages they never saw: five folds by page, five by question of the town. */
export function crossValidate(): CrossValidated {
  const fold = foldOf(readOmos().pages, folds);
  const lines = lineExamples();
  const forests = Array.from({ length: folds }, (_, k) =>
    learnLines(lines.filter((one) => fold.get(one.page.id) !== k)),
  );
  const forestOf = (page: string) => forests[fold.get(page)!]!;
  const pages = pageExamples(forestOf);
  const marked = lines.map(({ page, gold, features, says }) => {
    const likely = features.map((row) => probability(score(forestOf(page.id), row)));
    return { gold: [...gold], predicted: says < answerableFrom ? [] : likelyLines(likely), score: says };
  });
  return { ranked: rankedByFolds(pages, fold), marked, verdicts: judgedByFolds(pages) };
}

function rankedByFolds(pages: readonly PageExample[], fold: ReadonlyMap<string, number>): Ranked[] {
  const town = townExamples(learned.lines);
  return Array.from({ length: folds }, (_, k) => {
    const weights = learnOrder([...pages.filter((one) => fold.get(one.question.page) !== k), ...town]);
    return pages
      .filter((one) => fold.get(one.question.page) === k)
      .map((one) => ({ relevant: one.question.page, ranked: ordered(one, weights) }));
  }).flat();
}

function ordered(example: PageExample, weights: readonly number[]): string[] {
  const scores = example.rows.map((row) => row.reduce((sum, value, j) => sum + value * weights[j]!, 0));
  return example.ids
    .map((id, i) => ({ id, score: scores[i]! }))
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);
}

function judgedByFolds(pages: readonly PageExample[]): Verdict[] {
  const index = buildIndex(townPages());
  const questions = townQuestions();
  return Array.from({ length: folds }, (_, k) => {
    const seen = questions.filter((_, i) => i % folds !== k);
    const order = learnOrder([...pages, ...townExamples(learned.lines, seen)]);
    const confidence = learnConfidence(confidenceExamples(index, seen, { ...learned, pages: order }));
    const weights = { ...learned, pages: order, confidence };
    return questions
      .filter((_, i) => i % folds === k)
      .map((question) => judge(index, question, today, (town, asked) => answerWith(weights, town, asked)));
  }).flat();
}
