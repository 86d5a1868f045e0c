import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { PUBLIC_ACTOR } from '#platform/scope.server';
import { testDatabase } from '#tests/database';
import { foldersIn, ROOT } from '../house/source-files.ts';
import { calls, doors, forImports, roomCalls, roomsOf, withoutTown } from './door-calls.ts';
import { printsOf } from './foreign-rows.ts';
import { seedTwoTowns, UNPUBLISHED } from './two-towns.ts';

const { database, url } = await testDatabase();
const towns = await seedTwoTowns(database, url);
const { a, b, scopeOf } = towns;
afterAll(() => towns.close());

const allCalls = { ...calls, ...roomCalls(towns) };

/** Functions behind a door, with the functions of the rooms it makes. */
const functions = [
  ...Object.entries(doors).flatMap(([room, door]) => functionsOf(room, door)),
  ...Object.entries(roomsOf(towns)).flatMap(([room, made]) => [
    ...functionsOf(room, made),
    // What a room keeps together under a name: `assistant.asked.list`.
    ...Object.entries(made).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null ? functionsOf(`${room}.${name}`, value) : [],
    ),
  ]),
].sort();

/** Also those of what a door hands out to read by: `{ kind, asks, read }`. */
function functionsOf(room: string, of: object): string[] {
  return Object.entries(of).flatMap(([name, value]) => {
    if (typeof value === 'function') return [`${room}.${name}`];
    return typeof value?.read === 'function' ? [`${room}.${name}.read`] : [];
  });
}

test('every module’s server door is looked behind', () => {
  const withDoor = foldersIn('src/modules').filter((name) =>
    existsSync(join(ROOT, 'src/modules', name, 'index.server.ts')),
  );
  expect(Object.keys(doors)).toEqual(withDoor);
});

test('every function behind a door is called here, or says why it knows no town', () => {
  expect(functions.filter((name) => !allCalls[name] && !withoutTown[name])).toEqual([]);
});

test('no call is listed for a function that is gone', () => {
  const listed = [...Object.keys(allCalls), ...Object.keys(withoutTown)];
  expect(listed.filter((name) => !functions.includes(name))).toEqual([]);
});

/** Where a result speaks of the other town: by a text or by an id. */
function tracesOf(town: typeof b, result: unknown): string[] {
  const ids = [
    town.tenant.id,
    town.person.userId,
    town.person.sessionId,
    town.gapId,
    town.sourceId,
    town.reports.shown.id,
    town.reports.waiting.id,
    town.reports.categoryId,
    town.reports.bodyId,
    town.attendance.dateId,
    town.attendance.signUpId,
    town.suggestions.id,
    town.suggestions.organiserId,
    town.suggestions.eventId,
    town.reports.referralId,
    ...Object.values(town.media),
    ...Object.values(town.entries).flatMap((states) => Object.values(states).map((entry) => entry.id)),
  ];
  return [town.mark, town.tenant.slug, town.person.email, ...ids].flatMap((trace) => placesOf(trace, result));
}

/** The first places a text stands in a result, with a little of what is around it. */
function placesOf(text: string, result: unknown): string[] {
  const whole = JSON.stringify(result, (_key, value) => (value instanceof Map ? [...value] : value)) ?? '';
  return whole
    .split(text)
    .slice(0, -1)
    .slice(0, 3)
    .map((before) => `${before.slice(-80)}${text}`);
}

/** What a visitor says or is counted for; nothing else they do leaves a trace. */
const COUNTED = [
  'assistant.dayCounts',
  'assistant.search',
  'assistant.ask',
  'assistant.rateAnswer',
  'handover.handOver',
  'handover.reply',
  'handover.erase',
  'attendance.signUp',
  'places.confirm',
  'attendance.confirm',
  'attendance.accept',
  'attendance.changeSeats',
  'attendance.cancel',
  'attendance.follow',
  'attendance.confirmFollow',
  'attendance.changeReminder',
  'attendance.unfollow',
  'open311.receive',
  'suggestions.preview',
  'suggestions.change',
  'suggestions.send',
  'suggestions.erase',
  'suggestions.askForLink',
  'suggestions.saveOwnEvent',
  'suggestions.cancelOwnEvent',
  'open311.forward',
  'open311.poll',
  'reports.create',
  'reports.addUpdate',
  'reports.removeUploads',
  'reports.withdrawContact',
  'reports.answerReferral',
];
/** A secret link shows its own report to whoever holds it. */
const BY_LINK = [
  'reports.findByLink',
  'attendance.findOwn',
  'attendance.findFollow',
  'suggestions.findOwn',
  'suggestions.findOwnEvents',
];
/** What a stranger may do at the desk’s door: sign in, come back with a link. */
const AT_THE_DOOR =
  /^identity\.(signIn|signOut|rescueInput|acceptInvitation|requestPasswordReset|resetPassword|listRoles|verifySecondFactor)$/;
/** A password belongs to the person and not to a town: the link from the mail works wherever it is opened. */
const OF_THE_PERSON = ['identity.resetPassword'];

describe('the public of a town', () => {
  const names = Object.keys(allCalls).filter((name) => !AT_THE_DOOR.test(name) && !forImports.includes(name));

  test.each(names)('is told by %s nothing that is not public, and changes nothing', async (name) => {
    const before = withoutTally(await printsOf(database, scopeOf, a));
    const result = await resultOf(name, scopeOf(a, PUBLIC_ACTOR), a);
    if (!BY_LINK.includes(name)) expect(placesOf(UNPUBLISHED, result)).toEqual([]);
    if (!COUNTED.includes(name)) expect(withoutTally(await printsOf(database, scopeOf, a))).toEqual(before);
  });

  test.each(['listPeople', 'listInvitations'])(
    'is told by identity.%s no name and no address',
    async (name) => {
      const result = await resultOf(`identity.${name}`, scopeOf(a, PUBLIC_ACTOR), a);
      expect(placesOf('@', result)).toEqual([]);
    },
  );
});

describe('a town with all rights over itself', () => {
  test.each(Object.keys(allCalls))('gets and changes by %s nothing of the other town', async (name) => {
    const before = await printsOf(database, scopeOf, b);
    const foreign = await resultOf(name, scopeOf(a, a.person.actor), b);
    expect(tracesOf(b, foreign)).toEqual([]);
    if (!OF_THE_PERSON.includes(name)) expect(await printsOf(database, scopeOf, b)).toEqual(before);
  });
});

describe('a town with all rights over itself, asked for its own', () => {
  test.each(Object.keys(allCalls))('does by %s nothing to the other town', async (name) => {
    const before = await printsOf(database, scopeOf, b);
    const own = await resultOf(name, scopeOf(a, a.person.actor), a);
    expect(tracesOf(b, own)).toEqual([]);
    expect(await printsOf(database, scopeOf, b)).toEqual(before);
  });
});

/** How often a town was asked is written now and then, by the clock. */
function withoutTally({ 'assistant.tally': _, ...others }: Record<string, string>): Record<string, string> {
  return others;
}

async function resultOf(name: string, scope: ReturnType<typeof scopeOf>, of: typeof a): Promise<unknown> {
  try {
    return await allCalls[name]!(scope, of);
  } catch (error) {
    // An exception is no leak by itself, but its text may be.
    return { threw: String(error), cause: String((error as Error).cause) };
  } finally {
    await scope.end();
  }
}
