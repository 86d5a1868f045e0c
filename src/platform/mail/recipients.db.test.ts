import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { newId } from '#platform/db.server';
import type { TenantIdentity } from '#platform/scope';
import { ASKED_LETTERS_A_DAY, forgetAskedLetters, sendLetter } from './index.server.ts';
import type { Mail } from './index.server.ts';

const { createTenant, scope } = await testDatabase();
const hagenow = await createTenant('hagenow', 'Hagenow');
const MONDAY = new Date('2026-11-23T10:00:00Z');
const TUESDAY = new Date('2026-11-24T10:00:00Z');

interface Letter {
  to: string;
  kind: 'confirm' | 'answer';
}

const sent: string[] = [];
let isMailServerAway = false;
const work = {
  name: 'tests.send-letter',
  topic: 'tests.letter',
  mail: {
    async send({ to }: Mail) {
      if (isMailServerAway) throw new Error('no mail server');
      sent.push(to);
    },
  },
  write: async (_tenant: unknown, { to }: Letter): Promise<Mail> => ({
    to,
    subject: 'Bitte bestätigen',
    text: '',
  }),
  asked: {
    secret: 'a secret of the tests that is long enough',
    is: ({ kind }: Letter) => kind === 'confirm',
  },
};

async function send(
  to: string,
  wish: { town?: TenantIdentity; now?: Date; kind?: Letter['kind']; id?: string } = {},
) {
  const { town = hagenow, now = MONDAY, kind = 'confirm', id = newId() } = wish;
  const before = sent.length;
  await sendLetter(work, scope(town, { now }), { to, kind }, id);
  return sent.length > before;
}

async function fill(to: string, now = MONDAY) {
  for (let number = 0; number < ASKED_LETTERS_A_DAY; number++) expect(await send(to, { now })).toBe(true);
}

test('a mailbox gets so many letters a day that somebody asked for, however it is written; what the town has to say still comes', async () => {
  await fill('anna@example.org');
  expect(await send('anna@example.org')).toBe(false);
  expect(await send(' Anna+fest@Example.org')).toBe(false);
  expect(await send('anna@example.org', { kind: 'answer' })).toBe(true);
  expect(await send('bernd@example.org')).toBe(true);
  expect(await send('anna@example.org', { town: await createTenant('ludwigslust') })).toBe(true);
  expect(await send('anna@example.org', { now: TUESDAY })).toBe(true);
});

test('letters at the same moment do not slip past the limit', async () => {
  const done = await Promise.all(
    Array.from({ length: ASKED_LETTERS_A_DAY + 5 }, () =>
      sendLetter(
        work,
        scope(hagenow, { now: MONDAY }),
        { to: 'carla@example.org', kind: 'confirm' },
        newId(),
      ),
    ),
  );
  expect(done).toHaveLength(ASKED_LETTERS_A_DAY + 5);
  expect(sent.filter((to) => to === 'carla@example.org')).toHaveLength(ASKED_LETTERS_A_DAY);
});

test('a letter that is tried again counts once', async () => {
  const id = newId();
  isMailServerAway = true;
  for (let attempt = 0; attempt < ASKED_LETTERS_A_DAY + 3; attempt++)
    await expect(send('dora@example.org', { id })).rejects.toThrow('no mail server');
  isMailServerAway = false;
  expect(await send('dora@example.org', { id })).toBe(true);
  expect(await send('dora@example.org')).toBe(true);
});

test('kept are hashes that differ from day to day, and only of today', async () => {
  const kept = async () => {
    const { rows } = await scope(hagenow).write((store) =>
      store.execute<{ day: string; hash: string }>(
        sql`select day::text, recipient_hash as hash from jobs.asked_letter order by day`,
      ),
    );
    return rows;
  };
  await send('emil@example.org', { now: MONDAY });
  await send('emil@example.org', { now: TUESDAY });
  const before = await kept();
  expect(JSON.stringify(before)).not.toMatch(/emil|anna|example/);
  const days = (day: string) => new Set(before.filter((row) => row.day === day).map(({ hash }) => hash));
  expect([...days('2026-11-23')].filter((hash) => days('2026-11-24').has(hash))).toEqual([]);
  await forgetAskedLetters(scope(hagenow, { now: TUESDAY }));
  expect(new Set((await kept()).map(({ day }) => day))).toEqual(new Set(['2026-11-24']));
});
