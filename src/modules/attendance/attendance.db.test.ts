import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { expect, test, vi } from 'vitest';
import { testDatabase } from '#tests/database';
import { eventKind } from '#modules/events.server';
import { archiveEntry, publishEntry, saveEntry } from '#modules/publishing.server';
import { listAudit } from '#platform/audit.server';
import { migrate, newId } from '#platform/db.server';
import { linkToken } from '#platform/forms.server';
import type { TenantIdentity } from '#platform/scope';
import { createAttendance } from './attendance.server.ts';
import { eraseDue } from './commands/erasing.server.ts';
import { endOverdue } from './commands/moving-up.server.ts';
import { remindDue } from './commands/reminding.server.ts';
import { tellChanges } from './commands/telling.server.ts';
import { letterWork } from './jobs.server.ts';
import { sendLetter } from '#platform/mail.server';
import type { Letter } from './letters.server.ts';
import { signerOf } from './parts.server.ts';
import type { Parts } from './parts.server.ts';

const { createTenant, emptyDatabase, scope, url } = await testDatabase();

const MONDAY = new Date('2026-11-23T09:00:00Z');
const STARTS = new Date('2026-12-05T17:00:00Z');
const later = (hours: number) => new Date(MONDAY.getTime() + hours * 3_600_000);
const ORIGIN = 'https://hagenow.example';
const SECRET = 'a secret of the tests that is long enough 7Jx';

type Mail = Parameters<Parts['mail']['send']>[0];
const mails: Mail[] = [];
const parts: Parts = {
  secret: SECRET,
  mail: { send: async (mail) => void mails.push(mail) },
  throttled: false,
};
const attendance = createAttendance(parts);

const visitor = (town: TenantIdentity, now = later(1)) =>
  scope(town, { permissions: [], now, actor: { id: null, name: 'Öffentlichkeit', kind: 'public' } });
const desk = (town: TenantIdentity, now = later(0)) =>
  scope(town, {
    permissions: ['events.edit', 'events.publish', 'attendance.manage'],
    now,
    actor: { name: 'Karla Amt' },
  });

const details = (more: object = {}) => ({
  startsAt: STARTS,
  endsAt: new Date('2026-12-05T19:00:00Z'),
  venue: 'Rathaus',
  ...more,
});

const OFFER = {
  capacity: '2',
  seatsEach: '4',
  hasWaitingList: true,
  question: '',
  opensAt: null,
  closesHoursBefore: '0',
  eraseAfterDays: '14',
  isOpen: true,
};

/** A town with one course that takes sign-ups. */
async function openCourse(slug: string, offer: object = {}) {
  const town = await createTenant(slug, slug);
  const saved = await saveEntry(desk(town), eventKind, {
    draft: { title: 'Töpferkurs' },
    details: details(),
  });
  if (!saved.ok) throw new Error(saved.reason);
  const eventId = saved.value.id;
  await publishEntry(desk(town), eventKind, eventId);
  const offered = await attendance.saveOffer(desk(town), eventId, { ...OFFER, ...offer });
  expect(offered).toEqual({ ok: true, value: null });
  return { town, eventId };
}

interface Course {
  town: TenantIdentity;
  eventId: string;
}

function wishOf(course: Course, who: string, more: object = {}, shown = MONDAY) {
  const ticket = attendance.issueTicket(visitor(course.town, shown));
  return {
    eventId: course.eventId,
    recurrenceId: null,
    ticket,
    decoy: '',
    origin: ORIGIN,
    address: '127.0.0.1',
    fields: { name: `${who} Muster`, email: `${who}@post.example`, seats: '1', consent: 'ja', ...more },
  };
}

const tokenOf = ({ town }: Course, ticket: string) =>
  linkToken(signerOf(parts), town.id, ticket.split('.')[0]!);

/** Signs up and follows the link of the letter. */
async function comes(course: Course, who: string, more: object = {}, now = later(1)) {
  const wish = wishOf(course, who, more, new Date(now.getTime() - 60_000));
  const outcome = await attendance.signUp(visitor(course.town, now), wish);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const token = tokenOf(course, wish.ticket);
  expect(await attendance.confirm(visitor(course.town, now), token)).toMatchObject({ ok: true });
  return token;
}

const stateOf = async ({ town }: Course, token: string) =>
  (await attendance.findOwn(visitor(town), token))?.signUp;

