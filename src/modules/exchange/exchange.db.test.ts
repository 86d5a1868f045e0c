import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { FetchedDocument } from '#platform/http.server';
import { eventKind } from '#modules/events.server';
import { createExchange, findSource, listRuns, listSources } from '#modules/exchange.server';
import type { ImportWish, SourceDraft } from '#modules/exchange.server';
import { articleKind } from '#modules/knowledge.server';
import { newsKind } from '#modules/news.server';
import { placesToGeoJson } from '#modules/places';
import { listPlaces, placeKind, writeBoundaries } from '#modules/places.server';
import { testDatabase } from '#tests/database';

const { database, createTenant, scope } = await testDatabase();
const hagenow = await createTenant('hagenow', 'Hagenow');
const other = await createTenant('boizenburg', 'Boizenburg');

let now = new Date('2026-11-23T10:00:00Z');
const manager = () => scope(hagenow, { permissions: ['exchange.manage'], now: () => now });
const system = () => scope(hagenow, { now: () => now });

let answer: Outcome<FetchedDocument, string> = refuse('host-unknown', { values: { host: 'a.de' } });
const asked: (string | null)[] = [];
const exchange = createExchange({
  targets: [
    { name: 'news', kind: newsKind },
    { name: 'events', kind: eventKind },
    { name: 'articles', kind: articleKind },
    { name: 'places', kind: placeKind },
    { name: 'boundaries', write: (store, town, rows) => writeBoundaries(store, town, rows as never) },
  ],
  fetch: async (_, known) => {
    asked.push(known.etag);
    return answer;
  },
});

let counter = 0;
async function source(draft: Partial<SourceDraft> = {}): Promise<string> {
  const saved = await exchange.saveSource(manager(), {
    draft: { name: `Quelle ${++counter}`, importer: 'rss', target: 'news', publishAs: 'published', ...draft },
  });
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  return saved.value.id;
}

