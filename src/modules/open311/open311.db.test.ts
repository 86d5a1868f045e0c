import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import {
  createReports,
  findPublicReport,
  listForwarded,
  receiveUpdate,
  saveCategory,
  saveReportSettings,
  takeBack,
} from '#modules/reports.server';
import type { Forwarded, Reports } from '#modules/reports.server';
import { newId } from '#platform/db.server';
import { guardedFetch } from '#platform/http.server';
import { done } from '#platform/outcome';
import type { TenantIdentity } from '#platform/scope';
import { SYSTEM_ACTOR } from '#platform/scope.server';
import { testDatabase } from '#tests/database';
import { startOpen311Server } from '#tests/open311-server';
import type { Open311TestServer } from '#tests/open311-server';
import { listDispatches } from './queries/dispatches.server.ts';
import { createOpen311 } from './open311.server.ts';
import type { Open311 } from './open311.server.ts';
import { saveServiceMap } from './endpoints.server.ts';

const { createTenant, scope } = await testDatabase();
const there: Open311TestServer = await startOpen311Server();
afterAll(() => there.close());

const START = new Date();
const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const ORIGIN = 'https://hagenow.example';

const reports: Reports = createReports({
  forward: (tenant, forwarded) => open311.forward(tenant, forwarded),
  secret: 'a secret of the tests that is long enough 7Jx',
  mail: { send: async () => undefined },
  files: { read: async () => null, remove: async () => undefined, async *list() {} },
  keepPicture: async () => done({ key: 'k', mediaType: 'image/webp', width: 1, height: 1, sizeBytes: 1 }),
  listColleagues: async () => [],
  throttled: false,
});
const open311: Open311 = createOpen311({
  takeReport: (tenant, wish) => reports.create(tenant, wish),
  listReferrals: listForwarded,
  takeUpdate: receiveUpdate,
  fetch: (url, wish) => guardedFetch(url, { ...wish, allowPrivate: [there.host] }),
});

beforeEach(() => {
  Object.assign(there, { quirks: [], isXmlOnly: false, isListBroken: false, tokenPatience: 1 });
  there.requests.length = 0;
  there.calls.length = 0;
});

const system = (town: TenantIdentity, minutes = 0) => scope(town, { now: at(minutes), actor: SYSTEM_ACTOR });
let towns = 0;

