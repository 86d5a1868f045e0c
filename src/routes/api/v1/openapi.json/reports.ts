import { jsonOf, listOf, nullable, PAGING, query, refTo, refused, text } from './schema.ts';

/** A public report. */
export const REPORT = {
  type: 'object',
  required: ['number', 'url', 'status', 'category'],
  properties: {
    number: { type: 'integer', description: 'Nummer der Meldung, auch ihre Nummer bei Open311.' },
    url: { ...text, format: 'uri' },
    title: text,
    kind: { type: 'string', enum: ['defect', 'wish'] },
    category: { ...text, description: 'Kürzel der Kategorie, der service_code bei Open311.' },
    categoryName: text,
    text: text,
    status: {
      type: 'string',
      enum: ['received', 'checked', 'passed-on', 'planned', 'in-progress', 'done', 'not-possible'],
    },
    responsible: { ...text, description: 'Bei wem die Meldung liegt.' },
    responsibleSince: { ...text, format: 'date-time' },
    address: text,
    area: nullable('string'),
    latitude: nullable('number'),
    longitude: nullable('number'),
    receivedAt: { ...text, format: 'date-time' },
    updatedAt: { ...text, format: 'date-time' },
    closedAt: nullable('string', { format: 'date-time' }),
    dueOn: { ...text, format: 'date' },
    followers: { type: 'integer' },
    photos: listOf({ ...text, format: 'uri' }),
    example: { type: 'boolean' },
  },
};

const REPAIR_TIMES = {
  type: 'object',
  properties: {
    years: listOf({
      type: 'object',
      properties: {
        year: { type: 'integer', description: 'Jahr, in dem gemeldet wurde.' },
        categories: listOf({
          type: 'object',
          properties: {
            category: text,
            categoryName: text,
            group: text,
            received: { type: 'integer' },
            closed: { type: 'integer' },
            open: { type: 'integer' },
            medianDays: nullable('number'),
            p90Days: nullable('number', { description: 'In so vielen Tagen waren 90 Prozent erledigt.' }),
          },
        }),
      },
    }),
  },
};

const day = { ...text, format: 'date' };
/** Reports and how long they took. */
export const REPORT_PATHS = {
  '/api/v1/reports': {
    get: {
      operationId: 'list-reports',
      summary: 'Veröffentlichte Meldungen, zuletzt geänderte zuerst',
      description: 'Melden und Mitlesen für andere Programme: Open311 GeoReport v2 unter /api/open311/v2.',
      parameters: [
        PAGING[0],
        PAGING[1],
        query('category', 'Kürzel der Kategorie, mehrere durch Komma.'),
        query('area', 'Nur dieser Ortsteil.'),
        query('status', 'Nur offene oder nur abgeschlossene.', { type: 'string', enum: ['open', 'closed'] }),
        query('q', 'Wörter in Text oder Adresse.'),
        query('from', 'Gemeldet ab diesem Tag.', day),
        query('to', 'Gemeldet bis zu diesem Tag.', day),
      ],
      responses: {
        200: jsonOf(
          { type: 'object', properties: { items: listOf(refTo('Report')), next: nullable('string') } },
          'Eine Seite der Meldungen',
        ),
        400: refused('Die Anfrage wurde nicht verstanden.'),
      },
    },
  },
  '/api/v1/reports/{number}': {
    get: {
      operationId: 'get-report',
      summary: 'Eine veröffentlichte Meldung mit ihrer Geschichte',
      parameters: [{ name: 'number', in: 'path', required: true, schema: { type: 'integer' } }],
      responses: {
        200: jsonOf(refTo('Report'), 'Die Meldung, dazu `history` mit allen Schritten'),
        404: refused('Die Meldung gibt es nicht, oder sie ist nicht veröffentlicht.'),
      },
    },
  },
  '/api/v1/repair-times': {
    get: {
      operationId: 'list-repair-times',
      summary: 'Wie lange es bis zur Erledigung dauert, je Kategorie und Jahr',
      responses: { 200: jsonOf(REPAIR_TIMES, 'Jahre, neueste zuerst') },
    },
  },
};
