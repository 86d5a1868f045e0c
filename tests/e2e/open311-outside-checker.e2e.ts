import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey, revokeApiKey } from '#modules/open311.server';
import { listPublicReports, saveCategory, saveReportSettings } from '#modules/reports.server';
import { createTenant } from '#modules/tenancy.server';
import { createScope, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#platform/scope.server';
import { testDatabase } from '#tests/database';
import { startTownServer } from '#tests/town-server';
import type { TownServer } from '#tests/town-server';

/*
 * A checker that was not written with our server in mind: plain fetch, a DOM parser, and what the specification of
 * GeoReport v2 says (wiki.open311.org/GeoReport_v2). Nothing here reads or writes with our own codecs.
 */

const { database, url } = await testDatabase();
const dataFolder = mkdtempSync(join(tmpdir(), 'ortskern-open311-'));
let town: TownServer;
let api: string;
let tenantId: string;
let key: { id: string; key: string };
let small: { id: string; key: string };

const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } })
  .withExif({ IFD3: { GPSLatitude: '53/1 26/1 0/1' } })
  .jpeg()
  .toBuffer();

function value<T>(outcome: { ok: true; value: T } | { ok: false; reason: string; details: unknown }): T {
  if (!outcome.ok) throw new Error(`${outcome.reason} ${JSON.stringify(outcome.details)}`);
  return outcome.value;
}

const scopeOf = (actor = SYSTEM_ACTOR) =>
  createScope({ database, tenant: { id: tenantId, slug: 'hagenow', name: 'Hagenow' }, actor });

beforeAll(async () => {
  const opened = value(
    await createTenant(database, {
      slug: 'hagenow',
      name: 'Hagenow',
      ags: '13076060',
      isDefault: true,
      domains: ['www.hagenow.example'],
    }),
  );
  tenantId = opened.id;
  const scope = scopeOf();
  value(
    await saveCategory(scope, {
      draft: {
        key: 'laterne',
        name: 'Straßenlaterne <defekt> & dunkel',
        groupName: 'Straße',
        keywords: ['Licht', 'Laterne'],
        dueDays: 10,
        questions: [
          {
            code: 'UMFANG',
            text: 'Wie viele Lampen?',
            type: 'singlevaluelist',
            isRequired: true,
            values: [
              { key: '1', name: 'eine' },
              { key: '2', name: 'mehrere' },
            ],
          },
        ],
      },
    }),
  );
  value(await saveCategory(scope, { draft: { key: 'schlagloch', name: 'Schlagloch', dueDays: 15 } }));
  value(await saveReportSettings(scope, { isCheckedFirst: false }));
  key = value(await createApiKey(scope, { name: 'Klarschiff', dailyLimit: 500 }));
  small = value(await createApiKey(scope, { name: 'Kleine App', dailyLimit: 3 }));
  await scope.end();
  town = await startTownServer({ dataFolder, env: { DATABASE_URL: url, DEMO: 'off' } });
  api = `${town.url}/api/open311/v2`;
});

