import type { Query } from '../index/query.ts';
import { mayDo } from './cues.ts';
import { focusSaid } from './focus.ts';
import type { CloseReading } from './reading.ts';

const questionWord =
  /(?<!\p{L})(?:wer|was|wann|wo|wohin|woher|wie|wie ?viele?|warum|wieso|weshalb|welche[rsnm]?|wem|wen|ob|gibt|gibts|kann|könnte|darf|muss|soll|ist|sind|hat|habt|what|where|when|who|which|how|is|are|can|do|does)(?!\p{L})/iu;
const sentences = (text: string): string[] => text.split(/(?<=[.!?])\s+/).filter((one) => /\p{L}/u.test(one));

/** "Wir bauen Stahlteile. Welches Institut hilft?" – what is asked, without the story before it, in small letters. */
export function askedPart(text: string): string {
  const all = sentences(text);
  const asked = all.filter((one) => one.includes('?'));
  const worded = all.filter((one) => questionWord.test(one));
  return (asked.length ? asked : worded.length ? worded : all).join(' ').toLowerCase();
}

const said = (query: Query, { reading }: CloseReading): number[] =>
  query.units.map((_, u) => Math.max(reading.title.any[u]!, ...reading.lines.map((line) => line.any[u]!)));

const tells = 2.5;
const clearly = 0.7;
const own = 0.6;

/** Names of the numbers of `evidenceOf`, in their order. */
export const evidenceNames = [
  'askedCovers',
  'strongSaid',
  'askedNounUnsaid',
  'sentences',
  'length',
  'verbUnsaid',
] as const;

/** Numbers that tell how much of a question a page says, whatever story stands around it. */
export function evidenceOf(query: Query, page: CloseReading): number[] {
  const heard = said(query, page);
  const asked = askedPart(query.text);
  const isAsked = query.units.map(({ word }) => word.split(' ').some((one) => asked.includes(one)));
  const isNoun = query.units.map(({ word }) => startsLarge(query.text, word));
  const worth = query.worths;
  const share = (counts: (unit: number) => boolean): number => {
    const units = query.units.flatMap((_, u) => (counts(u) ? u : []));
    const all = units.reduce((sum, u) => sum + worth[u]!, 0);
    return all > 0 ? units.reduce((sum, u) => sum + worth[u]! * heard[u]!, 0) / all : 1;
  };
  const strong = query.units.filter(
    (unit, u) => unit.weight >= own && unit.worth >= tells && heard[u]! >= clearly,
  );
  const verb = mayDo.exec(query.text)?.[1];
  return [
    share((u) => isAsked[u]!),
    Math.min(4, strong.length),
    1 - share((u) => isAsked[u]! && isNoun[u]!),
    Math.min(3, sentences(query.text).length - 1),
    Math.log(1 + query.units.length),
    verb === undefined ? 0 : 1 - focusSaid(query, page.reading, verb),
  ];
}

function startsLarge(text: string, word: string): boolean {
  const at = text.toLowerCase().indexOf(word);
  return at > 0 && /\p{Lu}/u.test(text[at]!);
}
