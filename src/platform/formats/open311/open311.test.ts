import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Open311Request, Open311Service } from './model.ts';
import { readDefinition, readFaults, readReceipt, readRequests, readServices } from './read.ts';
import { readSubmission, writeSubmission } from './submission.ts';
import {
  writeDefinition,
  writeDiscovery,
  writeFaults,
  writeReceipt,
  writeRequests,
  writeServices,
  writeToken,
  writeUpdates,
} from './write.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const fixture = (name: string) => readFileSync(`tests/fixtures/open311/${name}`);

function value<T>(outcome: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

describe('a server as it runs in Mecklenburg-Vorpommern', () => {
  test('its ten services', () => {
    const services = value(readServices(fixture('services.json')));
    expect(services).toHaveLength(10);
    expect(services[0]).toEqual({
      code: '1',
      name: 'Straßenbeleuchtung defekt',
      description: 'Straßenbeleuchtung defekt melden',
      hasDefinition: true,
      type: 'realtime',
      keywords: ['Laterne', 'Licht', 'dunkel'],
      group: 'Straße',
    });
  });

  test('the further questions of a service', () => {
    const { serviceCode, attributes } = value(readDefinition(fixture('service_definition_1.json')));
    expect(serviceCode).toBe('1');
    expect(attributes.map(({ code, isRequired }) => [code, isRequired])).toEqual([
      ['LATERNENNUMMER', false],
      ['UMFANG', true],
    ]);
    expect(attributes[1]!.values).toEqual([
      { key: '1', name: 'eine Lampe' },
      { key: '2', name: 'mehrere Lampen' },
    ]);
  });

  test('the same twelve requests in both formats', () => {
    const fromJson = value(readRequests(fixture('requests.json')));
    const fromXml = value(readRequests(fixture('requests.xml')));
    const told = ({ id, status, description, requestedAt, position }: Open311Request) => [
      id,
      status,
      description,
      requestedAt?.toISOString(),
      position,
    ];
    expect(fromJson).toHaveLength(12);
    expect(fromXml.map(told)).toEqual(fromJson.map(told));
    expect(fromJson[0]).toMatchObject({
      agency: 'Bauhof',
      statusNotes: 'Erledigt.',
      requestedAt: new Date('2024-01-10T07:15:00Z'),
      position: { lat: 53.42994, long: 11.18546 },
      extended: { detailedStatus: 'PROCESSED' },
    });
  });
});

describe('dialects of foreign servers', () => {
  const ids = (text: string) => value(readRequests(bytes(text))).map(({ id, status }) => [id, status]);

  test.each([
    ['numbers as ids', '[{"service_request_id": 77, "status": "open"}]', [['77', 'open']]],
    ['wrapped', '{"service_requests":[{"service_request_id":"1","status":"OPEN"}]}', [['1', 'open']]],
    [
      'wrapped twice',
      '{"service_requests":{"request":[{"service_request_id":"1","status":"closed"}]}}',
      [['1', 'closed']],
    ],
    ['one alone', '{"service_request_id":"1","status":"Fixed - Council"}', [['1', 'closed']]],
    [
      'another root',
      '<requests><request><service_request_id>1</service_request_id><status>in_process</status></request></requests>',
      [['1', 'open']],
    ],
    [
      'one alone in XML',
      '<request><service_request_id>1</service_request_id><status>closed</status></request>',
      [['1', 'closed']],
    ],
    ['nothing', '<service_requests/>', []],
    ['nothing in JSON', '{"service_requests":[]}', []],
    ['a row without id', '[{"status":"open"},{"service_request_id":"2","status":"open"}]', [['2', 'open']]],
  ])('%s', (_, text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  test('dates without zone, in seconds, and coordinates under other names or with a comma', () => {
    const text = JSON.stringify([
      {
        service_request_id: '1',
        status: 'open',
        requested_datetime: '2026-07-01T10:00:00',
        lat: '53,4',
        lng: '11.1',
      },
      { service_request_id: '2', status: 'open', requested_datetime: 1782892800, lat: 'null', lon: '' },
      {
        service_request_id: '3',
        status: 'open',
        requested_datetime: 'gestern',
        lat: 99,
        long: 11,
        media_url: 'javascript:alert(1)',
      },
    ]);
    expect(
      value(readRequests(bytes(text))).map((one) => [
        one.requestedAt?.toISOString(),
        one.position,
        one.mediaUrl,
      ]),
    ).toEqual([
      ['2026-07-01T08:00:00.000Z', { lat: 53.4, long: 11.1 }, null],
      ['2026-07-01T08:00:00.000Z', null, null],
      [undefined, null, null],
    ]);
  });

  test('a server that still speaks latin-1', () => {
    const text =
      '<?xml version="1.0" encoding="iso-8859-1"?><services><service><service_code>1</service_code><service_name>Straße</service_name></service></services>';
    const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(value(readServices(latin, 'text/xml'))[0]!.name).toBe('Straße');
  });

  test.each([
    [
      'a page of a proxy',
      '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>',
      'answer-not-open311',
    ],
    ['a page that is XML', '<html><head><title>Login</title></head></html>', 'answer-not-open311'],
    ['words', 'Internal Server Error', 'answer-not-open311'],
    ['nothing', '', 'answer-not-open311'],
    ['a cut-off answer', '[{"service_request_id":"1"', 'answer-broken'],
    ['an entity', '<!DOCTYPE x [<!ENTITY a "b">]><service_requests>&a;</service_requests>', 'answer-broken'],
    ['a refusal where a list was asked for', '[{"code":404,"description":"unknown"}]', 'answer-not-open311'],
  ])('%s is no answer', (_, text, reason) => {
    expect(readRequests(bytes(text))).toMatchObject({ ok: false, reason });
  });

  test.each([
    ['[{"code":403,"description":"Unbekannter Schlüssel"}]', '403', 'Unbekannter Schlüssel'],
    [
      '<errors><error><code>400</code><description>Zu weit weg</description></error></errors>',
      '400',
      'Zu weit weg',
    ],
    ['{"error":"Zu weit weg"}', '', 'Zu weit weg'],
    ['{"errors":[{"code":"400","message":"Zu weit weg"}]}', '400', 'Zu weit weg'],
  ])('a refusal is understood: %s', (text, code, description) => {
    expect(readFaults(bytes(text))).toEqual([{ code, description }]);
  });

  test.each([
    ['[{"service_request_id":293944,"service_notice":"Danke","account_id":null}]', '293944', null],
    ['{"service_requests":[{"token":"abc"}]}', null, 'abc'],
    ['<service_requests><request><token>abc</token></request></service_requests>', null, 'abc'],
  ])('a receipt is understood: %s', (text, id, token) => {
    expect(value(readReceipt(bytes(text)))).toMatchObject({ id, token });
  });
});

// What fields can hold; the ends are trimmed and line ends become one sign by XML itself.
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  // eslint-disable-next-line no-control-regex -- XML cannot hold these
  .map((text) => `W${text.replace(/[\u0000-\u001f\ufffe\uffff,;]/g, ' ')}`.trim());
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const instant = fc
  .date({ min: new Date('1996-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
const format = fc.constantFrom('json' as const, 'xml' as const);

const aService = fc.record<Open311Service>({
  code: words,
  name: words,
  description: words,
  hasDefinition: fc.boolean(),
  type: fc.constantFrom('realtime', 'batch', 'blackbox'),
  keywords: fc.array(words, { maxLength: 3 }),
  group: words,
});
const aRequest = fc.record<Open311Request>({
  id: words,
  status: fc.constantFrom('open', 'closed'),
  statusNotes: optional(words),
  serviceName: optional(words),
  serviceCode: optional(words),
  description: optional(words),
  agency: optional(words),
  notice: optional(words),
  requestedAt: optional(instant),
  updatedAt: optional(instant),
  expectedAt: optional(instant),
  address: optional(words),
  addressId: optional(words),
  postcode: optional(words),
  position: optional(
    fc.record({
      lat: fc.integer({ min: 1, max: 90_000 }),
      long: fc.integer({ min: -180_000, max: 180_000 }),
    }),
  ).map((place) => place && { lat: place.lat / 1000, long: place.long / 1000 }),
  mediaUrl: optional(fc.webUrl()),
  extended: fc.record({
    title: optional(words),
    detailedStatus: optional(words),
    detailedStatusAt: optional(instant),
    mediaUrls: fc.array(fc.webUrl(), { maxLength: 2 }),
  }),
});

describe('what we write is read back as it was meant', () => {
  test('services', () => {
    fc.assert(
      fc.property(fc.array(aService, { maxLength: 4 }), format, (services, as) => {
        expect(value(readServices(bytes(writeServices(services, as))))).toEqual(services);
      }),
    );
  });

  test('requests, with extensions', () => {
    fc.assert(
      fc.property(fc.array(aRequest, { maxLength: 3 }), format, (requests, as) => {
        const read = value(readRequests(bytes(writeRequests(requests, as, { extended: true }))));
        expect(read).toEqual(requests);
      }),
    );
  });

  test('definitions, receipts and refusals', () => {
    const definition = {
      serviceCode: '1',
      attributes: [
        {
          code: 'UMFANG',
          isVariable: true,
          datatype: 'singlevaluelist' as const,
          isRequired: true,
          hint: '',
          order: 1,
          description: 'Wie viele <Lampen> & Masten?',
          values: [{ key: '1', name: 'eine' }],
        },
      ],
    };
    for (const as of ['json', 'xml'] as const) {
      expect(value(readDefinition(bytes(writeDefinition(definition, as))))).toEqual(definition);
      const receipt = { id: '12', token: null, notice: 'Danke', accountId: null };
      expect(value(readReceipt(bytes(writeReceipt(receipt, as))))).toEqual(receipt);
      expect(value(readReceipt(bytes(writeToken({ id: '12', token: 't' }, as))))).toMatchObject({
        id: '12',
        token: 't',
      });
      const faults = [{ code: '403', description: 'Schlüssel <unbekannt>' }];
      expect(readFaults(bytes(writeFaults(faults, as)))).toEqual(faults);
    }
  });

  test('a report to be sent', () => {
    const submission = {
      serviceCode: '1',
      description: 'Laterne & Mast\ndunkel',
      position: { lat: 53.4, long: 11.1 },
      address: 'Lange Straße 1',
      addressId: null,
      attributes: { UMFANG: ['1'], MAST: ['a', 'b'], ['__proto__']: ['x'] },
      mediaUrl: null,
      email: null,
      firstName: null,
      lastName: null,
      phone: null,
    };
    const form = writeSubmission(submission, { apiKey: 'k', jurisdictionId: 'hagenow' });
    expect([form.get('api_key'), form.get('jurisdiction_id')]).toEqual(['k', 'hagenow']);
    expect(readSubmission(form)).toEqual(submission);
  });
});

test('the forms of the specification, letter by letter', () => {
  const at = new Date('2026-11-27T17:00:00Z');
  expect(JSON.parse(writeDiscovery(discovery(at), 'json'))).toEqual({
    changeset: '2026-11-27T18:00:00+01:00',
    contact: 'mail@example.org',
    key_service: '/offene-daten',
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: 'https://a.de/api/open311/v2',
        changeset: '2026-11-27T18:00:00+01:00',
        type: 'production',
        formats: ['application/json', 'text/xml'],
      },
    ],
  });
  const parsed = new XMLParser().parse(writeDiscovery(discovery(at), 'xml')) as Record<string, unknown>;
  expect(parsed).toMatchObject({
    discovery: { endpoints: { endpoint: { formats: { format: ['application/json', 'text/xml'] } } } },
  });
  expect(writeFaults([{ code: '400', description: 'a' }], 'xml')).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<errors>\n  <error>\n    <code>400</code>\n    <description>a</description>\n  </error>\n</errors>\n',
  );
  const update = {
    id: '1',
    requestId: '7',
    status: 'open' as const,
    detailedStatus: 'IN_PROCESS',
    description: 'x',
    updatedAt: new Date('2026-07-01T08:00:00Z'),
  };
  expect(JSON.parse(writeUpdates([update], 'json'))).toEqual([
    {
      update_id: '1',
      service_request_id: '7',
      status: 'open',
      external_status_code: 'IN_PROCESS',
      updated_datetime: '2026-07-01T10:00:00+02:00',
      description: 'x',
    },
  ]);
});

function discovery(at: Date) {
  return {
    changedAt: at,
    contact: 'mail@example.org',
    keyService: '/offene-daten',
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: 'https://a.de/api/open311/v2',
        changedAt: at,
        type: 'production' as const,
        formats: ['application/json', 'text/xml'],
      },
    ],
  };
}

test('reading ends and never throws, whatever bytes come', () => {
  const piece = fc.constantFrom(
    '[',
    ']',
    '{',
    '}',
    '"service_request_id"',
    ':',
    '1',
    ',',
    '<request>',
    '</request>',
    '<errors/>',
    '<!--',
    '<![CDATA[',
    '&amp;',
    '<html>',
    'null',
  );
  const input = fc.oneof(
    fc.array(piece).map((pieces) => bytes(pieces.join(''))),
    fc.uint8Array(),
    fc.json().map(bytes),
  );
  fc.assert(
    fc.property(input, (given) => {
      for (const read of [readRequests, readServices, readDefinition, readReceipt, readFaults]) read(given);
    }),
  );
});