afterAll(async () => {
  await town?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function getXml(path: string, status = 200): Promise<Element> {
  const response = await fetch(`${api}/${path}`);
  expect([path, response.status]).toEqual([path, status]);
  expect(response.headers.get('content-type')).toMatch(/^text\/xml; ?charset=utf-8$/i);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>/i);
  const faults: string[] = [];
  const document = new DOMParser({ onError: (_level, message) => faults.push(message) }).parseFromString(
    text,
    'text/xml',
  );
  expect(faults).toEqual([]);
  return document.documentElement!;
}

async function getJson(path: string, status = 200) {
  const response = await fetch(`${api}/${path}`);
  expect([path, response.status]).toEqual([path, status]);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  return response.json() as Promise<Record<string, unknown>[]>;
}

const children = (element: Element, name?: string) =>
  [...element.childNodes].filter(
    (node): node is Element => node.nodeType === 1 && (!name || node.nodeName === name),
  );
const text = (element: Element, name: string) => children(element, name)[0]?.textContent ?? null;

const W3C_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/;

interface Sent {
  status: number;
  body: Record<string, unknown>[];
  headers: Headers;
}

async function post(
  fields: Record<string, string>,
  format = 'json',
  headers: Record<string, string> = {},
): Promise<Sent> {
  const response = await fetch(`${api}/requests.${format}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
  expect(response.headers.get('access-control-allow-origin')).toBe(null);
  return {
    status: response.status,
    headers: response.headers,
    body: (format === 'json' ? await response.json() : []) as Record<string, unknown>[],
  };
}

const lamp = (more: Record<string, string> = {}) => ({
  api_key: key.key,
  jurisdiction_id: 'hagenow',
  service_code: 'laterne',
  description: 'Die Laterne vor der Schule ist aus. Ö & <b>',
  lat: '53.4312',
  long: '11.1893',
  'attribute[UMFANG]': '2',
  ...more,
});

describe('what can be reported', () => {
  test('is told as XML and as JSON, and both say the same', async () => {
    const root = await getXml('services.xml?jurisdiction_id=hagenow');
    expect(root.nodeName).toBe('services');
    const fromXml = children(root, 'service').map((service) => ({
      service_code: text(service, 'service_code'),
      service_name: text(service, 'service_name'),
      metadata: text(service, 'metadata'),
      type: text(service, 'type'),
      keywords: text(service, 'keywords'),
      group: text(service, 'group'),
    }));
    const fromJson = await getJson('services.json');
    expect(fromXml).toEqual(
      fromJson.map(({ service_code, service_name, metadata, type, keywords, group }) => ({
        service_code,
        service_name,
        metadata: String(metadata),
        type,
        keywords,
        group,
      })),
    );
    expect(fromXml.find(({ service_code }) => service_code === 'laterne')).toEqual({
      service_code: 'laterne',
      service_name: 'Straßenlaterne <defekt> & dunkel',
      metadata: 'true',
      type: 'realtime',
      keywords: 'Licht,Laterne',
      group: 'Straße',
    });
  });

  test('with its further questions', async () => {
    const root = await getXml('services/laterne.xml');
    expect([root.nodeName, text(root, 'service_code')]).toEqual(['service_definition', 'laterne']);
    const [attribute] = children(children(root, 'attributes')[0]!, 'attribute');
    expect(
      ['variable', 'code', 'datatype', 'required', 'order', 'description'].map((name) =>
        text(attribute!, name),
      ),
    ).toEqual(['true', 'UMFANG', 'singlevaluelist', 'true', '1', 'Wie viele Lampen?']);
    const values = children(children(attribute!, 'values')[0]!, 'value');
    expect(values.map((one) => [text(one, 'key'), text(one, 'name')])).toEqual([
      ['1', 'eine'],
      ['2', 'mehrere'],
    ]);
  });

  test('is found from the discovery document', async () => {
    const root = await getXml('discovery.xml');
    expect(root.nodeName).toBe('discovery');
    const endpoint = children(children(root, 'endpoints')[0]!, 'endpoint')[0]!;
    expect(text(endpoint, 'url')).toBe(api);
    expect(text(endpoint, 'specification')).toBe('http://wiki.open311.org/GeoReport_v2');
    expect(children(children(endpoint, 'formats')[0]!, 'format').map((one) => one.textContent)).toEqual([
      'text/xml',
      'application/json',
    ]);
    expect(text(root, 'changeset')).toMatch(W3C_WITH_ZONE);
  });
});

describe('refusals', () => {
  test.each([
    ['services/gibt-es-nicht.xml', 404],
    ['requests/999999.xml', 404],
    ['requests.xml?start_date=gestern', 400],
    ['requests.xml?status=kaputt', 400],
    ['requests.xml?lat=53', 400],
    ['services.xml?jurisdiction_id=anderswo', 404],
    ['tokens/abc.xml', 404],
  ])('%s: %i, with the reason in the words of the standard', async (path, status) => {
    const root = await getXml(path, status);
    expect(root.nodeName).toBe('errors');
    for (const error of children(root, 'error')) {
      expect(text(error, 'code')).toBe(String(status));
      expect(text(error, 'description')!.length).toBeGreaterThan(10);
    }
  });

  test.each([
    ['without a key', { api_key: '' }, 403],
    ['with a wrong key', { api_key: 'ok_falsch' }, 403],
    ['of an unknown kind', { service_code: 'ufo' }, 404],
    ['of another town', { jurisdiction_id: 'anderswo' }, 404],
    ['without a place', { lat: '', long: '' }, 400],
    ['without a word', { description: '' }, 400],
    ['without the answer to a question', { 'attribute[UMFANG]': '' }, 400],
    ['with an answer nobody offered', { 'attribute[UMFANG]': '77' }, 400],
  ])('a report %s', async (_, more, status) => {
    const sent = await post(lamp(more));
    expect(sent.status).toBe(status);
    expect(sent.body.every(({ code, description }) => code === String(status) && description)).toBe(true);
  });

  test('all faults of a report are told at once, by the names the sender used', async () => {
    const { body } = await post(lamp({ description: '', 'attribute[UMFANG]': '' }));
    const told = body.map(({ description }) => String(description).split(':')[0]);
    expect(told.sort()).toEqual(['attribute[UMFANG]', 'description']);
  });
});

describe('a report that is sent', () => {
  test('is there under its number, in both formats, with zone in every date', async () => {
    const sent = await post(lamp());
    expect(sent.status).toBe(201);
    const id = String(sent.body[0]!.service_request_id);
    const root = await getXml(`requests/${id}.xml`);
    const request = children(root, 'request')[0]!;
    const [fromJson] = await getJson(`requests/${id}.json?extensions=true`);
    expect(text(request, 'description')).toBe('Die Laterne vor der Schule ist aus. Ö & <b>');
    for (const name of ['requested_datetime', 'updated_datetime', 'expected_datetime']) {
      expect(text(request, name)).toMatch(W3C_WITH_ZONE);
      expect(fromJson![name]).toBe(text(request, name));
    }
    expect(fromJson).toMatchObject({
      service_request_id: id,
      status: 'open',
      service_code: 'laterne',
      lat: 53.4312,
      long: 11.1893,
      extended_attributes: { detailed_status: 'RECEIVED', media_urls: [] },
    });
    expect(await getJson(`tokens/${id}.json`)).toEqual([{ service_request_id: id, token: id }]);
    const updates = await getJson(`servicerequestupdates.json?service_request_id=${id}`);
    expect(updates[0]).toMatchObject({ service_request_id: id, status: 'open', update_id: `${id}-1` });
  });

  test('fifty times at once is one report', async () => {
    const fields = lamp({ description: 'Die Laterne am Markt flackert seit gestern.' });
    const all = await Promise.all(Array.from({ length: 50 }, () => post(fields)));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(all.map(({ body }) => body[0]!.service_request_id)).size).toBe(1);
  });

  test('with a picture in the form keeps the picture, and nothing of where it was taken', async () => {
    const form = new FormData();
    for (const [name, given] of Object.entries(lamp({ description: 'Mit Bild: Mast ist umgeknickt.' })))
      form.append(name, given);
    form.append('media', new File([new Uint8Array(await picture)], 'mast.jpg', { type: 'image/jpeg' }));
    const response = await fetch(`${api}/requests.xml`, { method: 'POST', body: form });
    expect(response.status).toBe(201);
    const id = /<service_request_id>(\d+)</.exec(await response.text())![1]!;
    const scope = scopeOf(PUBLIC_ACTOR);
    const { items } = await listPublicReports(scope, { numbers: [Number(id)] });
    await scope.end();
    expect(items[0]!.photos).toHaveLength(1);
    const [request] = await getJson(`requests/${id}.json`);
    expect(request!.media_url).toBe(`${town.url}/meldungen/foto/${items[0]!.photos[0]!.id}`);
  });

  test('with the address of a picture in the own network loses the picture, not the report', async () => {
    let visits = 0;
    const inside = createServer((_, response) => {
      visits++;
      response.end('geheim');
    });
    await new Promise<void>((ready) => inside.listen(0, '127.0.0.1', ready));
    const { port } = inside.address() as AddressInfo;
    const media_url = `http://127.0.0.1:${port}/bild.jpg`;
    const sent = await post(lamp({ description: 'Mit Bild von drinnen, bitte.', media_url }));
    inside.close();
    expect([sent.status, visits]).toEqual([201, 0]);
    expect(sent.body[0]!.service_notice).toMatch(/media_url/);
  });

  test('a key has its daily share, and a revoked one has none', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) {
      const sent = await post(lamp({ api_key: small.key, description: `Anliegen Nummer ${i} von heute.` }));
      statuses.push(sent.status);
      if (sent.status === 429) expect(Number(sent.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([201, 201, 201, 429, 429]);
    const scope = scopeOf();
    value(await revokeApiKey(scope, small.id));
    await scope.end();
    expect((await post(lamp({ api_key: small.key }))).status).toBe(403);
  });

  test('from a page of another website is refused', async () => {
    const response = await fetch(`${api}/requests.json`, {
      method: 'POST',
      headers: { origin: 'https://boese.example' },
      body: new URLSearchParams(lamp({ description: 'Von einer fremden Seite geschickt.' })),
    });
    expect(response.status).toBe(403);
  });
});

