import type { Answer } from '#answer-engine';

const secondQuestion =
  /\s+(?:und|sowie|and)\s+(?=(?:wer|was|wann|wo|wohin|wie|welche\p{L}*|wieviel|gibt|kostet|muss|darf|kann|braucht|what|who|where|how|when|which|is|do|does|can)(?!\p{L}))/giu;
const leastLetters = 8;

/** "Wann ist das Bad offen und was kostet es?" – its two questions; null where it is one. */
export function halvesOf(text: string): readonly [string, string] | null {
  const split = [...text.matchAll(secondQuestion)].at(-1);
  if (!split) return null;
  const first = text.slice(0, split.index).trim();
  const second = text.slice(split.index + split[0].length).trim();
  return first.length >= leastLetters && second.length >= leastLetters ? [first, second] : null;
}

const mostOfEach = 3;
const mostSentences = 5;

/** Both answers as one, with the citations numbered anew; null when neither says anything. */
export function together(one: Answer, other: Answer): Answer | null {
  const halves = [one, other].filter(({ sentences }) => sentences.length > 0);
  const [first, second] = halves;
  if (!first) return null;
  const answered = halves.find(({ outcome }) => outcome === 'answered');
  const sentences: Answer['sentences'] = [];
  const citations: Answer['citations'] = [];
  for (const half of halves) {
    const room = second ? Math.min(mostOfEach, mostSentences - sentences.length) : mostSentences;
    for (const sentence of half.sentences.slice(0, room)) {
      const cited = half.citations.find(({ n }) => n === sentence.citation);
      if (!cited || sentences.some(({ text }) => text === sentence.text)) continue;
      const known = citations.find(
        ({ documentId, sentenceIndex }) =>
          documentId === cited.documentId && sentenceIndex === cited.sentenceIndex,
      );
      const n = known?.n ?? citations.push({ ...cited, n: citations.length + 1 });
      sentences.push({ ...sentence, citation: n });
    }
  }
  return {
    ...first,
    outcome: answered ? 'answered' : first.outcome,
    confidence: Math.min(
      ...(answered ? halves.filter((half) => half.outcome === 'answered') : halves).map(
        ({ confidence }) => confidence,
      ),
    ),
    sentences,
    citations,
    contact: first.contact ?? second?.contact ?? null,
    clarify: null,
  };
}
