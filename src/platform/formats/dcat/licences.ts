/** Licences a German municipality gives its data, by their names in the DCAT-AP.de list. */
export const OPEN_LICENCES = [
  'dl-by-de/2.0',
  'dl-zero-de/2.0',
  'cc-by/4.0',
  'cc-zero',
  'other-open',
] as const;
export type OpenLicence = (typeof OPEN_LICENCES)[number];

/** The licence a text names, as people write it: `CC BY 4.0`, `Datenlizenz Deutschland – Namensnennung 2.0`. */
export function openLicenceOf(text: string): OpenLicence {
  if (/dl-?de[/-]?(by-)?zero|dl-zero|datenlizenz.*zero/i.test(text)) return 'dl-zero-de/2.0';
  if (/dl-?de|dl-by-de|datenlizenz/i.test(text)) return 'dl-by-de/2.0';
  if (/cc-?\s?0|cc-zero|creative commons zero/i.test(text)) return 'cc-zero';
  return /cc[- ]by[- ]4/i.test(text) ? 'cc-by/4.0' : 'other-open';
}
