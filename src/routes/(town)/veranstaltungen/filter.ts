import { ACCESSIBILITY_FACTS, EVENT_CATEGORIES } from '#modules/events';
import { addDays, civilDate, instantOf, isCivilDate, weekdayOf } from '#platform/formats';

/** Spans a reader can pick by name; days go by their dates. */
export const SPANS = ['heute', 'wochenende', 'woche'] as const;

export interface EventWish {
  span: (typeof SPANS)[number] | null;
  /** First and last day, `YYYY-MM-DD`. */
  from: string | null;
  to: string | null;
  category: string | null;
  area: string | null;
  venue: string | null;
  organizer: string | null;
  accessibility: (typeof ACCESSIBILITY_FACTS)[number][];
}

/** Reads what a reader wants to see; what is not understood is left out. */
export function readWish(query: URLSearchParams): EventWish {
  const day = dayIn(query, 'tag');
  const [from, to] = [day ?? dayIn(query, 'von'), day ?? dayIn(query, 'bis')];
  return {
    span: from || to ? null : (SPANS.find((span) => span === query.get('zeit')) ?? null),
    // Somebody who mixes up the two means the days between them.
    ...(from && to && to < from ? { from: to, to: from } : { from, to }),
    category:
      EVENT_CATEGORIES.find((category) => category === (query.get('art') ?? query.get('kategorie'))) ?? null,
    area: query.get('ortsteil') || null,
    venue: query.get('ort') || null,
    organizer: query.get('veranstalter') || null,
    accessibility: ACCESSIBILITY_FACTS.filter((fact) => query.getAll('barrierefrei').includes(fact)),
  };
}

function dayIn(query: URLSearchParams, name: string): string | null {
  const day = query.get(name);
  return day && isCivilDate(day) ? day : null;
}

/** A wish in the words of an address, without the days it is about. */
export function filtersOf(wish: EventWish) {
  return {
    art: wish.category,
    ort: wish.venue,
    ortsteil: wish.area,
    veranstalter: wish.organizer,
    barrierefrei: wish.accessibility,
  };
}

/** What an address says about days. */
export function daysInAddress(wish: EventWish) {
  const isOneDay = wish.from !== null && wish.from === wish.to;
  return {
    zeit: wish.span,
    tag: isOneDay ? wish.from : null,
    von: isOneDay ? null : wish.from,
    bis: isOneDay ? null : wish.to,
  };
}

/** The instants a wish is about; an open span begins now. */
export function spanOf(wish: Pick<EventWish, 'span' | 'from' | 'to'>, now: Date): { from?: Date; to?: Date } {
  const today = civilDate(now);
  if (wish.from || wish.to)
    return {
      ...(wish.from ? { from: instantOf(wish.from) } : {}),
      ...(wish.to ? { to: instantOf(addDays(wish.to, 1)) } : {}),
    };
  if (wish.span === 'heute') return { from: now, to: instantOf(addDays(today, 1)) };
  if (wish.span === 'woche') return { from: now, to: instantOf(addDays(today, 7)) };
  if (wish.span === 'wochenende') {
    const weekday = weekdayOf(today);
    // On Saturday and Sunday "this weekend" is the one we are in.
    return weekday === 7
      ? { from: now, to: instantOf(addDays(today, 1)) }
      : { from: instantOf(addDays(today, 6 - weekday)), to: instantOf(addDays(today, 8 - weekday)) };
  }
  return {};
}

/** `YYYY-MM` of an address, when it is a month the calendar can show. */
export function readMonth(query: URLSearchParams, today: string): string | null {
  if (query.get('ansicht') !== 'monat') return null;
  const month = query.get('monat') ?? '';
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && month > '2000' && month < '2100';
  return isMonth ? month : today.slice(0, 7);
}

/** The month so many before or after another. */
export function monthAfter(month: string, step: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** The days of a month's sheet: whole weeks, Monday first. */
export function sheetOf(month: string): string[] {
  const first = `${month}-01`;
  const begin = addDays(first, 1 - weekdayOf(first));
  const next = `${monthAfter(month, 1)}-01`;
  const days: string[] = [];
  for (let day = begin; day < next || weekdayOf(day) !== 1; day = addDays(day, 1)) days.push(day);
  return days;
}
