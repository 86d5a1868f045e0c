import type { BaseIssue } from 'valibot';

/** Faults by form field, as message keys: the first of each field. */
export function fieldFaults(issues: readonly BaseIssue<unknown>[]): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const issue of issues) {
    const field = String(issue.path?.[0]?.key ?? '');
    faults[field] ??= issue.message;
  }
  return faults;
}
