import { getMigrations } from 'better-auth/db/migration';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { openDatabase, PUBLIC_ROLE } from '#platform/db.server';
import { testDatabase } from '#tests/database';
import { createAuth } from './auth.server.ts';
import { offerNewRights } from './default-roles.server.ts';
import { codeAt, ORIGIN, PASSWORD, testDesk } from './fixtures.ts';

const { database, url, createTenant, scope } = await testDatabase();
const desk = testDesk(database, url);
const { identity } = desk;
afterAll(() => identity.close());

const hagenow = await createTenant('hagenow', 'Hagenow');
const boizenburg = await createTenant('boizenburg', 'Boizenburg');

const knock = (email: string, password: string, address = desk.nextAddress()) =>
  identity.signIn(desk.visitor(hagenow), { email, password, address });

test('better-auth finds nothing to add to our tables', async () => {
  const registry = openDatabase(url, {
    searchPath: 'identity',
    sessionSettings: { role: PUBLIC_ROLE, 'app.registry': 'on' },
  });
  const auth = createAuth({
    registry,
    secret: 'long enough for a test of the schema 9Kq',
    now: () => new Date(),
  });
  const { toBeCreated, toBeAdded } = await getMigrations(auth.options);
  await registry.close();
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});

test('who accepts an invitation is signed in, with the rights of the roles it named', async () => {
  const { staff } = await desk.join(hagenow, 'autorin@hagenow.example', ['author']);
  expect(staff).toMatchObject({
    email: 'autorin@hagenow.example',
    roles: ['author'],
    needsSecondFactor: false,
  });
  expect(staff.permissions).toContain('news.edit');
  expect(staff.permissions).not.toContain('news.publish');
});

test('an invitation works once', async () => {
  const invited = await identity.invite(
    scope(hagenow),
    { email: 'einmal@hagenow.example', name: 'Einmal', roles: ['author'] },
    ORIGIN,
  );
  if (!invited.ok) throw new Error('not invited');
  expect(desk.mails.at(-1)?.text).toContain(ORIGIN + invited.value.path);
  const token = invited.value.path.split('/').at(-1)!;
  const accept = () =>
    identity.acceptInvitation(desk.visitor(hagenow), {
      token,
      name: 'Einmal',
      email: '',
      password: PASSWORD,
      address: desk.nextAddress(),
    });
  const answers = await Promise.all([accept(), accept()]);
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
  expect(await accept()).toMatchObject({ ok: false, reason: 'link-no-longer-works' });
});

test('an invitation ends after three days, looked at when it is used', async () => {
  const late = testDesk(database, url);
  const invited = await identity.invite(
    scope(hagenow),
    { email: 'spaet@hagenow.example', name: 'Spät', roles: ['author'] },
    ORIGIN,
  );
  if (!invited.ok) throw new Error('not invited');
  const token = invited.value.path.split('/').at(-1)!;
  late.move(72 * 60 - 1);
  expect(await late.identity.findInvitation(late.visitor(hagenow), token)).toMatchObject({
    email: 'spaet@hagenow.example',
  });
  late.move(2);
  const answer = await late.identity.acceptInvitation(late.visitor(hagenow), {
    token,
    name: 'Spät',
    email: '',
    password: PASSWORD,
    address: '192.0.2.200',
  });
  expect(answer).toMatchObject({ ok: false, reason: 'link-no-longer-works' });
  await late.identity.close();
});

test('an invitation of one town opens no door of another', async () => {
  const invited = await identity.invite(
    scope(hagenow),
    { email: 'fremd@hagenow.example', name: 'Fremd', roles: ['author'] },
    ORIGIN,
  );
  const token = invited.ok ? invited.value.path.split('/').at(-1)! : '';
  expect(await identity.findInvitation(desk.visitor(boizenburg), token)).toBe(null);
});

test('a common password is not accepted, and the invitation stays good', async () => {
  const invited = await identity.invite(
    scope(hagenow),
    { email: 'leicht@hagenow.example', name: 'Leicht', roles: ['author'] },
    ORIGIN,
  );
  const token = invited.ok ? invited.value.path.split('/').at(-1)! : '';
  const accept = (password: string) =>
    identity.acceptInvitation(desk.visitor(hagenow), {
      token,
      name: 'Leicht',
      email: '',
      password,
      address: desk.nextAddress(),
    });
  expect(await accept('Passwort2026!')).toMatchObject({
    ok: false,
    details: { fields: { password: 'password-common' } },
  });
  expect(await accept(PASSWORD)).toMatchObject({ ok: true });
});

