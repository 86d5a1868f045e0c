import type { Query } from '../index/query.ts';
import type { ClosePage } from '../types.ts';
import type { CloseReading } from './reading.ts';

const shown = 4;
const said = 0.65;
const leastCovered = 0.4;
const almostAsTelling = 0.7;

/**
 * Pages that may help further: those that say what the question is about. A page that only shares the town's name, a
 * verb or a word of measure with it helps nobody; then rather none.
 */
export function closestOf(query: Query, pages: readonly CloseReading[]): ClosePage[] {
  const telling = tellingUnits(query);
  return pages
    .filter(
      (page) => page.windowCovers >= leastCovered && telling.some((unit) => saysUnit(page, unit) >= said),
    )
    .slice(0, shown)
    .map(({ document, score }) => ({
      documentId: document.id,
      articleId: document.articleId,
      title: document.title,
      url: document.url,
      kind: document.kind,
      score,
    }));
}

/** The units that tell most: among nouns where there are any, whether a page knows them or not. */
function tellingUnits({ units, worths }: Query): number[] {
  const all = units.map((_, u) => u);
  const nouns = all.filter((u) => units[u]!.weight >= 1);
  const asked = nouns.length > 0 ? nouns : all;
  const most = Math.max(0, ...asked.map((u) => worths[u]!));
  return asked.filter((u) => worths[u]! >= most * almostAsTelling);
}

const saysUnit = ({ reading }: CloseReading, unit: number): number =>
  Math.max(reading.title.any[unit]!, ...reading.lines.map((line) => line.any[unit]!));