async function run(id: string, document: string | Uint8Array, wish: ImportWish = {}) {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  const outcome = await exchange.runImport(manager(), id, { bytes, ...wish });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

const feed = (...ids: string[]) =>
  `<rss version="2.0"><channel><title>t</title>${ids.map(item).join('\n')}</channel></rss>`;
const item = (id: string) =>
  `<item><title>Meldung ${id}</title><guid>${id}</guid><link>https://a.de/${id}</link><pubDate>Mon, ${id.padStart(2, '0')} Nov 2026 10:00:00 +0100</pubDate>` +
  `<description>&lt;p&gt;Text &lt;script&gt;x&lt;/script&gt;&lt;b&gt;${id}&lt;/b&gt;&lt;/p&gt;</description></item>`;

async function entries(id: string) {
  const { rows } = await system().read((store) =>
    store.execute(
      sql`select external_id, title, body, state, vanished_at is not null as vanished, publish_at from publishing.entry where exchange_source_id = ${id} order by external_id`,
    ),
  );
  return rows as { external_id: string; title: string; body: string; state: string; vanished: boolean }[];
}

beforeEach(() => {
  asked.length = 0;
});

describe('a feed', () => {
  test('becomes news without a script, twice the same, then what changed', async () => {
    const id = await source();
    expect(await run(id, feed('1', '2', '3'))).toMatchObject({
      reason: null,
      created: 3,
      updated: 0,
      unchanged: 0,
      refused: 0,
      vanished: 0,
      faults: [],
    });
    expect((await entries(id))[0]).toMatchObject({
      external_id: '1',
      title: 'Meldung 1',
      body: 'Text **1**',
      state: 'published',
    });
    expect(await run(id, feed('1', '2', '3'))).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(await run(id, feed('1', '2', '3').replace('Meldung 2', 'Neues 2'))).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 2,
    });
    expect(await listRuns(manager(), { sourceId: id })).toHaveLength(3);
  });

  test('keeps good items beside bad ones and names these with line and reason', async () => {
    const id = await source();
    const bad =
      '<item><title>30. Februar</title><guid>x</guid><pubDate>Mon, 30 Feb 2026 10:00:00 GMT</pubDate></item>';
    const finished = await run(id, feed('1').replace('</channel>', `\n${bad}</channel>`));
    expect(finished).toMatchObject({
      created: 1,
      refused: 1,
      faults: [{ line: 2, row: 2, field: 'published', reason: 'date-not-understood', kept: false }],
    });
  });

  test('marks what was withdrawn, not what is only too old for it, and takes the mark back', async () => {
    const id = await source();
    await run(id, feed('1', '2', '3', '4', '5'));
    expect(await run(id, feed('3', '5', '6'))).toMatchObject({ created: 1, vanished: 1 });
    expect((await entries(id)).filter((entry) => entry.vanished).map((entry) => entry.external_id)).toEqual([
      '4',
    ]);
    await run(id, feed('3', '4', '5', '6'));
    expect((await entries(id)).filter((entry) => entry.vanished)).toEqual([]);
  });

  test('that lost more than half of its items is held until a person confirms', async () => {
    const id = await source();
    await run(id, feed('1', '2', '3', '4', '5', '6'));
    const held = await run(id, feed('5', '6'));
    expect(held).toMatchObject({
      reason: 'shrunk',
      reasonValues: { before: 6, now: 2 },
      created: 0,
      vanished: 0,
    });
    expect(await findSource(manager(), id)).toMatchObject({ state: 'held', lastRows: 6 });
    expect(await run(id, feed('5', '6'), { confirmShrink: true })).toMatchObject({
      reason: null,
      unchanged: 2,
    });
    expect(await findSource(manager(), id)).toMatchObject({ state: 'ok', lastRows: 2 });
  });

  test.each([
    ['a billion laughs', `<!DOCTYPE lolz [<!ENTITY lol "lol">]>${feed('1')}`, 'xml-doctype'],
    ['broken XML', feed('1', '2').slice(0, -30), 'xml-broken'],
    [
      'another encoding than it says',
      Buffer.from(feed('1').replace('Meldung', 'Stra\u00dfe'), 'latin1'),
      'encoding-wrong',
    ],
    ['a hundred megabytes', new Uint8Array(100_000_000), 'too-large'],
    ['a web page', '<!-- --><html></html>', 'feed-unknown'],
  ])('with %s is refused whole, with the file and the reason', async (_, document, reason) => {
    const id = await source({ url: 'https://a.de/feed' });
    await run(id, feed('1', '2'));
    const refused = await run(id, document);
    expect(refused).toMatchObject({
      reason,
      reasonValues: { file: 'https://a.de/feed' },
      created: 0,
      updated: 0,
    });
    expect(await entries(id)).toHaveLength(2);
    expect(await findSource(manager(), id)).toMatchObject({ state: 'faulty', lastReason: reason });
  });

  test('that is made to be slow is read apart: the clock of the house goes on', async () => {
    const id = await source();
    let ticks = 0;
    const timer = setInterval(() => ticks++, 20);
    const large = feed('1').replace('Meldung 1', `<![CDATA[${'&amp;'.repeat(600_000)}]]>`);
    expect(await run(id, large)).toMatchObject({ reason: null, created: 1, refused: 0 });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });

  test('is tried without a trace', async () => {
    const id = await source();
    expect(await run(id, feed('1', '2'), { dryRun: true })).toMatchObject({
      isDryRun: true,
      created: 2,
      reason: null,
    });
    expect(await entries(id)).toEqual([]);
    expect(await findSource(manager(), id)).toMatchObject({ lastRunAt: null });
    expect(await listRuns(manager(), { sourceId: id })).toMatchObject([{ isDryRun: true, created: 2 }]);
  });
});

test('the worker visits what is due, town by town', async () => {
  const id = await source({ url: 'https://a.de/cron', scheduleMinutes: 15 });
  answer = refuse('http-status', { values: { status: 410 } });
  await exchange.crons[0]!.handle({ database, now: () => now, eachTown: (work) => work(manager()) });
  expect(await listRuns(manager(), { sourceId: id })).toMatchObject([
    { reason: 'http-status', reasonValues: { status: 410 } },
  ]);
  const { value } = (await exchange.saveSource(manager(), {
    id,
    draft: { name: 'Abgeschaltet', importer: 'rss', target: 'news', isEnabled: false },
  })) as { value: { isEnabled: boolean } };
  expect(value.isEnabled).toBe(false);
});

