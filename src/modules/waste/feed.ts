import { addDays, instantOf } from '#platform/formats';
import type { EventToWrite } from '#platform/formats.server';
import type { Collection, CollectionArea } from './model.ts';

const MINUTES_A_DAY = 1440;
const COUNTING_FROM = Date.UTC(2024, 0, 1);

/**
 * A collection as an all-day event with a reminder the evening before. The UID follows the day of the plan, so that a
 * late change moves the event in subscribers' calendars instead of doubling it.
 * @param wish.town short name of the town; with the area it makes the UID, whatever host the feed is fetched from.
 * @param wish.reminderHour full hour of the evening before, 0 to 23; null = no reminder.
 */
export function toCalendarEvent(
  one: Collection,
  area: CollectionArea,
  wish: { title: string; town: string; origin: string; reminderHour: number | null },
): EventToWrite {
  const updatedAt = one.changedAt ?? area.updatedAt;
  return {
    uid: `${area.key}-${one.stream}-${one.rhythm}-${one.planned}@${wish.town}.ortskern`,
    // Minutes since 2024: grows with every change and stays within 32 bits.
    sequence: Math.max(0, Math.floor((updatedAt.getTime() - COUNTING_FROM) / 60_000)),
    startsAt: instantOf(one.date),
    endsAt: instantOf(addDays(one.date, 1)),
    allDay: true,
    title: wish.title,
    description: one.reason ?? '',
    url: `${wish.origin}/abfall/${area.key}`,
    status: 'confirmed',
    updatedAt,
    ...(wish.reminderHour === null ? {} : { alarmMinutesBefore: MINUTES_A_DAY - wish.reminderHour * 60 }),
  };
}
