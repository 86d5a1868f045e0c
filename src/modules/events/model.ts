import * as v from 'valibot';
import { webAddress } from '#modules/publishing';
import type { Content } from '#modules/publishing';
import { isMoment, parseRecurrence } from '#platform/formats';

/** Topic told in the transaction of every change of an event or of one of its dates, with `{ entryId }`. */
export const EVENT_CHANGED = 'events.changed';

export const EVENT_STATUS = ['confirmed', 'tentative', 'cancelled'] as const;
export const ACCESSIBILITY_FACTS = [
  'step-free',
  'toilet',
  'induction-loop',
  'parking',
  'guide-dog',
  'sign-language',
] as const;

const line = (max: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max)), '');

/** Days a series leaves out by itself. */
export const SKIPS = ['public-holidays', 'school-holidays'] as const;

/** A wall time of the town as RFC 5545 writes it: `20261125`, or `20261125T180000`. */
const moment = v.pipe(v.string(), v.check(isMoment, 'date-not-understood'));
const moments = v.optional(v.pipe(v.array(moment), v.maxLength(1000, 'dates-too-many')), []);

/** One date of a series that is not as the others. What is null is as in the series. */
export const eventOverride = v.object({
  /** The start the date has by its rule; its name also after it has moved (RECURRENCE-ID). */
  recurrenceId: moment,
  start: v.optional(v.nullable(moment), null),
  end: v.optional(v.nullable(moment), null),
  status: v.optional(v.picklist(EVENT_STATUS), 'confirmed'),
  title: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(300))), null),
  venue: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(200))), null),
  street: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(200))), null),
  /** What readers are told about this date. */
  note: line(500),
});
export type EventOverride = v.InferOutput<typeof eventOverride>;

const rule = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(500),
  v.check((text) => parseRecurrence(text).ok, 'rule-not-understood'),
);

/** Instants; `endsAt` is exclusive. All-day events start and end at midnight Europe/Berlin. */
export const eventDetails = v.pipe(
  v.object({
    startsAt: v.date('start-missing'),
    endsAt: v.optional(v.nullable(v.date()), null),
    allDay: v.optional(v.boolean(), false),
    status: v.optional(v.picklist(EVENT_STATUS), 'confirmed'),
    venue: line(200),
    street: line(200),
    placeId: v.optional(v.nullable(v.string()), null),
    organizer: line(200),
    contact: line(300),
    price: line(200),
    link: v.optional(v.nullable(webAddress), null),
    accessibility: v.optional(v.array(v.picklist(ACCESSIBILITY_FACTS)), []),
    /** RRULE of RFC 5545, by the clock of the town; null for an event of one date. `startsAt` is the first. */
    rule: v.optional(v.nullable(rule), null),
    /** Dates added to the series (RDATE) and taken out of it (EXDATE). */
    added: moments,
    excluded: moments,
    skips: v.optional(v.array(v.picklist(SKIPS)), []),
    overrides: v.optional(v.pipe(v.array(eventOverride), v.maxLength(500, 'dates-too-many')), []),
    /** iCalendar UID; made from the entry's id when empty. */
    uid: line(300),
    sequence: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  }),
  v.check((event) => event.endsAt === null || event.endsAt > event.startsAt, 'end-before-start'),
);
export type EventDetails = v.InferOutput<typeof eventDetails>;
export type TownEvent = Content<EventDetails>;

/** One date of an event, as it really takes place. */
export interface EventDate {
  /** The start it has by its rule: the name of the date, also after it has moved (RECURRENCE-ID). */
  recurrenceId: Date;
  startsAt: Date;
  endsAt: Date | null;
  /** `skipped`: a day the series leaves out, e.g. a holiday; `note` says which. */
  status: (typeof EVENT_STATUS)[number] | 'skipped';
  isMoved: boolean;
  /** Where they differ from the series. */
  title: string | null;
  venue: string | null;
  street: string | null;
  note: string;
}

/** An event on one of its dates: times, state and place are those of the date. */
export type DatedEvent = Content<EventDetails & DateDetails>;

export interface DateDetails {
  recurrenceId: Date;
  movedFrom: Date | null;
  /** What readers are told about this date. */
  note: string;
  /** The holiday the series leaves this date out for. */
  skippedFor: string | null;
  isSeries: boolean;
}

export const EVENT_CATEGORIES = [
  'markt',
  'kultur',
  'sport',
  'kinder',
  'senioren',
  'rathaus',
  'wirtschaft',
  'kirche',
  'vereine',
] as const;
