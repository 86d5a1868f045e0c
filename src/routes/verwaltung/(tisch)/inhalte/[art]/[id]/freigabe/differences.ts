import type { Content, Explanation, KindDescription } from '#modules/publishing';
import { valuesOfEntry } from '../../../../../entry-form.ts';

type AnyContent = Content<Record<string, unknown>>;

/** A field of the form that says something else than before, by the key of its label. */
export interface Difference {
  label: string;
  before: string;
  after: string;
}

/** What a change of an entry comes to, in the words of the form that was filled in. */
export function differencesOf(
  kind: KindDescription,
  before: AnyContent,
  after: AnyContent,
  words: { before: Explanation | null; after: Explanation | null } = { before: null, after: null },
): Difference[] {
  const [old, now] = [valuesOfEntry(before, kind), valuesOfEntry(after, kind)];
  const labels = new Map(kind.fields.map(({ name, label }) => [name, label]));
  const found = Object.keys(now)
    .filter((name) => name !== 'version')
    .map((name) => ({
      label: labels.get(name) ?? `desk.field.${name}`,
      before: text(old[name]),
      after: text(now[name]),
    }));
  // Single dates of a series stand in no field of the form.
  const dates = { label: 'desk.approval.dates', before: told(words.before), after: told(words.after) };
  return [...found, dates].filter((one) => one.before !== one.after);
}

function text(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join('\n') : (value ?? '');
}

function told(explanation: Explanation | null): string {
  return explanation ? [explanation.text, ...explanation.items].join('\n') : '';
}
