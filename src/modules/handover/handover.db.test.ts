import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { SMTPServer } from 'smtp-server';
import { testDatabase } from '#tests/database';
import { saveTown } from '#modules/tenancy.server';
import { listAudit } from '#platform/audit.server';
import { newId } from '#platform/db.server';
import { createMailSender } from '#platform/mail.server';
import type { TenantIdentity } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { articleKind } from '#modules/knowledge.server';
import { handOver } from './commands/asking.server.ts';
import { createHandover } from './handover.server.ts';
import { eraseDue, letterWork } from './jobs.server.ts';
import { sendLetter } from '#platform/mail.server';
import type { Letter } from './mails.server.ts';
import type { Parts } from './parts.server.ts';

const { createTenant, scope, countQueries } = await testDatabase();

const MONDAY = new Date('2026-11-23T09:00:00Z');
const later = (minutes: number) => new Date(MONDAY.getTime() + minutes * 60_000);
const GUIDE = { id: newId(), name: 'Greta Lotse', email: 'greta@rathaus.example', isGuide: true };
const ORIGIN = 'https://hagenow.example';

const mails: { to: string; subject: string; text: string; messageId?: string }[] = [];
const parts: Parts = {
  secret: 'a secret of the tests that is long enough 7Jx',
  mail: { send: async (mail) => void mails.push(mail) },
  redact: (text) => text.replace(/Erika Muster|03883 [\d-]+/g, '[…]'),
  listColleagues: async () => [GUIDE],
  article: articleKind,
  throttled: false,
};
const handover = createHandover(parts);

const fields = (more: object = {}) => ({
  question: 'Gibt es in Hagenow Stellplätze für Lastwagen?',
  details: 'Ich bin Erika Muster.',
  audience: 'business',
  role: '',
  channel: 'email',
  name: 'Erika Muster',
  email: 'erika@betrieb.example',
  phone: '03883 12345',
  when: '',
  consent: 'ja',
  ...more,
});

async function openTown(slug: string): Promise<TenantIdentity> {
  const town = await createTenant(slug, slug);
  await saveTown(scope(town), {
    settings: {
      contacts: [{ role: 'Wirtschaftslotse', topics: ['Stellplätze'], email: `lotse@${slug}.example` }],
    },
  });
  return town;
}

const visitor = (town: TenantIdentity, now = later(1)) =>
  scope(town, { permissions: [], now, actor: { id: null, name: 'Öffentlichkeit', kind: 'public' } });
const clerk = (town: TenantIdentity, now = later(60)) =>
  scope(town, {
    permissions: ['handover.answer', 'handover.assign', 'knowledge.edit'],
    now,
    actor: { name: 'Karla Amt' },
  });

function ask(town: TenantIdentity, more: object = {}) {
  const ticket = handover.issueTicket(visitor(town, MONDAY));
  const wish = { fields: fields(more), ticket, decoy: '', origin: ORIGIN, address: '127.0.0.1' };
  return handover.handOver(visitor(town), wish);
}

async function asked(town: TenantIdentity, more: object = {}) {
  const outcome = await ask(town, more);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** Sends what is announced, as the worker does. */
async function sendLetters(town: TenantIdentity, by: Parts = parts): Promise<void> {
  const { rows } = await scope(town).write((store) =>
    store.execute<{ id: string; payload: Letter }>(sql`
      delete from jobs.announcement
      where topic = 'handover.letter'
      returning id, payload
    `),
  );
  for (const { id, payload } of rows) await sendLetter(letterWork(by), scope(town), payload, id);
}

test('a question reaches the fitting guide, is due in three working days, and keeps only the chosen way back', async () => {
  const town = await openTown('eingang');
  const { inquiry } = await asked(town);
  expect(inquiry).toMatchObject({
    state: 'new',
    role: 'Wirtschaftslotse',
    topic: 'Stellplätze',
    dueOn: '2026-11-26',
    contact: { name: 'Erika Muster', email: 'erika@betrieb.example', phone: null, when: null },
  });
  expect(await handover.list(clerk(town), 'open')).toMatchObject([{ id: inquiry.id, dueOn: '2026-11-26' }]);
});

test('fifty forms sent at once are one inquiry with one link', async () => {
  const town = await openTown('doppelt');
  const ticket = handover.issueTicket(visitor(town, MONDAY));
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () =>
      handOver(parts, visitor(town), { fields: fields(), ticket, decoy: '', origin: ORIGIN }),
    ),
  );
  expect(new Set(outcomes.map((one) => one.ok && one.value.token)).size).toBe(1);
  expect(outcomes.every((one) => one.ok)).toBe(true);
  expect(await handover.list(clerk(town), 'open')).toHaveLength(1);
  expect(await count(scope(town), 'handover.step')).toBe(1);
  expect(await count(scope(town), 'jobs.announcement')).toBe(2);
});

