import { subjectWordsOf } from '#modules/publishing';
import { newestReader } from '#modules/publishing.server';
import { newsKind } from './kind.server.ts';

const NEWS =
  /(?<!\p{L})(?:neues|neuigkeiten|nachrichten|news)(?!\p{L})|(?<!\p{L})(?:aktuelle|neueste|letzte)n? (?:meldungen|nachrichten|mitteilungen)(?!\p{L})|^\s*aktuelles\s*[?.!]*$|was ist neu|what['’]?s new/iu;
const ROADS =
  /(?<!\p{L})(?:baustellen?|(?:straßen)?sperrung(?:en)?|umleitung(?:en)?|bauarbeiten|roadworks|gesperrt\p{L}*|closed roads?|road closed)(?!\p{L})/iu;
const SEEKS =
  /^\s*(?:ist|sind)(?!\p{L})|(?<!\p{L})(?:welche|wo|gibt|aktuell\p{L}*|gerade|derzeit|what|which|any|are there)(?!\p{L})/iu;
const FRAME =
  /^(?:neues|neuigkeiten|nachrichten|news|aktuell\p{L}*|neueste\p{L}*|letzte\p{L}*|meldungen|mitteilungen|derzeit|baustellen?|\p{L}*sperrung(?:en)?|umleitung(?:en)?|bauarbeiten|roadworks|latest|straßen?|streets?|roads?|closed|gesperrt\p{L}*|ort)$/u;
const ROAD_KINDS: readonly (string | null)[] = ['bauen', 'verkehr'];
const BLOCKS = /gesperrt|sperrung|umleitung|baustelle|bauarbeiten|ausgebessert|erneuert/i;

const MOST_BARE_WORDS = 2;

/** Whether somebody wants what is new, or where roads are closed, and nothing more. */
export function asksForNews(question: string): boolean {
  const isBare = (question.match(/\p{L}+/gu) ?? []).length <= MOST_BARE_WORDS;
  if (!NEWS.test(question) && !(ROADS.test(question) && (isBare || SEEKS.test(question)))) return false;
  return subjectWordsOf(question).every((word) => FRAME.test(word));
}

/** "Was gibt es Neues?", "Welche Baustellen gibt es?" */
export const newsReader = newestReader(newsKind, {
  asks: asksForNews,
  isMeant: (question, { category, title, summary }) =>
    !ROADS.test(question) || (ROAD_KINDS.includes(category) && BLOCKS.test(`${title} ${summary}`)),
});
