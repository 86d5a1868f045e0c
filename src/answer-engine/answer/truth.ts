import { pagesOf, type AnswerIndex } from '../index/index.ts';
import { indexedTerms } from '../text/words.ts';
import type { SearchDocument, SentenceFlag } from '../types.ts';
import type { Query } from '../index/query.ts';
import { asksTwice } from './cues.ts';
import { coverage } from './page.ts';
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

/**
 * A superseded page gives way to the page that supersedes it, when that one is in the index. Who asks for the very year
 * or thing that only the old page tells hears the old page, flagged as superseded.
 */
export function preferCurrent(
  index: AnswerIndex,
  query: Query,
  pages: readonly CloseReading[],
  reread: (document: SearchDocument) => CloseReading,
): CloseReading[] {
  const preferred: CloseReading[] = [];
  for (const page of pages) {
    const current = page.document.superseded ? successorOf(index, page.document, pages) : null;
    const successor = current && (pages.find((one) => one.document === current) ?? reread(current));
    const next = successor && !onlyItTells(query, page, successor) ? successor : page;
    if (!preferred.some((one) => one.document.id === next.document.id)) preferred.push(next);
    if (next !== page) preferred.push(page);
  }
  return [...new Map(preferred.map((page) => [page.document.id, page])).values()];
}

const rare = 3.5;

// The year, or the one word that tells most: "Fruchtzwerge" stands on the old page only.
function onlyItTells(query: Query, old: CloseReading, current: CloseReading): boolean {
  const tells = ({ reading }: CloseReading, unit: number): boolean =>
    [reading.title, ...reading.lines].some((one) => one.exact[unit]! > 0);
  return query.units.some(
    (unit, u) =>
      (/^(?:19|20)\d\d$/.test(unit.term) || (unit.weight === 1 && unit.worth >= rare)) &&
      tells(old, u) &&
      !tells(current, u),
  );
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

const mostCompanions = 2;
const closeInOrder = 2.5;
const addsEnough = 0.1;

/**
 * Pages that should be heard beside the first one: they say what it leaves unsaid, or they are as good as it and speak
 * of the same subject. So sources that contradict each other stand side by side.
 */
export function companionsOf(query: Query, pages: readonly CloseReading[]): CloseReading[] {
  const [main, ...others] = pages;
  if (!main) return [];
  const near = others.slice(0, 7);
  const related = near.filter((page) => isRelated(query, main, page));
  // Who asks two things may need a page of another subject for the second.
  const twice = asksTwice.test(query.text);
  const completing = (twice ? near : related)
    .filter(
      (page) =>
        adds(query, [main], page) >= addsEnough &&
        main.score - page.score < closeInOrder * 2 &&
        page.windowCovers >= main.windowCovers * (twice ? 0.3 : 0.5),
    )
    .sort((a, b) => adds(query, [main], b) - adds(query, [main], a));
  const newer = others
    .filter((page) => isNewer(page, main) && sharesMainWord(query, main, page))
    .sort((a, b) => (a.document.date! < b.document.date! ? 1 : -1))
    .slice(0, 1);
  const equals = related.filter(
    (page) => main.score - page.score < closeInOrder && page.windowCovers >= main.windowCovers * 0.7,
  );
  // An old page is not told without the one that replaced it.
  const replacing = near.filter(
    ({ document }) => main.document.superseded && document.articleId === main.document.supersededBy,
  );
  const disagreeing = near.filter((page) => countsDifferently(query, main, page)).slice(0, 1);
  return [...new Set([...replacing, ...disagreeing, ...newer, ...completing, ...equals])].slice(
    0,
    mostCompanions,
  );
}

const numberWords = 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');
const counted = new RegExp(
  `(?<![\\d.,\\p{L}])(\\d+(?:[.,]\\d+)*|${[...numberWords, ...numberWords.map((word) => word[0]!.toUpperCase() + word.slice(1))].join('|')})\\s+(?:\\p{Ll}+e[nr]?\\s+){0,2}(?!(?:Prozent|Euro|Jahr|Kilometer|Hektar|Tonnen|Liter|Uhr|Tag|Wochen|Monat|Millionen|Punkte|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))(\\p{Lu}[\\p{L}-]+)`,
  'gu',
);
const written = (number: string): string => {
  const at = numberWords.indexOf(number.toLowerCase());
  return at < 0 ? number : String(at + 2);
};

const countsKnown = new WeakMap<SearchDocument, ReadonlyMap<string, ReadonlySet<string>>>();

// What a page counts ("750 Gewerbebetriebe"): per term the numbers before it, read once.
function countsOf(document: SearchDocument): ReadonlyMap<string, ReadonlySet<string>> {
  const known = countsKnown.get(document);
  if (known) return known;
  const counts = new Map<string, Set<string>>();
  for (const { text } of document.lines) {
    for (const [, number, noun] of text.matchAll(counted)) {
      for (const term of indexedTerms(noun!))
        counts.set(term, (counts.get(term) ?? new Set()).add(written(number!)));
    }
  }
  countsKnown.set(document, counts);
  return counts;
}

// Two pages of one topic that count the very thing the question asks about, and come to other numbers.
function countsDifferently(query: Query, main: CloseReading, page: CloseReading): boolean {
  if (main.document.topic === null || main.document.topic !== page.document.topic) return false;
  if (main.document.date === page.document.date) return false;
  const theirs = countsOf(page.document);
  return [...countsOf(main.document)].some(
    ([term, numbers]) =>
      query.meetings.has(term) && theirs.has(term) && ![...theirs.get(term)!].some((one) => numbers.has(one)),
  );
}

const isNewer = (page: CloseReading, than: CloseReading): boolean =>
  page.document.date !== null && than.document.date !== null && page.document.date > than.document.date;

// The word that tells most in the question, said by both pages and by one of their titles.
function sharesMainWord(query: Query, main: CloseReading, page: CloseReading): boolean {
  if (main.document.topic === null || main.document.topic !== page.document.topic) return false;
  return query.units.some((unit, u) => {
    const said = (one: CloseReading): number =>
      Math.max(one.reading.title.any[u]!, ...one.reading.lines.map((line) => line.any[u]!));
    const named = Math.max(main.reading.title.any[u]!, page.reading.title.any[u]!);
    return unit.worth > 2.5 && unit.weight === 1 && named > 0.6 && said(main) > 0.6 && said(page) > 0.6;
  });
}

// How much more of the question is said when a page is added.
function adds(query: Query, heard: readonly CloseReading[], page: CloseReading): number {
  const all = (pages: readonly CloseReading[]) =>
    pages.flatMap(({ reading }) => [reading.title, ...reading.lines]);
  return coverage(query, all([...heard, page])) - coverage(query, all(heard));
}

// Pages are related when they share a topic, or a telling word of the question stands in both their titles.
function isRelated(query: Query, main: CloseReading, page: CloseReading): boolean {
  if (page.document.kind !== main.document.kind) return page.windowCovers >= main.windowCovers * 0.95;
  if (main.document.topic !== null && main.document.topic === page.document.topic) return true;
  return query.units.some(
    (unit, u) => unit.worth > 2.5 && main.reading.title.any[u]! > 0.4 && page.reading.title.any[u]! > 0.4,
  );
}
