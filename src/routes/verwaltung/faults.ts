type MessageValues = Record<string, string | number>;

export interface Fault {
  /** Name of the form field; `form` when it is about the whole. */
  field: string;
  text: string;
}

interface Texts {
  (key: string, values?: MessageValues): string;
  has(key: string): boolean;
}

/** The words for what a command refused. Rooms name their reasons, the desk has words for those that are everyone's. */
export function faultText(t: Texts, key: string, values: MessageValues = {}): string {
  const known = [
    `desk.fault.${key}`,
    `identity.${key}`,
    `exchange.fault.${key}`,
    `reports.fault.${key}`,
    key,
  ].find((name) => t.has(name));
  return known ? t(known, values) : t('desk.fault.not-accepted');
}

/** The fault of one field, for its input. */
export function faultOf(faults: readonly Fault[] | undefined, field: string): string | undefined {
  return faults?.find((fault) => fault.field === field)?.text;
}

/** A value of a refused form as one text. */
export function valueOf(
  values: Record<string, string | string[]> | undefined,
  name: string,
  fallback = '',
): string {
  const value = values?.[name];
  return (Array.isArray(value) ? value[0] : value) ?? fallback;
}

export function valuesOf(values: Record<string, string | string[]> | undefined, name: string): string[] {
  const value = values?.[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
