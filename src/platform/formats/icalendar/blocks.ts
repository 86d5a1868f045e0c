import { rowFault } from '../rows/faults.ts';
import type { RowFault } from '../rows/faults.ts';
import { townTimeZone } from './zones.ts';
import type { CalendarZones } from './zones.ts';

export interface EventBlock {
  line: number;
  row: number;
  /** Also known when the rest cannot be read. */
  uid: string;
  /** Unfolded content lines from `BEGIN:VEVENT` to `END:VEVENT`. */
  lines: string[];
}

export interface CalendarBlocks {
  name: string;
  /** The document takes its events back (`METHOD:CANCEL`). */
  isCancellation: boolean;
  zones: CalendarZones;
  blocks: EventBlock[];
  faults: RowFault[];
}

/** Cuts a calendar into its events, so that a broken one cannot take the others with it. */
export function eventBlocks(text: string): CalendarBlocks {
  const blocks: EventBlock[] = [];
  const faults: RowFault[] = [];
  const head: string[] = [];
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
    } else head.push(content);
  }
  if (current) faults.push(rowFault('event-open', { line: current.line, row: current.row, id: current.uid }));
  return {
    name: valueIn(head, 'X-WR-CALNAME'),
    isCancellation: valueIn(head, 'METHOD').toUpperCase() === 'CANCEL',
    zones: zonesIn(head),
    blocks,
    faults,
  };
}

function valueIn(head: readonly string[], name: string): string {
  const line = head.find((content) => content.toUpperCase().startsWith(`${name}:`));
  return line ? line.slice(name.length + 1).trim() : '';
}

function zonesIn(head: readonly string[]): CalendarZones {
  const townTime = new Set<string>();
  let zone: string[] | null = null;
  for (const content of head) {
    if (/^BEGIN:VTIMEZONE$/i.test(content)) zone = [];
    else if (/^END:VTIMEZONE$/i.test(content)) {
      const id = zone && townTimeZone(zone);
      if (id) townTime.add(id);
      zone = null;
    } else zone?.push(content);
  }
  return { floating: valueIn(head, 'X-WR-TIMEZONE') || null, townTime };
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
