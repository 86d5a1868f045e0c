import { askedDays, namesTitle } from '#modules/publishing';
import type { AskedDays } from '#modules/publishing';
import { loadPublic } from '#modules/publishing.server';
import { addDays, civilDate, instantOf } from '#platform/formats';
import { readAnew } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { eventKind } from './kind.server.ts';
import type { DatedEvent, EventDate, TownEvent } from './model.ts';
import { listDates, listEvents } from './queries.server.ts';
import { daysOf, onDate, spanInWords } from './rules.ts';

const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');
const ASKS_WHEN = word('wann|when|n(?:ä|ae)chste[rns]?');
const TAKES_PLACE = /(?<!\p{L})findet(?!\p{L}).*(?<!\p{L})statt(?!\p{L})/iu;
const ASKS_WHETHER = /^\s*(?:und\s+)?(?:ist|gibt(?:\s+es|['’]?s)?|findet|fällt|läuft|is|does)(?!\p{L})/iu;
const ASKS_WHAT =
  /(?<!\p{L})(?:was|welche|what|which)(?!\p{L}).*(?:(?<!\p{L})los(?!\p{L})|veranstaltung|(?<!\p{L})statt(?!\p{L})|unternehmen|happening|(?<!\p{L})on(?!\p{L})|events?(?!\p{L}))/iu;

// More than this is a list, and lists have a page of their own.
const EVENTS_SAID = 6;
const DATES_LOOKED_AT = 100;

/** Whether the question names a day at all; which one depends on today. */
function namesDays(question: string): boolean {
  return askedDays(question, '2026-01-01') !== null;
}

/** "Was ist am Wochenende los?" is answered with what takes place, each event as the source of its own sentence. */
export const agendaReader = {
  kind: 'event',
  asks: (question: string) => ASKS_WHAT.test(question) && namesDays(question),

  async read(tenant: TenantScope, question: string, _: readonly string[] = [], recall = readAnew) {
    const days = askedDays(question, civilDate(tenant.now()));
    if (!days) return null;
    const from = instantOf(days.first);
    const { items } = await recall(`agenda ${days.first} ${days.last}`, () =>
      listEvents(tenant, {
        from: from > tenant.now() ? from : tenant.now(),
        to: instantOf(addDays(days.last, 1)),
        limit: EVENTS_SAID,
      }),
    );
    return [...Map.groupBy(items, (event) => event.id)].map(([id, dates]) => ({
      id,
      sentences: dates.map((event) => saying(tenant, event)),
    }));
  },
};

/** "Wann ist der nächste Flohmarkt?" and "Ist morgen Bücherei-Café?" are answered from the dates of the event. */
export const eventDateReader = {
  kind: 'event',
  asks: (question: string) =>
    ASKS_WHEN.test(question) ||
    TAKES_PLACE.test(question) ||
    (ASKS_WHETHER.test(question) && namesDays(question)),

  async read(tenant: TenantScope, question: string, ids: readonly string[], recall = readAnew) {
    const found = await recall(`events ${ids.join()}`, () =>
      tenant.read((store) => loadPublic(store, tenant, eventKind, ids)),
    );
    const named = found.filter((event) => namesTitle(question, event.title));
    const dated = [];
    for (const event of named) {
      const dates = await recall(`dates ${event.id}`, () =>
        listDates(tenant, event.id, { limit: DATES_LOOKED_AT }),
      );
      if (dates.length > 0) dated.push({ event, dates });
    }
    const [soonest] = dated.sort((a, b) => startOf(a.dates) - startOf(b.dates));
    if (!soonest) return null;
    const { event, dates } = soonest;
    const days = askedDays(question, civilDate(tenant.now()));
    return {
      id: event.id,
      sentences: days ? whetherOn(tenant, event, dates, days) : whenNext(tenant, event, dates),
    };
  },
};

/** When a date that takes place begins; of an event with none its first. */
function startOf(dates: readonly EventDate[]): number {
  return (dates.find(takesPlace) ?? dates[0]!).startsAt.getTime();
}

function takesPlace(date: EventDate): boolean {
  return date.status === 'confirmed' || date.status === 'tentative';
}

/** The next date that takes place, and before it those on which people would come in vain. */
function whenNext(tenant: TenantScope, event: TownEvent, dates: readonly EventDate[]) {
  const next = dates.findIndex(takesPlace);
  const told =
    next < 0
      ? dates.slice(0, 1)
      : [
          ...dates
            .slice(0, next)
            .filter((date) => date.status === 'cancelled')
            .slice(-1),
          dates[next]!,
        ];
  return told.map((date) => saying(tenant, onDate(event, date)));
}

/** Yes with the time, or no with the reason and the next date. */
function whetherOn(tenant: TenantScope, event: TownEvent, dates: readonly EventDate[], days: AskedDays) {
  const isOn = (date: EventDate) =>
    daysOf({ ...date, allDay: event.details.allDay }).some((day) => days.first <= day && day <= days.last);
  const wasPlanned = (date: EventDate) => {
    const day = civilDate(date.recurrenceId);
    return date.isMoved && days.first <= day && day <= days.last;
  };
  const on = dates.filter((date) => isOn(date) || wasPlanned(date));
  const told = on.slice(0, EVENTS_SAID).map((date) => saying(tenant, onDate(event, date), isOn(date)));
  if (on.some((date) => takesPlace(date))) return told;
  const next = dates.find((date) => takesPlace(date) && civilDate(date.startsAt) > days.last);
  if (!next) return told.length > 0 ? told : [{ key: 'events.answer.no', values: { event: event.title } }];
  const values = {
    event: event.title,
    when: spanInWords({ ...next, allDay: event.details.allDay }, tenant.locale),
  };
  return told.length > 0
    ? [...told, { key: 'events.answer.next', values }]
    : [{ key: 'events.answer.no-next', values }];
}

function saying(tenant: TenantScope, event: DatedEvent, isYes = false) {
  const { status, venue, movedFrom, skippedFor, note } = event.details;
  const when = spanInWords(event.details, tenant.locale);
  const before = movedFrom
    ? spanInWords({ ...event.details, startsAt: movedFrom, endsAt: null }, tenant.locale)
    : '';
  const key = skippedFor
    ? 'events.answer.skipped'
    : status === 'cancelled'
      ? 'events.answer.cancelled'
      : movedFrom
        ? 'events.answer.moved'
        : plainKey(isYes, venue !== '');
  return { key, values: { event: event.title, when, venue, before, reason: skippedFor ?? note } };
}

function plainKey(isYes: boolean, hasVenue: boolean): string {
  if (isYes) return hasVenue ? 'events.answer.yes.at' : 'events.answer.yes';
  return hasVenue ? 'events.answer.at' : 'events.answer';
}
