/**
 * A block of schema.org data for a page's head. Every `<` is written as `\u003c`, so that no text of the town can
 * end the script element; the block is data, never run.
 */
export function structuredData(value: Record<string, unknown>): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...value })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `<script type="application/ld+json">${json}</${'script'}>`;
}
