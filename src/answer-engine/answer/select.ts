import type { CloseReading } from './reading.ts';

export interface Chosen {
  page: CloseReading;
  line: number;
}

const mostSentences = 5;
const enough = 0.3;
const dependent =
  /^(?:Sie|Er|Es|Diese[rsmn]?|Dies|Dort|Dafür|Davon|Damit|Dazu|Dadurch|Darin|Daran|Damals|Danach|Zuvor|Dabei|Beide|Ihr|Ihre|Sein|Seine|Zusätzlich|Außerdem|Hinzu|Als Grund|Als Ausgleich|Glasfaser lag|Ergänzend)\b/;
const caveat =
  /zu erfragen|nicht (?:mehr )?(?:geprüft|aktuell)|überholt|historisch|geändert haben|liegt viele Jahre zurück|keine geprüfte Quelle|stammt (?:aus|vom)|Der Stand ist|muss die Quelle/i;

/** Chooses one to five sentences: the best page's lines first, then what other pages add. */
export function selectSentences(pages: readonly CloseReading[]): Chosen[] {
  const [main, ...others] = pages;
  if (!main) return [];
  const room = mostSentences - Math.min(2, others.length);
  const chosen = linesOf(main, room).map((line) => ({ page: main, line }));
  for (const page of others) {
    const left = mostSentences - chosen.length;
    if (left <= 0) break;
    const share = page === others.at(-1) ? left : 1;
    chosen.push(...linesOf(page, Math.min(share, 2)).map((line) => ({ page, line })));
  }
  return chosen;
}

function linesOf(page: CloseReading, room: number): number[] {
  const { likely, document } = page;
  const order = likely.map((_, i) => i).sort((a, b) => likely[b]! - likely[a]! || a - b);
  const best = order[0];
  if (best === undefined) return [];
  const short = likely.length <= 5;
  const bar = short ? Math.min(enough, likely[best]! * 0.45) : Math.max(enough, likely[best]! * 0.6);
  const lines = new Set<number>();
  for (const line of order) {
    if (lines.size >= room || (lines.size > 0 && likely[line]! < bar)) break;
    if (lines.size > 0 && document.lines[line]!.form === 'heading') continue;
    if (lines.size + 1 < room && line > 0 && dependent.test(document.lines[line]!.text)) lines.add(line - 1);
    lines.add(line);
  }
  addCaveat(page, lines, room);
  return [...lines].sort((a, b) => a - b);
}

// A limit that the source itself states ("in Hagenow zu erfragen") goes along with the fact.
function addCaveat(page: CloseReading, lines: Set<number>, room: number): void {
  const at = page.document.lines.findIndex((line) => caveat.test(line.text));
  if (at < 0 || lines.has(at) || page.document.lines.length > 6) return;
  if (lines.size >= room) {
    const weakest = [...lines].sort((a, b) => page.likely[a]! - page.likely[b]!)[0]!;
    if (lines.size > 1) lines.delete(weakest);
    else return;
  }
  lines.add(at);
}
