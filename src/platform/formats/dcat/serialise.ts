import { escapeXml } from '../xml/escape.ts';
import { fullName, PREFIXES } from './graph.ts';
import type { RdfNode, RdfValue } from './graph.ts';

export type RdfFormat = 'jsonld' | 'ttl' | 'rdf';

/** Writes the same graph as JSON-LD, Turtle or RDF/XML. */
export function writeRdf(nodes: readonly RdfNode[], format: RdfFormat): string {
  if (format === 'jsonld') return jsonLd(nodes);
  return format === 'ttl' ? turtle(nodes) : rdfXml(nodes);
}

function jsonLd(nodes: readonly RdfNode[]): string {
  return `${JSON.stringify({ '@context': PREFIXES, '@graph': nodes.map(jsonLdNode) }, null, 1)}\n`;
}

function jsonLdNode({ iri, type, properties }: RdfNode): object {
  return {
    ...(iri === null ? {} : { '@id': safeIri(iri) }),
    '@type': type,
    ...Object.fromEntries(
      properties
        .filter(([, values]) => values.length > 0)
        .map(([predicate, values]) => [predicate, values.map(jsonLdValue)]),
    ),
  };
}

function jsonLdValue(value: RdfValue): object {
  if ('iri' in value) return { '@id': safeIri(value.iri) };
  if ('node' in value) return jsonLdNode(value.node);
  return {
    '@value': value.text,
    ...(value.language ? { '@language': value.language } : {}),
    ...(value.datatype ? { '@type': value.datatype } : {}),
  };
}

function turtle(nodes: readonly RdfNode[]): string {
  const prefixes = Object.entries(PREFIXES).map(([name, iri]) => `@prefix ${name}: <${iri}> .\n`);
  return `${prefixes.join('')}\n${nodes.map((node) => `${turtleSubject(node)} .\n`).join('\n')}`;
}

function turtleSubject(node: RdfNode): string {
  return node.iri === null ? turtleBlank(node, '') : `<${safeIri(node.iri)}>\n${turtleBody(node, '  ')}`;
}

function turtleBlank(node: RdfNode, indent: string): string {
  return `[\n${turtleBody(node, `${indent}  `)}\n${indent}]`;
}

function turtleBody({ type, properties }: RdfNode, indent: string): string {
  const lines = [`${indent}a ${type}`];
  for (const [predicate, values] of properties)
    if (values.length > 0)
      lines.push(`${indent}${predicate} ${values.map((value) => turtleValue(value, indent)).join(', ')}`);
  return lines.join(' ;\n');
}

function turtleValue(value: RdfValue, indent: string): string {
  if ('iri' in value) return `<${safeIri(value.iri)}>`;
  if ('node' in value) return turtleBlank(value.node, indent);
  const text = `"${escapeTurtle(value.text)}"`;
  if (value.language) return `${text}@${value.language}`;
  return value.datatype ? `${text}^^${value.datatype}` : text;
}

function escapeTurtle(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
}

function rdfXml(nodes: readonly RdfNode[]): string {
  const spaces = Object.entries(PREFIXES).map(([name, iri]) => ` xmlns:${name}="${iri}"`);
  const body = nodes.map((node) => rdfXmlNode(node, '  ')).join('');
  return `<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF${spaces.join('')}>\n${body}</rdf:RDF>\n`;
}

function rdfXmlNode({ iri, type, properties }: RdfNode, indent: string): string {
  const about = iri === null ? '' : ` rdf:about="${escapeXml(safeIri(iri))}"`;
  const inner = properties
    .flatMap(([predicate, values]) => values.map((value) => rdfXmlProperty(predicate, value, `${indent}  `)))
    .join('');
  return `${indent}<${type}${about}>\n${inner}${indent}</${type}>\n`;
}

function rdfXmlProperty(predicate: string, value: RdfValue, indent: string): string {
  if ('iri' in value) return `${indent}<${predicate} rdf:resource="${escapeXml(safeIri(value.iri))}"/>\n`;
  if ('node' in value)
    return `${indent}<${predicate}>\n${rdfXmlNode(value.node, `${indent}  `)}${indent}</${predicate}>\n`;
  const language = value.language ? ` xml:lang="${value.language}"` : '';
  const datatype = value.datatype ? ` rdf:datatype="${fullName(value.datatype)}"` : '';
  return `${indent}<${predicate}${language}${datatype}>${escapeXml(value.text)}</${predicate}>\n`;
}

/** What an address may not hold in any of the formats is written in percent signs. */
function safeIri(iri: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters meant
  return iri.replace(/[\u0000-\u0020<>"{}|\\^`]/g, (sign) => encodeURIComponent(sign).replace(/^.$/, '%5E'));
}