/** Sends what is announced, as the worker does. */
async function sendLetters({ town }: Course, now = later(1)): Promise<Mail[]> {
  mails.length = 0;
  const { rows } = await scope(town).write((store) =>
    store.execute<{ id: string; payload: Letter }>(sql`
      with sent as (
        delete from jobs.announcement
        where tenant_id = ${town.id} and topic = 'attendance.letter'
        returning id, payload
      )
      select id, payload from sent order by id
    `),
  );
  for (const { id, payload } of rows) await sendLetter(letterWork(parts), scope(town, { now }), payload, id);
  return [...mails];
}

const said = (sent: readonly Mail[]) => sent.map(({ to, subject }) => `${to}: ${subject}`).sort();

test(
  'five hundred people for the last seat: one seat and 499 polite refusals',
  { timeout: 60_000 },
  async () => {
    const course = await openCourse('ansturm', { capacity: '1', hasWaitingList: false });
    const outcomes = await Promise.all(
      Array.from({ length: 500 }, (_, number) =>
        attendance.signUp(visitor(course.town), wishOf(course, `nummer${number}`)),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const reasons = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.reason]));
    expect(new Set(reasons)).toEqual(new Set(['full']));
    expect(reasons).toHaveLength(499);
    const [opening] = (await attendance.findOpenings(visitor(course.town), course.eventId))!;
    expect(opening).toMatchObject({ free: 0, waiting: 0, gate: 'open' });
  },
);

test('with a waiting list: one seat and 499 different places in line', { timeout: 60_000 }, async () => {
  const course = await openCourse('schlange', { capacity: '1' });
  const outcomes = await Promise.all(
    Array.from({ length: 500 }, (_, number) =>
      attendance.signUp(visitor(course.town), wishOf(course, `nummer${number}`)),
    ),
  );
  const receipts = outcomes.map((outcome) => (outcome.ok ? outcome.value : outcome.reason));
  expect(receipts.filter((receipt) => typeof receipt === 'object' && receipt.place === 'seat')).toHaveLength(
    1,
  );
  const positions = receipts.flatMap((receipt) => (typeof receipt === 'object' ? [receipt.position] : []));
  const inLine = positions.filter((position) => position !== null).sort((a, b) => a - b);
  expect(inLine).toEqual(Array.from({ length: 499 }, (_, place) => place + 1));
});

test('the same form sent fifty times is one sign-up and one letter', async () => {
  const course = await openCourse('doppelt', { capacity: '10' });
  const wish = wishOf(course, 'erika');
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => attendance.signUp(visitor(course.town), wish)),
  );
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  const [opening] = (await attendance.findOpenings(visitor(course.town), course.eventId))!;
  expect(opening!.free).toBe(9);
  expect(said(await sendLetters(course))).toEqual(['erika@post.example: Bitte bestätigen: Töpferkurs']);
});

test('an address that is signed up already learns so by mail only; the page says the same to both', async () => {
  const course = await openCourse('verschwiegen', { capacity: '10' });
  const first = await attendance.signUp(visitor(course.town), wishOf(course, 'erika'));
  const again = await attendance.signUp(visitor(course.town), wishOf(course, 'ERIKA'));
  expect(again).toEqual(first);
  const subjects = said(await sendLetters(course));
  expect(subjects).toEqual([
    'erika@post.example: Bitte bestätigen: Töpferkurs',
    'erika@post.example: Sie sind schon angemeldet: Töpferkurs',
  ]);
  const [opening] = (await attendance.findOpenings(visitor(course.town), course.eventId))!;
  expect(opening!.free).toBe(9);
});

