import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEnvironment, SETTINGS } from './env.ts';
import type { EnvironmentFaults } from './env.ts';
import { configurationTable } from './wiring/start-configuration.ts';
import { explain } from './wiring/start-faults.ts';

function faultsOf(variables: Record<string, string>): EnvironmentFaults {
  try {
    readEnvironment(variables);
  } catch (error) {
    return error as EnvironmentFaults;
  }
  throw new Error('nothing was found wrong');
}

test('nothing set is a working town on localhost', () => {
  expect(readEnvironment({})).toMatchObject({
    port: 3000,
    host: 'localhost',
    databaseUrl: null,
    worker: 'inside',
    rateLimits: true,
    demo: true,
    s3: null,
  });
});

test('an empty variable means the same as none', () => {
  expect(readEnvironment({ PORT: '', DATABASE_URL: '', SMTP_URL: '' })).toEqual(readEnvironment({}));
});

test('all faults are told at once', () => {
  const { faults } = faultsOf({
    PORT: '70000',
    DEMO: 'ja',
    ORIGIN: 'hagenow.example',
    WORKER: 'extern',
    TRUSTED_PROXIES: 'überall',
  });
  expect(faults.map(({ name }) => name).sort()).toEqual([
    'DEMO',
    'ORIGIN',
    'PORT',
    'TRUSTED_PROXIES',
    'WORKER',
  ]);
});

test('the message names each variable and what is expected, in both languages', () => {
  const explanation = explain(faultsOf({ PORT: 'abc', DEMO: 'ja' }))!;
  expect(explanation.de).toContain('PORT: eine Zahl von 1 bis 65535 (ist: abc)');
  expect(explanation.de).toContain('DEMO: `on` oder `off` (ist: ja)');
  expect(explanation.en).toContain('PORT: a number from 1 to 65535 (is: abc)');
});

test('what may hold a password is not repeated', () => {
  const explanation = explain(
    faultsOf({ DATABASE_URL: 'mysql://root:geheim@db/x', SMTP_URL: 'geheim', SECRET: 'zu-kurz-geheim' }),
  )!;
  expect(explanation.de).toContain('DATABASE_URL');
  expect(explanation.de + explanation.en).not.toContain('geheim');
});

test('half an access to S3 is a fault at the start, not at the first picture', () => {
  const { faults } = faultsOf({ S3_ENDPOINT: 'https://s3.example.org', S3_BUCKET: 'ort' });
  expect(faults.map(({ name }) => name)).toEqual(['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']);
});

test('a database on a socket is a proper address', () => {
  const url = 'postgresql://ortskern:x@/ortskern?host=%2Frun%2Fpostgresql';
  expect(readEnvironment({ DATABASE_URL: url }).databaseUrl).toBe(url);
});

test('the documented table is the one the code has', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/operating/configuration.md'), 'utf8');
  for (const line of configurationTable().split('\n').slice(2))
    expect(squeeze(page)).toContain(squeeze(line));
  const documented = [...page.matchAll(/^\| `([A-Z0-9_]+)`/gm)].map((match) => match[1]);
  expect(documented).toEqual(Object.keys(SETTINGS));
});

/** The formatter pads the columns of tables. */
function squeeze(text: string): string {
  return text.replace(/ +/g, ' ');
}