describe('a visit', () => {
  const document = (text: string, etag: string | null = null): Outcome<FetchedDocument, string> =>
    done({
      unchanged: false,
      status: 200,
      retryAfterSeconds: null,
      bytes: new TextEncoder().encode(text),
      contentType: 'text/xml',
      etag,
      lastModified: null,
      url: 'https://a.de/feed',
    });

  test('asks only for what changed, and says so when nothing did', async () => {
    const id = await source({ url: 'https://a.de/feed' });
    answer = document(feed('1', '2'), '"v1"');
    expect(await exchange.runImport(manager(), id)).toMatchObject({ ok: true, value: { created: 2 } });
    answer = done({ unchanged: true });
    expect(await exchange.runImport(manager(), id)).toMatchObject({
      ok: true,
      value: { unchanged: 2, reason: null },
    });
    expect(asked).toEqual([null, '"v1"']);
  });

  test('that fails is noted with its reason, and after long silence the source raises its alarm', async () => {
    const id = await source({ url: 'https://a.de/feed', quietAfterHours: 24, scheduleMinutes: 60 });
    answer = document(feed('1', '2'));
    await exchange.runImport(manager(), id);
    answer = refuse('too-slow', { values: { seconds: 30 } });
    now = new Date('2026-11-23T20:00:00Z');
    expect(await exchange.runDue(manager())).toMatchObject([
      { sourceId: id, reason: 'too-slow', reasonValues: { seconds: 30 } },
    ]);
    expect((await findSource(manager(), id))!.state).toBe('faulty');
    now = new Date('2026-11-24T21:00:00Z');
    expect((await listSources(manager())).find((found) => found.id === id)!.state).toBe('quiet');
    answer = document(feed('1', '2', '3'));
    await exchange.runDue(manager());
    expect((await findSource(manager(), id))!.state).toBe('ok');
    now = new Date('2026-11-23T10:00:00Z');
  });
});

const CHOIR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:chor',
  'SUMMARY:Probe',
  'DTSTART;TZID=Europe/Berlin:20261130T180000',
  'RRULE:FREQ=WEEKLY;COUNT=4',
  'EXDATE;TZID=Europe/Berlin:20261214T180000',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:chor',
  'SUMMARY:Probe im Saal',
  'RECURRENCE-ID;TZID=Europe/Berlin:20261207T180000',
  'DTSTART;TZID=Europe/Berlin:20261208T190000',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:chor',
  'SUMMARY:Probe',
  'RECURRENCE-ID;TZID=Europe/Berlin:20261221T180000',
  'DTSTART;TZID=Europe/Berlin:20261221T180000',
  'STATUS:CANCELLED',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

