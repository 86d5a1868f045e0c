import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import {
  addDate,
  changeDate,
  changeFollowing,
  endSeriesBefore,
  eventKind,
  findEvent,
  listEvents,
  removeDate,
  restoreDate,
} from '#modules/events.server';
import { listRevisions, publishEntry, saveEntry } from '#modules/publishing.server';
import { PUBLIC_ACTOR } from '#platform/scope.server';

const { createTenant, scope } = await testDatabase();
const NOW = new Date('2026-11-27T12:00:00Z');
const EDIT = {
  start: null,
  end: null,
  status: 'confirmed' as const,
  title: null,
  venue: null,
  street: null,
  note: '',
};

async function choir() {
  const town = await createTenant(`chor-${crypto.randomUUID().slice(0, 8)}`);
  const clerk = () => scope(town, { now: NOW, permissions: ['events.edit', 'events.publish'] });
  const visitor = scope(town, { now: NOW, actor: PUBLIC_ACTOR });
  const saved = await saveEntry(clerk(), eventKind, {
    draft: { title: 'Chor' },
    details: {
      startsAt: new Date('2026-12-01T17:00:00Z'),
      endsAt: new Date('2026-12-01T18:30:00Z'),
      rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=5',
    },
  });
  if (!saved.ok) throw new Error(saved.reason);
  await publishEntry(clerk(), eventKind, saved.value.id);
  const current = async () => (await findEvent(visitor, 'chor'))!;
  const dates = async () =>
    (await listEvents(visitor, { limit: 50 })).items.map(
      ({ title, details }) =>
        `${details.startsAt.toISOString().slice(5, 16)} ${details.status}${title === 'Chor' ? '' : ` ${title}`}`,
    );
  return { town, clerk, id: saved.value.id, current, dates };
}

test('a clerk cancels one date, moves one, adds one, takes one out and one back; each is in the history and in SEQUENCE', async () => {
  const { clerk, id, current, dates } = await choir();
  const { sequence } = (await current()).details;
  const at = async (recurrenceId: string) => ({ id, version: (await current()).version, recurrenceId });
  await changeDate(clerk(), await at('20261208T180000'), { ...EDIT, status: 'cancelled', note: 'Krank.' });
  await changeDate(clerk(), await at('20261215T180000'), { ...EDIT, start: '20261216T190000' });
  await changeDate(clerk(), await at('20261201T180000'), { ...EDIT, title: 'Chor mit Gästen' });
  await addDate(clerk(), { id, version: (await current()).version, start: '20261220T150000' });
  await removeDate(clerk(), await at('20261222T180000'));
  expect(await dates()).toEqual([
    '12-01T17:00 confirmed Chor mit Gästen',
    '12-08T17:00 cancelled',
    '12-16T18:00 confirmed',
    '12-20T14:00 confirmed',
    '12-29T17:00 confirmed',
  ]);
  await restoreDate(clerk(), await at('20261208T180000'));
  expect((await dates())[1]).toBe('12-08T17:00 confirmed');
  expect((await current()).details.sequence).toBe(sequence + 6);
  expect((await listRevisions(clerk(), id)).filter(({ change }) => change === 'edited')).toHaveLength(6);
});

test('two clerks at the same date: the second is told, and nothing is lost', async () => {
  const { clerk, id, current, dates } = await choir();
  const wish = { id, version: (await current()).version, recurrenceId: '20261208T180000' };
  await changeDate(clerk(), wish, { ...EDIT, status: 'cancelled' });
  expect(await changeDate(clerk(), wish, { ...EDIT, start: '20261209T180000' })).toMatchObject({
    reason: 'conflict',
  });
  expect((await dates())[1]).toBe('12-08T17:00 cancelled');
});

test('a date the series does not have, a day that does not exist and a stranger are refused', async () => {
  const { town, clerk, id, current } = await choir();
  const { version } = await current();
  const wish = { id, version, recurrenceId: '20261208T180000' };
  expect(await changeDate(clerk(), { ...wish, recurrenceId: '20261209T180000' }, EDIT)).toMatchObject({
    reason: 'unknown',
  });
  expect(await changeDate(clerk(), wish, { ...EDIT, start: '20261340T180000' })).toMatchObject({
    reason: 'invalid',
  });
  expect(await addDate(clerk(), { id, version, start: 'morgen' })).toMatchObject({
    details: { fields: { start: 'date-not-understood' } },
  });
  expect(await removeDate(scope(town, { now: NOW, actor: PUBLIC_ACTOR }), wish)).toMatchObject({ ok: false });
  expect(await removeDate(scope(town, { now: NOW, permissions: [] }), wish)).toMatchObject({
    reason: 'forbidden',
  });
});

test('from a date on the choir meets on Thursdays at seven, as an entry of its own', async () => {
  const { clerk, id, current, dates } = await choir();
  const wish = { id, version: (await current()).version, recurrenceId: '20261215T180000' };
  const following = await changeFollowing(clerk(), wish, {
    ...EDIT,
    start: '20261217T190000',
    venue: 'Aula',
  });
  expect(following).toMatchObject({ ok: true, value: { slug: 'chor-2' } });
  expect(await dates()).toEqual([
    '12-01T17:00 confirmed',
    '12-08T17:00 confirmed',
    '12-17T18:00 confirmed',
    '12-24T18:00 confirmed',
    '12-31T18:00 confirmed',
  ]);
});

test('a series ends before a date', async () => {
  const { clerk, id, current, dates } = await choir();
  const wish = { id, version: (await current()).version };
  const before = (recurrenceId: string) => endSeriesBefore(clerk(), { ...wish, recurrenceId });
  expect(await before('20261201T180000')).toMatchObject({ reason: 'wrong-state' });
  await before('20261215T180000');
  expect(await dates()).toEqual(['12-01T17:00 confirmed', '12-08T17:00 confirmed']);
});

test('the only date of an event is moved with a word to the readers', async () => {
  const { clerk, dates } = await choir();
  const single = await saveEntry(clerk(), eventKind, {
    draft: { title: 'Lesung' },
    details: { startsAt: new Date('2026-12-10T18:00:00Z') },
  });
  if (!single.ok) throw new Error(single.reason);
  await publishEntry(clerk(), eventKind, single.value.id);
  const moved = await changeDate(
    clerk(),
    { id: single.value.id, version: 2, recurrenceId: '20261210T190000' },
    { ...EDIT, start: '20261211T190000', note: 'Die Autorin kommt später.' },
  );
  expect(moved.ok).toBe(true);
  expect(await dates()).toContain('12-11T18:00 confirmed Lesung');
});
