const months = new Map<string, Intl.DateTimeFormat>();

/** Day and month of a civil date for a leaf of the calendar. */
export function leafOf(date: string, locale: string): { day: string; month: string } {
  const tag = locale === 'en' ? 'en-GB' : 'de-DE';
  let month = months.get(tag);
  if (!month) {
    month = new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' });
    months.set(tag, month);
  }
  return { day: String(Number(date.slice(8))), month: month.format(new Date(`${date}T00:00:00Z`)) };
}
