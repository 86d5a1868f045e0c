import type { Article, ArticleSubject } from './model.ts';

/** What a question looks for: somebody who can or knows something, or a place to settle. */
export interface Wish {
  subjects: readonly ArticleSubject[];
  /** What they should be able to do; empty when any will do. */
  words: string[];
}

const SITES =
  /(?<!\p{L})freien? flächen|gewerbe(?:fläche|gebiet|grundstück|park)|industrie(?:fläche|gebiet|grundstück)|bauland für (?:betriebe|gewerbe)|(?:business|industrial|commercial) (?:site|area|park)|wo (?:kann|können|könnte).{0,40}(?:ansiedeln|niederlassen)/iu;
const ASKS_FOR_FREE =
  /frei|verfügbar|zu haben|kaufen|pachten|available|free|noch (?:platz|fläche)|welche\p{L}*\s+(?:\p{L}+\s+)?(?:gewerbe|industrie|bau)|ansiedeln|niederlassen/iu;
/** How large, how far and which road texts tell. */
const ASKS_MORE = /(?<!\p{L})(?:wie viele?|wie groß|wie weit|wieso|warum|how (?:many|large|far))(?!\p{L})/iu;
/** "Wer baut das Netz aus?" builds nothing one could order. */
const EXTENDS = /(?<!\p{L})baut(?!\p{L}).*(?<!\p{L})(?:aus|um|ab)\s*[?.!]*$/iu;
const RESEARCH = /forsch|wissenschaft|research/i;
const SEEKS_RESEARCH =
  /(?:wer|wo|welche\p{L}*|what|who|which).{0,60}(?:forsch|research)|forschungspartner|(?:welche\p{L}*|suche|gibt es|kennt).{0,40}(?:institut|universität|uni\b|hochschule|forschungseinrichtung|forschungsinstitut)/iu;
const SEEKS_WORK =
  /\bwer\b.{0,30}\b(?:baut|fertigt|produziert|verarbeitet|herstellt|stellt|liefert|repariert|verkauft)\b|(?:welche\p{L}*|suche|gibt es).{0,30}(?:firma|firmen|betrieb\b|betriebe|unternehmen|hersteller)|^\s*\p{L}{4,}[ -](?:firmen|betriebe|unternehmen|companies)\s*[?.!]*$|\bwho (?:makes|builds|produces|repairs|sells)\b/iu;
const SEEKS_HELP =
  /\bwer\b.{0,30}\b(?:kann|könnte|macht|arbeitet|bietet|entwickelt|hilft|berät|unterstützt|finanziert)\b|(?:welche\p{L}*|suche|gibt es).{0,30}(?:anbieter|dienstleister|partner)|\bwho (?:can|offers|helps)\b/iu;

/** What a question looks for; null when it is about something else. */
export function wishOf(question: string): Wish | null {
  const words = wordsOf(question).filter(
    (word) => !FRAME.has(word) && !/forsch|institut|firma|firmen/.test(word),
  );
  if (SITES.test(question) && ASKS_FOR_FREE.test(question) && !ASKS_MORE.test(question))
    return { subjects: ['site'], words: [] };
  if (EXTENDS.test(question)) return null;
  if (words.length === 0) return wishForAll(question);
  if (SEEKS_RESEARCH.test(question)) return { subjects: ['institution'], words };
  if (SEEKS_WORK.test(question)) return { subjects: ['company', 'service'], words };
  if (!SEEKS_HELP.test(question)) return null;
  return {
    subjects: RESEARCH.test(question) ? ['institution'] : ['company', 'service', 'institution'],
    words,
  };
}

const ALL =
  /(?<!\p{L})(?:welche\p{L}*|was für|gibt es|which|what)(?!\p{L}).{0,20}(?<!\p{L})(firmen|unternehmen|betriebe|companies|businesses|forschungseinrichtungen|forschungsinstitute)(?!\p{L})/iu;

/** "Welche Firmen gibt es hier?" wants all of them. */
function wishForAll(question: string): Wish | null {
  const [, named] = ALL.exec(question) ?? [];
  if (!named) return null;
  return { subjects: [/^forsch/i.test(named) ? 'institution' : 'company'], words: [] };
}

const SIMPLY_RESEARCH =
  /^\s*(?:wer|wo|who|where)\s+(?:\p{L}+\s+)?(?:forscht|wird|researches|does)(?!\p{L})/iu;
const MOST_SIMPLE_WORDS = 2;

/**
 * What a text must say in one breath to know better than the list; null where texts may know more anyhow: only
 * "Wer forscht zu Sensorik?" is asked of the list alone.
 */
