import { fieldsOf } from './ipc.ts';
import type { Patent } from './model.ts';

/** What a question looks for among the property rights. */
export interface PatentQuestion {
  /** Words of the subject or the applicant. */
  words: readonly string[];
  /** Beginning of a class of the IPC. */
  ipc: string | null;
  /** The town applicants should come from. */
  isOfTown: boolean;
}

const RIGHTS =
  /(?<!\p{L})(?:patente?n?|gebrauchsmuster\p{L}*|schutzrechte?n?|patents?|utility models?)(?!\p{L})/iu;
const CLASS = /(?<![\p{L}\d])[A-H]\d\d(?:[A-Z](?: ?\d+\/\d+)?)?(?![\p{L}\d])/u;
const LOOKS_FOR =
  /(?<!\p{L})(?:wer|welche\p{L}*|gibt|gibt['’]?s|habt|hat|haben|zeig\p{L}*|liste|suche|finde|who|which|what|are there|show)(?!\p{L})/iu;
const ABOUT =
  /(?<!\p{L})(?:zu[rm]?|für|über|auf|rund um|im bereich|von|aus|mit|on|about|for|by|from)(?!\p{L})/iu;
/** How one gets, keeps or looks up a right, and how many there are, texts tell. */
const ASKS_ELSE =
  /(?<!\p{L})(?:kost\p{L}*|gebühr\p{L}*|anmeld\p{L}*|melde\p{L}*|wie|unterschied|hilf\p{L}*|helf\p{L}*|berat\p{L}*|unterstütz\p{L}*|recherch\p{L}*|datenbank\p{L}*|karte|statistik|schützen|verwert\p{L}*|beantrag\p{L}*|förder\p{L}*|dauer\p{L}*|laufzeit|läuft|gilt|was ist|was sind|cost|how|apply|file[ds]?|difference|help|wo (?:kann|finde|bekomme)|ansprech\p{L}*|zuständig|(?:19|20)\d\d)(?!\p{L})/iu;
/** The town's own name reaches a reader as one of these. */
const OF_TOWN = /(?<!\p{L})(?:hier|(?:der|die|unserer?) stadt|bei uns|vor ort)(?!\p{L})/iu;
const FRAME = new Set(
  `patent patente patenten patents gebrauchsmuster gebrauchsmustern schutzrecht schutzrechte schutzrechten utility model models wer welche
  welcher welches welchen gibt es hat haben habt ihr zeig zeige mir alle liste suche finde zu zur zum für über auf rund um im in bereich
  thema von aus mit ein eine einen einer der die das den dem des und oder hier bei uns wo ist sind angemeldet eingetragen firma firmen
  unternehmen betrieb betriebe region gegend umgebung stadt landkreis ort local von who which what has have there are any the a an
  on about for by from companies company in show me list der ipc klasse fachgebiet gebiet`.split(/\s+/),
);

const MOST_BARE_WORDS = 3;

/** "Welche Patente gibt es zu Landmaschinen?", "IPC A23L" – null when something else about rights is asked. */
export function readPatentQuestion(question: string): PatentQuestion | null {
  const ipc = CLASS.exec(question)?.[0] ?? null;
  const isIpc =
    ipc !== null && (/(?<!\p{L})(?:ipc|klasse)(?!\p{L})/iu.test(question) || RIGHTS.test(question));
  if (!isIpc && !RIGHTS.test(question)) return null;
  if (ASKS_ELSE.test(question)) return null;
  const isBare = (question.match(/\p{L}+/gu) ?? []).length <= MOST_BARE_WORDS;
  if (!isIpc && !isBare && !LOOKS_FOR.test(question) && !ABOUT.test(question)) return null;
  const words = isIpc ? [] : wordsOf(question).filter((word) => !FRAME.has(word));
  return { words, ipc: isIpc ? ipc : null, isOfTown: OF_TOWN.test(question) };
}

/** The rights that a question looks for. */
export function rightsFor(
  { words, ipc, isOfTown }: PatentQuestion,
  patents: readonly Patent[],
  town: string,
): Patent[] {
  return patents.filter(({ title, details: { applicants, ipc: classes } }) => {
    if (ipc && !classes.some((one) => one.startsWith(ipc))) return false;
    if (isOfTown && !applicants.some((one) => one.toLowerCase().includes(town.toLowerCase()))) return false;
    const said = wordsOf([title, ...applicants, ...fieldsOf(classes)].join(' '));
    return words.every((word) => isSaid(word, said));
  });
}

const LEAST_PART = 4;
const LEAST_BEGINNING = 5;
const MOST_OF_IT = 0.7;

/** "Sensoren" and "Sensorik", "Elektrofahrzeuge" and "Elektro-Fahrzeug"; but "Melkmaschine" is no "Dampfmaschine". */
function isSaid(word: string, said: readonly string[]): boolean {
  const isAkin = (part: string) => said.some((one) => one === part || shareBeginning(one, part));
  if (isAkin(word)) return true;
  for (let cut = LEAST_PART; cut <= word.length - LEAST_PART; cut++)
    if (
      said.includes(word.slice(0, cut)) &&
      (isAkin(word.slice(cut)) || said.some((one) => one.endsWith(word.slice(cut))))
    )
      return true;
  return false;
}

function shareBeginning(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  let shared = 0;
  while (shared < longest && one[shared] === other[shared]) shared++;
  return shared >= LEAST_BEGINNING && shared >= longest * MOST_OF_IT;
}

const LEAST_LETTERS = 2;

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length >= LEAST_LETTERS);
