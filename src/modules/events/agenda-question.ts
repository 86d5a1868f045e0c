import { askedDays, subjectWordsOf } from '#modules/publishing';
import type { AskedDays } from '#modules/publishing';

/** What a question for the calendar as a whole wants of it. */
export interface AgendaQuestion {
  /** Null = whatever comes next. */
  days: AskedDays | null;
  topics: readonly AskedTopic[];
}

/** For whom or of what kind events should be. */
export interface AskedTopic {
  category: string | null;
  /** What title or summary say when an event is of it, whatever it is filed under. */
  said: RegExp;
}

const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');

const TOPICS: readonly (AskedTopic & { asked: RegExp })[] = [
  topic(
    'kinder\\p{L}*|kind(?:ern)?|kids|famili\\p{L}+|children|family|families',
    'kinder',
    '(?<!\\p{L})kindern?(?!\\p{L})|famili',
  ),
  topic('senior\\p{L}*|rentner\\p{L}*|ältere\\p{L}*|elderly', 'senioren', 'senior'),
  topic('jugend\\p{L}*|teenager', null, 'jugend'),
  topic('sport\\p{L}*|sports', 'sport', 'sport|lauf'),
  topic('konzerte?|musik|live-?musik|concerts?|music', null, 'konzert|musik|chor\\p{L}*|chöre|orgel'),
  topic('kultur\\p{L}*|culture|cultural', 'kultur', 'kultur'),
  topic('märkte?|markets?', 'markt', 'markt'),
  topic('kurse?|workshops?|courses?', null, 'kurs|workshop'),
  topic('unternehmer\\p{L}*|gründer\\p{L}*|wirtschaft|businesses', 'wirtschaft', 'gründer|unternehm'),
];

export function topicsOf(question: string): AskedTopic[] {
  return TOPICS.filter(({ asked }) => asked.test(question));
}

function topic(asked: string, category: string | null, said: string) {
  return { asked: word(asked), category, said: new RegExp(said, 'iu') };
}

const EVENTS = word(
  'veranstaltung(?:en|stipps?|skalender)?|events?|termine|unternehmungen|ausgehtipps?|freizeittipps?',
);
const IS_ON =
  /(?<!\p{L})(?:was|welche|what|which|ist|gibt|steht)(?!\p{L}).*(?:(?<!\p{L})(?:los|geht)(?!\p{L})|veranstaltung|(?<!\p{L})statt(?!\p{L})|(?<!\p{L})(?:unternehmen|machen|vor)\s*[?.!]*$|happening|(?<!\p{L})on(?!\p{L})|events?(?!\p{L})|to do(?!\p{L}))/iu;
const IS_THERE = /(?<!\p{L})(?:gibt|finden|stehen|sind|läuft|laufen|is there|are there)(?!\p{L})/iu;
/** The past, and what has to be done about an event, are not in the calendar. */
const ASKS_ELSE =
  /(?<!\p{L})(?:gab|war|waren|fand|fanden|wurde\p{L}*|hatte\p{L}*|were|erlaub\p{L}*|genehmig\p{L}*|gestattung|beantrag\p{L}*|anmeld\p{L}*|melde\p{L}*|eintrag\p{L}*|vorschlag\p{L}*|förder\p{L}*|kost\p{L}*|wie|warum|wer|wo|how|why|who|where)(?!\p{L})|(?:19|20)\d\d/iu;
const FRAME = word(
  'veranstalt\\p{L}*|events?|termine|unternehmungen|ausgeh\\p{L}*|freizeit\\p{L}*|unternehmen|happening|aktuell\\p{L}*|kommend\\p{L}*|abend|spannendes|schönes|tolles|interessantes|besonderes|etwas|geht|stehen|steht|leute|people|nähe|umgebung|kleine[rn]?|große[rn]?|week|month|monat|woche|weekend|family|evening|town|ortsteil\\p{L}*|jahren?',
);
const MOST_BARE_WORDS = 5;

/** "Was ist am Wochenende los?", "Veranstaltungen für Kinder" – null when it is about something else. */
export function readAgendaQuestion(question: string, today: string): AgendaQuestion | null {
  if (ASKS_ELSE.test(question)) return null;
  const days = askedDays(question, today);
  const topics = topicsOf(question);
  const asksWhat = IS_ON.test(question);
  const asksForEvents = EVENTS.test(question);
  const words = question.match(/\p{L}+/gu) ?? [];
  const isBare =
    words.length <= MOST_BARE_WORDS &&
    (asksForEvents || (topics.length > 0 && days !== null)) &&
    !/^\s*termine\s*[?.!]*$/i.test(question);
  // "Was gibt es für Gründer?" asks for more than for events.
  const isOfLeisure = topics.length > 0 && topics.every(({ category }) => category !== 'wirtschaft');
  const asksWhether = IS_THERE.test(question) && (isOfLeisure || (topics.length > 0 && days !== null));
  // "Was ist los?" alone may mean anything.
  const asksSomewhere =
    asksWhat &&
    (days !== null || topics.length > 0 || /(?<!\p{L})(?:in \p{L}|hier(?!\p{L}))/u.test(question));
  const asksForDays = asksForEvents && (days !== null || asksWhat || IS_THERE.test(question));
  if (!asksSomewhere && !isBare && !asksWhether && !asksForDays) return null;
  const rest = subjectWordsOf(question).filter(
    (one) => !FRAME.test(one) && !TOPICS.some(({ asked }) => asked.test(one)),
  );
  return rest.length === 0 ? { days, topics } : null;
}
