import type { Explanation } from '#modules/publishing';
import { stateOf } from '#modules/tenancy.server';
import { civilDate, holidayCalendar, schoolHolidaysKnownUntil, showPartialDate } from '#platform/formats';
import type { State } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';
import type { EventDate, EventDetails } from '../model.ts';
import { endOf, spanInWords } from '../rules.ts';
import { datesOf, isSeries, spanAround } from './dates.ts';
import { seriesInWords } from './words.ts';

const DATES_TOLD = 6;

/** A series as a sentence and by its next dates, so that a clerk sees what the choices come to. */
export async function explainSeries(tenant: TenantScope, details: EventDetails): Promise<Explanation | null> {
  if (!isSeries(details) && details.overrides.length === 0) return null;
  const state = (await tenant.read((store) => stateOf(store, tenant.tenant.id))) as State;
  const now = tenant.now();
  const dates = datesOf(details, spanAround(civilDate(now)), holidayCalendar(state));
  const toCome = dates.filter((date) => endOf({ ...date, allDay: details.allDay }) > now);
  const sentence = seriesInWords(details) || spanInWords(details);
  const known = details.skips.includes('school-holidays') ? schoolHolidaysKnownUntil(state) : null;
  return {
    text: `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`,
    items: [
      ...toCome.slice(0, DATES_TOLD).map((date) => dateInWords(date, details)),
      ...(toCome.length > DATES_TOLD
        ? [`… und weitere bis ${spanInWords({ ...toCome.at(-1)!, allDay: true, endsAt: null })}`]
        : []),
      ...(details.skips.includes('school-holidays')
        ? [
            known
              ? `Die Schulferien sind bis ${showPartialDate(known)} bekannt.`
              : 'Die Schulferien dieses Landes sind nicht bekannt.',
          ]
        : []),
    ],
  };
}

/** `Do., 3. Dezember 2026, 08:00 bis 13:00 Uhr – abgesagt` */
export function dateInWords(date: EventDate, details: Pick<EventDetails, 'allDay'>): string {
  const span = spanInWords({ ...date, allDay: details.allDay });
  const marks = {
    skipped: `entfällt: ${date.note}`,
    cancelled: 'abgesagt',
    tentative: 'vorläufig',
    confirmed: date.isMoved
      ? `verlegt von ${spanInWords({ ...date, startsAt: date.recurrenceId, endsAt: null, allDay: details.allDay })}`
      : '',
  };
  return [span, marks[date.status]].filter(Boolean).join(' – ');
}
