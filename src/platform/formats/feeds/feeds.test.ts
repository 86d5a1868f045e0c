import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInstant } from '../dates/read.ts';
import { readFeed } from './read.ts';
import { writeAtom, writeRss } from './write.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rss = (items: string, head = '<?xml version="1.0"?>') =>
  `${head}\n<rss version="2.0"><channel><title>Stadt</title><link>https://a.de</link>\n${items}\n</channel></rss>`;
const item = (id: string, more = '') =>
  `<item><title>T ${id}</title><guid isPermaLink="false">${id}</guid>${more}</item>`;

function feedOf(input: string | Uint8Array, contentType?: string) {
  const outcome = readFeed(typeof input === 'string' ? bytes(input) : input, { contentType });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

describe('feeds as towns publish them', () => {
  test('60 news of a small town', () => {
    const feed = feedOf(readFileSync('tests/fixtures/salzkotten_news_titel.xml'));
    expect([feed.format, feed.items.length, feed.faults]).toEqual(['rss', 60, []]);
    expect(feed.items[0]).toMatchObject({
      line: 8,
      title: 'Schulwegsicherung Oelweg in Salzkotten Umbau zur „unechten Fahrradstraße“',
      published: new Date('2026-07-27T00:00:00Z'),
    });
  });

  test('40 agenda items in Atom, with HTML in CDATA', () => {
    const feed = feedOf(readFileSync('tests/fixtures/karlsruhe_tagesordnungspunkte.xml'));
    expect([feed.format, feed.items.length, feed.faults]).toEqual(['atom', 40, []]);
    expect(feed.items[0]!.link).toBe(
      'https://sitzungskalender.karlsruhe.de/db/ratsinformation/termin-10540#top24',
    );
    expect(feed.items[0]!.contentHtml).toContain('<b>Sitzung:</b> Gemeinderat');
  });
});

describe('encodings', () => {
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const utf16 = (text: string, big: boolean) => {
    const buffer = Buffer.from(`\ufeff${text}`, 'utf16le');
    return big ? buffer.swap16() : buffer;
  };
  const text = rss(item('Straße'), '<?xml version="1.0" encoding="iso-8859-1"?>');

  test.each([
    ['its own declaration', latin(text), undefined],
    ['the HTTP header', latin(text.replace(' encoding="iso-8859-1"', '')), 'text/xml; charset=windows-1252'],
    [
      'a byte order mark',
      bytes(`\ufeff${text.replace('iso-8859-1', 'utf-8')}`),
      'text/xml; charset=iso-8859-1',
    ],
    ['UTF-16, little end first', utf16(text.replace('iso-8859-1', 'utf-16'), false), undefined],
    ['UTF-16, big end first', utf16(text.replace('iso-8859-1', 'utf-16'), true), undefined],
  ])('by %s', (_, input, contentType) => {
    expect(feedOf(input, contentType).items[0]!.title).toBe('T Straße');
  });

  test('a text that is not what it says is refused with the line', () => {
    expect(readFeed(latin(text.replace('iso-8859-1', 'utf-8')))).toMatchObject({
      reason: 'encoding-wrong',
      details: { values: { line: 3 } },
    });
  });
});

describe('feeds that would do harm are refused with line and reason', () => {
  const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('\n');
  test.each([
    [
      'a billion laughs',
      rss(item('&l9;'), `<?xml version="1.0"?>\n<!DOCTYPE x [\n<!ENTITY l0 "lol">\n${lol}]>`),
      'xml-doctype',
      2,
    ],
    [
      'a file of the server',
      rss(item('&f;'), '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
      'xml-doctype',
      1,
    ],
    ['a tag never closed', rss('<item><title>a</item>'), 'xml-broken', 3],
    ['a feed cut off', rss(item('a')).slice(0, -20), 'xml-broken', 3],
    ['a thousand levels', rss(`${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`), 'xml-too-deep', 3],
  ])('%s', (_, text, reason, line) => {
    expect(readFeed(bytes(text))).toMatchObject({ ok: false, reason, details: { values: { line } } });
  });

  test('a web page, too many items, too many bytes', () => {
    expect(readFeed(bytes('<html><body></body></html>'))).toMatchObject({ reason: 'feed-unknown' });
    expect(readFeed(bytes(rss(item('a') + item('b'))), { maxItems: 1 })).toMatchObject({
      reason: 'too-many-items',
    });
    expect(readFeed(new Uint8Array(10_000_001))).toMatchObject({ reason: 'too-large' });
  });
});

test('items with faults are named with their line, the others are kept', () => {
  const feed = feedOf(
    rss(
      [
        item('1', '<pubDate>Mon, 27 Jul 2026 10:00 MESZ</pubDate>'),
        item('2', '<pubDate>Mon, 30 Feb 2026 10:00:00 GMT</pubDate>'),
        '<item><guid>3</guid></item>',
        '<item><title>ohne Kennung</title></item>',
        item('1'),
        item('6'),
      ].join('\n'),
    ),
  );
  expect(feed.items.map((found) => found.id)).toEqual(['1', '6']);
  expect(feed.items[0]!.published).toEqual(new Date('2026-07-27T08:00:00Z'));
  expect(feed.faults.map(({ line, reason, field }) => [line, reason, field])).toEqual([
    [4, 'date-not-understood', 'published'],
    [5, 'title-missing', 'title'],
    [6, 'id-missing', 'guid'],
    [7, 'id-twice', 'guid'],
  ]);
});

test('dates of feeds, with the zones and months German servers write', () => {
  const cases: [string, string | null][] = [
    ['Mon, 27 Jul 2026 00:00:00 GMT', '2026-07-27T00:00:00.000Z'],
    ['Mi, 4 Mär 2026 18:00 MEZ', '2026-03-04T17:00:00.000Z'],
    ['4. Oktober 2026', '2026-10-03T22:00:00.000Z'],
    ['27 Jul 26 10:00:00 +0200', '2026-07-27T08:00:00.000Z'],
    ['2026-07-27T10:00:00+02:00', '2026-07-27T08:00:00.000Z'],
    ['2026-07-27', '2026-07-26T22:00:00.000Z'],
    ['27.07.2026 10.00 Uhr', '2026-07-27T08:00:00.000Z'],
    ['31.04.2026', null],
    ['2026-02-30T10:00:00Z', null],
    ['2026-07-27T25:00:00Z', null],
    ['Mon, 27 Jul 2026 10:00:00 XYZ', null],
    ['morgen', null],
  ];
  for (const [text, expected] of cases)
    expect([text, readInstant(text)?.toISOString() ?? null]).toEqual([text, expected]);
});

describe('feeds we write', () => {
  const itemToWrite = fc.record({
    id: fc.uuid(),
    title: fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `T${text}`),
    link: fc.webUrl(),
    summary: fc.string({ unit: 'grapheme' }),
    html: fc.string(),
    published: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    categories: fc.array(fc.constantFrom('Bau & Verkehr', 'A<B')),
  });
  const wrap = (items: Parameters<typeof writeRss>[0]['items']) => ({
    title: 'Hagenow',
    description: 'Aktuelles',
    link: 'https://hagenow.de',
    selfLink: 'https://hagenow.de/aktuelles.rss',
    language: 'de',
    updated: new Date('2026-11-23T10:00:00Z'),
    items,
  });

  test('are read back as they were meant, whatever is in them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(itemToWrite, { selector: (entry) => entry.id, maxLength: 5 }), (items) => {
        for (const written of [writeRss(wrap(items)), writeAtom(wrap(items))]) {
          const read = feedOf(written);
          expect(read.faults).toEqual([]);
          expect(read.items.map((found) => found.id)).toEqual(items.map((entry) => entry.id));
          expect(read.items.map((found) => found.published!.getTime() / 1000)).toEqual(
            items.map((entry) => Math.floor(entry.published.getTime() / 1000)),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('reading ends and never throws, whatever bytes come', () => {
  const piece = fc.constantFrom(
    '<rss>',
    '</rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<feed>',
    '<entry>',
    '&amp;',
    '&#x110000;',
    '<?xml?>',
    '"',
    "'",
    '/>',
    'a',
    '<!',
    '<content type="xhtml">',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((list) => bytes(list.join(''))),
        fc.uint8Array(),
      ),
      (input) => {
        readFeed(input);
      },
    ),
  );
});