test('a confirmed seat comes with the entry for the calendar; the link shows, changes and cancels it', async () => {
  const course = await openCourse('platz', { capacity: '5', question: 'Schürze mitbringen?' });
  const token = await comes(course, 'erika', { seats: '2', answer: 'Ja' });
  const [, confirmed] = await sendLetters(course);
  expect(confirmed).toBeUndefined();
  const [letter] = mails;
  expect(letter!.subject).toBe('Sie sind angemeldet: Töpferkurs');
  expect(letter!.text).toContain(`${ORIGIN}/anmeldung/${token}`);
  expect(letter!.calendar!.content).toContain('DTSTART:20261205T170000Z');
  const own = () => attendance.findOwnCalendar(visitor(course.town), token, ORIGIN);
  expect(await own()).toEqual(letter!.calendar);

  expect(await stateOf(course, token)).toMatchObject({
    state: 'seat',
    seats: 2,
    answer: 'Ja',
    eraseOn: '2026-12-19',
  });
  expect(await attendance.changeSeats(visitor(course.town), token, 4)).toMatchObject({ ok: true });
  expect(await attendance.changeSeats(visitor(course.town), token, 5)).toMatchObject({ reason: 'invalid' });
  expect(await attendance.cancel(visitor(course.town), token)).toMatchObject({ ok: true });
  expect(await attendance.cancel(visitor(course.town), token)).toMatchObject({ ok: true });
  expect(await own()).toBeNull();
  expect(said(await sendLetters(course))).toEqual(['erika@post.example: Sie haben abgesagt: Töpferkurs']);
  const [opening] = (await attendance.findOpenings(visitor(course.town), course.eventId))!;
  expect(opening!.free).toBe(5);
});

test('a seat nobody confirms is free after a day, and nothing of the person stays', async () => {
  const course = await openCourse('vergessen', { capacity: '1' });
  const wish = wishOf(course, 'erika');
  await attendance.signUp(visitor(course.town), wish);
  const waiting = await comes(course, 'wilma');
  expect(await stateOf(course, waiting)).toMatchObject({ state: 'waiting', position: 1 });
  expect(await endOverdue(scope(course.town, { now: later(24) }))).toBe(0);
  expect(await endOverdue(scope(course.town, { now: later(25) }))).toBe(1);
  expect(await attendance.findOwn(visitor(course.town), tokenOf(course, wish.ticket))).toBeNull();
  const kept = await scope(course.town).read((store) =>
    store.execute(sql`select name, email, answer, state from attendance.sign_up where erased_at is not null`),
  );
  expect(kept.rows).toEqual([{ name: null, email: null, answer: null, state: 'expired' }]);
  expect(await stateOf(course, waiting)).toMatchObject({ state: 'offered' });
});

test('when somebody cancels, the list moves up in order, and who does not answer lets the next one in', async () => {
  const course = await openCourse('nachruecken', { capacity: '1' });
  const seated = await comes(course, 'erika');
  const first = await comes(course, 'frida');
  const second = await comes(course, 'gustav', {}, later(2));
  await sendLetters(course);
  await attendance.cancel(visitor(course.town, later(3)), seated);
  expect(said(await sendLetters(course))).toEqual([
    'erika@post.example: Sie haben abgesagt: Töpferkurs',
    'frida@post.example: Ein Platz ist frei: Töpferkurs',
  ]);
  expect(await stateOf(course, first)).toMatchObject({ state: 'offered', answerBy: later(51) });
  // A seat that is offered is nobody else's.
  expect(await attendance.signUp(visitor(course.town, later(4)), wishOf(course, 'heike'))).toMatchObject({
    ok: true,
    value: { place: 'waiting', position: 2 },
  });

  await endOverdue(scope(course.town, { now: later(52) }));
  expect(said(await sendLetters(course)).filter((one) => !one.startsWith('heike'))).toEqual([
    'frida@post.example: Der Platz ist weitergegeben: Töpferkurs',
    'gustav@post.example: Ein Platz ist frei: Töpferkurs',
  ]);
  expect(await attendance.accept(visitor(course.town, later(53)), first)).toMatchObject({
    reason: 'too-late',
  });
  expect(await attendance.accept(visitor(course.town, later(53)), second)).toMatchObject({ ok: true });
  expect(await stateOf(course, second)).toMatchObject({ state: 'seat', answerBy: null });
});

test('more seats given by the desk go to who waits', async () => {
  const course = await openCourse('groesser', { capacity: '1' });
  await comes(course, 'erika');
  const waiting = await comes(course, 'frida');
  await attendance.changeCapacity(desk(course.town), { ...course, recurrenceId: null, capacity: 2 });
  expect(await stateOf(course, waiting)).toMatchObject({ state: 'offered' });
});

