import { XMLParser } from 'fast-xml-parser';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { outlineOf } from '../feeds/outline.ts';
import { decodeText } from '../rows/decode.ts';
import type { EncodingFault } from '../rows/decode.ts';

export type XmlRefusal = EncodingFault | 'xml-broken' | 'xml-doctype' | 'xml-too-deep';

export interface XmlDocument {
  rootName: string;
  /** Elements as objects, repeated ones as arrays, attributes as `@name`, text as strings. */
  root: unknown;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  processEntities: true,
});

/** Reads a document from somebody else: document types and entities of its own are refused before any parser sees them. */
export function readXml(bytes: Uint8Array, contentType?: string | null): Outcome<XmlDocument, XmlRefusal> {
  const decoded = decodeText(bytes, { contentType: contentType ?? null, declared: declaredEncoding });
  if (!decoded.ok) return decoded;
  const text = decoded.value.replace(/^\ufeff/, '');
  const outline = outlineOf(text);
  if (outline.doctypeLine !== null) return refuse('xml-doctype', { values: { line: outline.doctypeLine } });
  if (outline.tooDeepLine !== null) return refuse('xml-too-deep', { values: { line: outline.tooDeepLine } });
  try {
    const whole = parser.parse(text, true) as Record<string, unknown>;
    const rootName = Object.keys(whole).find((name) => !name.startsWith('?'));
    return rootName === undefined ? refuse('xml-broken') : done({ rootName, root: whole[rootName] });
  } catch {
    return refuse('xml-broken');
  }
}

/** The encoding an XML text says it has. */
export function declaredEncoding(start: string): string | null {
  return /^[\s\ufeffï»¿]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1] ?? null;
}