function value<T>(outcome: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

/** A town with a pothole, and the Kreis whose server takes potholes. */
async function pothole(category = 'schlagloch') {
  const town = await createTenant(`town-${++towns}`, 'Hagenow');
  const desk = system(town);
  const body = value(
    await reports.saveBody(desk, {
      draft: {
        key: 'kreis',
        name: 'Landkreis',
        level: 'district',
        open311Url: `${there.url}/services.json`,
        open311Jurisdiction: 'kreis.example',
        open311ApiKey: 'unser-schluessel',
      },
    }),
  );
  value(
    await saveCategory(desk, {
      draft: { key: category, name: category === 'schlagloch' ? 'Schlagloch' : 'Laterne', dueDays: 5 },
    }),
  );
  value(await saveReportSettings(desk, { isCheckedFirst: false }));
  const { number } = value(
    await reports.create(desk, {
      fields: {
        category,
        text: 'Tiefes Loch vor dem Bahnhof, ä & <b>.',
        address: 'Bahnhofstraße 12',
        latitude: '53.43',
        longitude: '11.19',
        name: 'Erika Muster',
        email: 'erika@muster.example',
      },
      idempotencyKey: `test-${town.id}`,
      from: { source: 'desk', name: 'Test' },
      origin: ORIGIN,
      address: '127.0.0.1',
    }),
  );
  const report = (await findPublicReport(desk, number))!;
  const forwarded: Forwarded = {
    body: {
      id: body.id,
      key: 'kreis',
      name: 'Landkreis',
      level: 'district',
      email: null,
      open311Url: `${there.url}/services.json`,
      open311Jurisdiction: 'kreis.example',
      open311ApiKey: 'unser-schluessel',
      categoryKeys: [],
      areas: [],
      note: '',
      url: null,
      isActive: true,
      isExample: false,
      position: 0,
    },
    report,
    message: 'Bitte prüfen.',
    origin: ORIGIN,
    referralId: newId(),
  };
  const forward = (minutes = 0) => open311.forward(system(town, minutes), forwarded);
  return { town, report, number, forwarded, forward, body };
}

const posts = () => there.calls.filter((call) => call.startsWith('POST')).length;

test('a report goes to the server of the Kreis once, with its words and place and nobody’s name', async () => {
  const { forward, number, town } = await pothole();
  expect(await forward()).toEqual({ externalId: '70000' });
  expect(await forward()).toEqual({ externalId: '70000' });
  expect(posts()).toBe(1);
  const { form } = there.requests[0]!;
  expect(form.get('service_code')).toBe('101');
  expect(form.get('description')).toContain('Tiefes Loch vor dem Bahnhof, ä & <b>.');
  expect(form.get('description')).toContain(`${ORIGIN}/meldungen/${number} (Kennung ${town.slug}-${number}-`);
  expect([form.get('lat'), form.get('long'), form.get('address_string')]).toEqual([
    '53.43',
    '11.19',
    'Bahnhofstraße 12',
  ]);
  expect(form.toString()).not.toMatch(/Erika|muster|email|first_name/i);
  expect(await listDispatches(system(town))).toMatchObject([
    { state: 'sent', foreignId: '70000', attempts: 1 },
  ]);
});

test('ten workers at once send it once', async () => {
  const { forward } = await pothole();
  await Promise.allSettled(Array.from({ length: 10 }, () => forward()));
  expect(there.requests).toHaveLength(1);
  expect(await forward(5)).toEqual({ externalId: '70000' });
});

test.each(['html-but-kept', 'hangs-up-but-kept', 'gateway-timeout-but-kept'] as const)(
  'a server that answers %s is searched before anything is sent again',
  async (quirk) => {
    there.quirks = [quirk];
    const { forward } = await pothole();
    await expect(forward()).rejects.toThrow('not there yet');
    // Too early to say: the other side may not show it yet.
    await expect(forward(1)).rejects.toThrow('another attempt');
    expect(await forward(5)).toEqual({ externalId: '70000' });
    expect([posts(), there.requests.length]).toEqual([1, 1]);
  },
);

test('while the list of the other side cannot be read, nothing is sent a second time', async () => {
  there.quirks = ['hangs-up-but-kept'];
  const { forward } = await pothole();
  await expect(forward()).rejects.toThrow();
  there.isListBroken = true;
  await expect(forward(5)).rejects.toThrow('list cannot be read');
  expect(posts()).toBe(1);
  there.isListBroken = false;
  expect(await forward(10)).toEqual({ externalId: '70000' });
});

test('what was lost on the way is sent again once it is known to be lost', async () => {
  there.quirks = ['broken'];
  const { forward } = await pothole();
  await expect(forward()).rejects.toThrow('HTTP 500');
  expect(await forward(5)).toEqual({ externalId: '70000' });
  expect([posts(), there.requests.length]).toEqual([2, 1]);
});

test('a server that is overrun gets it later', async () => {
  there.quirks = ['busy', 'busy'];
  const { forward } = await pothole();
  await expect(forward()).rejects.toThrow('HTTP 429');
  await expect(forward(1)).rejects.toThrow('HTTP 429');
  expect(await forward(2)).toEqual({ externalId: '70000' });
});

test('a token is exchanged for the number as soon as there is one', async () => {
  there.quirks = ['token'];
  there.tokenPatience = 2;
  const { forward } = await pothole();
  await expect(forward()).rejects.toThrow('no number yet');
  await expect(forward(1)).rejects.toThrow('no number yet');
  expect(await forward(2)).toEqual({ externalId: '70000' });
  expect(posts()).toBe(1);
});

test('a refusal comes back in the words of the other side, and for good', async () => {
  there.quirks = ['refuses'];
  const { forward } = await pothole();
  expect(await forward()).toEqual({ fault: 'Außerhalb des Kreises' });
  expect(await forward(60)).toEqual({ fault: 'Außerhalb des Kreises' });
  expect(posts()).toBe(1);
});

test('a server that knows XML only is spoken to in XML', async () => {
  there.isXmlOnly = true;
  const { forward } = await pothole();
  expect(await forward()).toEqual({ externalId: '70000' });
  expect(there.calls.slice(0, 3)).toEqual(['GET services.json', 'GET services.xml', 'POST requests.xml']);
});

test('what fits no service goes another way until the desk says as what it goes', async () => {
  const { forward } = await pothole('laterne');
  expect(await forward()).toMatchObject({ fault: expect.stringContaining('nimmt nichts an') });
  expect(posts()).toBe(0);
  const second = await pothole('laterne');
  await open311.readEndpoint(system(second.town), second.body.id);
  value(await saveServiceMap(system(second.town), second.body.id, { laterne: '102', x: 'gibt es nicht' }));
  expect(await second.forward()).toEqual({ externalId: '70000' });
  expect(there.requests[0]!.form.get('service_code')).toBe('102');
});

test('a server that never comes back is given up after two days', async () => {
  const { forward, forwarded } = await pothole();
  forwarded.body.open311Url = 'http://127.0.0.1:9/v2';
  await expect(forward()).rejects.toThrow();
  await expect(forward(600)).rejects.toThrow();
  expect(await forward(60 * 45)).toMatchObject({ fault: expect.stringContaining('per E-Mail') });
});

test('into the own network nothing is sent, whatever address a body has', async () => {
  const { forwarded, town } = await pothole();
  const guarded = createOpen311({
    takeReport: reports.create,
    listReferrals: listForwarded,
    takeUpdate: receiveUpdate,
    fetch: guardedFetch,
  });
  await expect(guarded.forward(system(town), forwarded)).rejects.toThrow();
  expect(there.calls).toEqual([]);
});

/** Passes the report on at the desk and does what the worker does. */
async function passedOn() {
  const made = await pothole();
  const clerk = scope(made.town, { now: at(0), actor: { id: newId(), name: 'Karla Amt', kind: 'staff' } });
  value(
    await reports.passOn(clerk, { id: made.report.id, bodyId: made.body.id, message: '', origin: ORIGIN }),
  );
  const { rows } = await system(made.town).write((store) =>
    store.execute<{ payload: unknown }>(
      // As the relay of the platform does, which owns the table.
      sql.raw(`delete from jobs.announcement where topic = 'reports.forward' returning payload`),
    ),
  );
  const job = reports.jobs.find(({ name }) => name === 'reports.forward')!;
  for (const { payload } of rows)
    await job.handle(payload, { id: newId(), scope: system(made.town), once: async () => null });
  return made;
}

const historyOf = async (town: TenantIdentity, number: number) => {
  const report = await findPublicReport(system(town), number);
  return report!.steps.map(({ status, text }) => `${status}: ${text}`);
};

test('news from the other side becomes public history, each once, and the end ends the asking', async () => {
  const { town, number } = await passedOn();
  const request = there.requests[0]!;
  const before = await historyOf(town, number);
  expect(await open311.poll(system(town, 10))).toBe(0);
  expect(await open311.poll(system(town, 70))).toBe(1);
  expect(await historyOf(town, number)).toEqual(before);

  Object.assign(request, { detailed: 'IN_PROCESS', notes: 'Kolonne bestellt.' });
  await open311.poll(system(town, 140));
  await open311.poll(system(town, 210));
  expect((await historyOf(town, number)).slice(before.length)).toEqual(['in-progress: Kolonne bestellt.']);

  Object.assign(request, { status: 'closed', detailed: 'PROCESSED', notes: '' });
  await open311.poll(system(town, 280));
  expect((await historyOf(town, number)).at(-1)).toBe('done: Die zuständige Stelle meldet: erledigt.');
  expect((await findPublicReport(system(town), number))!.status).toBe('done');
  const calls = there.calls.length;
  expect(await open311.poll(system(town, 5000))).toBe(0);
  expect(there.calls).toHaveLength(calls);
});

test('a silent server is asked ever more rarely, and the desk sees that it is silent', async () => {
  const { town } = await passedOn();
  there.requests.length = 0;
  await open311.poll(system(town, 70));
  const [row] = await listDispatches(system(town));
  expect(row).toMatchObject({ state: 'sent', silentPolls: 1, fault: 'open311.fault.unknown-there' });
  expect(await open311.poll(system(town, 130))).toBe(0);
  expect(await open311.poll(system(town, 200))).toBe(1);
});

test('what the town has taken back is asked for no more', async () => {
  const { town, report } = await passedOn();
  const clerk = scope(town, { now: at(5), actor: { id: newId(), name: 'Karla Amt', kind: 'staff' } });
  value(await takeBack(clerk, { id: report.id, reason: 'Doch unsere Straße.', origin: ORIGIN }));
  const calls = there.calls.length;
  await open311.poll(system(town, 70));
  expect(there.calls).toHaveLength(calls);
  expect(await listDispatches(system(town))).toMatchObject([{ state: 'ended' }]);
});
