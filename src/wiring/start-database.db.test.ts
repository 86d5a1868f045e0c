import { createServer } from 'node:net';
import { inject, expect, test } from 'vitest';
import { readEnvironment } from '#env';
import { DatabaseFault } from '#platform/supervisor.server';
import { SchemaNewerThanCode } from '#platform/db.server';
import { testDatabase } from '#tests/database';
import { openConfiguredDatabase, withoutPassword } from './start-database.ts';
import { explain, StartFault } from './start-faults.ts';
import type { StartFaultCode } from './start-faults.ts';

const { url, database } = await testDatabase();

async function open(databaseUrl: string): Promise<unknown> {
  const environment = { ...readEnvironment({}), databaseUrl };
  return openConfiguredDatabase(environment, 'app').then(
    (running) => running.stop(),
    (error: unknown) => error,
  );
}

test('DATABASE_URL is used, and nothing else is started', async () => {
  const running = await openConfiguredDatabase(
    { ...readEnvironment({}), databaseUrl: url, dataFolder: '/nowhere/at/all' },
    'app',
  );
  expect(Number.parseInt(running.version, 10)).toBeGreaterThanOrEqual(15);
  await running.stop();
});

test('a wrong password, a missing database and a silent server are told apart', async () => {
  const { rows } = await database.pool.query<{ method: string | null }>(
    `select current_setting('password_encryption') as method`,
  );
  expect(rows[0]!.method).toBeTruthy();
  const isEmbedded = inject('databaseServer').url.includes('ortskern-test-');
  if (isEmbedded)
    expect(await open(url.replace(/:[^:@/]+@/, ':falsch@'))).toMatchObject({ code: 'wrong-credentials' });
  expect(await open(url.replace(/ortskern_test_\w+/, 'ortskern_nowhere'))).toMatchObject({
    code: 'database-missing',
  });

  const silent = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const { port } = silent.address() as { port: number };
  await new Promise((resolve) => silent.close(resolve));
  const fault = await open(`postgresql://ortskern:geheim@127.0.0.1:${port}/ort`);
  expect(fault).toMatchObject({ code: 'database-unreachable' });
  expect(JSON.stringify(explain(fault))).not.toContain('geheim');
});

test('every fault of the start has a sentence in both languages that says what to do', () => {
  const codes: StartFaultCode[] = [
    'port-taken',
    'port-forbidden',
    'not-writable',
    'disk-full',
    'database-unreachable',
    'database-too-old',
    'database-missing',
    'wrong-credentials',
  ];
  const faults = [
    ...codes.map(
      (code) =>
        new StartFault(code, {
          path: '/data',
          port: '3000',
          host: 'localhost',
          address: 'db',
          version: '14',
          reason: 'x',
        }),
    ),
    ...(['no-binaries', 'no-user', 'in-use', 'start-failed'] as const).map(
      (code) => new DatabaseFault(code, { path: '/data', reason: 'x' }),
    ),
    new SchemaNewerThanCode(['9999-future.sql']),
  ];
  for (const fault of faults) {
    const { de, en } = explain(fault)!;
    expect([de.length > 60, en.length > 60, de !== en, /undefined/.test(de + en)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  }
});

test('a fault nobody foresaw is not dressed up', () => {
  expect(explain(new Error('boom'))).toBeNull();
});

test('an address is shown without its password', () => {
  expect(withoutPassword('postgresql://ort:ge:heim@db.example:5432/ort')).toBe(
    'postgresql://ort@db.example:5432/ort',
  );
});
