import type { SearchDocument } from '#answer-engine';
import { omosDocument, readOmos } from '../answers/omos.ts';
import { seeded } from '../answers/training/boost.ts';

const { pages, questions } = readOmos();
const LINES = 12;
const SLICE = 500;
const SYLLABLES = 'ba ken dor feld gra holm lin mar now ost ring sen tal ulm wit zar'.split(' ');

/** Real questions, to which the real pages among all give the answer. */
export const asked = questions.slice(0, 170).map(({ question }) => question);

/**
 * Pages of a region, in slices and never all at once: real pages first, then parts of them with made-up words between,
 * so that the vocabulary grows too. `edited` of them are as after an editor's change.
 */
export async function* regionPages(count: number, edited: number): AsyncGenerator<SearchDocument[]> {
  for (let from = 0; from < count; from += SLICE) {
    const size = Math.min(SLICE, count - from);
    yield Array.from({ length: size }, (_, i) => pageAt(from + i, from + i < edited));
  }
}

function pageAt(at: number, isEdited: boolean): SearchDocument {
  const page = pages[at % pages.length]!;
  const added = isEdited ? ['Geändert am Stelzenplatz.'] : [];
  if (at < pages.length) return omosDocument({ ...page, lines: [...page.lines, ...added] });
  const random = seeded(at);
  const name = (): string =>
    Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
  const from = Math.floor(random() * Math.max(1, page.lines.length - LINES));
  const title = `${page.lines[0]} ${name()}`;
  const lines = page.lines
    .slice(from, from + LINES)
    .map((line) =>
      line.replace(/\p{Lu}\p{Ll}{6,}/gu, (word) => (random() < 0.3 ? `${word} ${name()}` : word)),
    );
  return omosDocument({ id: `${page.id}-${at}`, title, lines: [...lines, ...added] });
}
