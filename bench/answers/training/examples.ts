import { buildIndex, type AnswerIndex } from '../../../src/answer-engine/index/index.ts';
import { describeLines } from '../../../src/answer-engine/answer/features.ts';
import { readQuery } from '../../../src/answer-engine/index/query.ts';
import { omosDocument, readOmos, type OmosPage, type OmosQuestion } from '../omos.ts';

export interface LineExample {
  question: OmosQuestion;
  page: OmosPage;
  gold: ReadonlySet<number>;
  features: readonly (readonly number[])[];
}

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

/** The index over every page of all three towns; it tells which words are rare. */
export function wholeIndex(): AnswerIndex {
  return buildIndex(readOmos().pages.map(omosDocument));
}

/** Folds by page, so that no page is in training and in test. */
export function foldOf(pages: readonly OmosPage[], folds: number): Map<string, number> {
  return new Map(
    [...pages]
      .map((page) => page.id)
      .sort()
      .map((id, i) => [id, i % folds]),
  );
}
