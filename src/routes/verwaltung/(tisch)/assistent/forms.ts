import type { DayCount } from '#modules/assistant';
import type { RefusalDetails } from '#platform/outcome';
import { faultText } from '../../faults.ts';
import type { Fault } from '../../faults.ts';

type Texts = Parameters<typeof faultText>[0];

const lines = (value: FormDataEntryValue | null): string[] =>
  String(value ?? '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/** A question a line, for residents and for businesses. */
export function readSuggestions(form: FormData) {
  return { resident: lines(form.get('resident')), business: lines(form.get('business')) };
}

/** The faults of fields that name each what they are about: `values` hold a word or question for each. */
export function faultsOfFields(t: Texts, { fields = {}, values = {} }: RefusalDetails): Fault[] {
  return Object.entries(fields).map(([field, key]) => ({
    field,
    text: faultText(t, key, { ...values, word: values[field] ?? '' }),
  }));
}

const FAULTS_SHOWN = 20;

/** The faults of a list, each with the number of its line; of very many the first are enough to begin with. */
export function faultsOfLines(t: Texts, details: RefusalDetails): Fault[] {
  return faultsOfFields(t, details)
    .slice(0, FAULTS_SHOWN)
    .map(({ field, text }) => ({
      field: 'text',
      text: `${t('assistant.desk.line', { line: field })} ${text}`,
    }));
}

/** The list of a form: the file, if one was chosen, or else what stands in the field. */
export async function readList(form: FormData): Promise<string> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) return (await file.text()).replace(/^\uFEFF/, '');
  const text = form.get('text');
  return typeof text === 'string' ? text : '';
}

/** What is counted of questions, in the order the desk shows it. */
export const COUNTED = [
  'answered',
  'possible',
  'declined',
  'notice-insult',
  'notice-injection',
  'notice-emergency',
  'notice-despair',
  'notice-person',
  'notice-other-language',
  'refused',
  'model-requests',
  'embedding-requests',
] as const;

/** Sums of the last weeks by what is counted; what never happened is left out. */
export function sumsOf(counts: readonly DayCount[]): { name: (typeof COUNTED)[number]; amount: number }[] {
  return COUNTED.map((name) => ({
    name,
    amount: counts.filter((count) => count.name === name).reduce((sum, { amount }) => sum + amount, 0),
  })).filter(({ amount }) => amount > 0);
}
