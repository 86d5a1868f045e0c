import { and, eq, isNotNull } from 'drizzle-orm';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import type { DateRow } from '../dates.server.ts';
import { post } from '../letters.server.ts';
import type { Letter } from '../letters.server.ts';
import type { Reminder } from '../model.ts';
import { remindAt } from '../rules.ts';
import { ofDate } from '../rows.server.ts';
import { reminder, signUp } from '../tables.server.ts';
import { comingDates, followersOf } from './telling.server.ts';

/** The earliest reminder is at 18:00 of the day before: 30 hours before the last minute of a day, and one for the clock. */
const LOOK_AHEAD_MS = 31 * 3_600_000;
/** Who signed up gets one letter the evening before. */
const OF_SIGN_UPS: Reminder = 'evening';

/** Announces the reminders that are due by the clock of the town. @returns how many. */
export async function remindDue(tenant: TenantScope): Promise<number> {
  const dates = await comingDates(tenant, new Date(tenant.now().getTime() + LOOK_AHEAD_MS));
  let reminded = 0;
  for (const row of dates) reminded += await tenant.write((store) => remindOf(store, tenant, row));
  return reminded;
}

interface Person {
  id: string;
  email: string | null;
  confirmedAt: Date | null;
  reminder: Reminder;
  letter: Letter;
}

async function remindOf(store: Store, tenant: TenantScope, row: DateRow): Promise<number> {
  const now = tenant.now();
  const due = (await peopleOf(store, tenant, row)).filter(({ reminder: wished, confirmedAt }) => {
    const at = remindAt(row.toldStartsAt, wished);
    // Who joins after the hour of the reminder has just heard of it.
    return at !== null && at <= now && confirmedAt !== null && confirmedAt < at;
  });
  const written = new Set<string>();
  let reminded = 0;
  for (const person of due) {
    const isNew = await mark(store, tenant, row, person.id);
    // Somebody who signed up and follows the event too reads it once.
    if (!isNew || (person.email && written.has(person.email.toLowerCase()))) continue;
    if (person.email) written.add(person.email.toLowerCase());
    await post(store, tenant, person.letter);
    reminded++;
  }
  return reminded;
}

async function mark(
  store: Store,
  tenant: TenantScope,
  { id, toldStartsAt }: DateRow,
  personId: string,
): Promise<boolean> {
  const rows = await store
    .insert(reminder)
    .values({ tenantId: tenant.tenant.id, dateId: id, personId, startsAt: toldStartsAt })
    .onConflictDoNothing()
    .returning({ personId: reminder.personId });
  return rows.length > 0;
}

async function peopleOf(store: Store, tenant: TenantScope, row: DateRow): Promise<Person[]> {
  const signedUp = await store
    .select()
    .from(signUp)
    .where(and(ofDate(tenant, row.id), eq(signUp.state, 'seat'), isNotNull(signUp.confirmedAt)));
  const followers = await followersOf(store, tenant, row.eventId);
  return [
    ...signedUp.map(({ id, email, confirmedAt }) => ({
      id,
      email,
      confirmedAt,
      reminder: OF_SIGN_UPS,
      letter: { to: 'sign-up', id, kind: 'reminder' } as const,
    })),
    ...followers.map(({ id, email, confirmedAt, reminder: wished }) => ({
      id,
      email,
      confirmedAt,
      reminder: wished,
      letter: { to: 'follower', id, kind: 'follow-reminder', dateId: row.id } as const,
    })),
  ];
}
