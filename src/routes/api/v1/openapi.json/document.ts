import { REPORT, REPORT_PATHS } from './reports.ts';
import { jsonOf, listOf, nullable, PAGING, query, refTo, refused, text } from './schema.ts';

const ENTRY = {
  type: 'object',
  required: ['id', 'articleId', 'kind', 'url', 'title', 'source'],
  properties: {
    id: { ...text, format: 'uuid' },
    articleId: { ...text, description: 'Kennung, die der Eintrag in seiner Quelle hat.' },
    kind: text,
    url: { ...text, format: 'uri' },
    slug: text,
    title: text,
    summary: text,
    body: { ...text, description: 'Markdown ohne HTML.' },
    language: text,
    category: nullable('string'),
    area: nullable('string'),
    audience: { type: 'string', enum: ['all', 'resident', 'business'] },
    example: { type: 'boolean', description: 'Kein echter Sachverhalt, sondern ein Beispiel.' },
    source: {
      type: 'object',
      properties: {
        name: text,
        url: nullable('string'),
        date: nullable('string', { description: 'Stand: JJJJ, JJJJ-MM oder JJJJ-MM-TT.' }),
        licence: nullable('string'),
        attribution: nullable('string'),
        vanishedAt: nullable('string', { description: 'Seit wann die Quelle den Eintrag nicht mehr nennt.' }),
      },
    },
    publishedAt: nullable('string', { format: 'date-time' }),
    updatedAt: { ...text, format: 'date-time' },
    expiresAt: nullable('string', { format: 'date-time' }),
  },
};

const CITATION = {
  type: 'object',
  properties: {
    n: { type: 'integer' },
    documentId: text,
    articleId: text,
    kind: text,
    title: text,
    url: { ...text, description: 'Öffnet die Seite am zitierten Satz.' },
    source: text,
    sourceUrl: nullable('string'),
    date: nullable('string'),
    sentenceIndex: { type: 'integer' },
    level: { type: 'string', enum: ['town', 'county', 'state', 'federal', 'other-town'] },
    levelName: nullable('string'),
  },
};

const ANSWER = {
  type: 'object',
  required: ['outcome', 'sentences', 'citations', 'tookMs'],
  properties: {
    outcome: { type: 'string', enum: ['answered', 'declined'] },
    possible: { type: 'boolean', description: 'Abgelehnt, aber `closest` nennt Seiten, die helfen könnten.' },
    confidence: { type: 'number', minimum: 0, maximum: 1 },
    sentences: listOf({
      type: 'object',
      properties: {
        text,
        citation: { type: 'integer', description: 'Nummer `n` des Belegs.' },
        flags: listOf({
          type: 'string',
          enum: ['old', 'low-confidence', 'superseded', 'foreign', 'contradiction'],
        }),
      },
    }),
    citations: listOf(refTo('Citation')),
    wording: {
      type: 'object',
      description:
        'Nur mit eingeschaltetem Sprachmodell: eine Formulierung, die gegen die zitierten Sätze geprüft ist.',
      properties: { text, madeBy: { const: 'model' } },
    },
    contact: { oneOf: [refTo('Contact'), { type: 'null' }] },
    closest: listOf({
      type: 'object',
      properties: { title: text, url: text, kind: text, score: { type: 'number' } },
    }),
    notice: nullable('string', {
      description: 'Keine Frage nach Inhalten, zum Beispiel `greeting`, `emergency`, `legal-advice`.',
    }),
    clarify: {
      oneOf: [
        {
          type: 'object',
          description: 'Mehrere Lesarten sind gleich gut; `question` ist, was dann gefragt wird.',
          properties: {
            options: listOf({ type: 'object', properties: { label: text, question: text } }),
          },
        },
        { type: 'null' },
      ],
    },
    tookMs: { type: 'number' },
  },
};

const CONTACT = {
  type: 'object',
  properties: { role: text, phone: text, email: text, street: text, url: text, note: text },
};
const PROBLEM = {
  type: 'object',
  properties: { type: text, title: text, status: { type: 'integer' }, detail: text },
};

const ANSWER_EVENTS = {
  ...text,
  description: [
    'Jedes Ereignis hat einen Namen (`event`) und eine Zeile JSON (`data`). Sie kommen in dieser Folge:',
    '- `found`: sofort, einmal. `{"pages": [{"title", "url", "source", "date"}], "wording": true}`: die Seiten, aus denen die Antwort stammen kann; das ist noch keine Antwort. Mit `"wording": true` formuliert jetzt ein Sprachmodell, sonst folgt alles Weitere gleich.',
    '- `wording`: keinmal oder mehrmals. `{"text", "madeBy": "model"}`: die nächsten ganzen Sätze der Formulierung, schon geprüft; mit Leerzeichen aneinanderfügen.',
    '- `withdrawn`: höchstens einmal. `{}`: Alle `wording` davor gelten nicht.',
    '- `citation`, `sentence`, `contact`: die Teile der Antwort, der Beleg vor dem ersten Satz, der ihn braucht.',
    '- `done`: zum Schluss, einmal. Die ganze Antwort, genau wie ohne Ereignisse (`Answer`).',
    '- `problem`: statt `done`, wenn es keine Antwort gibt.',
    'Wer die Verbindung schließt, hält auch das Sprachmodell an. Ohne `done` ist die Antwort nicht vollständig: noch einmal fragen. Zeilen mit `:` halten die Verbindung offen.',
  ].join('\n'),
  example: [
    'event: found',
    'data: {"pages":[{"title":"Hundesteuer","url":"https://…/wissen/hundesteuer#satz-2","source":"Satzung","date":"2025-01-01"}],"wording":true}',
    '',
    'event: wording',
    'data: {"text":"Für den ersten Hund zahlen Sie 60 Euro im Jahr.","madeBy":"model"}',
    '',
    'event: done',
    'data: {"outcome":"answered","sentences":[…],"citations":[…],…}',
    '',
  ].join('\n'),
};

