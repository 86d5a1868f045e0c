import { askedDays, namedShare, subjectOf } from '#modules/publishing';
import type { AskedDays } from '#modules/publishing';
import { recallPublic } from '#modules/publishing.server';
import { addDays, civilDate, instantOf, showDay } from '#platform/formats';
import { askedAlone } from '#platform/scope';
import type { Asking, Recall } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { readAgendaQuestion, topicsOf } from './agenda-question.ts';
import type { AgendaQuestion, AskedTopic } from './agenda-question.ts';
import { eventKind } from './kind.server.ts';
import type { DatedEvent, EventDate, TownEvent } from './model.ts';
import { listDates, listEvents } from './queries.server.ts';
import { daysOf, onDate, spanInWords } from './rules.ts';

const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');
// "nächste Woche" is a time, no question for one.
const ASKS_WHEN = word(
  'wann|when|n(?:ä|ae)chste[rns]?(?! (?:woche|wochenende|monat|jahr|mon|diens|mitt|donners|frei|sams|sonn))',
);
const TAKES_PLACE = /(?<!\p{L})findet(?!\p{L}).*(?<!\p{L})statt(?!\p{L})/iu;
const ASKS_WHETHER = /^\s*(?:und\s+)?(?:ist|gibt(?:\s+es|['’]?s)?|findet|fällt|läuft|is|does)(?!\p{L})/iu;
const ASKS_PRICE =
  /(?<!\p{L})(?:kost(?:et|en)|teuer|preise?|eintritt|gebühr|how much|cost|price|admission)(?!\p{L})/iu;
const ASKS_WHERE =
  /(?<!\p{L})(?:wo|where)(?!\p{L}).*(?<!\p{L})(?:ist|findet|statt|trifft|is|takes place)(?!\p{L})|^\s*(?:und |and )?(?:wo|where)(?: genau| denn)?\s*[?.!]*$/iu;

// More than this is a list, and lists have a page of their own.
const EVENTS_SAID = 6;
const DATES_SAID = 3;
const DATES_LOOKED_AT = 100;

/** "Weihnachtsmarkt" alone asks when it is. */
function isBare(question: string): boolean {
  return /^\s*\p{L}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+)?\s*[?.!]*$/u.test(question);
}

/** Whether the question names a day at all; which one depends on today. */
function namesDays(question: string): boolean {
  return askedDays(question, '2026-01-01') !== null;
}

/** "Was ist am Wochenende los?", "Veranstaltungen für Kinder": what takes place, each event as the source of its own sentence. */
export const agendaReader = {
  kind: 'event',
  readsAll: true,
  asks: (question: string) => readAgendaQuestion(question, '2026-01-01') !== null,

  async read(tenant: TenantScope, question: string, { recall, before }: Asking = askedAlone) {
    const wish = readFollowUp(question, before, civilDate(tenant.now()));
    if (!wish) return null;
    const { days, topics } = wish;
    const to = await listed(tenant, days, recall);
    const on = to.filter((event) => isOf(event, topics));
    if (on.length > 0) {
      const byEvent = [...Map.groupBy(on, (event) => event.id)].slice(0, EVENTS_SAID);
      return byEvent.map(([id, dates]) => ({
        id,
        sentences: dates.slice(0, isShort(days) ? DATES_SAID : 1).map((event) => saying(tenant, event)),
      }));
    }
    const coming = await listed(tenant, null, recall);
    const next = coming.find((event) => isOf(event, topics) && takesPlace(event.details));
    return next ? sayNext(tenant, next, days) : null;
  },
};

/** Over more than a week the next date of each event is enough. */
function isShort(days: AskedDays | null): boolean {
  return days !== null && addDays(days.first, 7) > days.last;
}

/** What a follow-up leaves out was said before: the day, or for whom. */
function readFollowUp(question: string, before: readonly string[], today: string): AgendaQuestion | null {
  const own = readAgendaQuestion(question, today);
  if (own || before.length === 0) return own;
  const earlier = before.flatMap((text) => readAgendaQuestion(text, today) ?? [])[0];
  if (!earlier) return null;
  const topics = topicsOf(question);
  return {
    days: askedDays(question, today) ?? earlier.days,
    topics: topics.length > 0 ? topics : earlier.topics,
  };
}

async function listed(tenant: TenantScope, days: AskedDays | null, recall: Recall): Promise<DatedEvent[]> {
  const from = days ? instantOf(days.first) : tenant.now();
  const { items } = await recall(`agenda ${days?.first} ${days?.last}`, () =>
    listEvents(tenant, {
      from: from > tenant.now() ? from : tenant.now(),
      to: days ? instantOf(addDays(days.last, 1)) : null,
      limit: DATES_LOOKED_AT,
    }),
  );
  return items;
}

function isOf({ category, title, summary }: DatedEvent, topics: readonly AskedTopic[]): boolean {
  return topics.every((topic) => topic.category === category || topic.said.test(`${title} ${summary}`));
}

/** Nothing on the day, or nothing of the kind: that is said, with what comes next. */
function sayNext(tenant: TenantScope, next: DatedEvent, days: AskedDays | null) {
  const day = days && days.first === days.last ? showDay(instantOf(days.first), tenant.locale) : '';
  const key = day ? 'events.answer.none-on' : 'events.answer.none';
  return { id: next.id, sentences: [{ key, values: { day } }, saying(tenant, next)] };
}

/** "Wann ist der nächste Flohmarkt?" and "Ist morgen Bücherei-Café?" are answered from the dates of the event. */
export const eventDateReader = {
  kind: 'event',
  asks: (question: string) =>
    ASKS_WHEN.test(question) ||
    TAKES_PLACE.test(question) ||
    isBare(question) ||
    (ASKS_WHETHER.test(question) && namesDays(question)),

  async read(tenant: TenantScope, question: string, { ids, recall, before }: Asking = askedAlone) {
    const isWhole = isBare(question) ? 1 : MOSTLY_NAMED;
    const named = await eventsNamed(tenant, subjectOf(question, before), ids, recall, isWhole);
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
    const today = civilDate(tenant.now());
    const days = [question, ...before].flatMap((text) => askedDays(text, today) ?? [])[0];
    return {
      id: event.id,
      sentences: days ? whetherOn(tenant, event, dates, days) : whenNext(tenant, event, dates),
    };
  },
};

/** "Was kostet der Töpferkurs?", "Wo ist der Wochenmarkt?" – from the fields of the event. */
export const eventFactReader = {
  kind: 'event',
  asks: (question: string) => ASKS_PRICE.test(question) || ASKS_WHERE.test(question),

  async read(tenant: TenantScope, question: string, { ids, recall, before }: Asking = askedAlone) {
    const [event] = await eventsNamed(tenant, subjectOf(question, before), ids, recall);
    if (!event) return null;
    const { price, venue, street } = event.details;
    const place = [venue, street].filter(Boolean).join(', ');
    const [key, told] = ASKS_PRICE.test(question) ? ['price', price] : ['where', place];
    if (told === '')
      return { id: event.id, isUnknown: true, sentences: [sayFact(`${key}.unknown`, event, told)] };
    return { id: event.id, sentences: [sayFact(key!, event, told!)] };
  },
};

function sayFact(key: string, { title }: TownEvent, told: string) {
  return { key: `events.answer.${key}`, values: { event: title, told } };
}

const MOSTLY_NAMED = 0.6;

/** The events whose title tells most of what the question is about, the search's order kept. */
async function eventsNamed(
  tenant: TenantScope,
  question: string,
  ids: readonly string[],
  recall: Recall,
  leastShare = MOSTLY_NAMED,
): Promise<TownEvent[]> {
  const found = await recallPublic(tenant, eventKind, ids, recall);
  const words = question.replace(FACT_WORDS, ' ');
  return found.filter(({ title }) => namedShare(words, title) >= leastShare);
}

const FACT_WORDS =
  /(?<!\p{L})(?:plätze|frei|eintritt|preise?|gebühr|admission|cost|where|takes|place|stattfindet|beginnt|endet|anfängt|startet|geplant|veranstaltung|event|termine?|uhrzeit|genau)(?!\p{L})/giu;

/** When a date that takes place begins; of an event with none its first. */
function startOf(dates: readonly EventDate[]): number {
  return (dates.find(takesPlace) ?? dates[0]!).startsAt.getTime();
}

function takesPlace(date: Pick<EventDate, 'status'>): boolean {
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
