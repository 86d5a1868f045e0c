import type { TownAnswer } from '../model.ts';

type Sentence = TownAnswer['sentences'][number];
type Citation = TownAnswer['citations'][number];

export interface SentenceGroup {
  /** One side when nothing contradicts it; otherwise each page says its own, and they stand side by side. */
  sides: Sentence[][];
}

/** Sentences in their order; what contradicts each other comes together, a side for each page. */
export function groupSentences(
  sentences: readonly Sentence[],
  citations: ReadonlyMap<number, Citation>,
): SentenceGroup[] {
  const disputed = sentences.filter(({ flags }) => flags.includes('contradiction'));
  const sides = [...Map.groupBy(disputed, (one) => citations.get(one.citation)?.documentId).values()];
  // A single page left of a dispute has nobody to stand beside.
  const isDisputed = (sentence: Sentence) => sides.length > 1 && disputed.includes(sentence);
  const groups: SentenceGroup[] = [];
  let plain: Sentence[] | null = null;
  for (const sentence of sentences) {
    if (isDisputed(sentence)) {
      if (sentence === disputed[0]) groups.push({ sides });
      plain = null;
    } else if (plain) plain.push(sentence);
    else groups.push({ sides: [(plain = [sentence])] });
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