test('unknown address, wrong password and a stranger to the town get the same answer', async () => {
  await desk.join(hagenow, 'bekannt@hagenow.example', ['author']);
  await desk.join(boizenburg, 'nachbar@boizenburg.example', ['author']);
  const answers = [
    await knock('niemand@hagenow.example', PASSWORD),
    await knock('bekannt@hagenow.example', 'nicht dieses Passwort'),
    await knock('nachbar@boizenburg.example', PASSWORD),
    await knock('keine adresse', PASSWORD),
  ];
  const same = { ok: false, reason: 'credentials-wrong', details: {} };
  expect(answers).toEqual([same, same, same, same]);
});

// Asked by turns, so that a busy machine slows both alike.
test('an unknown address takes as long as a wrong password', { retry: 2 }, async () => {
  const open = testDesk(database, url, { throttled: false });
  await desk.join(hagenow, `zeit${performance.now()}@hagenow.example`, ['author']);
  const known = (await identity.listPeople(scope(hagenow))).find(({ email }) =>
    email.startsWith('zeit'),
  )!.email;
  const times: Record<string, number[]> = { [known]: [], 'niemand@hagenow.example': [] };
  for (let round = 0; round < 15; round++) {
    for (const [email, took] of Object.entries(times)) {
      const startedAt = performance.now();
      const given = { email, password: 'nicht dieses Passwort', address: '192.0.2.99' };
      await open.identity.signIn(open.visitor(hagenow), given);
      took.push(performance.now() - startedAt);
    }
  }
  await open.identity.close();
  const [one, other] = Object.values(times).map((took) => took.sort((a, b) => a - b)[7]!);
  expect(Math.abs(one! - other!)).toBeLessThan(20);
});

test('after eight wrong passwords an account rests, from whatever address, and so does an unknown one', async () => {
  await desk.join(hagenow, 'ziel@hagenow.example', ['author']);
  for (const email of ['ziel@hagenow.example', 'nie@hagenow.example']) {
    for (let i = 0; i < 8; i++)
      expect(await knock(email, `falsches Passwort ${i}`)).toMatchObject({ reason: 'credentials-wrong' });
    expect(await knock(email, PASSWORD)).toMatchObject({
      reason: 'too-many-attempts',
      details: { values: { minutes: 15 } },
    });
  }
});

test('an address that tries many accounts rests, even when it asks in parallel', async () => {
  const tries = Array.from({ length: 40 }, (_, i) =>
    knock(`konto${i}@hagenow.example`, 'falsch geraten!', '192.0.2.250'),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'too-many-attempts')).toHaveLength(10);
});

test('a right password forgives the wrong ones before it', async () => {
  await desk.join(hagenow, 'vergesslich@hagenow.example', ['author']);
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 5; i++) await knock('vergesslich@hagenow.example', 'falsches Passwort');
    expect(await knock('Vergesslich@Hagenow.example ', PASSWORD)).toMatchObject({ ok: true });
  }
});

test('every sign-in opens a session of its own', async () => {
  const first = await desk.join(hagenow, 'zweimal@hagenow.example', ['author']);
  const second = await knock('zweimal@hagenow.example', PASSWORD);
  if (!second.ok || second.value.step !== 'open') throw new Error('not signed in');
  expect(second.value.session.token).not.toBe(first.token);
});

test('a session of one town is nothing in another, though the person works for both', async () => {
  await desk.join(hagenow, 'beide@example.org', ['author']);
  const there = await desk.join(boizenburg, 'beide@example.org', ['read-only']);
  expect(there.staff.roles).toEqual(['read-only']);
  expect(await identity.readSession(there.cookies, hagenow.id)).toBe(null);
  const here = await knock('beide@example.org', PASSWORD);
  if (!here.ok || here.value.step !== 'open') throw new Error('not signed in');
  const cookies = desk.cookiesOf(here.value.session.token);
  expect(await identity.readSession(cookies, hagenow.id)).toMatchObject({ roles: ['author'] });
  expect(await identity.readSession(cookies, boizenburg.id)).toBe(null);
});

test('a town sees its own people and no others', async () => {
  await desk.join(hagenow, 'nurhier@hagenow.example', ['author']);
  await desk.join(boizenburg, 'nurdort@boizenburg.example', ['author']);
  const here = (await identity.listPeople(scope(hagenow))).map(({ email }) => email);
  const there = (await identity.listPeople(scope(boizenburg))).map(({ email }) => email);
  expect([here.includes('nurhier@hagenow.example'), here.includes('nurdort@boizenburg.example')]).toEqual([
    true,
    false,
  ]);
  expect([there.includes('nurhier@hagenow.example'), there.includes('nurdort@boizenburg.example')]).toEqual([
    false,
    true,
  ]);
  const raw = await scope(hagenow).read((store) =>
    store.execute(sql`select count(*)::int as n from identity.credential`),
  );
  expect(raw.rows).toEqual([{ n: 0 }]);
});