test('too many seats, a missing name, no consent and a machine are refused, each in its place', async () => {
  const course = await openCourse('pruefung', { capacity: '50', seatsEach: '3' });
  const send = (who: string, more: object, wish: object = {}) =>
    attendance.signUp(visitor(course.town), { ...wishOf(course, who, more), ...wish });
  expect(await send('a', { seats: '4' })).toMatchObject({
    details: { fields: { seats: 'attendance.fault.seats' } },
  });
  expect(await send('b', { name: '', email: 'kein', consent: undefined })).toMatchObject({
    reason: 'invalid',
    details: {
      fields: {
        name: 'attendance.fault.name',
        email: 'attendance.fault.email',
        consent: 'attendance.fault.consent',
      },
    },
  });
  expect(await send('c', {}, { decoy: 'https://spam.example' })).toMatchObject({ reason: 'not-accepted' });
  expect(await send('d', {}, { ticket: `${newId()}.abc.def` })).toMatchObject({ reason: 'form-expired' });
  expect(await send('e', {}, { eventId: newId() })).toMatchObject({ reason: 'unknown' });
});

/** Somebody who follows the course, confirmed. */
async function follows(course: Course, who: string, reminder = 'evening') {
  const ticket = attendance.issueTicket(visitor(course.town, MONDAY));
  const outcome = await attendance.follow(visitor(course.town), {
    eventId: course.eventId,
    ticket,
    decoy: '',
    origin: ORIGIN,
    address: '127.0.0.1',
    fields: { email: `${who}@post.example`, reminder, consent: 'ja' },
  });
  expect(outcome).toMatchObject({ ok: true });
  const token = tokenOf(course, ticket);
  await attendance.confirmFollow(visitor(course.town), token);
  return token;
}

async function changeEvent(course: Course, more: object) {
  const saved = await saveEntry(desk(course.town, later(2)), eventKind, {
    id: course.eventId,
    draft: { title: 'Töpferkurs' },
    details: details(more),
  });
  expect(saved.ok).toBe(true);
  return tellChanges(scope(course.town, { now: later(2) }), course.eventId);
}

test('who follows hears only after confirming, once a change, and ends it with one click', async () => {
  const course = await openCourse('merken');
  const token = await follows(course, 'fritz');
  const [asked] = await sendLetters(course);
  expect(asked).toMatchObject({ subject: 'Bitte bestätigen: Töpferkurs merken' });
  expect(asked!.unsubscribeUrl).toBeUndefined();
  expect(await changeEvent(course, { startsAt: new Date('2026-12-06T17:00:00Z'), endsAt: null })).toBe(1);
  const [moved] = await sendLetters(course);
  expect(moved).toMatchObject({
    subject: 'Verschoben: Töpferkurs',
    unsubscribeUrl: `${ORIGIN}/merken/${token}/abmelden`,
  });
  expect(moved!.text).toContain('der Termin am Sa., 5. Dezember 2026, 18:00 Uhr ist verschoben');
  expect(moved!.text).toContain('So., 6. Dezember 2026, 18:00 Uhr');
  await attendance.unfollow(visitor(course.town), token);
  await attendance.unfollow(visitor(course.town), token);
  expect(await changeEvent(course, { status: 'cancelled' })).toBe(0);
  const left = await scope(course.town).read((store) =>
    store.execute(sql`select 1 from attendance.follower`),
  );
  expect(left.rows).toEqual([]);
});

test('a cancelled event reaches everybody who signed up or follows, one letter each, however often the job runs', async () => {
  const course = await openCourse('abgesagt', { capacity: '1' });
  await comes(course, 'erika');
  await comes(course, 'frida');
  await follows(course, 'fritz');
  await follows(course, 'erika');
  await attendance.signUp(visitor(course.town), wishOf(course, 'unbestaetigt'));
  await sendLetters(course);
  expect(await changeEvent(course, { status: 'cancelled' })).toBe(3);
  expect(await tellChanges(scope(course.town, { now: later(2) }), course.eventId)).toBe(0);
  expect(said(await sendLetters(course))).toEqual(
    ['erika', 'frida', 'fritz'].map((who) => `${who}@post.example: Abgesagt: Töpferkurs`),
  );
  expect(await attendance.signUp(visitor(course.town, later(3)), wishOf(course, 'spaet'))).toMatchObject({
    reason: 'cancelled',
  });
  expect(await changeEvent(course, {})).toBe(3);
  expect((await sendLetters(course))[0]!.subject).toBe('Findet doch statt: Töpferkurs');
});

