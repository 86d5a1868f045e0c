import type { InquiryAudience } from '#modules/handover';
import type { RefusalDetails } from '#platform/outcome';

export const FIELDS = [
  'question',
  'details',
  'audience',
  'role',
  'channel',
  'email',
  'phone',
  'when',
  'name',
  'consent',
  'ticket',
  'website',
] as const;
export type InquiryValues = Record<string, string>;

/** The texts of a form by name, and nothing else it may hold. */
export function textsOf(form: FormData, names: readonly string[]): InquiryValues {
  const texts = names.map((name) => [name, form.get(name)] as const);
  return Object.fromEntries(texts.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

/** Addresses are German: `?fuer=wirtschaft`. */
export function audienceOf(text: string | null): InquiryAudience {
  return text === 'wirtschaft' || text === 'business' ? 'business' : 'resident';
}

interface Fault {
  field: string;
  text: string;
}

/** The words for a refusal, at the field they belong to. */
export function faultsOf(
  t: (key: string) => string,
  { reason, details }: { reason: string; details: RefusalDetails },
): Fault[] {
  const byField = Object.entries(details.fields ?? {});
  if (byField.length === 0) return [{ field: 'form', text: t(`handover.fault.${reason}`) }];
  return byField.map(([field, key]) => ({ field: fieldIn(field), text: t(key) }));
}

/** A choice and a tick have no input of that name alone: the link leads to the first of them. */
function fieldIn(field: string): string {
  return { channel: 'channel-email', consent: 'consent-ja' }[field] ?? field;
}