test('a session rests for half an hour at most and lives for twelve', async () => {
  const clock = testDesk(database, url);
  const { cookies } = await clock.join(hagenow, 'uhr@hagenow.example', ['author']);
  clock.move(29);
  expect(await clock.identity.readSession(cookies, hagenow.id)).not.toBe(null);
  clock.move(29);
  expect(await clock.identity.readSession(cookies, hagenow.id)).not.toBe(null);
  clock.move(31);
  expect(await clock.identity.readSession(cookies, hagenow.id)).toBe(null);
  const busy = await clock.identity.signIn(clock.visitor(hagenow), {
    email: 'uhr@hagenow.example',
    password: PASSWORD,
    address: '192.0.2.77',
  });
  expect(busy.ok).toBe(true);
  await clock.identity.close();
});

test('signing out and being disabled end a session at once', async () => {
  const one = await desk.join(hagenow, 'geht@hagenow.example', ['author']);
  await identity.signOut(one.scope, one.cookies);
  expect(await identity.readSession(one.cookies, hagenow.id)).toBe(null);

  const two = await desk.join(hagenow, 'gesperrt@hagenow.example', ['author']);
  expect(await identity.disablePerson(scope(hagenow), two.staff.userId)).toMatchObject({ ok: true });
  expect(await identity.readSession(two.cookies, hagenow.id)).toBe(null);
  expect(await knock('gesperrt@hagenow.example', PASSWORD)).toMatchObject({ reason: 'credentials-wrong' });
});

test('new roles end the session that had the old ones', async () => {
  const author = await desk.join(hagenow, 'aufstieg@hagenow.example', ['author']);
  expect(await identity.setRoles(scope(hagenow), author.staff.userId, ['editor'])).toMatchObject({
    ok: true,
  });
  expect(await identity.readSession(author.cookies, hagenow.id)).toBe(null);
});

test('only who may manage people does, and nobody across towns', async () => {
  const author = await desk.join(hagenow, 'ohnerecht@hagenow.example', ['author']);
  const stranger = await desk.join(boizenburg, 'drueben@boizenburg.example', ['author']);
  expect(
    await identity.invite(
      author.scope,
      { email: 'x@example.org', name: 'X', roles: ['administrator'] },
      ORIGIN,
    ),
  ).toMatchObject({ reason: 'forbidden' });
  expect(await identity.setRoles(author.scope, author.staff.userId, ['administrator'])).toMatchObject({
    reason: 'forbidden',
  });
  expect(await identity.setRoles(scope(hagenow), stranger.staff.userId, ['administrator'])).toMatchObject({
    reason: 'unknown',
  });
  expect(await identity.disablePerson(scope(hagenow), stranger.staff.userId)).toMatchObject({
    reason: 'unknown',
  });
  expect(await identity.readSession(stranger.cookies, boizenburg.id)).not.toBe(null);
});

test('the administration may do nothing before it has a second factor, and each code opens one door', async () => {
  const town = await createTenant('zweifach', 'Zweifach');
  const admin = await desk.joinFirstAdministrator(town, 'chefin@zweifach.example');
  expect(admin.staff).toMatchObject({ roles: ['administrator'], permissions: [], needsSecondFactor: true });

  expect(await identity.startTotp(admin.scope, admin.cookies, 'falsches Passwort')).toMatchObject({
    reason: 'password-wrong',
  });
  const setup = await identity.startTotp(admin.scope, admin.cookies, PASSWORD);
  if (!setup.ok) throw new Error('no set-up');
  expect(setup.value.recoveryCodes).toHaveLength(10);
  expect(await identity.confirmTotp(admin.scope, admin.cookies, '000000')).toMatchObject({
    reason: 'code-wrong',
  });
  const confirmed = await identity.confirmTotp(
    admin.scope,
    admin.cookies,
    codeAt(setup.value.secret, new Date()),
  );
  if (!confirmed.ok) throw new Error('not confirmed');
  expect(confirmed.value.token).not.toBe(admin.token);
  expect(await identity.readSession(admin.cookies, town.id)).toBe(null);
  const now = await identity.readSession(desk.cookiesOf(confirmed.value.token), town.id);
  expect(now).toMatchObject({ permissions: ['*'], needsSecondFactor: false, hasSecondFactor: true });

  const enter = async (code: string) => {
    const visitor = desk.visitor(town);
    const first = await identity.signIn(visitor, {
      email: 'chefin@zweifach.example',
      password: PASSWORD,
      address: desk.nextAddress(),
    });
    if (!first.ok || first.value.step !== 'second-factor') throw new Error('no second question');
    return identity.verifySecondFactor(visitor, {
      challenge: first.value.challenge,
      code,
      address: desk.nextAddress(),
    });
  };
  expect(await enter('123 456')).toMatchObject({ reason: 'code-wrong' });
  const code = codeAt(setup.value.secret, new Date());
  expect(await enter(code)).toMatchObject({ ok: true });
  expect(await enter(code)).toMatchObject({ reason: 'code-wrong' });
  const recovery = setup.value.recoveryCodes[0]!;
  expect(await enter(recovery)).toMatchObject({ ok: true });
  expect(await enter(recovery)).toMatchObject({ reason: 'code-wrong' });
  expect(
    await identity.verifySecondFactor(desk.visitor(town), {
      challenge: null,
      code,
      address: desk.nextAddress(),
    }),
  ).toMatchObject({ reason: 'sign-in-again' });
});