export function toldOfNobody(question: string, { subjects, words }: Wish): RegExp | null {
  const isSimple = words.length > 0 && words.length <= MOST_SIMPLE_WORDS && SIMPLY_RESEARCH.test(question);
  if (!isSimple || subjects[0] !== 'institution') return null;
  const all = words.map((word) => `(?=.*${word.slice(0, Math.max(LEAST_SHARED, word.length - 2))})`);
  return new RegExp(`^(?=.*(?:forsch|institut|universität|hochschule))${all.join('')}`, 'iu');
}

const ENOUGH = 0.5;

/** The articles that fulfil a wish, the best first. */
export function fulfilling(wish: Wish, articles: readonly Article[]): Article[] {
  return articles
    .map((article) => ({ article, share: shareOf(wish, article) }))
    .filter(({ share }) => share >= ENOUGH)
    .sort((a, b) => b.share - a.share)
    .map(({ article }) => article);
}

function shareOf(wish: Wish, { details: { subject, abilities, superseded } }: Article): number {
  if (superseded || !wish.subjects.includes(subject)) return 0;
  if (wish.words.length === 0) return 1;
  return wish.words.filter((word) => says(abilities, word)).length / wish.words.length;
}

/** How many of the words a line says, so that the one that tells most can be quoted. */
export function saidIn(line: string, { words }: Wish): number {
  return words.filter((word) => says(line, word)).length;
}

/** The abilities one wished for; without a wish, all. */
export function wishedAbilities(abilities: string, { words }: Wish): string[] {
  const all = listOf(abilities);
  const wished = all.filter((ability) => words.some((word) => says(ability, word)));
  return wished.length > 0 ? wished : all;
}

export function listOf(abilities: string): string[] {
  return abilities
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);
}

function says(text: string, word: string): boolean {
  return wordsOf(text).some((one) => areAkin(one, word));
}

const LEAST_SHARED = 5;
const LEAST_BEGINNING = 4;
const SHARED_SHARE = 0.6;
const MOST_OF_IT = 0.7;
// What many fields are called by tells none of them: "Schweißtechnik" is no "Medizintechnik".
const COMMON_END =
  /(?:technik|technologien?|technisch\p{L}*|wissenschaft(?:en)?|forschung|industrie|wirtschaft|branche)$/u;

/** "Sensorik" and "Sensoren", "Plasma" and "Plasmaphysik", "Edelstahl" and "Stahlbau": a part in common that carries the word. */
function areAkin(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = [one, other].map((word) => word.replace(COMMON_END, '')).sort(byLength) as [
    string,
    string,
  ];
  if (short.length >= LEAST_BEGINNING && long.startsWith(short)) return true;
  // "Unterwasser" is no "Wasser", though it ends with it.
  if (long.endsWith(short)) return short.length >= long.length * MOST_OF_IT;
  for (let length = short.length; length >= Math.max(LEAST_SHARED, short.length * SHARED_SHARE); length--) {
    for (let from = 0; from + length <= short.length; from++)
      if (long.includes(short.slice(from, from + length))) return true;
  }
  return false;
}

const byLength = (a: string, b: string): number => a.length - b.length;

const LEAST_LETTERS = 2;

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? [])
    .map((word) => word.replace(/ae/g, 'ä').replace(/oe/g, 'ö'))
    .filter((word) => word.length >= LEAST_LETTERS && !FRAME.has(word));
}

// What surrounds a wish without being one.
const FRAME = new Set(
  `wer wo was wie wann welche welcher welches welchen womit wird werden wurde ist sind war kann können könnte könnten darf mag
  gibt es hier in im an am auf aus bei beim mit zu zum zur zwischen von vom für um über unter ab bis und oder auch noch schon mal
  ich wir uns mir mich ihr sie man jemand jemanden einen eine einer eines einem ein der die das den dem des etwas
  nähe region umgebung ort stadt land landkreis mecklenburg vorpommern westmecklenburg mv metropolregion
  baut bauen fertigt fertigen macht machen produziert produzieren verarbeitet verarbeiten verarbeitung bearbeitet bearbeiten bearbeitung herstellt herstellen stellt her liefert
  liefern repariert reparieren bietet bieten anbieten entwickelt entwickeln hilft helfen berät beraten unterstützt unterstützen
  finanziert arbeitet arbeiten tun hat haben damit dazu suche sucht suchen gesucht kennt kennen brauche brauchen
  betrieb betriebe betrieben unternehmen anbieter dienstleister hersteller partner firmen firma kleinen kleine kleiner mein meinem meine
  universität universitäten uni hochschule hochschulen fachhochschule einrichtung einrichtungen thema bereich gebiet
  who what which where does do can makes make builds build offers offer produces repairs the a an in on at for with is are there any research near here`.split(
    /\s+/,
  ),
);
