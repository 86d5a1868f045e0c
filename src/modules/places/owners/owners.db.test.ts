import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createPlaceOwners, findPlace, placeKind } from '#modules/places.server';
import { listRevisions, publishEntry, saveEntry } from '#modules/publishing.server';
import { linkToken } from '#platform/forms.server';
import { testDatabase } from '#tests/database';
import { askDue, eraseDue } from './jobs.server.ts';
import { writeLetter } from './letters.server.ts';
import { correction, owner } from './tables.server.ts';

const { createTenant, scope } = await testDatabase();
const town = await createTenant('hagenow', 'Hagenow');
const parts = { secret: 'a secret of this test that is long', mail: { send: async () => undefined } };
const owners = createPlaceOwners(parts);
const at = (day: string, permissions: string[] = ['*']) =>
  scope(town, { permissions, now: new Date(`${day}T09:00:00Z`) });
const visitor = (day: string) => at(day, []);

async function cafe(title: string) {
  const details = { openingHours: 'Mo-Fr 09:00-12:00', phone: '03883 1' };
  const saved = await saveEntry(at('2026-11-01'), placeKind, {
    draft: { title, summary: 'Kuchen' },
    details,
  });
  if (!saved.ok) throw new Error(saved.reason);
  await publishEntry(at('2026-11-01'), placeKind, saved.value.id);
  return saved.value;
}

async function invited(title: string, trusted = false) {
  const { id, slug } = await cafe(title);
  const wish = { entryId: id, email: 'inhaber@example.org', trusted, origin: 'https://hagenow.example' };
  expect(await owners.invite(at('2026-11-01'), wish)).toMatchObject({ ok: true });
  return {
    id,
    slug,
    token: (number = 1) => linkToken({ secret: parts.secret, room: 'places' }, town.id, `${id} ${number}`),
  };
}

const form = {
  summary: 'Kuchen',
  openingHours: 'Mo-Fr 09:00-12:00',
  hoursNote: '',
  exceptions: '',
  phone: '03883 1',
  email: '',
  website: '',
  note: '',
};
const sent = (token: string, day: string, changed: Partial<typeof form> = {}) => ({
  token,
  // A form was open for a minute.
  ticket: owners.issueTicket(scope(town, { permissions: [], now: new Date(`${day}T08:59:00Z`) })),
  decoy: '',
  form: { ...form, ...changed },
});

test('an owner who says that all is right confirms the entry, and is asked again half a year later', async () => {
  const { id, slug, token } = await invited('Café Eins');
  expect((await owners.find(visitor('2026-11-02'), token()))?.place.title).toBe('Café Eins');
  expect(await owners.confirm(visitor('2026-11-02'), sent(token(), '2026-11-02'))).toEqual({
    ok: true,
    value: 'confirmed',
  });
  expect((await findPlace(visitor('2026-11-02'), slug))!.details).toMatchObject({
    confirmedOn: '2026-11-02',
  });

  expect(await askDue(parts, at('2027-05-01'))).toBe(0);
  expect(await askDue(parts, at('2027-05-02'))).toBe(1);
  expect(await askDue(parts, at('2027-05-02'))).toBe(0);
  // The new question has a link of its own; the old one leads nowhere any more.
  expect(await owners.find(visitor('2027-05-03'), token(1))).toBeNull();
  expect((await owners.find(visitor('2027-05-03'), token(2)))?.place.id).toBe(id);
});

test('two workers at the same moment write one letter', async () => {
  await invited('Café Zwei');
  const written = await Promise.all([1, 2, 3].map(() => askDue(parts, at('2026-11-08'))));
  expect(written.reduce((sum, one) => sum + one, 0)).toBe(1);
});

