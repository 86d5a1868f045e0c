import { isCivilDate, civilDate } from '#platform/formats';
import { readCalendar, readTable, rowFault } from '#platform/formats.server';
import type { RowFault } from '#platform/formats.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { AreaPlanInput, Rhythm, Stream } from './model.ts';

/** What a file of collection dates brings: a plan an area, and a fault for each row that could not be used. */
export interface ReadPlans {
  plans: AreaPlanInput[];
  faults: RowFault[];
}

type Refusal = 'plan-not-readable' | 'plan-empty';
type PlannedDate = AreaPlanInput['collections'][number];

/** Words disposal companies use for a stream; the first that fits counts, so the special ones come first. */
const STREAM_WORDS: [RegExp, Stream][] = [
  [/tannenb|weihnachtsb|christb/i, 'christmas-tree'],
  [/schadstoff|sonderm|problemabf|giftmobil/i, 'hazardous'],
  [/sperr/i, 'bulky'],
  [/garten|grün(schnitt|gut|abfall)|laub|strauch/i, 'garden'],
  [/papier|pappe|paper|blaue?\b/i, 'paper'],
  [/gelbe?|wertstoff|verpackung|leichtst/i, 'packaging'],
  [/bio|organic|braune?\b/i, 'organic'],
  [/glas/i, 'glass'],
  [/rest|haus(müll|muell)|schwarze?\b|graue?\b|hausmüll/i, 'residual'],
];

/** The streams a label means: "Papier / Gelber Sack" are two. */
export function streamsOf(label: string): Stream[] {
  const found = label
    .split(/[/,+&]|\bund\b/)
    .flatMap((part) => STREAM_WORDS.find(([words]) => words.test(part))?.[1] ?? []);
  return [...new Set(found)];
}

/**
 * The open plan of the district of Rostock: a table of days whose columns list the tours (letters) collected that day,
 * and for each village a code of four tours: residual, organic, packaging, paper; 0 = not collected.
 */
export function readRostockPlans(files: {
  schedule: Uint8Array;
  codes: Uint8Array;
  /** Codes of the streets of the one town that is served street by street. */
  streets?: { town: string; codes: Uint8Array };
  year: number;
}): Outcome<ReadPlans, Refusal> {
  const table = readTable(files.schedule);
  const codes = readObject(files.codes);
  if (!table.ok || !codes) return refuse('plan-not-readable');
  const tours = toursOf(table.value.rows, files.year);
  const streets = files.streets ? readObject(files.streets.codes) : {};
  if (!streets) return refuse('plan-not-readable');
  const byCode = Map.groupBy(
    [
      ...Object.entries(codes).map(([locality, code]) => ({ code: String(code), locality, street: '' })),
      ...Object.entries(streets).map(([street, code]) => ({
        code: String(code),
        locality: files.streets!.town,
        street,
      })),
    ],
    ({ code }) => code,
  );
  const plans: AreaPlanInput[] = [];
  const faults: RowFault[] = [...tours.faults];
  for (const [code, served] of [...byCode].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const collections = ROSTOCK_COLUMNS.flatMap(({ column, position, stream, rhythm }) =>
      (tours.dates.get(`${column} ${code[position]}`) ?? []).map((date) => ({ stream, rhythm, date })),
    );
    if (collections.length === 0)
      faults.push(
        rowFault('no-dates', {
          value: `${served.map(({ street, locality }) => street || locality).join(', ')}: ${code}`,
        }),
      );
    else
      plans.push({
        key: `tour-${code}`,
        name: `Tour ${code}`,
        addresses: served.map(({ locality, street }) => ({ locality, street })),
        collections,
      });
  }
  return plans.length > 0 ? done({ plans, faults }) : refuse('plan-empty');
}

const ROSTOCK_COLUMNS: { column: string; position: number; stream: Stream; rhythm: Rhythm }[] = [
  { column: 'black', position: 0, stream: 'residual', rhythm: 'standard' },
  { column: 'black-four', position: 0, stream: 'residual', rhythm: 'four-weekly' },
  { column: 'green', position: 1, stream: 'organic', rhythm: 'standard' },
  { column: 'green-four', position: 1, stream: 'organic', rhythm: 'four-weekly' },
  { column: 'yellow', position: 2, stream: 'packaging', rhythm: 'standard' },
  { column: 'blue', position: 3, stream: 'paper', rhythm: 'standard' },
];

function toursOf(rows: { line: number; row: number; cells: Record<string, string> }[], year: number) {
  const dates = new Map<string, string[]>();
  const faults: RowFault[] = [];
  for (const { line, row, cells } of rows) {
    const date = `${year}-${cells.month?.padStart(2, '0')}-${cells.day?.padStart(2, '0')}`;
    if (!isCivilDate(date)) {
      faults.push(rowFault('date-not-understood', { line, row, value: date }));
      continue;
    }
    for (const { column } of ROSTOCK_COLUMNS)
      for (const tour of cells[column] ?? '')
        dates.set(`${column} ${tour}`, [...(dates.get(`${column} ${tour}`) ?? []), date]);
  }
  return { dates, faults };
}

