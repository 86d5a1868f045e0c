import { EVENT_CHANGED } from '#modules/events';
import { DATES_CHANGED } from '#modules/events.server';
import { defineCron, defineJob } from '#platform/jobs.server';
import type { CronJob, Job } from '#platform/jobs.server';
import type { LetterWork } from '#platform/mail.server';
import { eraseDue } from './commands/erasing.server.ts';
import { endOverdue } from './commands/moving-up.server.ts';
import { remindDue } from './commands/reminding.server.ts';
import { followedEvents, tellChanges } from './commands/telling.server.ts';
import { LETTER } from './letters.server.ts';
import type { Letter } from './letters.server.ts';
import { writeLetter } from './mails.server.ts';
import type { Parts } from './parts.server.ts';

const ASKED: readonly Letter['kind'][] = ['confirm', 'already', 'follow-confirm'];

/** How the letters of this room are written. */
export function letterWork(parts: Parts): LetterWork<Letter> {
  return {
    name: 'attendance.send-letter',
    topic: LETTER,
    mail: parts.mail,
    write: (tenant, letter) => writeLetter(parts, tenant, letter),
    asked: { secret: parts.secret, is: ({ kind }) => ASKED.includes(kind) },
  };
}

/** Tells everybody concerned what changed about an event: when it was written anew, and when its dates were. */
export function changeJobs(): Job[] {
  const topics = { 'attendance.tell-changes': EVENT_CHANGED, 'attendance.tell-dates': DATES_CHANGED };
  return Object.entries(topics).map(([name, topic]) =>
    defineJob<{ entryId: string }>({
      name,
      topic,
      handle: async ({ entryId }, { scope }) => void (await tellChanges(scope, entryId)),
    }),
  );
}

/** Every five minutes: seats nobody confirmed are free again, and reminders go out at their hour. */
export function clockCron(): CronJob {
  return defineCron({
    name: 'attendance.clock',
    schedule: '*/5 * * * *',
    handle: ({ eachTown }) =>
      eachTown(async (tenant) => {
        await endOverdue(tenant);
        await remindDue(tenant);
      }),
  });
}

/** Every night: data whose day has come goes, and new dates of followed series are known. */
export function nightCron(): CronJob {
  return defineCron({
    name: 'attendance.night',
    schedule: '25 3 * * *',
    handle: ({ eachTown }) =>
      eachTown(async (tenant) => {
        await eraseDue(tenant);
        for (const eventId of await followedEvents(tenant)) await tellChanges(tenant, eventId);
      }),
  });
}
