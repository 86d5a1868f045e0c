import { newestReader } from '#modules/publishing.server';
import { noticeKind } from './kind.server.ts';

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/ausschreibung/i, 'ausschreibung'],
  [/bebauungspl|bauleitpl|auslegung|liegt .*(?<!\p{L})aus(?!\p{L})/iu, 'bauleitplanung'],
  [/satzung(?!\p{L}*sitz)/iu, 'satzung'],
  [/wahlbekanntmachung/i, 'wahl'],
];
const NOTICES =
  /(?<!\p{L})(?:bekanntmachung(?:en)?|(?<!stellen)ausschreibung(?:en)?|auslegungen?|public notices?|tenders?)(?!\p{L})/iu;
const IS_LAID_OUT =
  /^\s*(?:liegt|liegen)(?!\p{L}).*(?:plan|pläne|entwurf|entwürfe).*(?<!\p{L})aus(?!\p{L})/iu;
const SEEKS =
  /(?<!\p{L})(?:welche\p{L}*|gibt|aktuell\p{L}*|neue\p{L}*|letzte\p{L}*|laufende\p{L}*|which|any|are there|current)(?!\p{L})/iu;
/** Where notices appear and how many there were, texts tell. */
const ASKS_ELSE =
  /(?<!\p{L})(?:wo|wie|wann|wer|warum|was kostet|amtsblatt|glasfaser|breitband|how|where|when|who)(?!\p{L})/iu;
const MOST_BARE_WORDS = 3;

export function asksForNotices(question: string): boolean {
  if (IS_LAID_OUT.test(question)) return true;
  if (!NOTICES.test(question) || ASKS_ELSE.test(question)) return false;
  return SEEKS.test(question) || (question.match(/\p{L}+/gu) ?? []).length <= MOST_BARE_WORDS;
}

/** "Welche Ausschreibungen gibt es?", "Liegt gerade ein Bebauungsplan aus?" */
export const noticeReader = newestReader(noticeKind, {
  asks: asksForNotices,
  isMeant(question, { category }) {
    const kinds = KINDS.filter(([words]) => words.test(question)).map(([, kind]) => kind);
    return kinds.length === 0 || kinds.some((kind) => kind === category);
  },
});
