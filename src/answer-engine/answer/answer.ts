import type { AnswerIndex } from '../index/index.ts';
import type { Query } from '../index/query.ts';
import type { Answer, AnswerSentence, Citation, Notice, Question, SearchDocument } from '../types.ts';
import { clarifyOf, isTooGeneral } from './clarify.ts';
import { closestOf } from './closest.ts';
import { closingOf, leadsWithEnd, type Closing } from './closing.ts';
import { confidenceOf } from './confidence.ts';
import { contactFor, officeFor } from './contact.ts';
import { contradict } from './contradiction.ts';
import { countUnsaid, focusUnsaid } from './focus.ts';
import { readLine } from './line.ts';
import { keepsEarlierSubject, losesSubject, mayStandAlone, resolveQuestion } from './history.ts';
import { readNotice } from './notices.ts';
import { readClosely, readDocument, type CloseReading } from './reading.ts';
import { selectSentences, type Chosen } from './select.ts';
import { companionsOf, flagsOf, preferCurrent } from './truth.ts';
import { isSaidInPassing, isTaught, lacksSize, lacksWhatIsAsked } from './wanted.ts';
import { learned, type Learned } from './weights/index.ts';

const answersFrom = 0.4;
const possibleFrom = 0.27;
const aloneFrom = 0.75;
const unsure = 0.25;
const asksForContact = /ansprech|zuständig|wende|kontakt|contact|in charge|responsible/i;

/** Answers a question from a town's pages: quoted sentences with citations, or an honest refusal with a contact. */
export function answer(index: AnswerIndex, question: Question): Answer {
  return answerWith(learned, index, question);
}

/** The same with given weights, so that what was learned can be tested on questions it never saw. */
export function answerWith(weights: Learned, index: AnswerIndex, question: Question): Answer {
  const notice = readNotice(question.text);
  if (notice) return refusal(index, question, notice);
  const alone = mayStandAlone(question) ? answerWith(weights, index, { ...question, history: [] }) : null;
  const standsAlone = alone?.outcome === 'answered' && alone.confidence >= aloneFrom;
  if (standsAlone && !keepsEarlierSubject(question.text)) return alone;
  const query = resolveQuestion(index, question.text, question.locale, question.history ?? []);
  const reread = (document: SearchDocument): CloseReading => readDocument(index, query, document, weights);
  const pages = preferCurrent(
    index,
    query,
    fittingFirst(query, readClosely(index, query, { weights })),
    reread,
  );
  // A page without a line (a stop of a bus) leads somewhere; there is nothing to quote.
  const real = pages.filter(({ document }) => !document.example && document.lines.length > 0);
  const isLost = real.length > 0 && losesSubject(query, real[0]!);
  if (standsAlone && isLost) return alone;
  const sure = confidenceOf(query, real, weights.confidence);
  // "Und was kostet das?" is not answered with what something else costs.
  const isPassing = isSaidInPassing(query, real[0]);
  const isUnsure = isLost || isTooGeneral(question.text) || isPassing || areNamesOnly(pages, real[0]);
  const confidence = isUnsure ? Math.min(sure, unsure) : sure;
  const contact = (): { role: string } | null =>
    isPassing ? officeFor(index, question, query) : contactFor(index, question, query, real);
  const base = {
    confidence,
    closest: isLost ? [] : closestOf(query, pages),
    notice: null,
    clarify: clarifyOf(query, isTooGeneral(question.text) ? pages : real, confidence),
  };
  if (confidence < answersFrom) {
    // An invented example may be shown as a page that could help; it is never quoted as a fact.
    const couldHelp =
      !isLost && (sure >= possibleFrom || confidenceOf(query, pages, weights.confidence) >= answersFrom);
    return {
      ...base,
      outcome: couldHelp ? 'possible' : 'declined',
      contact: contact(),
      sentences: [],
      citations: [],
    };
  }
  const desk = asksForContact.test(question.text) ? contact() : null;
  const told = desk ? deskFirst(query, real, desk) : [real[0]!, ...companionsOf(query, real)];
  const selected = asksOnlyWhere.test(question.text)
    ? addressAlone(selectSentences(told))
    : selectSentences(told);
  const end = endAmong(index, selected);
  const chosen = end ? withEnd(selected, end, reread(end.document), question.text) : selected;
  return {
    ...base,
    outcome: 'answered',
    ...quote(chosen, question),
    contact: desk ?? contactOf(told) ?? contact(),
  };
}

const names = 2;

// "Welche Schulen gibt es?" is met by the schools, of which there is only the name: a page that says less is not quoted instead.
function areNamesOnly(pages: readonly CloseReading[], quoted: CloseReading | undefined): boolean {
  if (!quoted) return false;
  const better = pages
    .slice(0, pages.indexOf(quoted))
    .filter((page) => page.windowCovers > quoted.windowCovers);
  return better.length >= names && better.every(({ document }) => document.lines.length === 0);
}

const asksOnlyWhere =
  /^\s*(?:und |and )?(?:wo (?:ist|liegt|steht|sitzt|befindet|finde)|where (?:is|are|can i find))(?!\p{L})(?!.*(?<!\p{L})(?:und|and|wie|wann|was|how|when|what)(?!\p{L})).*$/iu;

