/**
 * What a command answers. Expected refusals are values, so that a route can turn them into a page;
 * everything unexpected is thrown and logged once.
 */
export type Outcome<Value, Reason extends string> =
  { ok: true; value: Value } | { ok: false; reason: Reason; details: RefusalDetails };

/** Values for the message of a refusal, and faults by the name of the form field they belong to. */
export interface RefusalDetails {
  values?: Record<string, string | number>;
  fields?: Record<string, string>;
}

export function done<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** `reason` is the key of the message a person reads. */
export function refuse<Reason extends string>(
  reason: Reason,
  details: RefusalDetails = {},
): { ok: false; reason: Reason; details: RefusalDetails } {
  return { ok: false, reason, details };
}

export function isRefusal(result: unknown): result is { ok: false; reason: string; details: RefusalDetails } {
  return typeof result === 'object' && result !== null && (result as { ok?: unknown }).ok === false;
}
