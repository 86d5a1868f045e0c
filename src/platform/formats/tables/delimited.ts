import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { decodeText } from '../rows/decode.ts';
import type { EncodingFault } from '../rows/decode.ts';
import { rowFault } from '../rows/faults.ts';
import type { Rows } from '../rows/faults.ts';

export interface TableRow {
  line: number;
  row: number;
  /** Cells by the name of their column, as the head row spells it. */
  cells: Record<string, string>;
}

export interface Table extends Rows<TableRow> {
  columns: string[];
  separator: string;
}

const MAX_ROWS = 100_000;

/**
 * Reads a table as office programs write it: `;`, `,` or tab between cells, quotes around those that need them
 * (RFC 4180), UTF-8 with or without mark, UTF-16, or windows-1252. The first row names the columns.
 */
export function readTable(
  bytes: Uint8Array,
): Outcome<Table, EncodingFault | 'table-empty' | 'too-many-items'> {
  const decoded = decodeText(bytes, { guess: true });
  if (!decoded.ok) return decoded;
  const text = decoded.value.replace(/^\ufeff/, '');
  const separator = separatorOf(text);
  const { records, openQuoteLine } = recordsOf(text, separator);
  const [head, ...body] = records;
  if (!head) return refuse('table-empty');
  if (body.length > MAX_ROWS) return refuse('too-many-items', { values: { limit: MAX_ROWS } });

  const columns = head.cells.map((name) => name.trim());
  const table: Table = { columns, separator, rows: [], faults: [] };
  body.forEach(({ line, cells }, i) => {
    const at = { line, row: i + 1 };
    if (line === openQuoteLine) table.faults.push(rowFault('quote-open', { ...at, value: cells[0] }));
    else if (cells.length !== columns.length) {
      table.faults.push(rowFault('columns-wrong', { ...at, value: `${cells.length} / ${columns.length}` }));
    } else {
      table.rows.push({
        ...at,
        cells: Object.fromEntries(columns.map((name, n) => [name, cells[n]!.trim()])),
      });
    }
  });
  return done(table);
}

/** The sign that is most frequent in the head row, outside quotes. */
function separatorOf(text: string): string {
  const head = text
    .slice(0, 5000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/, 1)[0]!;
  const counts = [';', '\t', ','].map((sign) => [sign, head.split(sign).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function recordsOf(text: string, separator: string) {
  const records: { line: number; cells: string[] }[] = [];
  let line = 1;
  let begin = 1;
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endRecord = () => {
    cells.push(cell);
    if (cells.length > 1 || cell.trim()) records.push({ line: begin, cells });
    cells = [];
    cell = '';
    begin = line;
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '\n') line++;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (character === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (character === separator) {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') endRecord();
    else if (character === '\r' && text[i + 1] === '\n') continue;
    else cell += character;
  }
  const openQuoteLine = quoted ? begin : null;
  if (cell || cells.length > 0) endRecord();
  return { records, openQuoteLine };
}

/**
 * Writes a table for German office programs: semicolons, CRLF, a byte order mark. A text that a program would run
 * as a formula (`=`, `+`, `-`, `@`, tab, return at its begin) gets an apostrophe in front; numbers stay numbers.
 */
export function writeTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const lines = [columns, ...rows].map((cells) => cells.map(cellText).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cellText(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const harmless = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