test('an event taken off the pages takes place no more, and who would come is told', async () => {
  const course = await openCourse('weg');
  await comes(course, 'erika');
  await sendLetters(course);
  await archiveEntry(desk(course.town, later(2)), eventKind, course.eventId);
  await tellChanges(scope(course.town, { now: later(2) }), course.eventId);
  expect(said(await sendLetters(course))).toEqual(['erika@post.example: Abgesagt: Töpferkurs']);
});

test('of a weekly course each evening has seats of its own, and one cancelled evening is told to its people and to followers', async () => {
  const { town, eventId } = await openCourse('woche', { capacity: '1' });
  const course = { town, eventId };
  const weekly = { rule: 'FREQ=WEEKLY;COUNT=3' };
  await changeEvent(course, weekly);
  const on = (day: string) => new Date(`2026-12-${day}T17:00:00Z`);
  const signUpOn = async (who: string, day: string) => {
    const wish = { ...wishOf(course, who), recurrenceId: on(day) };
    const outcome = await attendance.signUp(visitor(town), wish);
    await attendance.confirm(visitor(town), tokenOf(course, wish.ticket));
    return outcome;
  };
  expect(await signUpOn('erika', '05')).toMatchObject({ value: { place: 'seat' } });
  expect(await signUpOn('frida', '12')).toMatchObject({ value: { place: 'seat' } });
  expect(await signUpOn('gustav', '12')).toMatchObject({ value: { place: 'waiting' } });
  await follows(course, 'fritz');
  await sendLetters(course);

  const cancelled = { recurrenceId: '20261212T180000', status: 'cancelled' };
  expect(await changeEvent(course, { ...weekly, overrides: [cancelled] })).toBe(3);
  expect(said(await sendLetters(course))).toEqual(
    ['frida', 'fritz', 'gustav'].map((who) => `${who}@post.example: Abgesagt: Töpferkurs`),
  );
  const moved = { recurrenceId: '20261219T180000', start: '20261220T100000', end: '20261220T120000' };
  expect(await changeEvent(course, { ...weekly, overrides: [cancelled, moved] })).toBe(1);
  expect((await sendLetters(course))[0]!.text).toContain('So., 20. Dezember 2026, 10:00 bis 12:00 Uhr');

  // The whole course begins an hour later: one letter each, and everybody keeps their seat.
  const later = { startsAt: new Date('2026-12-05T18:00:00Z'), endsAt: new Date('2026-12-05T20:00:00Z') };
  expect(await changeEvent(course, { ...weekly, ...later })).toBe(4);
  const sent = await sendLetters(course);
  expect(said(sent)).toEqual([
    'erika@post.example: Verschoben: Töpferkurs',
    'frida@post.example: Findet doch statt: Töpferkurs',
    'fritz@post.example: Mehrere Termine geändert: Töpferkurs',
    'gustav@post.example: Findet doch statt: Töpferkurs',
  ]);
  const openings = (await attendance.findOpenings(visitor(town), eventId))!;
  expect(openings.map(({ free, waiting }) => [free, waiting])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
  ]);
});

test('reminders go out at their hour, once, and not to who joined after it', async () => {
  const course = await openCourse('erinnern', { capacity: '9' });
  await comes(course, 'erika');
  await follows(course, 'fritz', 'hours');
  await follows(course, 'nie', 'none');
  await comes(course, 'spaet', {}, new Date('2026-12-04T17:30:00Z'));
  await sendLetters(course);
  const remind = async (now: string) => {
    await remindDue(scope(course.town, { now: new Date(now) }));
    return said(await sendLetters(course, new Date(now)));
  };
  expect(await remind('2026-12-04T16:59:00Z')).toEqual([]);
  expect(await remind('2026-12-04T17:00:00Z')).toEqual(['erika@post.example: Erinnerung: Töpferkurs']);
  expect(await remind('2026-12-04T18:00:00Z')).toEqual([]);
  expect(await remind('2026-12-05T14:01:00Z')).toEqual(['fritz@post.example: Erinnerung: Töpferkurs']);
  expect(await remind('2026-12-05T14:06:00Z')).toEqual([]);
});

