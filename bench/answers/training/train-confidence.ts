// node bench/answers/training/train-confidence.ts (after train.ts)
// Learns from the town's own questions (demo/hagenow/questions.jsonl) when the best page answers.
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import {
  confidenceFeatureNames,
  describeConfidence,
  isRuledOut,
} from '../../../src/answer-engine/answer/confidence.ts';
import { resolveQuestion } from '../../../src/answer-engine/answer/history.ts';
import { readNotice } from '../../../src/answer-engine/answer/notices.ts';
import { readClosely } from '../../../src/answer-engine/answer/reading.ts';
import { learned, type Learned } from '../../../src/answer-engine/answer/weights/index.ts';
import {
  buildIndex,
  pagesOf,
  updateIndex,
  type AnswerIndex,
} from '../../../src/answer-engine/index/index.ts';
import { isPage, type TownQuestion } from '../hagenow.ts';
import { townPages, townQuestions } from '../town.ts';

export interface ConfidenceExample {
  question: TownQuestion;
  features: readonly number[];
  answers: boolean;
}

const strength = 0.02;
const answeredShare = 0.75;

/**
 * Every question twice: as it is, and with the pages that answer it taken away, which must silence the engine.
 * Misses of the ranking teach nothing and are left out.
 */
export function confidenceExamples(
  index: AnswerIndex,
  questions: readonly TownQuestion[],
  weights: Learned = learned,
): ConfidenceExample[] {
  return questions.flatMap((question) => {
    if (readNotice(question.question)) return [];
    const gone = pagesOf(index)
      .filter((page) => question.relevant.some((id) => isPage(page, id)))
      .map((page) => page.id);
    const without = gone.length
      ? [describe(updateIndex(index, { put: [], remove: gone }), question, false, weights)]
      : [];
    return [describe(index, question, question.relevant.length > 0, weights), ...without].filter(
      (one) => one !== null,
    );
  });
}

function describe(
  index: AnswerIndex,
  question: TownQuestion,
  answers: boolean,
  weights: Learned,
): ConfidenceExample | null {
  const query = resolveQuestion(index, question.question, question.locale, question.history ?? []);
  const pages = readClosely(index, query, { weights }).filter((page) => !page.document.example);
  // What the rules decide is not learned.
  if (!pages.length || !query.units.length || isRuledOut(query, pages)) return null;
  const right = pages.slice(0, 2).some((page) => question.relevant.some((id) => isPage(page.document, id)));
  return right === answers ? { question, features: describeConfidence(query, pages), answers } : null;
}

// What speaks for an answer may not count against it, and the reverse; few examples would else find odd reasons.
const speaksFor = new Set<string>([
  'pageCovers',
  'windowCovers',
  'titleCovers',
  'likely',
  'retrieval',
  'margin',
  'kindNearby',
  'askedCovers',
  'strongSaid',
]);
const speaksAgainst = new Set<string>([
  'misfit',
  'unsaidShare',
  'mainMissing',
  'focusUnsaid',
  'noNumber',
  'noDate',
  'whenUnsaid',
  'askedNounUnsaid',
  'verbUnsaid',
]);

function held(name: string, weight: number): number {
  if (speaksFor.has(name)) return Math.max(0, weight);
  return speaksAgainst.has(name) ? Math.min(0, weight) : weight;
}

/** Logistic regression on scaled features; the last feature is the constant and is not held back. */
export function learnConfidence(examples: readonly ConfidenceExample[]): number[] {
  const width = confidenceFeatureNames.length;
  const constant = width - 1;
  const columns = Array.from({ length: width }, (_, j) => examples.map((example) => example.features[j]!));
  const mean = columns.map((column, j) =>
    j === constant ? 0 : column.reduce((sum, x) => sum + x, 0) / column.length,
  );
  const spread = columns.map((column, j) =>
    j === constant
      ? 1
      : Math.sqrt(column.reduce((sum, x) => sum + (x - mean[j]!) ** 2, 0) / column.length) || 1,
  );
  const scaled = examples.map((example) => example.features.map((x, j) => (x - mean[j]!) / spread[j]!));
  const answered = examples.filter((example) => example.answers).length;
  const share = examples.map((example) =>
    example.answers ? answeredShare / answered : (1 - answeredShare) / (examples.length - answered),
  );
  let weights = mean.map(() => 0);
  for (let round = 0; round < 3000; round++) {
    const gradient = weights.map((weight, j) => (j === constant ? 0 : weight * strength));
    scaled.forEach((row, i) => {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, x, j) => sum + x * weights[j]!, 0)));
      row.forEach(
        (x, j) => (gradient[j] = gradient[j]! + share[i]! * (p - Number(examples[i]!.answers)) * x),
      );
    });
    weights = weights.map((weight, j) => held(confidenceFeatureNames[j]!, weight - 0.5 * gradient[j]!));
  }
  const raw = weights.map((weight, j) => weight / spread[j]!);
  raw[constant] =
    weights[constant]! - raw.slice(0, constant).reduce((sum, weight, j) => sum + weight * mean[j]!, 0);
  return raw.map((weight) => Number(weight.toPrecision(4)));
}

if (import.meta.main) {
  const examples = confidenceExamples(buildIndex(townPages()), townQuestions());
  const weights = learnConfidence(examples);
  const target = new URL('../../../src/answer-engine/answer/weights/confidence.ts', import.meta.url);
  const code = `/** How sure to be, one weight per feature of \`confidence.ts\`; learned from the town's own questions by \`bench/answers/training/train-confidence.ts\`. */
export const confidenceWeights: readonly number[] = [
${weights.map((weight, j) => `  ${weight}, // ${confidenceFeatureNames[j]}`).join('\n')}
];
`;
  writeFileSync(target, await format(code, { ...(await resolveConfig(target)), parser: 'typescript' }));
  console.log(examples.length, 'examples');
}