test('machines are refused: a filled decoy, a form of a second ago, a made-up or foreign form', async () => {
  const [town, other] = [await openTown('automat'), await openTown('fremd')];
  const send = (wish: { ticket: string; decoy?: string; now?: Date }) =>
    handOver(parts, visitor(town, wish.now), { fields: fields(), decoy: '', origin: ORIGIN, ...wish });
  const ticket = handover.issueTicket(visitor(town, MONDAY));
  expect(await send({ ticket, decoy: 'https://spam.example' })).toMatchObject({ reason: 'not-accepted' });
  expect(await send({ ticket, now: new Date(MONDAY.getTime() + 1_000) })).toMatchObject({
    reason: 'too-fast',
  });
  expect(await send({ ticket, now: later(60 * 25) })).toMatchObject({ reason: 'form-expired' });
  expect(await send({ ticket: `${newId()}.abc.def` })).toMatchObject({ reason: 'form-expired' });
  const foreign = handover.issueTicket(visitor(other, MONDAY));
  expect(await send({ ticket: foreign })).toMatchObject({ reason: 'form-expired' });
  expect(await count(scope(town), 'handover.inquiry')).toBe(0);
});

test('one sender cannot flood the desk', async () => {
  const town = await openTown('flut');
  const careful = createHandover({ ...parts, throttled: true });
  const send = () =>
    careful.handOver(visitor(town), {
      fields: fields(),
      ticket: careful.issueTicket(visitor(town, MONDAY)),
      decoy: '',
      origin: ORIGIN,
      address: '192.0.2.7',
    });
  const outcomes = [];
  for (let sent = 0; sent < 8; sent++) outcomes.push(await send());
  expect(outcomes.filter((one) => one.ok)).toHaveLength(6);
  expect(outcomes.at(-1)).toMatchObject({ reason: 'too-many' });
});

test('what is missing is named field by field, and nothing is kept', async () => {
  const town = await openTown('luecken');
  expect(await ask(town, { email: 'keine', consent: undefined })).toMatchObject({
    reason: 'invalid',
    details: { fields: { consent: 'handover.fault.consent', email: 'handover.fault.email' } },
  });
  expect(await ask(town, { channel: 'phone', phone: 'ruf an' })).toMatchObject({
    details: { fields: { phone: 'handover.fault.phone' } },
  });
  expect(await count(scope(town), 'handover.inquiry')).toBe(0);
});

test('the answer reaches the asker by link and mail; one question back opens the inquiry again, a second is refused', async () => {
  const town = await openTown('antwort');
  mails.length = 0;
  const { token, inquiry } = await asked(town);
  await sendLetters(town);
  const [receipt, notice] = mails.toSorted((a, b) => (a.to < b.to ? -1 : 1));
  expect([receipt!.to, notice!.to]).toEqual(['erika@betrieb.example', 'lotse@antwort.example']);
  expect(receipt!.text).toContain(`${ORIGIN}/anfrage/${token}`);
  // The office reads the question; how to reach the asker stays at the desk.
  expect(notice!.text).toContain('> Gibt es in Hagenow Stellplätze');
  expect(notice!.text).not.toMatch(/erika@|Erika|12345/);

  const answered = await handover.answer(clerk(town), {
    id: inquiry.id,
    text: 'Ja, am Autohof.',
    origin: ORIGIN,
  });
  expect(answered).toMatchObject({
    ok: true,
    value: { state: 'answered', assignedName: 'Karla Amt', eraseOn: '2026-12-23' },
  });
  await sendLetters(town);
  expect(mails[2]).toMatchObject({ to: 'erika@betrieb.example' });
  expect(mails[2]!.text).toContain('Ja, am Autohof.');

  const seen = await handover.findByToken(visitor(town), token);
  expect(seen!.steps.map(({ kind, text }) => [kind, text])).toEqual([
    ['received', ''],
    ['answered', 'Ja, am Autohof.'],
  ]);

  const reply = { token, text: 'Auch über Nacht?', origin: ORIGIN, address: '127.0.0.1' };
  expect(await handover.reply(visitor(town, later(120)), reply)).toMatchObject({ ok: true });
  expect(await handover.reply(visitor(town, later(121)), reply)).toMatchObject({ reason: 'wrong-state' });
  expect(await handover.find(clerk(town), inquiry.id)).toMatchObject({
    state: 'assigned',
    eraseOn: '2027-05-22',
  });
});

