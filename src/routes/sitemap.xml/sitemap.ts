import type { Town } from '#modules/tenancy';
import { isSwitchedOff } from '#wiring/switches';

const PAGES = [
  '',
  'aktuelles',
  'bekanntmachungen',
  'veranstaltungen',
  'orte',
  'abfall',
  'wissen',
  'fragen',
  'wirtschaft',
  'wirtschaft/fragen',
  'schutzrechte',
  'quellen',
  'kontakt',
  'impressum',
  'datenschutz',
  'barrierefreiheit',
];

export interface SitemapEntry {
  path: string;
  updatedAt?: Date;
}

/** The pages of a town and its entries, without the rooms it has switched off. */
export function sitemapOf(
  origin: string,
  town: Pick<Town, 'settings'>,
  entries: readonly SitemapEntry[],
): string {
  const pages = PAGES.map((page): SitemapEntry => ({ path: `/${page}` }));
  const addresses = [...pages, ...entries]
    .filter(({ path }) => !isSwitchedOff(path, town))
    .map(({ path, updatedAt }) => {
      const changed = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : '';
      return `<url><loc>${origin}${path}</loc>${changed}</url>`;
    });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join('\n')}\n</urlset>\n`;
}
