import { zonedTime } from '../dates/berlin.ts';
import type { OpenLicence } from './licences.ts';
import { writeRdf } from './serialise.ts';
import type { RdfFormat } from './serialise.ts';
import type { RdfNode, RdfValue } from './graph.ts';

/** What a town offers as open data, in the terms of DCAT-AP.de 2.0. */
export interface Catalogue {
  iri: string;
  title: string;
  description: string;
  homepage: string;
  publisher: { iri: string; name: string; homepage: string };
  contact: { name: string; email: string | null; url: string };
  /** Eight digits of the Amtlicher Gemeindeschlüssel; null when the town has not said it. */
  ags: string | null;
  placeName: string;
  modified: Date;
  datasets: CatalogueDataset[];
}

export interface CatalogueDataset {
  iri: string;
  title: string;
  description: string;
  page: string;
  keywords: string[];
  /** Codes of the European data themes, `GOVE`, `TRAN`, `ENVI` … */
  themes: string[];
  /** Code of the European frequency list: `CONT`, `DAILY`, `ANNUAL` … */
  frequency: string;
  modified: Date | null;
  /** First and last day the records tell about, `YYYY-MM-DD`. */
  covers: { from: string; to: string } | null;
  distributions: CatalogueDistribution[];
}

export interface CatalogueDistribution {
  iri: string;
  title: string;
  url: string;
  /** Code of the European file type list: `CSV`, `JSON`, `GEOJSON`, `RSS`, `ICS` … */
  format: string;
  mediaType: string;
  licence: OpenLicence;
  /** Who has to be named when the data are used. */
  attribution: string;
}

const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const DCATDE = 'http://dcat-ap.de/def';

/** The catalogue as a document that GovData, a state portal or the European portal can harvest. */
export function writeCatalogue(catalogue: Catalogue, format: RdfFormat): string {
  return writeRdf(catalogueGraph(catalogue), format);
}

function catalogueGraph(catalogue: Catalogue): RdfNode[] {
  const { publisher, datasets } = catalogue;
  return [
    {
      iri: catalogue.iri,
      type: 'dcat:Catalog',
      properties: [
        ['dct:title', [german(catalogue.title)]],
        ['dct:description', [german(catalogue.description)]],
        ['dct:publisher', [{ iri: publisher.iri }]],
        ['dct:language', [{ iri: `${AUTHORITY}/language/DEU` }]],
        ['dct:modified', [time(catalogue.modified)]],
        ['dcat:themeTaxonomy', [{ iri: `${AUTHORITY}/data-theme` }]],
        ['foaf:homepage', [{ iri: catalogue.homepage }]],
        ['dcat:dataset', datasets.map(({ iri }) => ({ iri }))],
      ],
    },
    {
      iri: publisher.iri,
      type: 'foaf:Organization',
      properties: [
        ['foaf:name', [german(publisher.name)]],
        ['foaf:homepage', [{ iri: publisher.homepage }]],
      ],
    },
    ...datasets.map((dataset) => datasetNode(catalogue, dataset)),
    ...datasets.flatMap(({ distributions }) => distributions.map(distributionNode)),
  ];
}

function datasetNode(catalogue: Catalogue, dataset: CatalogueDataset): RdfNode {
  return {
    iri: dataset.iri,
    type: 'dcat:Dataset',
    properties: [
      ['dct:title', [german(dataset.title)]],
      ['dct:description', [german(dataset.description)]],
      ['dct:identifier', [{ text: dataset.iri }]],
      ['dcat:keyword', dataset.keywords.map(german)],
      ['dcat:theme', dataset.themes.map((code) => ({ iri: `${AUTHORITY}/data-theme/${code}` }))],
      ['dct:publisher', [{ iri: catalogue.publisher.iri }]],
      ['dcatde:maintainer', [{ iri: catalogue.publisher.iri }]],
      ['dcat:contactPoint', [{ node: contactNode(catalogue.contact) }]],
      ['dct:language', [{ iri: `${AUTHORITY}/language/DEU` }]],
      ['dct:accrualPeriodicity', [{ iri: `${AUTHORITY}/frequency/${dataset.frequency}` }]],
      ['dct:accessRights', [{ iri: `${AUTHORITY}/access-right/PUBLIC` }]],
      ['dct:modified', dataset.modified ? [time(dataset.modified)] : []],
      ['dct:temporal', dataset.covers ? [{ node: periodNode(dataset.covers) }] : []],
      ['dcat:landingPage', [{ iri: dataset.page }]],
      ...geocoding(catalogue),
      ['dcat:distribution', dataset.distributions.map(({ iri }) => ({ iri }))],
    ],
  };
}

/** Where the data belong to, by the official key of the municipality. */
function geocoding({ ags, placeName }: Catalogue): RdfNode['properties'] {
  if (!ags) return [['dcatde:geocodingDescription', [german(placeName)]]];
  return [
    ['dcatde:politicalGeocodingLevelURI', [{ iri: `${DCATDE}/politicalGeocoding/Level/municipality` }]],
    ['dcatde:politicalGeocodingURI', [{ iri: `${DCATDE}/politicalGeocoding/municipalityKey/${ags}` }]],
    ['dcatde:geocodingDescription', [german(placeName)]],
  ];
}

function contactNode({ name, email, url }: Catalogue['contact']): RdfNode {
  return {
    iri: null,
    type: 'vcard:Organization',
    properties: [
      ['vcard:fn', [{ text: name }]],
      ['vcard:hasEmail', email ? [{ iri: `mailto:${email}` }] : []],
      ['vcard:hasURL', [{ iri: url }]],
    ],
  };
}

function periodNode({ from, to }: { from: string; to: string }): RdfNode {
  return {
    iri: null,
    type: 'dct:PeriodOfTime',
    properties: [
      ['dcat:startDate', [{ text: from, datatype: 'xsd:date' }]],
      ['dcat:endDate', [{ text: to, datatype: 'xsd:date' }]],
    ],
  };
}

function distributionNode(distribution: CatalogueDistribution): RdfNode {
  const { iri, title, url, format, mediaType, licence, attribution } = distribution;
  return {
    iri,
    type: 'dcat:Distribution',
    properties: [
      ['dct:title', [german(title)]],
      ['dcat:accessURL', [{ iri: url }]],
      ['dcat:downloadURL', [{ iri: url }]],
      ['dct:format', [{ iri: `${AUTHORITY}/file-type/${format}` }]],
      ['dcat:mediaType', [{ iri: `https://www.iana.org/assignments/media-types/${mediaType}` }]],
      ['dct:license', [{ iri: `${DCATDE}/licenses/${licence}` }]],
      ['dcatde:licenseAttributionByText', [german(attribution)]],
      [
        'dcatap:availability',
        [{ iri: 'http://publications.europa.eu/resource/authority/planned-availability/STABLE' }],
      ],
    ],
  };
}

function german(text: string): RdfValue {
  return { text, language: 'de' };
}

function time(instant: Date): RdfValue {
  return { text: zonedTime(instant), datatype: 'xsd:dateTime' };
}