test('notes and names of colleagues stay at the desk', async () => {
  const town = await openTown('notiz');
  const { token, inquiry } = await asked(town);
  await handover.assign(clerk(town), { id: inquiry.id, to: GUIDE.id, origin: ORIGIN });
  await handover.note(clerk(town), { id: inquiry.id, text: 'Schwieriger Fall' });
  expect(JSON.stringify(await handover.findByToken(visitor(town), token))).not.toMatch(
    /Schwierig|Greta|Karla/,
  );
  expect((await handover.find(clerk(town), inquiry.id))!.steps.map(({ kind }) => kind)).toEqual([
    'received',
    'assigned',
    'noted',
  ]);
  mails.length = 0;
  await sendLetters(town);
  expect(mails.map(({ to }) => to)).toContain('greta@rathaus.example');
});

test('a guide without rights sees and answers what was given to them; others see nothing', async () => {
  const town = await openTown('lotse');
  const [given, kept] = [await asked(town), await asked(town)];
  await handover.assign(clerk(town), { id: given.inquiry.id, to: GUIDE.id, origin: ORIGIN });
  const guide = scope(town, { permissions: [], actor: { id: GUIDE.id, name: GUIDE.name } });
  expect((await handover.list(guide, 'open')).map(({ id }) => id)).toEqual([given.inquiry.id]);
  expect(await handover.find(guide, kept.inquiry.id)).toBeNull();
  expect(await handover.answer(guide, { id: kept.inquiry.id, text: 'Fremd', origin: ORIGIN })).toMatchObject({
    reason: 'forbidden',
  });
  expect(await handover.answer(guide, { id: given.inquiry.id, text: 'Gern.', origin: ORIGIN })).toMatchObject(
    { ok: true },
  );
  const stranger = scope(town, { permissions: ['knowledge.edit'] });
  expect(await handover.count(stranger)).toEqual({ mine: 0, open: 0, overdue: 0, done: 0 });
  expect(
    await handover.assign(stranger, { id: kept.inquiry.id, to: GUIDE.id, origin: ORIGIN }),
  ).toMatchObject({
    reason: 'forbidden',
  });
});

test('what is overdue stands on its own list', async () => {
  const town = await openTown('frist');
  await asked(town);
  const at = (day: string) => handover.count(clerk(town, new Date(`${day}T10:00:00Z`)));
  expect(await at('2026-11-26')).toMatchObject({ open: 1, overdue: 0 });
  expect(await at('2026-11-27')).toMatchObject({ open: 1, overdue: 1 });
});

test('an answer becomes one draft of an article, without the name of who asked', async () => {
  const town = await openTown('beitrag');
  const { inquiry } = await asked(town, { question: 'Ich bin Erika Muster, gibt es Stellplätze?' });
  expect(await handover.draftArticle(clerk(town), inquiry.id)).toMatchObject({ reason: 'wrong-state' });
  await handover.answer(clerk(town), {
    id: inquiry.id,
    text: 'Guten Tag Erika Muster. Es gibt zwölf Stellplätze für Erika Muster.\n\nRufen Sie an: 03883 623-0.',
    origin: ORIGIN,
  });
  const first = await handover.draftArticle(clerk(town), inquiry.id);
  expect(await handover.draftArticle(clerk(town), inquiry.id)).toEqual(first);
  const { rows } = await scope(town).read((store) =>
    store.execute(sql`select title, body, state, audience, source_name from publishing.entry`),
  );
  expect(rows).toEqual([
    {
      title: 'Ich bin […], gibt es Stellplätze?',
      body: 'Es gibt zwölf Stellplätze für […].\n\nRufen Sie an: […].',
      state: 'draft',
      audience: 'business',
      source_name: 'Wirtschaftslotse',
    },
  ]);
});

