import type { TownAnswer } from '../model.ts';

type Sentence = TownAnswer['sentences'][number];
type Citation = TownAnswer['citations'][number];

export interface SentenceGroup {
  /** The sentences say different things about the same; they stand side by side. */
  isContradiction: boolean;
  sentences: Sentence[];
}

/** Sentences in their order, those that contradict each other together. */
export function groupSentences(sentences: readonly Sentence[]): SentenceGroup[] {
  const groups: SentenceGroup[] = [];
  for (const sentence of sentences) {
    const isContradiction = sentence.flags.includes('contradiction');
    const last = groups.at(-1);
    if (last && last.isContradiction === isContradiction) last.sentences.push(sentence);
    else groups.push({ isContradiction, sentences: [sentence] });
  }
  return groups;
}

/** The pages behind an answer, each once, with the numbers of all sentences that come from it. */
export function groupCitations(citations: readonly Citation[]): { citation: Citation; numbers: number[] }[] {
  return [...Map.groupBy(citations, ({ documentId }) => documentId).values()].map((group) => ({
    citation: group[0]!,
    numbers: group.map(({ n }) => n),
  }));
}

/** Whether the next sentence comes from the same page with the same reservations; they are said once, at the end. */
export function saysTheSameNext(
  sentences: readonly Sentence[],
  at: number,
  citations: ReadonlyMap<number, Citation>,
): boolean {
  const [sentence, next] = [sentences[at], sentences[at + 1]];
  if (!sentence || !next) return false;
  const isSamePage =
    citations.get(sentence.citation)?.documentId === citations.get(next.citation)?.documentId;
  return isSamePage && sentence.flags.join() === next.flags.join();
}
