import type { Answer, Notice, SearchDocument, SearchHit } from '#answer-engine';
import type { ContactPoint, Town } from '#modules/tenancy';
import type { AnswerContact, AskingAudience, FoundPage, TownAnswer, TownHit } from './model.ts';

/** The engine's answer as the town shows it: addresses that open at the sentence, a contact one can reach. */
export function presented(given: Answer, town: Town, question: string): Omit<TownAnswer, 'tookMs'> {
  return {
    ...given,
    citations: given.citations.map((citation) => ({
      ...citation,
      url: addressOf(citation.url, citation.sentenceIndex),
    })),
    contact: contactOf(given, town, question),
    clarify: choiceOf(given, question),
  };
}

/** The pages an answer is taken from, each once; the address opens at the first sentence of it. */
export function pagesBehind({ citations }: Pick<TownAnswer, 'citations'>): FoundPage[] {
  return [...Map.groupBy(citations, ({ documentId }) => documentId).values()].map((group) => {
    const { title, url, source, date } = group[0]!;
    return { title, url, source, date };
  });
}

/** Two pages of one name, a place and its article, are no choice for who reads their names. */
function choiceOf({ clarify }: Answer, asked: string): TownAnswer['clarify'] {
  const labels = [...new Set(clarify?.options.map(({ label }) => label))];
  return labels.length > 1
    ? {
        options: labels.map((label) => ({
          label,
          question: isMoreThanAName(asked) ? `${label}: ${asked}` : label,
        })),
      }
    : null;
}

const MOST_WORDS_OF_A_NAME = 2;

/** Who asked more than one word asks the same of what they choose. */
const isMoreThanAName = (asked: string): boolean =>
  (asked.match(/[\p{L}\p{N}]+/gu) ?? []).length > MOST_WORDS_OF_A_NAME;

function addressOf(url: string, sentenceIndex: number): string {
  return sentenceIndex >= 0 ? `${url}#satz-${sentenceIndex}` : url;
}

// Nobody is sent to an office for a greeting; in an emergency the page shows the emergency numbers.
const WITHOUT_OFFICE: readonly Notice[] = [
  'greeting',
  'thanks',
  'abilities',
  'insult',
  'empty',
  'emergency',
  'despair',
];
const FRONT_DESK = /bürgerbüro|bürgerservice|bürgeramt|einwohnermelde/i;
const TOWN_HALL = /stadtverwaltung|gemeindeverwaltung|amtsverwaltung|rathaus/i;
/** Where advice the town may not give is to be had, the closest first. */
const FITTING_OFFICES: Partial<Record<Notice, readonly RegExp[]>> = {
  'medical-advice': [/gesundheit/i, /sozial|pflege|senior/i, TOWN_HALL, FRONT_DESK],
  'legal-advice': [
    /schied/i,
    /rechts(?:amt|stelle|antrag|auskunft)/i,
    /ordnungsamt|^(?:fachbereich |fachdienst )?ordnung/i,
    TOWN_HALL,
    FRONT_DESK,
  ],
  'private-person': [/meldewesen|einwohnermelde/i, FRONT_DESK, TOWN_HALL],
};

/** The role the engine names, with what the town says about reaching it; a decline is never left without a contact. */
function contactOf(given: Answer, town: Town, question: string): AnswerContact | null {
  if (given.notice && WITHOUT_OFFICE.includes(given.notice)) return null;
  const { contacts } = town.settings;
  const fitting = (given.notice && FITTING_OFFICES[given.notice]) || [];
  const office =
    fitting.map((wanted) => contacts.find((contact) => fitsNotice(contact, wanted))).find(Boolean) ??
    (given.outcome === 'answered' || (given.notice && given.notice !== 'person')
      ? null
      : officeFor(question, contacts));
  const role = office?.role ?? given.contact?.role;
  if (role) return reachable(role, contacts);
  return given.outcome === 'answered' ? null : usualContact(town);
}

/** The office whose topics the town's clerks have written the question names; what they say goes before any guess. */
function officeFor(question: string, contacts: readonly ContactPoint[]): ContactPoint | null {
  const asked = wordsIn(question);
  const named = (topic: string) =>
    wordsIn(topic).length > 0 && wordsIn(topic).every((word) => asked.some((one) => isNamed(word, one)));
  return contacts.find(({ topics }) => topics.some(named)) ?? null;
}

const wordsIn = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/(?:en|e|n|s)$/, ''));

const CARRIES_ALONE = 6;

/** "Reisepass" names "Pass" no more than "Passwort" does, but "Kinderreisepass" names "Reisepass". */
function isNamed(topic: string, asked: string): boolean {
  return topic === asked || (topic.length >= CARRIES_ALONE && asked.includes(topic));
}

/** Who answers when nobody fits better. */
export function usualContact({ settings: { contacts, defaultContactRole } }: Town): AnswerContact | null {
  const role = defaultContactRole || contacts[0]?.role;
  return role ? reachable(role, contacts) : null;
}

function fitsNotice({ role, topics }: ContactPoint, wanted: RegExp): boolean {
  return wanted.test(role) || topics.some((topic) => wanted.test(topic));
}

function reachable(role: string, contacts: readonly ContactPoint[]): AnswerContact {
  const known = contacts.find((contact) => contact.role === role);
  const { phone = '', email = '', street = '', url = '', note = '' } = known ?? {};
  return { role, phone, email, street, url, note };
}

/** A hit as the town shows it; null when its page was taken away meanwhile. */
export function toHit(documents: ReadonlyMap<string, SearchDocument>, hit: SearchHit): TownHit | null {
  const document = documents.get(hit.documentId);
  if (!document) return null;
  const line = document.lines[Math.max(0, hit.sentenceIndex)];
  return {
    id: hit.documentId,
    articleId: hit.articleId,
    kind: hit.kind,
    title: hit.title,
    url: addressOf(hit.url, hit.sentenceIndex),
    snippet: line?.text ?? '',
    score: Math.round(hit.score * 1000) / 1000,
    date: document.date,
    source: document.source,
    example: document.example,
  };
}

export const SUGGESTIONS_SHOWN = 4;

/** One question for each of the largest topics, made of the title of a real article. */
export function suggestionsFrom(documents: readonly SearchDocument[], audience: AskingAudience): string[] {
  const seen = new Set<string>();
  const titles: string[] = [];
  for (const document of documents) {
    const fits = !document.superseded && document.confidence === 'high';
    if (!fits || (document.audience !== 'all' && document.audience !== audience)) continue;
    const topic = document.topic ?? '';
    if (seen.has(topic) || document.title.length > 60) continue;
    seen.add(topic);
    titles.push(document.title);
    if (titles.length === SUGGESTIONS_SHOWN) break;
  }
  return titles;
}
