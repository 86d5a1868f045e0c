import { pagesOf, type AnswerIndex } from '../index/index.ts';
import { indexedTerms } from '../index/segment.ts';
import type { SearchDocument, SentenceFlag } from '../types.ts';
import type { Query } from '../index/query.ts';
import type { CloseReading } from './reading.ts';

const oldAfterYears = 5;

/** Which warnings a sentence of a page needs. */
export function flagsOf(
  document: SearchDocument,
  today: string | undefined,
  contradicted: boolean,
): SentenceFlag[] {
  const flags: SentenceFlag[] = [];
  if (isOld(document.date, today)) flags.push('old');
  if (document.confidence === 'low') flags.push('low-confidence');
  if (document.superseded) flags.push('superseded');
  if (document.level === 'other-town') flags.push('foreign');
  if (contradicted) flags.push('contradiction');
  return flags;
}

/** True when a source is more than five years old on the given day. */
export function isOld(date: string | null, today: string | undefined): boolean {
  if (!date || !today) return false;
  return Number(today.slice(0, 4)) - Number(date.slice(0, 4)) > oldAfterYears;
}

/** A superseded page gives way to the page that supersedes it, when that one is in the index. */
export function preferCurrent(
  index: AnswerIndex,
  pages: readonly CloseReading[],
  reread: (document: SearchDocument) => CloseReading,
): CloseReading[] {
  const preferred: CloseReading[] = [];
  for (const page of pages) {
    const current = page.document.superseded ? successorOf(index, page.document, pages) : null;
    const next = current ? (pages.find((one) => one.document === current) ?? reread(current)) : page;
    if (!preferred.some((one) => one.document.id === next.document.id)) preferred.push(next);
    if (next !== page) preferred.push(page);
  }
  return [...new Map(preferred.map((page) => [page.document.id, page])).values()];
}

function successorOf(
  index: AnswerIndex,
  old: SearchDocument,
  pages: readonly CloseReading[],
): SearchDocument | null {
  if (!old.supersededBy) return null;
  const wanted = (document: SearchDocument): boolean =>
    document.articleId === old.supersededBy && !document.superseded;
  return pages.find((page) => wanted(page.document))?.document ?? pagesOf(index).find(wanted) ?? null;
}

/** Pages that speak about the same subject as the first one, closely enough to stand beside it. */
export function companionsOf(query: Query, pages: readonly CloseReading[]): CloseReading[] {
  const [main, ...others] = pages;
  if (!main) return [];
  return others
    .filter((page) => main.score - page.score < 2.5 && page.windowCovers >= main.windowCovers * 0.7)
    .filter(
      (page) => page.document.kind === main.document.kind || page.windowCovers >= main.windowCovers * 0.95,
    )
    .slice(0, 2);
}

/** True when two pages give different numbers or years for what they have in common. */
export function contradict(a: SearchDocument, b: SearchDocument): boolean {
  if (a.id === b.id || a.kind !== b.kind) return false;
  if (a.topic !== b.topic || !sharesSubject(a, b)) return false;
  const [mine, theirs] = [numbersOf(a), numbersOf(b)];
  return mine.size > 0 && theirs.size > 0 && [...mine].some((number) => !theirs.has(number));
}

function sharesSubject(a: SearchDocument, b: SearchDocument): boolean {
  const mine = new Set(indexedTerms(a.title).filter((term) => !/^\d/.test(term)));
  return indexedTerms(b.title).some(
    (term) =>
      mine.has(term) || [...mine].some((one) => one.length > 5 && (term.includes(one) || one.includes(term))),
  );
}

function numbersOf(document: SearchDocument): Set<string> {
  const text = document.lines.map((line) => line.text).join(' ');
  return new Set(
    text.match(/\d+(?:[.,]\d+)*(?=\s?(?:%|Prozent|Euro|Hektar|Maßnahmen|Millionen|Mitglieder|Betriebe))/g) ??
      [],
  );
}