describe('the list', () => {
  test('pages, filters by time, kind, state and distance, and never shows a name or an address of a person', async () => {
    await post(
      lamp({
        service_code: 'schlagloch',
        description: 'Tiefes Loch vor dem Bahnhof.',
        lat: '53.5',
        long: '11.3',
        email: 'erika.muster@example.org',
        first_name: 'Erika',
        last_name: 'Muster',
        phone: '03883 123456',
      }),
    );
    const all = await getJson('requests.json?page_size=1000&extensions=true');
    expect(JSON.stringify(all)).not.toMatch(/Erika|Muster|example\.org|123456/);
    const ids = all.map(({ service_request_id }) => Number(service_request_id));
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    const paged = [
      ...(await getJson('requests.json?page_size=3&page=1')),
      ...(await getJson('requests.json?page_size=3&page=2')),
    ].map(({ service_request_id }) => Number(service_request_id));
    expect(paged).toEqual(ids.slice(0, 6));
    const codes = async (query: string) =>
      new Set((await getJson(`requests.json?${query}`)).map(({ service_code }) => service_code));
    expect(await codes('service_code=schlagloch')).toEqual(new Set(['schlagloch']));
    expect(await codes('service_code=schlagloch,laterne')).toEqual(new Set(['schlagloch', 'laterne']));
    expect(await codes('lat=53.5&long=11.3&radius=500')).toEqual(new Set(['schlagloch']));
    expect(await codes('status=closed')).toEqual(new Set());
    expect(await codes('start_date=2020-01-01T00:00:00Z&end_date=2020-02-01T00:00:00Z')).toEqual(new Set());
    const after = new Date(Date.now() - 600_000).toISOString();
    expect((await getJson(`requests.json?updated_after=${after}&page_size=1000`)).length).toBe(ids.length);
    expect(await getJson(`requests.json?service_request_id=${ids[0]},${ids[1]}`)).toHaveLength(2);
  });

  test('is the same as open data', async () => {
    const reports = (await (await fetch(`${town.url}/api/v1/reports?limit=100`)).json()) as {
      items: { number: number }[];
    };
    const all = await getJson('requests.json?page_size=1000');
    expect(reports.items.map(({ number }) => String(number)).sort()).toEqual(
      all.map(({ service_request_id }) => service_request_id as string).sort(),
    );
    const table = await (await fetch(`${town.url}/meldungen.csv`)).text();
    expect(table.trim().split('\r\n')).toHaveLength(all.length + 1);
    const map = (await (await fetch(`${town.url}/meldungen.geojson`)).json()) as { features: unknown[] };
    expect(map.features).toHaveLength(all.length);
    expect(await (await fetch(`${town.url}/meldungen.rss`)).text()).toContain(
      '<georss:point>53.5 11.3</georss:point>',
    );
    const times = (await (await fetch(`${town.url}/api/v1/repair-times`)).json()) as {
      years: { categories: { received: number }[] }[];
    };
    expect(
      times.years.flatMap(({ categories }) => categories).reduce((sum, one) => sum + one.received, 0),
    ).toBe(all.length);
  });
});
