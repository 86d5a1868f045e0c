import type { Query } from '../index/query.ts';
import { indexedTerms } from '../text/words.ts';
import type { Answer } from '../types.ts';
import type { CloseReading } from './reading.ts';

const equallyGood = 1.5;
const anyhowNear = 4;
const named = 0.4;
const sureEnough = 0.85;
const mostOptions = 3;
const mostOfGeneral = 4;

// Words that ask for nothing until it is said of what: "Anmeldung", "Kosten", "Termine".
const needsMore =
  /^\s*(?:die |der |das |eine? |eine[nr] )?(?:(?:an|ab|um)meld(?:ung(?:en)?|en)|beantragen|antr(?:a|ä)ge?|kosten|preise?|gebühr(?:en)?|termine?|förderung(?:en)?|fördermittel|zuschüsse?|zuschuss|formulare?|frist(?:en)?|unterlagen|genehmigung(?:en)?|erlaubnis|bescheide?|beratung|steuern?|projekte?|programme?|angebote?|registration|fees?|costs?|funding|applications?)\s*[?!.]*$/iu;

/** Whether a word asks for nothing until it is said of what; then no answer is sure. */
export const isTooGeneral = (text: string): boolean => needsMore.test(text);

/** A single word may mean several things; when their pages fit about equally, the asker chooses. */
export function clarifyOf(
  query: Query,
  pages: readonly CloseReading[],
  confidence: number,
): Answer['clarify'] {
  const [main] = pages;
  const isGeneral = isTooGeneral(query.text);
  if (query.units.length !== 1 || !main || (confidence >= sureEnough && !isGeneral)) return null;
  const equals = pages.filter(
    (page) =>
      main.score - page.score < (isGeneral ? anyhowNear : equallyGood) &&
      page.windowCovers >= main.windowCovers * (isGeneral ? 0.5 : 0.9) &&
      page.reading.title.any[0]! > named,
  );
  const options = distinct(equals)
    .slice(0, isGeneral ? mostOfGeneral : mostOptions)
    .map(({ document }) => ({ label: document.title, documentId: document.id }));
  return options.length > 1 ? { options } : null;
}

/** The article and the place of one thing are one reading, not two. */
function distinct(pages: readonly CloseReading[]): CloseReading[] {
  const kept: CloseReading[] = [];
  for (const page of pages)
    if (!kept.some((one) => isSameThing(one.document.title, page.document.title))) kept.push(page);
  return kept;
}

function isSameThing(one: string, other: string): boolean {
  const [short, long] = [indexedTerms(one), indexedTerms(other)].sort((a, b) => a.length - b.length);
  return short!.every((term) => long!.includes(term));
}
