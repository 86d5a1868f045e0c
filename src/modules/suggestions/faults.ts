import type * as v from 'valibot';

/** The first fault of each field, by the name of the field. */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues) fields[String(issue.path?.[0]?.key ?? 'form')] ??= issue.message;
  return fields;
}

/** A picture needs words for who does not see it, and somebody who may give it away. */
export function pictureFaults(fields: Record<string, unknown>): Record<string, string> {
  return {
    ...(String(fields.alt ?? '').trim() ? {} : { alt: 'suggestions.fault.alt' }),
    ...(fields.rights === 'ja' ? {} : { rights: 'suggestions.fault.rights' }),
  };
}
