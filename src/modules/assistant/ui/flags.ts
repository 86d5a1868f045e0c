import type { TownAnswer } from '../model.ts';

type Sentence = TownAnswer['sentences'][number];

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
