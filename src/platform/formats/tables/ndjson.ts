import { done } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { decodeText } from '../rows/decode.ts';
import type { EncodingFault } from '../rows/decode.ts';
import { rowFault } from '../rows/faults.ts';
import type { Rows } from '../rows/faults.ts';

export interface JsonRow {
  line: number;
  row: number;
  value: unknown;
}

/** Reads JSON values, one a line; a line that is none is a fault, the others are kept. */
export function readNdjson(bytes: Uint8Array): Outcome<Rows<JsonRow>, EncodingFault> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const result: Rows<JsonRow> = { rows: [], faults: [] };
  let row = 0;
  decoded.value.split('\n').forEach((text, i) => {
    if (!text.trim()) return;
    row++;
    try {
      result.rows.push({ line: i + 1, row, value: JSON.parse(text) });
    } catch {
      result.faults.push(rowFault('json-broken', { line: i + 1, row, value: text }));
    }
  });
  return done(result);
}
