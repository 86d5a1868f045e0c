import { join } from 'node:path';
import { gapCrons } from '#modules/assistant.server';
import { createAttendance } from '#modules/attendance.server';
import { datesCron } from '#modules/events.server';
import { createIdentity } from '#modules/identity.server';
import { createPlaceOwners } from '#modules/places.server';
import { openDatabase } from '#platform/db.server';
import type { CronJob, Job } from '#platform/jobs.server';
import { openFiles } from '#platform/files.server';
import { createMailSender } from '#platform/mail.server';
import { readEnvironment } from '#env';
import { createTownExchange } from './exchange.server.ts';
import { joinHandover } from './handover.server.ts';
import { joinSuggestions } from './suggestions.server.ts';
import { joinReportsAndOpen311 } from './open311.server.ts';

// The worker runs without the built app, so it joins what its jobs need by itself.
const environment = readEnvironment();
const { databaseUrl, secret, smtpUrl, mailFrom, dataFolder } = environment;
if (!databaseUrl || !secret) throw new Error('the worker starts once DATABASE_URL and SECRET are known');

const mail = createMailSender({ smtpUrl, from: mailFrom, folder: join(dataFolder, 'mail') });
const identity = createIdentity({
  databaseUrl,
  database: openDatabase(databaseUrl, { max: 2 }),
  secret,
  mail,
  max: 1,
});
const attendance = createAttendance({ secret, mail });
const placeOwners = createPlaceOwners({ secret, mail });
const handover = joinHandover({ secret, mail, identity, throttled: true });
const files = openFiles(environment);
const { reports, open311 } = joinReportsAndOpen311({ secret, mail, identity, files, throttled: true });
const suggestions = joinSuggestions({ secret, mail, files, throttled: true, attendance });

/** Background work of all rooms, taken over by the worker. A room with new work adds its line here. */
export const jobs: readonly Job[] = [
  ...handover.jobs,
  ...reports.jobs,
  ...attendance.jobs,
  ...placeOwners.jobs,
  ...suggestions.jobs,
];
export const crons: readonly CronJob[] = [
  ...handover.crons,
  ...reports.crons,
  ...open311.crons,
  ...attendance.crons,
  ...placeOwners.crons,
  ...suggestions.crons,
  ...gapCrons,
  ...createTownExchange().crons,
  datesCron,
];