test('a change waits for the desk, which sees old and new and takes it over once', async () => {
  const { id, slug, token } = await invited('Café Drei');
  const change = sent(token(), '2026-11-02', { openingHours: 'Mo-Sa 9-13 Uhr', phone: '03883 2' });
  expect(await owners.confirm(visitor('2026-11-02'), change)).toEqual({ ok: true, value: 'waiting' });
  // Sent twice is one correction.
  await owners.confirm(visitor('2026-11-02'), change);
  expect((await findPlace(visitor('2026-11-02'), slug))!.details.phone).toBe('03883 1');

  const [open, ...others] = (await owners.listCorrections(at('2026-11-03'))).filter(
    (one) => one.entryId === id,
  );
  expect(others).toEqual([]);
  expect(open!.fields).toEqual(
    [
      { field: 'phone', before: '03883 1', after: '03883 2' },
      { field: 'openingHours', before: 'Mo-Fr 09:00-12:00', after: 'Mo-Sa 9-13 Uhr' },
    ].sort((a, b) => (open!.fields[0]!.field === a.field ? -1 : open!.fields[0]!.field === b.field ? 1 : 0)),
  );
  expect(await owners.listCorrections(visitor('2026-11-03'))).toEqual([]);
  const wish = { entryId: id, id: open!.id, take: true };
  expect(await owners.decide(visitor('2026-11-03'), wish)).toMatchObject({ ok: false, reason: 'forbidden' });
  expect(await owners.decide(at('2026-11-03'), wish)).toMatchObject({ ok: true });
  expect(await owners.decide(at('2026-11-03'), wish)).toMatchObject({ ok: false, reason: 'unknown' });
  expect((await findPlace(visitor('2026-11-03'), slug))!.details).toMatchObject({
    phone: '03883 2',
    openingHours: 'Mo-Sa 9-13 Uhr',
    confirmedOn: '2026-11-03',
  });
});

test('what a trusted owner writes is public at once, and stands in the history', async () => {
  const { id, slug, token } = await invited('Café Vier', true);
  const change = sent(token(), '2026-11-02', { exceptions: '24.12.2026: geschlossen (Heiligabend)' });
  expect(await owners.confirm(visitor('2026-11-02'), change)).toEqual({ ok: true, value: 'confirmed' });
  expect((await findPlace(visitor('2026-11-02'), slug))!.details.exceptions).toEqual([
    '24.12.2026: geschlossen (Heiligabend)',
  ]);
  const [newest] = await listRevisions(at('2026-11-02'), id);
  expect(newest).toMatchObject({ actorName: 'Inhaberin oder Inhaber', change: 'edited' });
});

test('hours nobody can read are refused with their reason, and nothing is kept', async () => {
  const { id, token } = await invited('Café Fünf');
  expect(
    await owners.confirm(visitor('2026-11-02'), sent(token(), '2026-11-02', { openingHours: 'meistens' })),
  ).toMatchObject({
    ok: false,
    reason: 'invalid',
    details: { fields: { openingHours: 'hours-not-understood' } },
  });
  const kept = await at('2026-11-02').read((store) =>
    store
      .select()
      .from(correction)
      .where(and(eq(correction.tenantId, town.id), eq(correction.entryId, id))),
  );
  expect(kept).toEqual([]);
});

test('the letter leads to the link; an older question, and one that was cut, write to nobody', async () => {
  const { id, token } = await invited('Café Sechs');
  const letter = { entryId: id, kind: 'ask' as const, number: 1 };
  const mail = await writeLetter(parts, at('2026-11-01'), letter);
  expect(mail).toMatchObject({ to: 'inhaber@example.org' });
  expect(mail!.text).toContain(`https://hagenow.example/orte/bestaetigen/${token()}`);
  expect(await writeLetter(parts, at('2026-11-01'), { ...letter, number: 0 })).toBeNull();
  expect(await owners.revoke(at('2026-11-01'), id)).toMatchObject({ ok: true });
  expect(await writeLetter(parts, at('2026-11-01'), letter)).toBeNull();
  expect(await owners.find(visitor('2026-11-01'), token())).toBeNull();
});

test('the address of an owner who never answers goes after half a year, the entry stays unconfirmed', async () => {
  const { id, slug, token } = await invited('Café Sieben');
  await eraseDue(at('2027-04-29'));
  const email = async () => {
    const [row] = await at('2027-05-01').read((store) =>
      store
        .select()
        .from(owner)
        .where(and(eq(owner.tenantId, town.id), eq(owner.entryId, id))),
    );
    return row!.email;
  };
  expect(await email()).toBe('inhaber@example.org');
  await eraseDue(at('2027-04-30'));
  expect(await email()).toBeNull();
  expect(await owners.find(visitor('2027-05-01'), token())).toBeNull();
  expect((await findPlace(visitor('2027-05-01'), slug))!.details).toMatchObject({
    confirmedOn: null,
    staleOn: '2026-12-06',
  });
});