const ANSWER_REQUEST = {
  type: 'object',
  required: ['question'],
  properties: {
    question: { ...text, maxLength: 500 },
    audience: { type: 'string', enum: ['resident', 'business'], default: 'resident' },
    locale: { ...text, default: 'de' },
    history: {
      ...listOf({ ...text, maxLength: 500 }),
      maxItems: 20,
      description: 'Frühere Fragen derselben Person, älteste zuerst.',
    },
  },
};

/** The open interface as an OpenAPI 3.1 document. */
export function openApiDocument(origin: string, town: string, collections: readonly string[]): object {
  const listed = (name: string) => ({
    get: {
      operationId: `list-${name}`,
      summary: `Einträge der Sammlung ${name}, seitenweise`,
      parameters: [...PAGING, ...extraParameters(name)],
      responses: {
        200: jsonOf(
          { type: 'object', properties: { items: listOf(refTo('Entry')), next: nullable('string') } },
          'Eine Seite der Sammlung',
        ),
        400: refused('Die Anfrage wurde nicht verstanden.'),
      },
    },
  });
  const single = (name: string) => ({
    get: {
      operationId: `get-${name}`,
      summary: `Ein Eintrag der Sammlung ${name}`,
      parameters: [{ name: 'slug', in: 'path', required: true, schema: text }],
      responses: { 200: jsonOf(refTo('Entry'), 'Der Eintrag'), 404: refused('Den Eintrag gibt es nicht.') },
    },
  });
  return {
    openapi: '3.1.0',
    info: {
      title: `${town}: offene Schnittstelle`,
      version: '1.0.0',
      description: 'Alles, was die Stadt veröffentlicht hat, mit Quelle und Stand; lesend, ohne Anmeldung.',
      license: { name: 'Je Eintrag, siehe source.licence' },
    },
    servers: [{ url: origin }],
    paths: {
      '/api/v1/town': {
        get: {
          operationId: 'get-town',
          summary: 'Die Stadt',
          responses: { 200: jsonOf({ type: 'object' }, 'Name, Ortsteile, Kontakte') },
        },
      },
      '/api/v1/answer': {
        post: {
          operationId: 'answer',
          summary: 'Eine Frage an die Stadt, beantwortet mit belegten Sätzen',
          requestBody: { required: true, content: { 'application/json': { schema: ANSWER_REQUEST } } },
          responses: {
            200: {
              description: 'Antwort oder ehrliche Absage; als Ereignisse mit `Accept: text/event-stream`',
              content: {
                'application/json': { schema: refTo('Answer') },
                'text/event-stream': { schema: ANSWER_EVENTS },
              },
            },
            400: refused('Die Frage wurde nicht verstanden.'),
            413: refused('Die Anfrage ist zu lang.'),
            415: refused('Es wird JSON erwartet.'),
            429: refused('Zu viele Fragen.'),
          },
        },
      },
      '/api/v1/waste': {
        get: {
          operationId: 'list-waste',
          summary: 'Abfuhrbezirke',
          responses: {
            200: jsonOf({ type: 'object', properties: { items: listOf({ type: 'object' }) } }, 'Bezirke'),
          },
        },
      },
      '/api/v1/waste/{area}': {
        get: {
          operationId: 'get-waste',
          summary: 'Abfuhrtermine eines Bezirks für ein Jahr, auch als Tabelle',
          parameters: [
            { name: 'area', in: 'path', required: true, schema: text },
            query('year', 'Jahr, JJJJ.'),
            query('format', '`csv` für eine Tabelle.', { type: 'string', enum: ['csv'] }),
          ],
          responses: {
            200: jsonOf({ type: 'object' }, 'Termine mit Verschiebungen und ihrem Grund'),
            404: refused('Den Bezirk gibt es nicht.'),
          },
        },
      },
      ...REPORT_PATHS,
      '/api/v1/search': {
        get: {
          operationId: 'search',
          summary: 'Suche über alles Veröffentlichte',
          parameters: [
            { ...query('q', 'Suchwörter.'), required: true },
            query('kind', 'Nur diese Art.'),
            PAGING[0],
          ],
          responses: {
            200: jsonOf(
              { type: 'object', properties: { q: text, hits: listOf({ type: 'object' }) } },
              'Treffer, beste zuerst',
            ),
            400: refused('Suchwort fehlt.'),
          },
        },
      },
      ...Object.fromEntries(
        collections.flatMap((name) => [
          [`/api/v1/${name}`, listed(name)],
          [`/api/v1/${name}/{slug}`, single(name)],
        ]),
      ),
    },
    components: {
      schemas: {
        Entry: ENTRY,
        Report: REPORT,
        Answer: ANSWER,
        Citation: CITATION,
        Contact: CONTACT,
        Problem: PROBLEM,
      },
    },
  };
}

function extraParameters(collection: string): object[] {
  if (collection === 'events')
    return ['from', 'to'].map((name) => query(name, 'Tag, JJJJ-MM-TT.', { ...text, format: 'date' }));
  if (collection === 'places') return [query('q', 'Teil des Namens oder der Straße.')];
  return collection === 'articles' ? [query('topic', 'Thema.')] : [];
}
