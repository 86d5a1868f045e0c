import { ACCESSIBILITY_FACTS, EVENT_CATEGORIES } from '#modules/events';
import { addDays, civilDate, instantOf, isCivilDate, weekdayOf } from '#platform/formats';

/** Spans a reader can pick by name; a single day goes by its date. */
export const SPANS = ['heute', 'wochenende', 'woche'] as const;

export interface EventWish {
  span: (typeof SPANS)[number] | null;
  /** `YYYY-MM-DD` */
  day: string | null;
  category: string | null;
  area: string | null;
  accessibility: (typeof ACCESSIBILITY_FACTS)[number][];
}

/** Reads what a reader wants to see; what is not understood is left out. */
export function readWish(query: URLSearchParams): EventWish {
  const day = query.get('tag');
  return {
    span: SPANS.find((span) => span === query.get('zeit')) ?? null,
    day: day && isCivilDate(day) ? day : null,
    category: EVENT_CATEGORIES.find((category) => category === query.get('art')) ?? null,
    area: query.get('ortsteil') || null,
    accessibility: ACCESSIBILITY_FACTS.filter((fact) => query.getAll('barrierefrei').includes(fact)),
  };
}

/** The instants a wish is about; an open span begins now. */
export function spanOf(wish: Pick<EventWish, 'span' | 'day'>, now: Date): { from?: Date; to?: Date } {
  const today = civilDate(now);
  if (wish.day) return days(wish.day, 1);
  if (wish.span === 'heute') return { from: now, to: instantOf(addDays(today, 1)) };
  if (wish.span === 'woche') return { from: now, to: instantOf(addDays(today, 7)) };
  if (wish.span === 'wochenende') {
    const weekday = weekdayOf(today);
    // On Saturday and Sunday "this weekend" is the one we are in.
    return weekday === 7
      ? { from: now, to: instantOf(addDays(today, 1)) }
      : days(addDays(today, 6 - weekday), 2);
  }
  return {};
}

function days(first: string, count: number): { from: Date; to: Date } {
  return { from: instantOf(first), to: instantOf(addDays(first, count)) };
}
