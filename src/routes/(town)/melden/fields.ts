import type { Category, ReportDraft } from '#modules/reports';
import type { RefusalDetails } from '#platform/outcome';
import type { Box } from './boxes.ts';
import type { Fault } from '../sent-form.ts';

/** What the form has fields for; answers to a category's questions come besides, as `frage.<code>`. */
const FIELDS = [
  'kind',
  'category',
  'text',
  'address',
  'locality',
  'latitude',
  'longitude',
  'email',
  'wantsMail',
  'name',
  'phone',
  'key',
  'ticket',
  'website',
] as const;
const ANSWER = 'frage.';

/** One value a field, several for the questions one can answer with several. */
export type ReportValues = Record<string, string | string[]>;

/** What was typed, and the pictures that came along. */
export function readForm(form: FormData): { values: ReportValues; photos: File[] } {
  const values: ReportValues = {};
  for (const name of FIELDS) {
    const value = form.get(name);
    if (typeof value === 'string') values[name] = value;
  }
  for (const name of new Set(form.keys()))
    if (name.startsWith(ANSWER)) values[name] = form.getAll(name).filter((one) => typeof one === 'string');
  const photos = form.getAll('fotos').filter((one) => one instanceof File && one.size > 0) as File[];
  return { values, photos };
}

/** The one value of a field. */
export function valueOf(values: ReportValues, name: string): string {
  const value = values[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** The squares a picture is divided into for covering parts of it without a script. */
export const SQUARES = { columns: 6, rows: 4 };

/** By picture, the squares somebody ticked, as shares of its width and height. */
export function coveredIn(form: FormData): Map<string, Box[]> {
  const { columns, rows } = SQUARES;
  const covered = new Map<string, Box[]>();
  for (const [name, value] of form) {
    const id = /^feld\.([\w-]+)$/.exec(name)?.[1];
    const [row, column] = String(value).split('-').map(Number) as [number, number];
    if (!id || !(row >= 0 && row < rows && column >= 0 && column < columns)) continue;
    const box = { left: column / columns, top: row / rows, width: 1 / columns, height: 1 / rows };
    covered.set(id, [...(covered.get(id) ?? []), box]);
  }
  return covered;
}

/** Pairs for hidden fields: the preview carries the form along. */
export function pairsOf(values: ReportValues): [name: string, value: string][] {
  return Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one]),
  );
}

/** The words for a refusal, at the field they belong to. */
export function faultsOf(
  t: (key: string, values?: Record<string, string | number>) => string,
  { reason, details }: { reason: string; details: RefusalDetails },
): Fault[] {
  const byField = Object.entries(details.fields ?? {});
  if (byField.length === 0) return [{ field: 'form', text: say(reason) }];
  return byField.map(([field, key]) => ({
    field: field === 'latitude' || field === 'longitude' ? 'address' : field,
    text: say(key),
  }));

  function say(key: string): string {
    return t(key.includes('.') ? key : `reports.fault.${key}`, details.values ?? {});
  }
}

/** How the answer to a sent form is numbered: a report that waits on a phone is tried again by it. */
export function statusOf(reason: string): number {
  return { 'form-expired': 410, 'too-fast': 425, 'too-many': 429, 'storage-full': 507 }[reason] ?? 400;
}

/** A category as the form needs it. */
export type CategoryChoice = Pick<
  Category,
  'key' | 'name' | 'description' | 'groupName' | 'kinds' | 'questions'
>;

/** What nearby reports are looked for by. */
export function placeIn({ category, latitude, longitude, address }: ReportDraft) {
  return { category, latitude, longitude, address };
}
