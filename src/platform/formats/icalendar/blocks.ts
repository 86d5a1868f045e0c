import { rowFault } from '../rows/faults.ts';
import type { RowFault } from '../rows/faults.ts';

export interface EventBlock {
  line: number;
  row: number;
  /** Also known when the rest cannot be read. */
  uid: string;
  /** Unfolded content lines from `BEGIN:VEVENT` to `END:VEVENT`. */
  lines: string[];
}

/** Cuts a calendar into its events, so that a broken one cannot take the others with it. */
export function eventBlocks(text: string): { name: string; blocks: EventBlock[]; faults: RowFault[] } {
  const blocks: EventBlock[] = [];
  const faults: RowFault[] = [];
  let name = '';
  let current: EventBlock | null = null;
  let row = 0;
  for (const { line, content } of unfold(text)) {
    const upper = content.toUpperCase();
    if (upper === 'BEGIN:VEVENT') {
      if (current)
        faults.push(rowFault('event-open', { line: current.line, row: current.row, id: current.uid }));
      current = { line, row: ++row, uid: '', lines: [content] };
    } else if (upper === 'END:VEVENT') {
      if (current) blocks.push({ ...current, lines: [...current.lines, content] });
      current = null;
    } else if (current) {
      current.lines.push(content);
      if (upper.startsWith('UID:')) current.uid = content.slice(4).trim();
    } else if (upper.startsWith('X-WR-CALNAME:')) name = content.slice(13).trim();
  }
  if (current) faults.push(rowFault('event-open', { line: current.line, row: current.row, id: current.uid }));
  return { name, blocks, faults };
}

/** Puts folded lines together again (RFC 5545, section 3.1) and remembers where they began. */
function unfold(text: string): { line: number; content: string }[] {
  const lines: { line: number; parts: string[] }[] = [];
  text.split(/\r\n|\n|\r/).forEach((raw, i) => {
    const last = lines.at(-1);
    if (last && /^[ \t]/.test(raw)) last.parts.push(raw.slice(1));
    else if (raw.trim()) lines.push({ line: i + 1, parts: [raw] });
  });
  return lines.map(({ line, parts }) => ({ line, content: parts.join('').trimEnd() }));
}