test('two weeks after the date names, addresses and answers are gone, and so is who followed', async () => {
  const course = await openCourse('loeschen');
  const token = await comes(course, 'erika');
  await follows(course, 'fritz');
  expect(await eraseDue(scope(course.town, { now: new Date('2026-12-06T03:00:00Z') }))).toBe(0);
  expect(await eraseDue(scope(course.town, { now: new Date('2026-12-07T03:00:00Z') }))).toBe(1);
  expect(await attendance.findOwn(visitor(course.town), token)).not.toBeNull();
  expect(await eraseDue(scope(course.town, { now: new Date('2026-12-19T03:00:00Z') }))).toBe(1);
  expect(await attendance.findOwn(visitor(course.town), token)).toBeNull();
  const { rows } = await scope(course.town).read((store) =>
    store.execute(sql`select name, email, seats, state from attendance.sign_up`),
  );
  expect(rows).toEqual([{ name: null, email: null, seats: 1, state: 'seat' }]);
});

/** The desk enters somebody on the first date of a course. */
async function enters(course: Course, fields: object, { id = newId(), who = desk(course.town) } = {}) {
  const { dates } = (await attendance.findDeskOffer(desk(course.town), course.eventId))!;
  return attendance.enter(who, { dateId: dates[0]!.id, id, fields, origin: ORIGIN });
}

test('the desk enters who phones or comes by: a seat while there is one, then the list, and letters only where there is an address', async () => {
  const course = await openCourse('telefon', { capacity: '2', isOpen: false });
  const hilde = newId();
  const told = { name: 'Hilde Anruf', phone: '03883 12345', seats: '1' };
  expect(await enters(course, told, { id: hilde })).toEqual({ ok: true, value: { place: 'seat' } });
  // The button was pressed twice.
  expect(await enters(course, told, { id: hilde })).toEqual({ ok: true, value: { place: 'seat' } });
  const paul = { name: 'Paul Tresen', email: 'paul@post.example', seats: '1' };
  expect(await enters(course, paul)).toMatchObject({ value: { place: 'seat' } });
  expect(await enters(course, paul)).toMatchObject({
    reason: 'known',
    details: { fields: { email: 'attendance.fault.known' } },
  });
  expect(await enters(course, { name: 'Willi Später', seats: '1' })).toMatchObject({
    value: { place: 'waiting' },
  });
  const [letter, ...others] = await sendLetters(course);
  expect(others).toEqual([]);
  expect([letter!.to, letter!.subject]).toEqual(['paul@post.example', 'Sie sind angemeldet: Töpferkurs']);
  const token = /anmeldung\/(\S+)/.exec(letter!.text)![1]!;
  expect(await stateOf(course, token)).toMatchObject({ state: 'seat', name: 'Paul Tresen' });

  const { dates } = (await attendance.findDeskOffer(desk(course.town), course.eventId))!;
  const dateId = dates[0]!.id;
  const listed = async () => (await attendance.findDeskList(desk(course.town), dateId))!.attendees;
  expect((await listed()).map((one) => [one.name, one.state, one.phone, one.isConfirmed])).toEqual([
    ['Hilde Anruf', 'seat', '03883 12345', true],
    ['Paul Tresen', 'seat', '', true],
    ['Willi Später', 'waiting', '', true],
  ]);
  // Hilde rings again and cannot come; Willi is next, and the desk says yes for him.
  await attendance.remove(desk(course.town), dateId, hilde);
  const willi = (await listed()).find(({ name }) => name === 'Willi Später')!;
  expect(willi.state).toBe('offered');
  expect(await attendance.confirmForPerson(desk(course.town), dateId, willi.id)).toMatchObject({ ok: true });
  expect((await listed()).map(({ name, state }) => [name, state])).toEqual([
    ['Paul Tresen', 'seat'],
    ['Willi Später', 'seat'],
  ]);
  expect(await sendLetters(course)).toEqual([]);
  const entered = (await listAudit(scope(course.town), { limit: 50 })).filter(
    ({ action }) => action === 'attendance.entered',
  );
  expect(entered.map(({ actorName }) => actorName)).toEqual(['Karla Amt', 'Karla Amt', 'Karla Amt']);
  const phones = async () => {
    const { rows } = await scope(course.town).write((store) =>
      store.execute(sql`select phone from attendance.sign_up where phone is not null`),
    );
    return rows;
  };
  expect(await phones()).toEqual([{ phone: '03883 12345' }]);
  await eraseDue(scope(course.town, { now: new Date('2027-01-15T03:00:00Z') }));
  expect(await phones()).toEqual([]);
});

