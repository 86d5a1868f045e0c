import type { AnswerIndex } from '../index/index.ts';
import type { Query } from '../index/query.ts';
import type {
  Answer,
  AnswerSentence,
  Citation,
  ClosePage,
  Notice,
  Question,
  SearchDocument,
} from '../types.ts';
import { confidenceOf } from './confidence.ts';
import { contactFor, officeFor } from './contact.ts';
import { countUnsaid, focusUnsaid } from './focus.ts';
import { mayStandAlone, resolveQuestion } from './history.ts';
import { readNotice } from './notices.ts';
import { readClosely, readDocument, type CloseReading } from './reading.ts';
import { selectSentences, type Chosen } from './select.ts';
import { companionsOf, contradict, flagsOf, preferCurrent } from './truth.ts';
import { lacksSize, lacksWhatIsAsked } from './wanted.ts';
import { learned, type Learned } from './weights/index.ts';

const answersFrom = 0.4;
const possibleFrom = 0.27;
const aloneFrom = 0.75;
const asksForContact = /ansprech|zuständig|wende|kontakt|contact|in charge|responsible/i;
const equallyGood = 1.5;
const closestShown = 4;

/** Answers a question from a town's pages: quoted sentences with citations, or an honest refusal with a contact. */
export function answer(index: AnswerIndex, question: Question): Answer {
  return answerWith(learned, index, question);
}

/** The same with given weights, so that what was learned can be tested on questions it never saw. */
export function answerWith(weights: Learned, index: AnswerIndex, question: Question): Answer {
  const notice = readNotice(question.text);
  if (notice) return refusal(index, question, notice);
  if (mayStandAlone(question)) {
    const alone = answerWith(weights, index, { ...question, history: [] });
    if (alone.outcome === 'answered' && alone.confidence >= aloneFrom) return alone;
  }
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
  const confidence = confidenceOf(query, real, weights.confidence);
  const contact = (): { role: string } | null => contactFor(index, question, query, real);
  const base = {
    confidence,
    closest: closestOf(pages),
    notice: null,
    clarify: clarifyOf(query, real),
  };
  if (confidence < answersFrom) {
    // An invented example may be shown as a page that could help; it is never quoted as a fact.
    const couldHelp =
      confidence >= possibleFrom || confidenceOf(query, pages, weights.confidence) >= answersFrom;
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
  return {
    ...base,
    outcome: 'answered',
    ...quote(selectSentences(told), question),
    contact: desk ?? contactOf(told) ?? contact(),
  };
}

const aboutAsGood = 2.5;
// A distance or a size stands in passing on pages about other things.
const inPassing = 4;

// When the best page lacks the very thing that is asked (a name, a phone number) and one about as good has it, that one leads.
function fittingFirst(query: Query, pages: readonly CloseReading[]): readonly CloseReading[] {
  const [main] = pages;
  const lacks = (page: CloseReading): boolean => lacksWhatIsAsked(query, page) || countUnsaid(query, page);
  if (!main || !lacks(main)) return pages;
  const within = lacksSize(query, main) ? inPassing : aboutAsGood;
  const fitting = pages.find(
    (page) =>
      main.score - page.score < within &&
      page.windowCovers >= main.windowCovers * 0.8 &&
      !page.document.example &&
      !lacks(page),
  );
  return fitting ? [fitting, ...pages.filter((page) => page !== fitting)] : pages;
}

// A single word may mean several pages; when they fit about equally, the asker chooses.
function clarifyOf(query: Query, pages: readonly CloseReading[]): Answer['clarify'] {
  const [main] = pages;
  if (query.units.length !== 1 || !main) return null;
  const equals = pages.filter(
    (page) =>
      main.score - page.score < equallyGood &&
      page.windowCovers >= main.windowCovers * 0.9 &&
      page.reading.title.any[0]! > 0.4,
  );
  const options = equals
    .slice(0, 3)
    .map(({ document }) => ({ label: document.title, documentId: document.id }));
  return options.length > 1 ? { options } : null;
}

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

function closestOf(pages: readonly CloseReading[]): ClosePage[] {
  return pages.slice(0, closestShown).map(({ document, score }) => ({
    documentId: document.id,
    articleId: document.articleId,
    title: document.title,
    url: document.url,
    kind: document.kind,
    score,
  }));
}

function quote(
  chosen: readonly Chosen[],
  question: Question,
): { sentences: AnswerSentence[]; citations: Citation[] } {
  const documents = [...new Set(chosen.map(({ page }) => page.document))];
  const contradicted = documents.map((one) => documents.some((other) => contradict(one, other)));
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
