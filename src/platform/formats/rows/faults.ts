/** One fault in what a town was sent: where, what, and the text it is about. `reason` is the key of a message. */
export interface RowFault {
  /** Line in the source, from 1; null where the format has none. */
  line: number | null;
  /** Number of the item, event, feature or record, from 1. */
  row: number | null;
  field: string | null;
  reason: string;
  /** What stood there, shortened. */
  value: string | null;
  /** The id of the row in its source, where it could be read: the row is there, only not usable. */
  id?: string;
}

/** What a reader brings back: the good rows, and a fault for each of the others. */
export interface Rows<Row> {
  rows: Row[];
  faults: RowFault[];
}

export function rowFault(reason: string, at: Partial<Omit<RowFault, 'reason'>> = {}): RowFault {
  return {
    line: at.line ?? null,
    row: at.row ?? null,
    field: at.field ?? null,
    reason,
    value: at.value ? at.value.slice(0, 120) : null,
    ...(at.id ? { id: at.id } : {}),
  };
}

/** Line numbers of offsets in a text, from 1; built once, asked often. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
