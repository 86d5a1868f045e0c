import { addDays, weekdayOf } from '#platform/formats';

/** Days a question is about, both included. */
export interface AskedDays {
  first: string;
  last: string;
}

const WEEKDAYS: readonly RegExp[] = [
  /montags?|monday/,
  /dienstags?|tuesday/,
  /mittwochs?|wednesday/,
  /donnerstags?|thursday/,
  /freitags?|friday/,
  /samstags?|sonnabends?|saturday/,
  /sonntags?|sunday/,
];
const MONTHS = 'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember'.split(
  '|',
);

/** The days a question names, seen from today; null when it names none. "Am Samstag" on a Saturday is today. */
export function askedDays(question: string, today: string): AskedDays | null {
  const text = question.toLowerCase();
  const says = (pattern: RegExp) => new RegExp(`(?<!\\p{L})(?:${pattern.source})(?!\\p{L})`, 'u').test(text);
  const at = (ahead: number, days = 1) => ({
    first: addDays(today, ahead),
    last: addDays(today, ahead + days - 1),
  });
  const weekday = weekdayOf(today);
  const isNext = says(/(?:nächste|naechste|kommende)[nrs]?|next/);

  const date = dateIn(text, today);
  if (date) return { first: date, last: date };
  if (says(/übermorgen|uebermorgen/)) return at(2);
  if (says(/morgen|tomorrow/) && !says(/(?:guten|am) morgen/)) return at(1);
  if (says(/heute|today|tonight/)) return at(0);
  if (says(/wochenendes?|weekend/)) {
    const saturday = 6 - weekday + (isNext && weekday >= 6 ? 7 : 0);
    return weekday === 7 && !isNext ? at(0) : at(saturday, 2);
  }
  if (says(/woche|week/)) return isNext ? at(8 - weekday, 7) : at(0, 8 - weekday);
  const named = WEEKDAYS.findIndex(says);
  if (named >= 0) return at((named + 1 - weekday + 7) % 7);
  return monthIn(text, today);
}

/** `24. Dezember`, `24.12.` or `24.12.2026`; without a year the next one. */
function dateIn(text: string, today: string): string | null {
  const match = new RegExp(`(\\d{1,2})\\.\\s*(?:(\\d{1,2})\\.|(${MONTHS.join('|')}))\\s*(\\d{4})?`, 'u').exec(
    text,
  );
  if (!match) return null;
  const [, day, number, name, year] = match;
  const month = number ? Number(number) : MONTHS.indexOf(name!) + 1;
  const end = `-${String(month).padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const thisYear = `${year ?? today.slice(0, 4)}${end}`;
  const date = year || thisYear >= today ? thisYear : `${Number(today.slice(0, 4)) + 1}${end}`;
  return Number.isNaN(Date.parse(date)) || addDays(date, 0) !== date ? null : date;
}

function monthIn(text: string, today: string): AskedDays | null {
  const month = MONTHS.findIndex((name) => new RegExp(`(?<!\\p{L})im ${name}(?!\\p{L})`, 'u').test(text)) + 1;
  if (month === 0) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const year = Number(today.slice(0, 4)) + (month < Number(today.slice(5, 7)) ? 1 : 0);
  const first = `${year}-${two(month)}-01`;
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`;
  return { first: first < today ? today : first, last: addDays(next, -1) };
}
