import type { SearchLine } from '../types.ts';
import type { CloseReading } from './reading.ts';

export interface Chosen {
  page: CloseReading;
  line: number;
}

const mostSentences = 5;
// How many sentences the best page gets when it speaks alone, beside one other, beside two.
const roomOfMain = [4, 3, 3];
const roomOfOthers = 2;
const enough = 0.3;
const shortPage = 4;
const opensWithFact = 0.12;
// A sentence that opens so needs the one before it.
const dependent =
  /^(?:Sie|Er|Es|Diese[rsmn]?|Dies|Dort|Dafür|Davon|Damit|Dazu|Dadurch|Darin|Daran|Damals|Danach|Zuvor|Dabei|Beide|Ihre?|Seine?|Zusätzlich|Außerdem|Hinzu|Ergänzend|Als (?:Grund|Ausgleich|Gründe))\b/;
const caveat =
  /ausgeschöpft|zu erfragen|nicht (?:mehr )?(?:geprüft|aktuell)|überholt|historisch|geändert haben|liegt viele Jahre zurück|keine geprüfte Quelle|stammt (?:aus|vom)|Der Stand ist|muss die Quelle/i;

/** Chooses one to five sentences: the best page's lines first, then what other pages add. */
export function selectSentences(pages: readonly CloseReading[]): Chosen[] {
  const [main, ...others] = pages;
  if (!main) return [];
  const kept = others.slice(0, 2);
  const chosen = linesOf(main, roomOfMain[kept.length]!).map((line) => ({ page: main, line }));
  kept.forEach((page, i) => {
    const later = kept.length - 1 - i;
    const room = Math.min(roomOfOthers, mostSentences - chosen.length - later);
    chosen.push(...linesOf(page, room).map((line) => ({ page, line })));
  });
  return chosen;
}

function linesOf(page: CloseReading, room: number): number[] {
  const { likely, document } = page;
  const worthOf = likely.map((one, i) => lineWorth(page, one, i));
  const order = likely
    .map((_, i) => i)
    .sort(
      (a, b) =>
        Number(isKeywords(document.lines[a]!)) - Number(isKeywords(document.lines[b]!)) ||
        worthOf[b]! - worthOf[a]! ||
        a - b,
    );
  const [best] = order;
  if (best === undefined || room < 1) return [];
  // A fact of a few sentences is told whole; from a long page only what answers.
  const bar = likely.length <= shortPage ? 0 : Math.max(enough, worthOf[best]! * 0.6);
  const lines = new Set<number>();
  for (const line of order) {
    if (lines.size >= room || (lines.size > 0 && worthOf[line]! < bar)) break;
    if (lines.size > 0 && (document.lines[line]!.form === 'heading' || isKeywords(document.lines[line]!)))
      continue;
    if (lines.size + 1 < room && line > 0 && dependent.test(document.lines[line]!.text)) lines.add(line - 1);
    lines.add(line);
  }
  addCaveat(page, lines, room, worthOf);
  addCounterclaim(page, lines, room);
  return leadingWith(
    best,
    [...lines].sort((a, b) => a - b),
    page,
    worthOf,
  );
}

const clearlyBest = 1.15;

// The sentence that answers comes first where it stands for itself and no other leans on the one before it.
function leadingWith(
  best: number,
  lines: readonly number[],
  { document }: CloseReading,
  worth: readonly number[],
): number[] {
  const [first] = lines;
  const leans = lines.some((line) => dependent.test(document.lines[line]!.text));
  const leads =
    first !== undefined &&
    lines.includes(best) &&
    document.lines[best]!.form !== 'contact' &&
    !leans &&
    worth[best]! >= worth[first]! * clearlyBest;
  return leads ? [best, ...lines.filter((line) => line !== best)] : [...lines];
}

// The subjects of a page ("Gas, Wärme, Wasser") lead to it; they say nothing that could be quoted.
const isKeywords = ({ form, text }: SearchLine): boolean => form === 'contact' && !/[:.]/.test(text);

// On a short page the learned model, made for long ones, is steadied by the plain overlap; such a page opens with its fact.
function lineWorth(page: CloseReading, likely: number, line: number): number {
  if (page.likely.length > shortPage) return likely;
  return 0.6 * likely + page.lineCovers[line]! + (line === 0 ? opensWithFact : 0);
}

// A limit that the source itself states ("in Hagenow zu erfragen") goes along with the fact.
function addCaveat(page: CloseReading, lines: Set<number>, room: number, worth: readonly number[]): void {
  const at = page.document.lines.findIndex((line) => caveat.test(line.text));
  if (at < 0 || lines.has(at) || page.document.lines.length > 6) return;
  if (lines.size >= room) {
    if (lines.size < 2) return;
    const weakest = [...lines].sort((a, b) => worth[a]! - worth[b]!)[0]!;
    lines.delete(weakest);
  }
  lines.add(at);
}

const counterclaim = /(?<!\p{L})(?:dagegen|hingegen|im Gegensatz|andere Quellen?)(?!\p{L})/iu;

// Where a page sets two claims against each other, neither is told without the other.
function addCounterclaim(page: CloseReading, lines: Set<number>, room: number): void {
  const { lines: all } = page.document;
  const second = all.findIndex((line, at) => at > 0 && counterclaim.test(line.text));
  if (second < 0 || lines.has(second) === lines.has(second - 1)) return;
  if (room < 2) return lines.clear();
  lines.add(second - 1).add(second);
  const spare = [...lines].reverse().find((line) => line !== second && line !== second - 1);
  if (lines.size > room && spare !== undefined) lines.delete(spare);
}
