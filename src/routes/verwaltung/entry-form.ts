import type { Content, DetailField, EntryDraft, KindDescription } from '#modules/publishing';
import { civilDate, civilTime, instantOf, isCivilDate } from '#platform/formats';

export type FormValues = Record<string, string | string[]>;

const SHARED_TEXTS = [
  'title',
  'summary',
  'body',
  'category',
  'area',
  'sourceName',
  'sourceUrl',
  'sourceDate',
  'licence',
  'attribution',
] as const;

/** What the form of an entry shows at first: the entry as it is. */
export function valuesOfEntry(content: Content<Record<string, unknown>>, kind: KindDescription): FormValues {
  const values: FormValues = {
    version: String(content.version),
    audience: content.audience,
    language: content.language,
    isExample: content.isExample ? 'ja' : '',
    publishAt: momentInput(content.publishAt),
    expireAt: momentInput(content.expireAt),
  };
  for (const name of SHARED_TEXTS) values[name] = content[name] ?? '';
  const shown = kind.formWords?.toForm(content.details) ?? content.details;
  for (const field of kind.fields) values[field.name] = inputValue(field, shown[field.name]);
  return values;
}

function inputValue(field: DetailField, value: unknown): string | string[] {
  if (value === null || value === undefined || value === false) return field.input === 'list' ? [] : '';
  if (field.input === 'checkbox') return 'ja';
  if (value instanceof Date) return field.input === 'date' ? civilDate(value) : momentInput(value);
  if (Array.isArray(value)) return field.options ? value.map(String) : value.join('\n');
  return String(value);
}

/** An instant as `<input type="datetime-local">` wants it: the clock on the town hall's wall. */
export function momentInput(instant: Date | null): string {
  return instant ? `${civilDate(instant)}T${civilTime(instant)}` : '';
}

/**
 * What a form says about an entry, for the command to check.
 * @param before details the entry has; those the form does not show stay as they are.
 */
export function readEntryForm(
  form: FormData,
  kind: KindDescription,
  before: Record<string, unknown> = {},
): { draft: EntryDraft; details: Record<string, unknown> } {
  const draft: Record<string, unknown> = {
    audience: textOf(form, 'audience') || 'all',
    language: textOf(form, 'language') || 'de',
    isExample: form.has('isExample') && textOf(form, 'isExample') !== '',
    publishAt: readMoment(textOf(form, 'publishAt')),
    expireAt: readMoment(textOf(form, 'expireAt')),
  };
  for (const name of SHARED_TEXTS) draft[name] = textOf(form, name);
  draft.sourceDate ||= null;

  const shown = new Set(kind.fields.map(({ name }) => name));
  const details: Record<string, unknown> = Object.fromEntries(
    Object.entries(before).filter(([name]) => !shown.has(name)),
  );
  for (const field of kind.fields) {
    const value = readDetail(form, field);
    if (value !== undefined) details[field.name] = value;
  }
  return {
    draft: draft as EntryDraft,
    details: kind.formWords?.fromForm(details, before) ?? details,
  };
}

/** Empty inputs are left out, so that the kind's own default stands for them. */
function readDetail(form: FormData, field: DetailField): unknown {
  const text = textOf(form, field.name);
  switch (field.input) {
    case 'checkbox':
      return text !== '';
    case 'list':
      return field.options
        ? form.getAll(field.name).map(String)
        : text
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter(Boolean);
    case 'number':
      // A comma is how a number is typed here.
      return text === '' ? undefined : Number(text.replace(',', '.'));
    case 'datetime':
      // A missing moment is handed on where there must be one, so that the check says so.
      return readMoment(text) ?? (field.required ? null : undefined);
    default:
      return text || undefined;
  }
}

/** The instant of a local date and time; a text that is none comes back as it is, so that the check names it. */
export function readMoment(text: string): Date | string | null {
  if (text === '') return null;
  const [date = '', time = '00:00'] = text.split('T');
  return isCivilDate(date) && /^\d{2}:\d{2}(:\d{2})?$/.test(time) ? instantOf(date, time) : text;
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
}

/** Under which name unsaved input of a form is kept. */
export function inputKey(kind: string, id: string | null): string {
  return `${kind}/${id ?? 'neu'}`;
}
