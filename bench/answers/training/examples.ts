import { saysWhatIsAsked } from '../../../src/answer-engine/answer/extract.ts';
import { describeLines } from '../../../src/answer-engine/answer/features.ts';
import { describePages } from '../../../src/answer-engine/answer/page-features.ts';
import { probability, score, type Forest } from '../../../src/answer-engine/answer/trees.ts';
import { buildIndex, type AnswerIndex } from '../../../src/answer-engine/index/index.ts';
import { resolveQuestion } from '../../../src/answer-engine/answer/history.ts';
import { readQuery, readSearch, type Query } from '../../../src/answer-engine/index/query.ts';
import { rankPages, type Candidate } from '../../../src/answer-engine/index/rank.ts';
import { paragraphDocument, readEncyclopaedia, type Paragraph } from '../encyclopaedia.ts';
import { omosDocument, readOmos, type OmosPage, type OmosQuestion } from '../omos.ts';
import { isPage } from '../hagenow.ts';
import { townPages, townQuestions } from '../town.ts';
import { boost, type BoostOptions } from './boost.ts';
import { learnOrder, type Choice } from './listwise.ts';

export interface LineExample {
  question: OmosQuestion;
  page: OmosPage;
  gold: ReadonlySet<number>;
  features: readonly (readonly number[])[];
  /** Share of the question that the page says. */
  says: number;
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
const edgeOptions: BoostOptions = { ...lineOptions, trees: 100, leaf: 8 };

/** Every question of OMoS-QA with its page described line by line. */
export function lineExamples(): LineExample[] {
  const { pages, questions } = readOmos();
  const byId = new Map(pages.map((page) => [page.id, page]));
  const index = wholeIndex();
  return questions.map((question) => {
    const page = byId.get(question.page)!;
    const query = readQuery(index, question.question);
    const { features, reading } = describeLines(query, { title: page.lines[0]!, lines: page.lines });
    return {
      question,
      page,
      gold: new Set(question.answers),
      features: features.map((row) => Array.from(row)),
      says: saysWhatIsAsked(query, reading),
    };
  });
}

/** Learns which lines answer. Questions without an answer count half: their pages are only mostly silent. */
export function learnLines(examples: readonly LineExample[]): Forest {
  return learn(examples, (gold, i) => gold.has(i), lineOptions);
}

/** Learns at which lines an answer starts and ends. */
export function learnEdges(examples: readonly LineExample[]): { starts: Forest; ends: Forest } {
  return {
    starts: learn(examples, (gold, i) => gold.has(i) && !gold.has(i - 1), edgeOptions),
    ends: learn(examples, (gold, i) => gold.has(i) && !gold.has(i + 1), edgeOptions),
  };
}

function learn(
  examples: readonly LineExample[],
  isRight: (gold: ReadonlySet<number>, line: number) => boolean,
  options: BoostOptions,
): Forest {
  const rows = examples.flatMap((example) => example.features);
  const labels = examples.flatMap((example) =>
    example.features.map((_, i) => Number(isRight(example.gold, i))),
  );
  const weights = examples.flatMap((example) => example.features.map(() => (example.gold.size ? 1 : 0.5)));
  return boost(rows, labels, weights, options);
}

/** Every answerable question with its candidate pages in the town, read by a line model that never saw its page. */
export function pageExamples(forestFor: (page: string) => Forest): PageExample[] {
  const { questions } = readOmos();
  const indexes = townIndexes();
  const answerable = questions.filter((question) => question.answers.length > 0);
  return answerable.map((question) => {
    const index = indexes.get(question.page.split(':')[0]!)!;
    const query = readSearch(index, question.question);
    const found = rankPages(index, query, candidates);
    const ids = found.map(({ document }) => document.id);
    return {
      question,
      ids,
      rows: describeCandidates(query, found, forestFor(question.page)),
      right: ids.map((id) => Number(id === question.page)),
    };
  });
}

/** The town's own questions with their candidate pages; with them the order of pages learns how short pages look. */
export function townExamples(forest: Forest, questions = townQuestions()): Choice[] {
  const index = buildIndex(townPages());
  const asked = questions.filter((question) => question.relevant.length > 0);
  return asked.flatMap((question) => {
    const query = resolveQuestion(index, question.question, question.locale, question.history ?? []);
    const found = rankPages(index, query, candidates);
    const right = found.map(({ document }) => Number(question.relevant.some((id) => isPage(document, id))));
    const all = right.reduce((sum, one) => sum + one, 0);
    return all
      ? [{ rows: describeCandidates(query, found, forest), right: right.map((one) => one / all) }]
      : [];
  });
}

export interface ParagraphExample extends Choice {
  question: string;
  paragraph: Paragraph;
  ids: readonly string[];
}

/** Every question to an encyclopaedic paragraph with its candidates among all paragraphs. */
export function paragraphExamples(forest: Forest, titleOf = (_: Paragraph) => ''): ParagraphExample[] {
  const paragraphs = readEncyclopaedia();
  const index = buildIndex(paragraphs.map((one) => paragraphDocument(one, titleOf(one))));
  return paragraphs.flatMap((paragraph) =>
    paragraph.questions.map((question) => {
      const query = readSearch(index, question);
      const found = rankPages(index, query, candidates);
      const ids = found.map(({ document }) => document.id);
      const rows = describeCandidates(query, found, forest);
      return { question, paragraph, ids, rows, right: ids.map((id) => Number(id === paragraph.id)) };
    }),
  );
}

/** What the order of pages learns from paragraphs: the open half, without a title and with its subject as title. */
export function openParagraphs(forest: Forest): ParagraphExample[] {
  const examples = [...paragraphExamples(forest), ...paragraphExamples(forest, ({ subject }) => subject)];
  return examples.filter(({ paragraph }) => !paragraph.kept);
}

/** Learns which page comes first. The pages of strangers count four times: as much as what was written for this project. */
export function learnPageOrder(omos: readonly Choice[], own: readonly Choice[]): number[] {
  return learnOrder([...omos, ...omos, ...omos, ...omos, ...own]);
}

function describeCandidates(query: Query, found: readonly Candidate[], forest: Forest): number[][] {
  const facts = found.map(({ document, score: retrieval }) => {
    const lines = document.lines.map((line) => line.text);
    const { title, asked } = document;
    const { reading, features } = describeLines(query, { title, lines, asked });
    return { reading, lines, retrieval, likely: features.map((row) => probability(score(forest, row))) };
  });
  return describePages(query, facts);
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
