import * as v from 'valibot';
import { webAddress } from '#modules/publishing';
import type { Content } from '#modules/publishing';

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
    /** iCalendar UID; made from the entry's id when empty. */
    uid: line(300),
    sequence: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  }),
  v.check((event) => event.endsAt === null || event.endsAt > event.startsAt, 'end-before-start'),
);
export type EventDetails = v.InferOutput<typeof eventDetails>;
export type TownEvent = Content<EventDetails>;

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
