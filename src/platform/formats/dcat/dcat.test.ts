import { readdirSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { Parser } from 'n3';
import type { Quad } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { describe, expect, test } from 'vitest';
import { writeCatalogue } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import type { RdfFormat } from './serialise.ts';

/** Reads with parsers that know nothing of our writers. */
async function quadsOf(text: string, format: RdfFormat): Promise<Quad[]> {
  if (format === 'ttl') return new Parser().parse(text);
  const parser = format === 'jsonld' ? new JsonLdParser() : new RdfXmlParser();
  const quads: Quad[] = [];
  for await (const quad of Readable.from([text]).pipe(parser)) quads.push(quad as Quad);
  return quads;
}

/** Statements as text, blank nodes without their names, in order. */
function statements(quads: readonly Quad[]): string[] {
  const term = (one: Quad['object']) => {
    if (one.termType === 'BlankNode') return '_';
    if (one.termType !== 'Literal') return one.value;
    return `"${one.value}"@${one.language}^^${one.datatype.value}`;
  };
  return quads
    .map(({ subject, predicate, object }) => `${term(subject)} ${predicate.value} ${term(object)}`)
    .sort();
}

const town = (title: string, description: string): Catalogue => ({
  iri: 'https://hagenow.example/dcat#catalog',
  title,
  description,
  homepage: 'https://hagenow.example/offene-daten',
  publisher: {
    iri: 'https://hagenow.example/impressum#publisher',
    name: 'Stadt Hagenow',
    homepage: 'https://hagenow.example/',
  },
  contact: { name: 'Stadt Hagenow', email: 'info@hagenow.example', url: 'https://hagenow.example/kontakt' },
  ags: '13076060',
  placeName: 'Hagenow',
  modified: new Date('2026-11-27T17:00:00Z'),
  datasets: [
    {
      iri: 'https://hagenow.example/offene-daten#meldungen',
      title,
      description,
      page: 'https://hagenow.example/meldungen',
      keywords: ['Mängel', title],
      themes: ['GOVE', 'TRAN'],
      frequency: 'CONT',
      modified: new Date('2026-07-01T10:00:00Z'),
      covers: { from: '2026-01-01', to: '2026-12-31' },
      distributions: [
        {
          iri: 'https://hagenow.example/meldungen.csv#distribution',
          title: 'Tabelle',
          url: 'https://hagenow.example/meldungen.csv?a=1&b=<2>',
          format: 'CSV',
          mediaType: 'text/csv',
          licence: 'dl-by-de/2.0',
          attribution: 'Stadt Hagenow',
        },
      ],
    },
  ],
});

describe('the catalogue of a town', () => {
  test('says the same in JSON-LD, Turtle and RDF/XML, whatever the texts are', async () => {
    // XML cannot hold control characters, and takes line ends for one sign.
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      // eslint-disable-next-line no-control-regex -- these are the characters meant
      .map((given) => `T ${given.replace(/[\u0000-\u001f\ufffe\uffff]/g, ' ')} "x" \\ <y> & z`);
    await fc.assert(
      fc.asyncProperty(text, text, async (title, description) => {
        const catalogue = town(title, description);
        const read = (format: RdfFormat) => quadsOf(writeCatalogue(catalogue, format), format);
        const [fromJson, fromTurtle, fromXml] = await Promise.all([read('jsonld'), read('ttl'), read('rdf')]);
        expect(statements(fromJson)).toEqual(statements(fromTurtle));
        expect(statements(fromXml)).toEqual(statements(fromTurtle));
        expect(fromTurtle.length).toBeGreaterThan(40);
      }),
      { numRuns: 40 },
    );
  });

  test('says the municipality by its key', async () => {
    const said = statements(await quadsOf(writeCatalogue(town('a', 'b'), 'ttl'), 'ttl'));
    expect(said.filter((one) => one.includes('politicalGeocodingURI'))).toEqual([
      'https://hagenow.example/offene-daten#meldungen http://dcat-ap.de/def/dcatde/politicalGeocodingURI http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060',
    ]);
  });
});

describe('the reference examples of DCAT-AP.de', () => {
  const files = readdirSync('tests/fixtures/dcat').filter((name) => /\.(jsonld|ttl|rdf)$/.test(name));
  const formatOf = (name: string) => name.split('.').at(-1) as RdfFormat;

  test('are six', () => {
    expect(files).toHaveLength(6);
  });

  test.each(files)('%s: every property it asks for is in ours, on the same class of thing', async (name) => {
    const example = await quadsOf(readFileSync(`tests/fixtures/dcat/${name}`, 'utf8'), formatOf(name));
    const ours = await quadsOf(writeCatalogue(town('a', 'b'), 'ttl'), 'ttl');
    const wanted = properties(example).filter((one) => MANDATORY.test(one));
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.filter((one) => !properties(ours).includes(one))).toEqual([]);
  });
});

// What DCAT-AP.de 2.0 asks for or recommends of every town; the rest of the examples is about their own case
// (checksums, sizes, legal bases, the id of a portal that delivers).
const MANDATORY =
  /Catalog (title|description|publisher|dataset|homepage|language|themeTaxonomy)$|Organization (name)$|Dataset (title|description|distribution|keyword|publisher|theme|contactPoint|politicalGeocodingLevelURI|politicalGeocodingURI|geocodingDescription|maintainer|accrualPeriodicity)$|Distribution (title|accessURL|downloadURL|license|licenseAttributionByText|format)$/;

/** `Dataset title`: the class of the subject and the last part of the predicate. */
function properties(quads: readonly Quad[]): string[] {
  const last = (iri: string) => iri.split(/[/#]/).at(-1)!;
  const classes = new Map<string, string>();
  for (const { subject, predicate, object } of quads)
    if (predicate.value.endsWith('#type')) classes.set(subject.value, last(object.value));
  const found = quads.map(
    ({ subject, predicate }) => `${classes.get(subject.value)} ${last(predicate.value)}`,
  );
  return [...new Set(found)].sort();
}
