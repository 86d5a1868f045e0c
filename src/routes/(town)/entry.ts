const OLD_AFTER_YEARS = 3;

/** Whether a "Stand", as exact as it is known, is so long ago that a reader should ask before relying on it. */
export function isOld(sourceDate: string, now: Date): boolean {
  const limit = new Date(now);
  limit.setUTCFullYear(limit.getUTCFullYear() - OLD_AFTER_YEARS);
  return sourceDate < limit.toISOString().slice(0, sourceDate.length);
}
