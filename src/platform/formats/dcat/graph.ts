/** A description as RDF knows it: things with properties, which are texts, addresses or further things. */
export interface RdfNode {
  /** Null for a thing without address, which stands where it is used. */
  iri: string | null;
  type: string;
  /** Predicate as a prefixed name, `dct:title`. */
  properties: readonly (readonly [predicate: string, values: readonly RdfValue[]])[];
}

export type RdfValue =
  { text: string; language?: string; datatype?: string } | { iri: string } | { node: RdfNode };

/** The vocabularies of DCAT-AP.de 2.0. */
export const PREFIXES: Readonly<Record<string, string>> = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** `dct:title` in full. */
export function fullName(prefixed: string): string {
  const [prefix, name] = prefixed.split(':') as [string, string];
  return `${PREFIXES[prefix]!}${name}`;
}