test('the asker can take everything back; nothing that names them stays anywhere', async () => {
  const town = await openTown('loeschen');
  const { token, inquiry } = await asked(town);
  await handover.answer(clerk(town), { id: inquiry.id, text: 'Liebe Erika Muster, nein.', origin: ORIGIN });
  expect(await handover.erase(visitor(town), token)).toMatchObject({ ok: true });
  expect(await handover.findByToken(visitor(town), token)).toBeNull();
  expect(await everything(scope(town))).not.toMatch(/Erika|erika@|12345/);
  mails.length = 0;
  await sendLetters(town);
  expect(mails).toEqual([]);
  expect((await listAudit(scope(town))).map(({ action }) => action)).toContain('handover.erased');
});

test('contact data goes by itself on its day, and not a day before', async () => {
  const town = await openTown('frist-daten');
  const { inquiry } = await asked(town);
  await handover.answer(clerk(town), { id: inquiry.id, text: 'Ja, gern.', origin: ORIGIN });
  const on = (day: string) => eraseDue(parts, scope(town, { now: new Date(`${day}T02:20:00Z`) }));
  expect(await on('2026-12-22')).toBe(0);
  expect(await everything(scope(town))).toMatch(/erika@/);
  expect(await on('2026-12-23')).toBe(1);
  expect(await everything(scope(town))).not.toMatch(/Erika|erika@/);
  expect(await on('2026-12-24')).toBe(0);
});

test('an inquiry of one town is nowhere in the other', async () => {
  const [here, there] = [await openTown('hier'), await openTown('dort')];
  const { token, inquiry } = await asked(here);
  await asked(there);
  const foreign = clerk(there);
  expect(await handover.findByToken(visitor(there), token)).toBeNull();
  expect(await handover.find(foreign, inquiry.id)).toBeNull();
  expect(await handover.answer(foreign, { id: inquiry.id, text: 'Von dort', origin: ORIGIN })).toMatchObject({
    reason: 'unknown',
  });
  expect(await handover.erase(visitor(there), token)).toMatchObject({ reason: 'unknown' });
  expect(await handover.list(foreign, 'open')).toHaveLength(1);
  expect((await handover.list(foreign, 'open'))[0]!.id).not.toBe(inquiry.id);
});

test('lists are one query, however long', async () => {
  const town = await openTown('lang');
  await asked(town);
  const one = await countQueries(() => handover.list(clerk(town), 'open'));
  await asked(town);
  await asked(town);
  expect(await countQueries(() => handover.list(clerk(town), 'open'))).toBe(one);
});

test('letters travel by SMTP, in the language of the asker', async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString());
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  const sender = createMailSender({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'Hagenow <post@hagenow.example>',
    folder: '',
  });
  try {
    const town = await openTown('post');
    const english = scope(town, { permissions: [], now: later(1), locale: 'en', actor: { id: null } });
    const ticket = handover.issueTicket(visitor(town, MONDAY));
    await handover.handOver(english, {
      fields: fields(),
      ticket,
      decoy: '',
      origin: ORIGIN,
      address: '127.0.0.1',
    });
    await sendLetters(town, { ...parts, mail: sender });
  } finally {
    sender.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  expect(received).toHaveLength(2);
  const letter = received.find((one) => /^To: erika/m.test(one));
  expect(letter).toMatch(/^To: erika@betrieb\.example/m);
  expect(letter).toMatch(/^Subject: Your question to post has arrived/m);
  expect(letter).toMatch(/^Message-ID: <[0-9a-f-]{36}@post\.ortskern>/m);
});

async function count(tenant: TenantScope, table: string): Promise<number> {
  const { rows } = await tenant.read((store) =>
    store.execute<{ count: number }>(sql.raw(`select count(*)::int as count from ${table}`)),
  );
  return rows[0]!.count;
}

/** Every word of the town's rows that this room and the audit trail write. */
async function everything(tenant: TenantScope): Promise<string> {
  const { rows } = await tenant.read((store) =>
    store.execute(sql`
      select to_jsonb(inquiry)::text as words from handover.inquiry
      union all select to_jsonb(step)::text from handover.step
      union all select to_jsonb(entry)::text from audit.entry
      union all select to_jsonb(announcement)::text from jobs.announcement
    `),
  );
  return JSON.stringify(rows);
}
