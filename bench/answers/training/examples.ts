import { describeLines } from '../../../src/answer-engine/answer/features.ts';
import { describePages } from '../../../src/answer-engine/answer/page-features.ts';
import { probability, score, type Forest } from '../../../src/answer-engine/answer/trees.ts';
import { buildIndex, type AnswerIndex } from '../../../src/answer-engine/index/index.ts';
import { readQuery } from '../../../src/answer-engine/index/query.ts';
import { rankPages } from '../../../src/answer-engine/index/rank.ts';
import { omosDocument, readOmos, type OmosPage, type OmosQuestion } from '../omos.ts';
import { boost, type BoostOptions } from './boost.ts';
import type { Choice } from './listwise.ts';

export interface LineExample {
  question: OmosQuestion;
  page: OmosPage;
  gold: ReadonlySet<number>;
  features: readonly (readonly number[])[];
}

export interface PageExample extends Choice {
  question: OmosQuestion;
  ids: readonly string[];
}

const candidates = 15;
const lineOptions: BoostOptions = {
  trees: 140,
  depth: 4,
  rate: 0.08,
  leaf: 20,
  lambda: 2,
  rows: 0.7,
  columns: 0.5,
  seed: 7,
};

/** Every question of OMoS-QA with its page described line by line. */
export function lineExamples(): LineExample[] {
  const { pages, questions } = readOmos();
  const byId = new Map(pages.map((page) => [page.id, page]));
  const index = wholeIndex();
  return questions.map((question) => {
    const page = byId.get(question.page)!;
    const { features } = describeLines(readQuery(index, question.question), {
      title: page.lines[0]!,
      lines: page.lines,
    });
    return { question, page, gold: new Set(question.answers), features };
  });
}

/** Learns which lines answer. Questions without an answer count half: their pages are only mostly silent. */
export function learnLines(examples: readonly LineExample[]): Forest {
  const rows = examples.flatMap((example) => example.features);
  const labels = examples.flatMap((example) => example.features.map((_, i) => Number(example.gold.has(i))));
  const weights = examples.flatMap((example) => example.features.map(() => (example.gold.size ? 1 : 0.5)));
  return boost(rows, labels, weights, lineOptions);
}

/** Every answerable question with its candidate pages in the town, read by a line model that never saw its page. */
export function pageExamples(forestFor: (page: string) => Forest): PageExample[] {
  const { questions } = readOmos();
  const indexes = townIndexes();
  const answerable = questions.filter((question) => question.answers.length > 0);
  return answerable.map((question) => {
    const index = indexes.get(question.page.split(':')[0]!)!;
    const query = readQuery(index, question.question);
    const found = rankPages(index, query, candidates);
    const facts = found.map(({ document, score: retrieval }) => {
      const { reading, features } = describeLines(query, {
        title: document.title,
        lines: document.lines.map((line) => line.text),
      });
      return {
        reading,
        retrieval,
        likely: features.map((row) => probability(score(forestFor(question.page), row))),
      };
    });
    const ids = found.map(({ document }) => document.id);
    return {
      question,
      ids,
      rows: describePages(query, facts),
      right: ids.map((id) => Number(id === question.page)),
    };
  });
}

/** The index over every page of all three towns; it tells which words are rare. */
export function wholeIndex(): AnswerIndex {
  return buildIndex(readOmos().pages.map(omosDocument));
}

export function townIndexes(): Map<string, AnswerIndex> {
  const { pages } = readOmos();
  const towns = [...new Set(pages.map((page) => page.town))];
  return new Map(
    towns.map((town) => [town, buildIndex(pages.filter((page) => page.town === town).map(omosDocument))]),
  );
}

/** Folds by page, so that no page is in training and in test. */
export function foldOf(pages: readonly { id: string }[], folds: number): Map<string, number> {
  return new Map(
    [...pages]
      .map((page) => page.id)
      .sort()
      .map((id, i) => [id, i % folds]),
  );
}