describe('a calendar', () => {
  test('becomes events; a cancelled one says so, a past one that is gone is not marked', async () => {
    const id = await source({ importer: 'ical', target: 'events' });
    const calendar = readFileSync('tests/fixtures/iserlohn_sitzungen.ics', 'utf8');
    expect(await run(id, calendar)).toMatchObject({ created: 96, refused: 0, faults: [] });
    expect(await run(id, calendar)).toMatchObject({ created: 0, updated: 0, unchanged: 96 });

    const first = calendar.indexOf('BEGIN:VEVENT');
    const second = calendar.indexOf('BEGIN:VEVENT', first + 1);
    const last = calendar.lastIndexOf('BEGIN:VEVENT');
    const shorter = calendar.slice(0, first) + calendar.slice(second, last) + 'END:VCALENDAR';
    expect(await run(id, shorter)).toMatchObject({ unchanged: 94, vanished: 1 });
  });

  test('with a series becomes one event with its exceptions, and reading it again changes nothing', async () => {
    const id = await source({ importer: 'ical', target: 'events' });
    expect(await run(id, CHOIR)).toMatchObject({ created: 1, refused: 0, faults: [] });
    expect(await run(id, CHOIR)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    const { rows } = await system().read((store) =>
      store.execute(sql`
        select starts_at, occurrence.status, is_moved, occurrence.title
        from events.occurrence
        join publishing.entry on entry.id = entry_id
        where exchange_source_id = ${id}
        order by starts_at`),
    );
    expect(rows).toEqual([
      { starts_at: '2026-11-30 17:00:00+00', status: 'confirmed', is_moved: false, title: null },
      { starts_at: '2026-12-08 18:00:00+00', status: 'confirmed', is_moved: true, title: 'Probe im Saal' },
      { starts_at: '2026-12-21 17:00:00+00', status: 'cancelled', is_moved: false, title: null },
    ]);
    const cancelled = CHOIR.replace('VERSION:2.0', 'VERSION:2.0\r\nMETHOD:CANCEL');
    expect(
      await run(
        id,
        `${cancelled.split('BEGIN:VEVENT')[0]}BEGIN:VEVENT\r\nUID:advent\r\nSUMMARY:Advent\r\nDTSTART:20261206T150000Z\r\nEND:VEVENT\r\nEND:VCALENDAR`,
      ),
    ).toMatchObject({ created: 1, vanished: 0 });
  });
});

describe('other documents', () => {
  test('farm shops of OpenStreetMap become places, with readable opening hours only', async () => {
    const id = await source({
      importer: 'geojson-places',
      target: 'places',
      mapping: { category: 'einkaufen' },
      licence: 'ODbL 1.0',
      attribution: '© OpenStreetMap',
    });
    const finished = await run(id, readFileSync('tests/fixtures/osm_direktvermarkter_schnaittach.geojson'));
    expect(finished.created).toBeGreaterThan(20);
    expect(finished.faults.filter((fault) => fault.reason !== 'title-missing')).toEqual([]);
    const { rows } = await system().read((store) =>
      store.execute(
        sql`select licence, attribution, category, latitude, street from publishing.entry join places.place on entry_id = id where exchange_source_id = ${id} and external_id = 'way/54185628'`,
      ),
    );
    expect(rows).toMatchObject([
      {
        licence: 'ODbL 1.0',
        attribution: '© OpenStreetMap',
        category: 'einkaufen',
        street: 'Hauptstraße 44',
      },
    ]);
  });

  test('places that left as GeoJSON come back the same', async () => {
    const shops = await source({
      importer: 'geojson-places',
      target: 'places',
      attribution: '© OpenStreetMap',
    });
    await run(shops, readFileSync('tests/fixtures/osm_direktvermarkter_schnaittach.geojson'));
    const wish = { origin: 'https://hagenow.de', today: '2026-11-23' };
    const left = placesToGeoJson(await listPlaces(system()), wish);
    const back = await source({ importer: 'geojson-places', target: 'places' });
    expect(await run(back, JSON.stringify(left))).toMatchObject({
      created: new Set(left.features.map(({ id }) => id)).size,
      faults: [],
    });

    const { rows } = await system().read((store) =>
      store.execute(sql`
        select count(*)::int as pairs,
          count(*) filter (where (a.title, a.category, p.street, p.city, p.latitude, p.opening_hours, p.accessibility)
            is distinct from (b.title, b.category, q.street, q.city, q.latitude, q.opening_hours, q.accessibility))::int as different
        from publishing.entry a join places.place p on p.entry_id = a.id
        join publishing.entry b on b.external_id = a.external_id and b.exchange_source_id = ${back}
        join places.place q on q.entry_id = b.id
        where a.exchange_source_id = ${shops}`),
    );
    expect(rows).toEqual([{ pairs: expect.any(Number), different: 0 }]);
    expect(rows[0]!.pairs).toBeGreaterThan(20);
  });

  test('a list of places keeps one whose hours nobody can read, without them', async () => {
    const id = await source({ importer: 'places-json', target: 'places' });
    const places = [
      { id: 'rathaus', name: 'Rathaus', opening_hours: 'werktags' },
      { id: 'museum', name: 'Museum', opening_hours: 'Tu 09:00-12:00' },
      { name: 'ohne Kennung' },
    ];
    expect(await run(id, JSON.stringify({ places }))).toMatchObject({
      created: 2,
      refused: 1,
      faults: [
        { row: 1, field: 'opening_hours', reason: 'hours-not-understood', kept: true },
        { row: 3, reason: 'id-missing', kept: false },
      ],
    });
  });

  test('facts keep id, exact date, contact, confidence and what replaced them', async () => {
    const id = await source({
      importer: 'knowledge-json',
      target: 'articles',
      mapping: {
        businessTopics: ['firma'],
        levels: [{ match: 'Landkreis', level: 'county', levelName: 'LUP' }],
      },
    });
    const facts = [
      {
        id: 'alt',
        title: 'Altes',
        body: 'Galt.',
        topic: 'firma',
        source_url: 'https://www.svz.de/1',
        source_date: '2010-07',
        contact_role: 'Amt des Landkreises',
        confidence: 'niedrig',
        superseded: true,
        superseded_by: 'neu',
      },
      { id: 'tag', title: 'Tag', body: 'x', source_date: '2026-02-31x' },
    ];
    expect(await run(id, JSON.stringify({ entries: facts }))).toMatchObject({
      created: 1,
      refused: 1,
      faults: [{ field: 'sourceDate', reason: 'date-not-understood' }],
    });
    const { rows } = await system().read((store) =>
      store.execute(
        sql`select external_id, source_name, source_date, audience, contact_role, confidence, level, level_name, superseded, superseded_by from publishing.entry join knowledge.article on entry_id = id where exchange_source_id = ${id}`,
      ),
    );
    expect(rows).toEqual([
      {
        external_id: 'alt',
        source_name: 'svz.de',
        source_date: '2010-07',
        audience: 'business',
        contact_role: 'Amt des Landkreises',
        confidence: 'low',
        level: 'county',
        level_name: 'LUP',
        superseded: true,
        superseded_by: 'neu',
      },
    ]);
  });

  test('the table of a club becomes events, known by title and day when it has no ids', async () => {
    const id = await source({
      importer: 'table',
      target: 'events',
      mapping: { fields: { organizer: 'Verein' } },
    });
    const table =
      'Titel;Beginn;Ende;Ort;Verein\r\nSommerfest;04.07.2026 14.00 Uhr;04.07.2026 18:00;Sportplatz;SV Hagenow\r\nFalsch;31.06.2026;;x;y\r\n=1+1;05.07.2026;;;\r\n';
    const latin = Uint8Array.from(table, (character) => character.charCodeAt(0));
    expect(await run(id, latin)).toMatchObject({
      created: 2,
      refused: 1,
      faults: [{ line: 3, field: 'startsAt', reason: 'date-not-understood', value: 'Falsch' }],
    });
    expect(await run(id, latin)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const { rows } = await system().read((store) =>
      store.execute(
        sql`select external_id, venue, organizer, starts_at at time zone 'UTC' as starts from publishing.entry join events.event on entry_id = id where exchange_source_id = ${id} and venue <> ''`,
      ),
    );
    expect(rows).toEqual([
      {
        external_id: 'Sommerfest | 04.07.2026 14.00 Uhr',
        venue: 'Sportplatz',
        organizer: 'SV Hagenow',
        starts: '2026-07-04 12:00:00',
      },
    ]);
  });

  test('boundaries are areas with an official key', async () => {
    const id = await source({ importer: 'boundaries-geojson', target: 'boundaries', licence: 'GeoNutzV' });
    expect(await run(id, readFileSync('demo/hagenow/boundary.geojson'))).toMatchObject({
      updated: 1,
      faults: [],
    });
    expect(
      await run(
        id,
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"GEN":"x"},"geometry":{"type":"Point","coordinates":[11,53]}}]}',
      ),
    ).toMatchObject({
      updated: 0,
      faults: [{ reason: 'key-wrong' }],
    });
  });
});

