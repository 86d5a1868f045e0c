/**
 * Splits German running text into sentences. Only cuts where white space follows a full stop, question or
 * exclamation mark and the next word can begin a sentence; a full stop that belongs to an abbreviation, an
 * ordinal (`1. Januar`) or an initial does not cut.
 */

export interface TextRange {
  start: number;
  end: number;
}

const NEVER_LAST = new Set(
  `abb abs abschn al allg anm apr aug ausg az b bd betr bez bf bsp bspw bzgl bzw ca co dez di dipl dr eigtl einschl
  engl entspr evtl exkl fa feb febr fr frl geb gegr gem ges ggf ggü hbf hr hrsg i ing inh inkl insb insbes int jan jul
  jun kath kfm kl lfd lt mag mo mtl mär mrz nachm nov nr o okt op orig pkt pol prof rd red rel s sa sep sept
  sog sonst st stellv südl tel telef u ugs urspr usf v verf vgl vors vorm wg z zb zit zt zw zzgl zzt ev östl nördl westl
  ii iii iv vi vii viii ix xi xii`.split(/\s+/),
);

/** Abbreviations that may also close a sentence; then only a word that often begins one tells. */
const MAYBE_LAST = new Set(
  'etc usw str std tsd mio mrd jh jhd v r ff f km kg qm min sek gr art so do mi max'.split(' '),
);

const OFTEN_FIRST = new Set(
  `der die das den dem des ein eine einer er sie es wir ihr ich im in am an auf bei für mit nach von vor zu zum zur über
  unter aus durch seit bis während wenn weil falls ob als auch außerdem daher damit dann danach darüber dazu dort hier
  heute jetzt jede jeder jedes alle viele einige diese dieser dieses dies bitte so sofern soweit nur nicht wer was wie wo
  wann welche insgesamt zusätzlich zudem ferner davon dabei dafür du man zwischen laut ab denn doch aber und oder sein
  seine ihre unser unsere mehr weitere`.split(/\s+/),
);

/** Before these a single letter stands for a name: `Frau B. Die Nachbarn nennen sie so.` */
const TITLES = new Set(
  'frau fräulein herr herrn familie eheleute professor doktor pastor pastorin'.split(' '),
);

const MONTHS =
  /^(januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)$/;
const STOP = /[.!?…]+["”“»«)\]’'›‹]*(?=\s)/gu;
const CAN_BEGIN = /^[\s]+["„“”»«([‚'›‹–-]*\s?[\p{Lu}\p{N}§]/u;

/** Ranges of the sentences in order, without the white space between them. */
export function sentenceRanges(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  let start = skipSpace(text, 0);
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (end <= start || !endsSentence(text, match.index, match[0], end)) continue;
    ranges.push({ start, end });
    start = skipSpace(text, end);
  }
  const last = text.trimEnd().length;
  if (start < last) ranges.push({ start, end: last });
  return ranges;
}

/** The sentences as texts. */
export function sentencesOf(text: string): string[] {
  return sentenceRanges(text).map(({ start, end }) => text.slice(start, end));
}

function skipSpace(text: string, from: number): number {
  let position = from;
  while (position < text.length && /\s/.test(text[position]!)) position++;
  return position;
}

function endsSentence(text: string, stopAt: number, stop: string, end: number): boolean {
  const rest = text.slice(end, end + 60);
  if (!CAN_BEGIN.test(rest)) return false;
  if (!/^\.["”“»«)\]’'›‹]*$/u.test(stop)) return true;

  // An address has full stops of its own; the one after it is the sentence's.
  if (/([/@]|www\.)\S*$/.test(text.slice(Math.max(0, stopAt - 80), stopAt))) return true;

  const before = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, stopAt - 40), stopAt))![0];
  const next = (/[\p{L}\p{N}]+/u.exec(rest)?.[0] ?? '').toLowerCase();
  const nextOpens = OFTEN_FIRST.has(next);
  const word = before.slice(before.lastIndexOf('.') + 1);

  if (/^\d{1,2}$/.test(word)) return !MONTHS.test(next) && nextOpens;
  if (
    nextOpens &&
    /^\p{Lu}$/u.test(before) &&
    followsPlainWord(text.slice(Math.max(0, stopAt - 60), stopAt - 1))
  )
    return true;
  const short = word.toLowerCase();
  if (MAYBE_LAST.has(short) || /str$/.test(short)) return nextOpens;
  if (NEVER_LAST.has(short)) return false;
  // An initial (`A. Muster`) or the last part of `z. B.`; a lone digit was handled above.
  return !/^\p{L}$/u.test(word);
}

/** `Grundsteuer B`, `Haus C`: the letter belongs to a word, not to `z. B.`, other initials or somebody's title. */
function followsPlainWord(textBefore: string): boolean {
  const word = /(\p{L}{2,})\s+$/u.exec(textBefore)?.[1];
  return word !== undefined && !TITLES.has(word.toLowerCase());
}
