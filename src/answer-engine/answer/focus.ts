import type { Query } from '../index/query.ts';
import { answersTo, readAsked, type AskedFor } from './cues.ts';
import { readLine } from './line.ts';
import type { CloseReading } from './reading.ts';

const opensFocus =
  /\b(?:wie ?viele?[nr]?(?: prozent| euro)?|welche[rsnm]?|was für(?: ein[en]?)?|wie (?:hoch|teuer|lang|alt|groß) (?:ist|sind|war|waren|wird)(?: denn| die| der| das| eine?)*|wer (?:ist|war|sind)(?: denn| die| der| das| eigentlich)*|wie (?:heißt|heisst)(?: denn| die| der| das)*|gibt(?:'s| es|s)(?: bei euch| in \p{L}+| am \p{L}+| im \p{L}+)?(?: auch| noch| schon| eine?[nr]?| ne[n]?)*|how (?:many|much)|which|who is(?: the)?|is there (?:an?|any))\s+([\p{L}\p{N}][\p{L}\p{N}-]*)/iu;

/** How badly the page misses the word a question turns on ("wie viele Besucher", "wer ist Werksleiter"): 0 said, 1 unsaid. */
export function focusUnsaid(query: Query, page: CloseReading): number {
  const focus = opensFocus.exec(query.text)?.[1]?.toLowerCase();
  if (!focus) return 0;
  const unit = query.units.findIndex((one) =>
    one.word.split(' ').some((word) => word.startsWith(focus.slice(0, 6))),
  );
  if (unit < 0) return 0;
  const { title, lines } = page.reading;
  return 1 - Math.max(title.any[unit]!, ...lines.map((line) => line.any[unit]!));
}

const measured: readonly AskedFor[] = [
  'cost',
  'when',
  'duration',
  'count',
  'opening',
  'phone',
  'where',
  'who',
];
const numberWord =
  /\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|million\p{L}*)\b/iu;

/** How far the lines that fit the question best also have the kind of thing it asks for: 1 they do, 0 only others do. */
export function kindNearby(query: Query, page: CloseReading): number {
  const asked = readAsked(query.text);
  const wanted = measured.filter((kind) => asked[kind]).flatMap((kind) => answersTo[kind] ?? []);
  if (!wanted.length) return 1;
  const best = Math.max(1e-9, ...page.lineCovers);
  const offering = page.document.lines.map(({ text }, i) => {
    const offers = readLine(text).offers;
    const has = wanted.some((kind) => offers[kind]) || (asked.count && numberWord.test(text));
    return has ? page.lineCovers[i]! : 0;
  });
  return Math.max(0, ...offering) / best;
}