test('the desk is told in words why somebody cannot be entered, and who lacks the right enters nobody', async () => {
  const course = await openCourse('tresen', { capacity: '1', hasWaitingList: false });
  const hilde = { name: 'Hilde Anruf', seats: '1' };
  expect(await enters(course, hilde, { who: visitor(course.town) as never })).toMatchObject({
    reason: 'forbidden',
  });
  expect(await enters(course, { name: ' ', email: 'x', phone: 'abc', seats: '0' })).toMatchObject({
    reason: 'invalid',
    details: {
      fields: {
        name: 'attendance.fault.name',
        email: 'attendance.fault.email',
        phone: 'attendance.fault.phone',
        seats: 'attendance.fault.seats',
      },
    },
  });
  expect(await enters(course, { ...hilde, seats: '2' })).toMatchObject({ reason: 'full' });
  expect(await enters(course, hilde)).toMatchObject({ value: { place: 'seat' } });
  expect(await enters(course, hilde)).toMatchObject({ reason: 'full' });
  const afterwards = desk(course.town, new Date('2026-12-06T09:00:00Z'));
  expect(await enters(course, hilde, { who: afterwards })).toMatchObject({ reason: 'over' });
});

test('the desk sees the list, notes who came, writes to all; who lacks the right does none of it', async () => {
  const course = await openCourse('liste', { capacity: '3' });
  await comes(course, 'zora');
  await comes(course, 'anton');
  await sendLetters(course);
  const offer = (await attendance.findDeskOffer(desk(course.town), course.eventId))!;
  const dateId = offer.dates[0]!.id;
  const list = (await attendance.findDeskList(desk(course.town), dateId))!;
  expect(list.attendees.map(({ name }) => name)).toEqual(['anton Muster', 'zora Muster']);

  const stranger = scope(course.town, { permissions: ['events.edit'] });
  expect(await attendance.findDeskList(stranger, dateId)).toBeNull();
  expect(await attendance.listOffers(stranger)).toEqual([]);
  expect(await attendance.noteAttendance(stranger, dateId, [])).toMatchObject({ reason: 'forbidden' });
  const message = { dateId, id: newId(), fields: { subject: 'Schürze', text: 'Bitte mitbringen.' } };
  expect(await attendance.write(stranger, message)).toMatchObject({ reason: 'forbidden' });

  await attendance.noteAttendance(desk(course.town), dateId, [list.attendees[0]!.id]);
  await attendance.write(desk(course.town), message);
  await attendance.write(desk(course.town), message);
  expect(said(await sendLetters(course))).toEqual([
    'anton@post.example: Schürze',
    'zora@post.example: Schürze',
  ]);
  const after = (await attendance.findDeskList(desk(course.town), dateId))!;
  expect(after.attendees.map((one) => one.attendedSeats)).toEqual([1, 0]);
  await attendance.remove(desk(course.town), dateId, list.attendees[1]!.id);
  expect(said(await sendLetters(course))).toEqual([
    'zora@post.example: Ihre Anmeldung ist beendet: Töpferkurs',
  ]);
  const actions = (await listAudit(scope(course.town), { limit: 50 })).map(({ action }) => action);
  expect(actions.filter((action) => action.startsWith('attendance.'))).toEqual([
    'attendance.removed',
    'attendance.message-sent',
    'attendance.attendance-noted',
    'attendance.offer-saved',
  ]);
});