// Who asks where a house stands wants its address, once.
function addressAlone(chosen: readonly Chosen[]): readonly Chosen[] {
  const first = chosen[0];
  const given = chosen.find(
    ({ page, line }) => page === first?.page && readLine(page.document.lines[line]!.text).offers.address,
  );
  return given && given === first ? [given] : chosen;
}

const mostSentences = 5;

/** The page that has ended, with its end. */
interface Ended extends Closing {
  of: SearchDocument;
}

function endAmong(index: AnswerIndex, chosen: readonly Chosen[]): Ended | null {
  for (const of of new Set(chosen.map(({ page }) => page.document))) {
    const end = closingOf(index, of);
    if (end) return { ...end, of };
  }
  return null;
}

// What has ended is told with its end; before all else when that is what is asked. What is beside it makes room.
function withEnd(
  chosen: readonly Chosen[],
  { of, document, lines }: Ended,
  page: CloseReading,
  text: string,
): readonly Chosen[] {
  const told = lines.map((line) => ({ page, line }));
  const others = chosen.filter((one) => one.page.document.id !== document.id);
  const room = mostSentences - told.length;
  const ended = others.filter((one) => one.page.document.id === of.id).slice(0, room);
  const beside = others.filter((one) => one.page.document.id !== of.id).slice(0, room - ended.length);
  const kept = others.filter((one) => ended.includes(one) || beside.includes(one));
  const isMain = chosen[0]?.page.document.id === of.id;
  return isMain && leadsWithEnd(text) ? [...told, ...kept] : [...kept, ...told];
}

const aboutAsGood = 2.5;
// A distance or a size stands in passing on pages about other things.
const inPassing = 4;

// When the best page lacks the very thing that is asked (a name, a phone number) and one about as good has it, that one leads.
function fittingFirst(query: Query, pages: readonly CloseReading[]): readonly CloseReading[] {
  const [main] = pages;
  if (!main) return pages;
  const taught = pages.find((page) => isTaught(query, page));
  if (taught) return leadBy(taught, pages);
  // "Wie viele Einwohner?" – a page that counts Einwohner goes before one that counts Menschen.
  const isCounted = pages.some((page) => !countUnsaid(query, page, true));
  const lacks = (page: CloseReading): boolean =>
    lacksWhatIsAsked(query, page) || countUnsaid(query, page, isCounted);
  if (!lacks(main)) return pages;
  const within = lacksSize(query, main) ? inPassing : aboutAsGood;
  const fitting = pages.find(
    (page) =>
      main.score - page.score < within &&
      page.windowCovers >= main.windowCovers * 0.8 &&
      !page.document.example &&
      !lacks(page),
  );
  return fitting ? leadBy(fitting, pages) : pages;
}

const leadBy = (first: CloseReading, pages: readonly CloseReading[]): readonly CloseReading[] => [
  first,
  ...pages.filter((page) => page !== first),
];

// Who asks for the person in charge first hears of the office, then of the subject.
function deskFirst(
  query: Query,
  pages: readonly CloseReading[],
  contact: { role: string } | null,
): CloseReading[] {
  const desk = pages.find(
    (page) => page.document.contactRole === contact?.role && focusUnsaid(query, page.reading) < 0.4,
  );
  const main = pages[0]!;
  return desk && desk !== main ? [desk, main] : [main, ...companionsOf(query, pages)];
}

function refusal(index: AnswerIndex, question: Question, notice: Notice): Answer {
  const withContact: readonly Notice[] = ['legal-advice', 'medical-advice', 'private-person', 'person'];
  const query: Query = resolveQuestion(index, question.text, question.locale, []);
  const contact = withContact.includes(notice) ? officeFor(index, question, query) : null;
  return {
    outcome: 'declined',
    confidence: 0,
    sentences: [],
    citations: [],
    contact,
    closest: [],
    notice,
    clarify: null,
  };
}

const contactOf = (pages: readonly CloseReading[]): { role: string } | null => {
  const role = pages.find((page) => page.document.contactRole)?.document.contactRole;
  return role ? { role } : null;
};

function quote(
  chosen: readonly Chosen[],
  question: Question,
): { sentences: AnswerSentence[]; citations: Citation[] } {
  const documents = [...new Set(chosen.map(({ page }) => page.document))];
  const years = question.text.match(/\b(?:19|20)\d\d\b/g) ?? [];
  const contradicted = documents.map((one) => documents.some((other) => contradict(one, other, years)));
  const citations = chosen.map(({ page, line }, i) => citationOf(page, line, i + 1));
  const sentences = chosen.map(({ page, line }, i) => ({
    text: page.document.lines[line]!.text,
    citation: i + 1,
    flags: flagsOf(page.document, question.today, contradicted[documents.indexOf(page.document)]!),
  }));
  return { sentences, citations };
}

function citationOf({ document }: CloseReading, line: number, n: number): Citation {
  const { id, articleId, title, url, source, sourceUrl, date, level, levelName, kind } = document;
  return {
    n,
    documentId: id,
    articleId,
    title,
    url,
    source,
    sourceUrl,
    date,
    sentenceIndex: line,
    level,
    levelName,
    kind,
  };
}
