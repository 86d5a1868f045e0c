import { sql } from 'drizzle-orm';
import { openDatabase } from '#platform/db.server';
import { defineJob, startJobs } from './index.server.ts';

// A worker process for the crash test: it is killed in the middle of its work and begun again.
const [databaseUrl, tenantId] = process.argv.slice(2) as [string, string];
const database = openDatabase(databaseUrl, { max: 6 });

const writeEffect = defineJob<{ number: number }>({
  name: 'crash.write-effect',
  topic: 'crash.told',
  async handle({ number }, { once, scope }) {
    await once((store) =>
      store.execute(sql`insert into crash.effect values (${scope.tenant.id}, ${number})`),
    );
  },
});

await startJobs({
  database,
  databaseUrl,
  jobs: [writeEffect],
  crons: [],
  listTowns: async () => [{ id: tenantId, slug: 'stadt', name: 'Stadt' }],
  expireAfterSeconds: 2,
  pollMs: 100,
});
process.send?.('working');