test(
  'a worker killed while it tells three hundred people: each has the letter, and no letter is another one',
  { timeout: 90_000 },
  async () => {
    const course = await openCourse('kill', { capacity: '500' });
    for (let number = 0; number < 300; number++) await comes(course, `person${number}`);
    await scope(course.town).write((store) => store.execute(sql`delete from jobs.announcement`));
    const received: { to: string; id: string; subject: string }[] = [];
    const post = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, callback) {
        let letter = '';
        stream.on('data', (chunk: Buffer) => (letter += chunk.toString()));
        stream.on('end', () => {
          const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'mi').exec(letter)?.[1]?.trim() ?? '';
          received.push({ to: line('To'), id: line('Message-ID'), subject: line('Subject') });
          callback();
        });
      },
    });
    await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve));
    const smtpUrl = `smtp://127.0.0.1:${(post.server.address() as { port: number }).port}`;

    await saveEntry(desk(course.town, later(2)), eventKind, {
      id: course.eventId,
      draft: { title: 'Töpferkurs' },
      details: details({ status: 'cancelled' }),
    });
    for (const killAt of [40, 160]) {
      const worker = await beginWorker(course.town.id, smtpUrl);
      while (received.length < killAt) await sleep(2);
      worker.kill('SIGKILL');
    }
    const last = await beginWorker(course.town.id, smtpUrl);
    await vi.waitFor(() => expect(new Set(received.map(({ to }) => to)).size).toBe(300), {
      timeout: 60_000,
      interval: 200,
    });
    await sleep(1_500);
    last.kill('SIGKILL');
    await new Promise<void>((resolve) => post.close(() => resolve()));
    expect(new Set(received.map(({ subject }) => subject))).toEqual(
      new Set(['=?UTF-8?Q?Abgesagt=3A_T=C3=B6pferkurs?=']),
    );
    // Between "taken" of the mail server and the mark in the database lies a moment: what is sent anew then has the same id.
    const ids = Map.groupBy(received, ({ to }) => to);
    expect([...ids.values()].filter((letters) => new Set(letters.map(({ id }) => id)).size !== 1)).toEqual(
      [],
    );
    expect(received.length - 300).toBeLessThanOrEqual(2 * 10);
  },
);

function beginWorker(tenantId: string, smtpUrl: string): Promise<ChildProcess> {
  const worker = fork(
    new URL('./crash-worker.fixture.ts', import.meta.url),
    [url, tenantId, smtpUrl, SECRET],
    { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  return new Promise((resolve) => worker.once('message', () => resolve(worker)));
}

test('numbers that stood before an answer get their own field, and answers of others stay as they are', async () => {
  const migrations = join(import.meta.dirname, '../../../database/migrations');
  const { database: older } = await emptyDatabase();
  await migrate(
    older,
    migrations,
    readdirSync(migrations).filter((name) => name < '0064'),
  );
  const [tenantId, eventId, dateId] = [newId(), newId(), newId()];
  const at = '2026-11-23 10:00+01';
  await older.transaction({ registry: true }, (store) =>
    store.execute(sql`insert into tenancy.tenant (tenant_id, slug, name) values (${tenantId}, 'alt', 'Alt')`),
  );
  await older.transaction({ tenantId }, async (store) => {
    await store.execute(sql`
      insert into publishing.entry
        (tenant_id, id, kind, slug, title, source_name, author_name, created_at, updated_at)
      values (${tenantId}, ${eventId}, 'event', 'kurs', 'Kurs', 'Alt', 'Karla', ${at}, ${at})
    `);
    await store.execute(sql`
      insert into attendance.date (tenant_id, id, event_id, recurrence_id, told_starts_at, told_status)
      values (${tenantId}, ${dateId}, ${eventId}, ${at}, ${at}, 'confirmed')
    `);
    for (const [name, answer, confirmBy] of [
      ['Anruf', 'Tel. 03883 12345', at],
      ['Beides', 'Tel. +49 3883 12345 · Nein · danke', at],
      ['Antwort', 'Gerne vegetarisch', at],
      ['Selbst', 'Tel. 03883 99999', '2026-11-24 10:00+01'],
    ] as const)
      await store.execute(sql`
        insert into attendance.sign_up
          (tenant_id, id, date_id, state, seats, name, answer, language, consented_at, signed_up_at, confirm_by, origin, erase_on)
        values
          (${tenantId}, ${newId()}, ${dateId}, 'seat', 1, ${name}, ${answer}, 'de', ${at}, ${at}, ${confirmBy}, '', '2026-12-31')
      `);
  });
  await migrate(older, migrations);
  const { rows } = await older.transaction({ tenantId }, (store) =>
    store.execute(sql`select name, phone, answer from attendance.sign_up order by name`),
  );
  expect(rows).toEqual([
    { name: 'Anruf', phone: '03883 12345', answer: '' },
    { name: 'Antwort', phone: null, answer: 'Gerne vegetarisch' },
    { name: 'Beides', phone: '+49 3883 12345', answer: 'Nein · danke' },
    { name: 'Selbst', phone: null, answer: 'Tel. 03883 99999' },
  ]);
});