const SCHWABEN_STREAMS: Record<string, Stream> = {
  restmuell: 'residual',
  biomuell: 'organic',
  papier: 'paper',
  papiertonne: 'paper',
  gelbersack: 'packaging',
  gelber_sack: 'packaging',
  wertstoff: 'packaging',
};

/** Dates a town keeps by district: `{ bezirke: [{ bezirk, strassen, termine: { restmuell: [days] } }] }`. */
export function readDistrictPlans(bytes: Uint8Array): Outcome<ReadPlans, Refusal> {
  const file = readObject(bytes) as {
    gemeinde?: string;
    bezirke?: { bezirk?: string; strassen?: string[]; termine?: Record<string, string[]> }[];
  } | null;
  if (!Array.isArray(file?.bezirke)) return refuse('plan-not-readable');
  const plans: AreaPlanInput[] = [];
  const faults: RowFault[] = [];
  file.bezirke.forEach((district, index) => {
    const collections: PlannedDate[] = [];
    for (const [label, days] of Object.entries(district.termine ?? {})) {
      const streams = SCHWABEN_STREAMS[label] ? [SCHWABEN_STREAMS[label]] : streamsOf(label);
      if (streams.length === 0) faults.push(rowFault('stream-not-known', { row: index + 1, value: label }));
      for (const date of days) {
        if (isCivilDate(date)) for (const stream of streams) collections.push({ stream, date });
        else faults.push(rowFault('date-not-understood', { row: index + 1, field: label, value: date }));
      }
    }
    const addresses = (district.strassen ?? []).map((street) => ({ locality: file.gemeinde ?? '', street }));
    if (collections.length === 0 || !district.bezirk)
      faults.push(rowFault('no-dates', { row: index + 1, value: district.bezirk ?? null }));
    else
      plans.push({
        key: `bezirk-${district.bezirk.toLowerCase()}`,
        name: `Bezirk ${district.bezirk}`,
        addresses,
        collections,
      });
  });
  return plans.length > 0 ? done({ plans, faults }) : refuse('plan-empty');
}

export interface OneArea {
  key: string;
  name: string;
  addresses: AreaPlanInput['addresses'];
}

/** The calendar file many companies offer for one address; the stream stands in the title. */
export function readCalendarPlan(
  bytes: Uint8Array,
  area: OneArea,
  today: string,
): Outcome<ReadPlans, Refusal> {
  const calendar = readCalendar(bytes, { expandAround: today });
  if (!calendar.ok) return refuse('plan-not-readable');
  const dated = calendar.value.events.map((event) => ({
    line: event.line,
    row: event.row,
    label: event.summary,
    date: civilDate(event.startsAt),
  }));
  return planOf(dated, area, calendar.value.faults);
}

/** The table some companies offer for one address: a column with the day, one with what is collected. */
export function readTablePlan(bytes: Uint8Array, area: OneArea): Outcome<ReadPlans, Refusal> {
  const table = readTable(bytes);
  if (!table.ok) return refuse('plan-not-readable');
  const [dateColumn, labelColumn] = [/datum|date|tag$/i, /abfuhr|art|fraktion|stream/i].map((words) =>
    table.value.columns.find((column) => words.test(column) && !/wochentag/i.test(column)),
  );
  if (!dateColumn || !labelColumn) return refuse('plan-not-readable');
  const dated = table.value.rows.map(({ line, row, cells }) => ({
    line,
    row,
    label: cells[labelColumn] ?? '',
    date: germanDate(cells[dateColumn] ?? ''),
  }));
  return planOf(dated, area, table.value.faults);
}

function planOf(
  dated: { line: number; row: number; label: string; date: string }[],
  area: OneArea,
  before: readonly RowFault[],
): Outcome<ReadPlans, Refusal> {
  const faults = [...before];
  const collections = new Map<string, PlannedDate>();
  for (const { line, row, label, date } of dated) {
    const streams = streamsOf(label.replace(/^abfuhr:\s*/i, ''));
    if (!isCivilDate(date)) faults.push(rowFault('date-not-understood', { line, row, value: date }));
    else if (streams.length === 0) faults.push(rowFault('stream-not-known', { line, row, value: label }));
    else for (const stream of streams) collections.set(`${stream} ${date}`, { stream, date });
  }
  if (collections.size === 0) return refuse('plan-empty');
  return done({ plans: [{ ...area, collections: [...collections.values()] }], faults });
}

function germanDate(text: string): string {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim()) ?? [];
  return year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text.trim();
}

function readObject(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
