import type { AnswerIndex } from '../index/index.ts';
import { readQuery } from '../index/query.ts';
import { rankPages } from '../index/rank.ts';
import { indexedTerms } from '../text/words.ts';
import type { SearchDocument } from '../types.ts';
import { headOf } from './contradiction.ts';

/** Lines of a page that say that something has ended. */
export interface Closing {
  document: SearchDocument;
  lines: readonly number[];
}

const hasEnded =
  /(?<!\p{L})(?:ausgeschöpft|aufgebraucht|erschöpft|ausgelaufen|abgelaufen|eingestellt|beendet|nicht mehr (?:möglich|beantragt|angeboten|verfügbar|vergeben|gefördert)|keine (?:neuen )?(?:anträge|anmeldungen|plätze|mittel) mehr|antragsfrist (?:ist )?(?:abgelaufen|vorbei|verstrichen)|geschlossen)(?!\p{L})/iu;
// What can run out: money, courses, campaigns. Of other things texts tell their end by themselves.
const canEnd =
  /f(?:ö|oe)rder|antrag|zuschuss|zuschüsse|programm|darlehen|richtlinie|prämie|stipendi|wettbewerb|aktion(?!är)|kurs|bonus/i;
/** Who asks whether it is still there wants to hear of the end first. */
const asksIfStill =
  /(?<!\p{L})(?:noch|weiterhin|aktuell\p{L}*|derzeit|momentan|zurzeit|beantragen|still|available|apply)(?!\p{L})/iu;
const pagesLookedAt = 3;
const leastLetters = 5;

/** What a newer page says of the end of that which the main page describes: nobody reads of a grant without that it is used up. */
export function closingOf(index: AnswerIndex, main: SearchDocument): Closing | null {
  if (main.superseded || !canEnd.test(`${main.title} ${main.topic ?? ''} ${main.lines[0]?.text ?? ''}`))
    return null;
  const name = nameOf(main.title);
  if (!name) return null;
  const isCloser = (document: SearchDocument): boolean =>
    document.id !== main.id &&
    !document.superseded &&
    !document.example &&
    document.topic === main.topic &&
    isNotOlder(document, main) &&
    nameOf(document.title) === name &&
    endLine(document) >= 0;
  const [found] = rankPages(index, readQuery(index, name), pagesLookedAt, isCloser);
  if (!found) return null;
  const end = endLine(found.document);
  // "Die Mittel waren da ausgeschöpft" needs the sentence before it.
  return { document: found.document, lines: end > 0 ? [end - 1, end] : [end] };
}

/** Whether the end comes before all else. */
export const leadsWithEnd = (question: string): boolean => asksIfStill.test(question);

const isNotOlder = (document: SearchDocument, than: SearchDocument): boolean =>
  !than.date || (document.date !== null && document.date >= than.date);

const endLine = ({ lines }: SearchDocument): number => lines.findIndex(({ text }) => hasEnded.test(text));

/** What a page is about, by its name: "Digitrans" of "Digitrans: Zuschuss für digitale Vorhaben". */
function nameOf(title: string): string | null {
  const head = headOf(title);
  if (head) return head.toLowerCase();
  const [first] = indexedTerms(title);
  return first && first.length >= leastLetters ? first : null;
}
