import { openDatabase } from '#platform/db.server';
import { startJobs } from '#platform/jobs.server';
import { createMailSender } from '#platform/mail.server';
import { createAttendance } from './attendance.server.ts';

// A worker process for the crash test: it is killed while it writes letters, and begun again.
const [databaseUrl, tenantId, smtpUrl, secret] = process.argv.slice(2) as [string, string, string, string];
const database = openDatabase(databaseUrl, { max: 6 });
const mail = createMailSender({ smtpUrl, from: 'rathaus@hagenow.example', folder: '/nowhere' });
const attendance = createAttendance({ secret, mail });

await startJobs({
  database,
  databaseUrl,
  jobs: attendance.jobs,
  crons: [],
  listTowns: async () => [{ id: tenantId, slug: 'stadt', name: 'Stadt' }],
  now: () => new Date('2026-11-23T12:00:00Z'),
  expireAfterSeconds: 2,
  pollMs: 100,
});
process.send?.('working');
