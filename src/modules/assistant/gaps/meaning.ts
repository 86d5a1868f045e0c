import { buildIndex, plainDocument, search } from '#answer-engine';
import type { AnswerIndex, SearchDocument } from '#answer-engine';

// Of 226 questions of the demo, all pairs compared: above .45 in both directions nineteen of twenty pairs are about the
// same (Lastwagen and LKW .48, Förderung and Zuschuss .45, offen and Öffnungszeiten .67); below .4 few are.
const SAME_MEANING = 0.45;
const COMPARED = 5;

interface Known {
  id: string;
  question: string;
}

/**
 * The known question that means the same, by the engine's own analysis: its stems, compounds, synonyms and rare words.
 * Each of the two must find the other about half as well as it finds itself.
 */
export function sameMeaning(question: string, known: readonly Known[]): Known | null {
  const asked: Known = { id: 'asked', question };
  const index = buildIndex([...known, asked].map(asDocument));
  const byId = new Map(known.map((one) => [one.id, one]));
  for (const [id, closeness] of closest(index, asked)) {
    const other = byId.get(id)!;
    if (closeness >= SAME_MEANING && (closest(index, other).get(asked.id) ?? 0) >= SAME_MEANING) return other;
  }
  return null;
}

/** The questions next to one, each with its share of the score the one has for itself. */
function closest(index: AnswerIndex, { id, question }: Known): Map<string, number> {
  const hits = search(index, question, { limit: COMPARED });
  const itself = hits.find((hit) => hit.documentId === id);
  if (!itself) return new Map();
  const others = hits.filter((hit) => hit.documentId !== id);
  return new Map(others.map((hit) => [hit.documentId, hit.score / itself.score]));
}

/** Content words, in order of the alphabet and cut: "Wann hat das Rathaus offen?" and "wann ist das rathaus offen" are one. */
export function fingerprintOf(question: string): string {
  const words =
    withoutMarks(question)
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, 8)))].sort().join(' ').slice(0, 200);
}

/** What is left of a question when its words have gone: the nouns it was about. */
export function keywordsOf(question: string): string {
  const words = withoutMarks(question).match(/\p{L}[\p{L}-]{3,}/gu) ?? [];
  const nouns = words.filter((word, at) => at > 0 && /^\p{Lu}/u.test(word));
  return [...new Set(nouns.length > 0 ? nouns : words)].slice(0, 6).join(' · ');
}

/** `[Name]` and the like stand for what was taken out; they say nothing about the question. */
function withoutMarks(question: string): string {
  return question.replace(/\[[^\]]*\]/g, ' ');
}

function asDocument({ id, question }: Known): SearchDocument {
  return plainDocument({ id, title: question, lines: [] });
}