test('the last administration of a town cannot be taken away', async () => {
  const town = await createTenant('letzte', 'Letzte');
  const admin = await desk.joinFirstAdministrator(town, 'letzte@letzte.example');
  expect(await identity.setRoles(scope(town), admin.staff.userId, ['author'])).toMatchObject({
    reason: 'last-administrator',
  });
  expect(await identity.disablePerson(scope(town), admin.staff.userId)).toMatchObject({
    reason: 'last-administrator',
  });
});

test('a town makes a role of its own, and its rights count from the next page on', async () => {
  const town = await createTenant('rollen', 'Rollen');
  const saved = await identity.saveRole(scope(town), null, {
    name: 'Feuerwehr Süd',
    permissions: ['events.edit'],
  });
  expect(saved).toMatchObject({ ok: true, value: 'feuerwehr-sued' });
  const member = await desk.join(town, 'wehr@rollen.example', ['feuerwehr-sued']);
  expect(member.staff.permissions).toEqual(['events.edit']);
  await identity.saveRole(scope(town), 'feuerwehr-sued', {
    name: 'Feuerwehr Süd',
    permissions: ['events.edit', 'news.edit'],
  });
  const next = await identity.readSession(member.cookies, town.id);
  expect(next?.permissions).toEqual(['events.edit', 'news.edit']);
  expect(await identity.removeRole(scope(town), 'feuerwehr-sued')).toMatchObject({ reason: 'role-held' });
});

test('no role of the desk can invite people or do everything, and the basic ones stay', async () => {
  const town = await createTenant('fest', 'Fest');
  await identity.listRoles(scope(town));
  for (const right of ['*', 'identity.manage', 'invented.right'])
    expect(
      await identity.saveRole(scope(town), 'editor', { name: 'Redaktion', permissions: [right] }),
    ).toMatchObject({ reason: 'invalid' });
  expect(
    await identity.saveRole(scope(town), 'administrator', { name: 'Ohnmacht', permissions: [] }),
  ).toMatchObject({ reason: 'role-fixed' });
  expect(await identity.saveRole(scope(town), null, { name: 'redaktion', permissions: [] })).toMatchObject({
    reason: 'role-name-taken',
  });
  expect(await identity.removeRole(scope(town), 'editor')).toMatchObject({ reason: 'role-fixed' });
});

test('towns from before a room was built get its rights at the next start, and keep what they took away', async () => {
  const town = await createTenant('vorher', 'Vorher');
  await identity.listRoles(scope(town));
  await scope(town).write((store) =>
    store.execute(sql`
      update identity.role set permissions = '{news.edit}',
        offered = array(select unnest(offered) except select 'waste.edit')
      where key = 'editor'
    `),
  );
  await offerNewRights(database, [town]);
  await offerNewRights(database, [town]);
  const roles = await identity.listRoles(scope(town));
  expect(roles.find(({ key }) => key === 'editor')?.permissions).toEqual(['news.edit', 'waste.edit']);
});

