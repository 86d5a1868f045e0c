import type { RefusalDetails } from '#platform/outcome';

export interface Fault {
  field: string;
  text: string;
}

/** The texts of a form by name, and nothing else it may hold. */
export function textsOf(form: FormData, names: readonly string[]): Record<string, string> {
  const texts = names.map((name) => [name, form.get(name)] as const);
  return Object.fromEntries(texts.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

/** The words of a room for a refusal, at the field they belong to. */
export function faultsIn(
  t: (key: string, values?: Record<string, string | number>) => string,
  room: string,
  { reason, details }: { reason: string; details: RefusalDetails },
): Fault[] {
  const byField = Object.entries(details.fields ?? {});
  if (byField.length === 0)
    return [{ field: 'form', text: t(`${room}.fault.${reason}`, details.values ?? {}) }];
  return byField.map(([field, key]) => ({ field: inputOf(field), text: t(key, details.values ?? {}) }));
}

/** A choice and a tick have no input of that name alone: the link leads to the first of them. */
function inputOf(field: string): string {
  return { channel: 'channel-email', consent: 'consent-ja' }[field] ?? field;
}
