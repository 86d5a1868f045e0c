import { escapeXml } from './escape.ts';

export type XmlValue = string | number | boolean | null | XmlElement[];
/** A name and what it holds; `null` and an empty text make an empty element. */
export type XmlElement = readonly [name: string, value: XmlValue];

/** A whole document of elements and text, without attributes. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${elementText(root, '')}`;
}

function elementText([name, value]: XmlElement, indent: string): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return `${indent}<${name}/>\n`;
    const inner = value.map((child) => elementText(child, `${indent}  `)).join('');
    return `${indent}<${name}>\n${inner}${indent}</${name}>\n`;
  }
  const text = value === null ? '' : escapeXml(String(value));
  return text === '' ? `${indent}<${name}/>\n` : `${indent}<${name}>${text}</${name}>\n`;
}