describe('who may', () => {
  test('nobody without the right sees or runs a source, nor does another town', async () => {
    const id = await source();
    const clerk = scope(hagenow, { permissions: ['news.edit', 'news.publish'] });
    expect(await exchange.runImport(clerk, id)).toMatchObject({ ok: false, reason: 'forbidden' });
    expect(
      await exchange.saveSource(clerk, { draft: { name: 'x', importer: 'rss', target: 'news' } }),
    ).toMatchObject({ reason: 'forbidden' });
    expect([await listSources(clerk), await findSource(clerk, id), await listRuns(clerk)]).toEqual([
      [],
      null,
      [],
    ]);

    const stranger = scope(other, { permissions: ['exchange.manage'] });
    expect(await exchange.runImport(stranger, id)).toMatchObject({ ok: false, reason: 'unknown' });
    expect(
      await exchange.saveSource(stranger, { id, draft: { name: 'x', importer: 'rss', target: 'news' } }),
    ).toMatchObject({ reason: 'unknown' });
    expect([await listSources(stranger), await findSource(stranger, id)]).toEqual([[], null]);
  });

  test.each([
    [{ importer: 'ical', target: 'news' }, { target: 'target-unfit' }],
    [{ target: 'mars' }, { target: 'target-unfit' }],
    [{ url: 'file:///etc/passwd' }, { url: 'url-not-allowed' }],
    [{ url: 'https://a.de', scheduleMinutes: 1 }, { scheduleMinutes: 'schedule-too-often' }],
    [{ url: 'https://a.de', file: 'hagenow/facts.json' }, { form: 'url-and-file' }],
    [{ name: ' ' }, { name: 'name-missing' }],
  ] as const)('a source like %o is refused', async (draft, fields) => {
    const saved = await exchange.saveSource(manager(), {
      draft: { name: 'neu', importer: 'rss', target: 'news', ...draft } as SourceDraft,
    });
    expect(saved).toMatchObject({ ok: false, reason: 'invalid', details: { fields } });
  });

  test('a person names no file of the server', async () => {
    const saved = await exchange.saveSource(manager(), {
      draft: { name: 'Datei', importer: 'rss', target: 'news', file: '../../etc/passwd' },
    });
    expect(saved).toMatchObject({ ok: false, reason: 'forbidden' });
  });
});
