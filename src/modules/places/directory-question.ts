import { askedDays, subjectWordsOf } from '#modules/publishing';
import { isKindWord, kindsAsked } from './kinds-asked.ts';
import type { AskedKind } from './kinds-asked.ts';
import type { PlaceDetails } from './model.ts';

type Fact = PlaceDetails['accessibility'][number];

/** What a question wants of the directory. */
export interface DirectoryQuestion {
  /** Kinds of places; empty = any. */
  kinds: readonly AskedKind[];
  facts: readonly Fact[];
  /** Open at this moment, or on a day; null = hours do not matter. */
  when: 'now' | string | null;
  /** Words beside these: a village, or else the question is about something the directory does not know. */
  rest: readonly string[];
}

const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');

const FACTS: readonly (readonly [RegExp, Fact])[] = [
  [/rollstuhl|barrierefrei|behindertengerecht|wheelchair|accessible/iu, 'step-free'],
  [/stufenlos|ohne stufen|step-free/iu, 'step-free'],
  [/aufzug|fahrstuhl|\blift\b/iu, 'lift'],
  [/induktions|hörgerät|induction loop/iu, 'induction-loop'],
  [/behindertenpark|behindertenstellplatz/iu, 'parking'],
  [/assistenzhund|blindenhund|blindenführhund/iu, 'guide-dog'],
];

// "Patent auf Melkmaschinen", "auf dem Markt": the little word says "open" only where nothing leans on it.
const ASKS_OPEN =
  /^\s*\p{L}+ (?:heute|jetzt|morgen|today|now)\s*[?.!]*$|(?<!\p{L})(?:offen|geöffnet|geoeffnet|open)(?!\p{L})|(?<!\p{L})auf(?=\s*(?:[?.!,;]|$|(?:heute|morgen|jetzt|gerade|noch|und|am|an|um|sonntags|samstags|sonnabends|feiertags)(?!\p{L})))/iu;
const ASKS_WHO =
  /(?<!\p{L})(?:wer|was|who|what|alles)(?!\p{L}).*(?<!\p{L})(?:hat|haben|has|is|ist|geht)(?!\p{L})/iu;
const ASKS_WHICH = word('wo|where|welche[rsn]?|which|wer|was|who|what');
const ASKS_WHERE = word('wo|where|welche \\p{L}+ (?:gibt es|habt ihr|hat)');
const ASKS_WHETHER =
  /(?<!\p{L})(?:gibt(?:\s+es|['’]?s)|habt ihr|hat (?:die stadt|der ort)|habe? ich|suchen?|brauche?|nächste[rns]?|in der nähe|is there|are there|nearest)(?!\p{L})/iu;
const NOW = word('jetzt|gerade|grade|aktuell|momentan|noch|now');
/** Somebody else is asked for, or something about the place: texts know that. */
const ASKS_ELSE =
  /(?<!\p{L})(?:zuständig\p{L}*|(?:öffnungs|oeffnungs|sprech)zeit\p{L}*|opening hours|telefon\p{L}*|phone|gehör\p{L}*|wie|wann|warum|wieso|kost\p{L}*|anmelde\p{L}*|(?:an|ab|um)zumelden|meld\p{L}*|beantrag\p{L}*|antrag|plan\p{L}*|bau(?:t|en)|gebaut|eröffne\p{L}*|how|when|why|cost)(?!\p{L})/iu;
/** What may stand around a kind without asking for more than the kind. */
const FRAME = word(
  `gute[rsn]?|nette[rsn]?|schöne[rsn]?|öffentliche[rsn]?|kostenlose?[rsn]?|freie[rsn]?|nähe|umgebung|region|innenstadt|zentrum|stadt|
  überhaupt|town|city|hall|alles|irgendwo|irgendein\\p{L}*|heute|abend|allgemein\\p{L}*|örtliche[rsn]?|there|near|nearby|here|good|public|somewhere|euch|haben|gehen|finde[nt]?|kann|suche[nt]?|brauche[nt]?|orte|offene[rsn]?|places|rollstuhl\\p{L}*|barrierefrei\\p{L}*|behinderten\\p{L}*|wheelchair|accessible|welcher?|nach|einkehren|trinken|nacht\\p{L}*|sonntags|samstags|
kids|child|children|kinder|können|meine[rn]?|my|kind|enkel|spielen|toben|play|outside|outdoors|draußen`.replace(
    /\s+/g,
    '',
  ),
);

const MOST_BARE_WORDS = 3;

/** "Welche Cafés haben am Sonntag auf?" – what it wants of the directory; null when it wants something else. */
export function readDirectoryQuestion(question: string, today: string): DirectoryQuestion | null {
  const kinds = kindsAsked(question);
  const facts = factsOf(question, kinds);
  const when = ASKS_OPEN.test(question) ? momentOf(question, today) : null;
  const rest = restOf(question);
  const wish = { kinds, facts, when, rest };
  if (kinds.length === 0 && facts.length === 0)
    return when !== null && rest.length === 0 && ASKS_WHO.test(question) ? wish : null;
  if (ASKS_WHICH.test(question)) {
    const isWhere = ASKS_WHERE.test(question) && kinds.some(({ isLookedFor }) => isLookedFor);
    const isAccess = facts.length > 0 && (kinds.length > 0 || /orte|gebäude|häuser|places/iu.test(question));
    const isOpen = when !== null && kinds.length > 0 && !ASKS_ELSE.test(question);
    if (isOpen || isWhere || isAccess) return wish;
  }
  return isWhether(question) && isOneKind(question, kinds) && when === null ? wish : null;
}

/** A café in the museum is neither; a café or a bakery may be either. */
function isOneKind(question: string, kinds: readonly AskedKind[]): boolean {
  return (
    kinds.length === 1 || (kinds.length > 1 && /(?<!\p{L})(?:oder|und|or|and)(?!\p{L})|,/iu.test(question))
  );
}

/** "Gibt es einen Arzt?", "Apotheke Hagenow": the kind and a place, and nothing more is asked. */
function isWhether(question: string): boolean {
  if (ASKS_ELSE.test(question)) return false;
  const words = question.match(/\p{L}+/gu) ?? [];
  return ASKS_WHETHER.test(question) || (words.length <= MOST_BARE_WORDS && !ASKS_WHICH.test(question));
}

/** The words that are neither a kind nor a fact nor what stands around them. */
export function restOf(question: string): string[] {
  return subjectWordsOf(question).filter(
    (one) => !isKindWord(one) && !FRAME.test(one) && !FACTS.some(([pattern]) => pattern.test(one)),
  );
}

/** A toilet for wheelchairs is a fact of many houses, not a kind of place. */
function factsOf(question: string, kinds: readonly AskedKind[]): Fact[] {
  const facts = FACTS.flatMap(([pattern, fact]) => (pattern.test(question) ? [fact] : []));
  const isToilet = kinds.some(({ categories }) => categories.includes('toilette'));
  return [...new Set(facts.map((fact) => (isToilet && fact === 'step-free' ? 'toilet' : fact)))];
}

function momentOf(question: string, today: string): 'now' | string {
  if (NOW.test(question)) return 'now';
  return askedDays(question, today)?.first ?? 'now';
}