test('a new password ends every other session', async () => {
  const here = await desk.join(hagenow, 'wechsel@hagenow.example', ['author']);
  const elsewhere = await knock('wechsel@hagenow.example', PASSWORD);
  if (!elsewhere.ok || elsewhere.value.step !== 'open') throw new Error('not signed in');
  const given = { current: PASSWORD, next: 'drei Kraniche im Nebel', about: [] };
  expect(
    await identity.changePassword(here.scope, here.cookies, { ...given, current: 'nicht dieses' }),
  ).toMatchObject({ details: { fields: { current: 'password-wrong' } } });
  const changed = await identity.changePassword(here.scope, here.cookies, given);
  if (!changed.ok) throw new Error('not changed');
  expect(await identity.readSession(desk.cookiesOf(elsewhere.value.session.token), hagenow.id)).toBe(null);
  expect(await identity.readSession(here.cookies, hagenow.id)).toBe(null);
  expect(await identity.readSession(desk.cookiesOf(changed.value.token), hagenow.id)).toMatchObject({
    userId: here.staff.userId,
  });
});

test('a reset link goes to members only, works once, and keeps silent about who is one', async () => {
  const member = await desk.join(hagenow, 'vergessen@hagenow.example', ['author']);
  const ask = (email: string) =>
    identity.requestPasswordReset(desk.visitor(hagenow), {
      email,
      address: desk.nextAddress(),
      origin: ORIGIN,
    });
  const before = desk.mails.length;
  expect(await ask('niemand@hagenow.example')).toEqual(await ask('vergessen@hagenow.example'));
  await expect.poll(() => desk.mails.length).toBe(before + 1);
  const token = /passwort\/(\S+)/.exec(desk.mails.at(-1)!.text)![1]!;

  const reset = (password: string) =>
    identity.resetPassword(desk.visitor(hagenow), { token, password, address: desk.nextAddress() });
  expect(await reset('kurz')).toMatchObject({ details: { fields: { password: 'password-too-short' } } });
  expect(await reset('fünf Biber am Wehr')).toMatchObject({ ok: true });
  expect(await reset('sechs Biber am Wehr')).toMatchObject({ reason: 'link-no-longer-works' });
  expect(await identity.readSession(member.cookies, hagenow.id)).toBe(null);
  expect(await knock('vergessen@hagenow.example', 'fünf Biber am Wehr')).toMatchObject({ ok: true });
});

test('own sessions are listed, and each can be ended', async () => {
  const first = await desk.join(hagenow, 'liste@hagenow.example', ['author']);
  await knock('liste@hagenow.example', PASSWORD);
  const lines = await identity.listSessions(first.scope, first.staff.sessionId);
  expect(lines.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
  const other = lines.find(({ isCurrent }) => !isCurrent)!;
  const stranger = await desk.join(hagenow, 'neugier@hagenow.example', ['editor']);
  expect(await identity.revokeSession(stranger.scope, other.id)).toMatchObject({ reason: 'unknown' });
  expect(await identity.revokeSession(first.scope, other.id)).toMatchObject({ ok: true });
  expect(await identity.listSessions(first.scope, first.staff.sessionId)).toHaveLength(1);
});

test('what was typed and not saved waits for its writer, and for nobody else', async () => {
  const writer = await desk.join(hagenow, 'schreibt@hagenow.example', ['author']);
  const other = await desk.join(hagenow, 'liest@hagenow.example', ['author']);
  await identity.keepInput(writer.scope, 'news/neu', { title: 'Marktfest' });
  expect(await identity.findInput(desk.visitor(hagenow, writer.staff), 'news/neu')).toMatchObject({
    input: { title: 'Marktfest' },
  });
  expect(await identity.findInput(other.scope, 'news/neu')).toBe(null);
  await identity.forgetInput(writer.scope, 'news/neu');
  expect(await identity.findInput(desk.visitor(hagenow, writer.staff), 'news/neu')).toBe(null);
});

test('words sent after half an hour of rest wait behind the next sign-in, in their town only', async () => {
  const clock = testDesk(database, url);
  const tired = await clock.join(hagenow, 'muede@hagenow.example', ['author']);
  clock.move(40);
  expect(await clock.identity.readSession(tired.cookies, hagenow.id)).toBe(null);
  await clock.identity.rescueInput(clock.visitor(boizenburg), tired.cookies, 'news/neu', { title: 'Fremd' });
  await clock.identity.rescueInput(clock.visitor(hagenow), tired.cookies, 'news/neu', { title: 'Marktfest' });
  const found = await clock.identity.findInput(clock.visitor(hagenow, tired.staff), 'news/neu');
  expect(found).toMatchObject({ input: { title: 'Marktfest' } });

  await clock.identity.signOut(tired.scope, tired.cookies);
  await clock.identity.rescueInput(clock.visitor(hagenow), tired.cookies, 'news/neu', { title: 'Zu spät' });
  const after = await clock.identity.findInput(clock.visitor(hagenow, tired.staff), 'news/neu');
  expect(after).toMatchObject({ input: { title: 'Marktfest' } });
  await clock.identity.close();
});
