import { listPublicAddresses } from '#modules/publishing.server';
import { kinds } from '#wiring/modules.server';
import type { RequestHandler } from './$types';

const PAGES = [
  '',
  'aktuelles',
  'bekanntmachungen',
  'veranstaltungen',
  'orte',
  'wissen',
  'fragen',
  'wirtschaft',
  'quellen',
  'kontakt',
];

export const GET: RequestHandler = async ({ locals, url }) => {
  const paths = new Map(kinds.map((kind) => [kind.kind, kind.path]));
  const entries = await listPublicAddresses(locals.tenant);
  const addresses = [
    ...PAGES.map((page) => `<url><loc>${url.origin}/${page}</loc></url>`),
    ...entries.map((entry) => {
      const changed = entry.updatedAt.toISOString();
      return `<url><loc>${url.origin}/${paths.get(entry.kind)}/${entry.slug}</loc><lastmod>${changed}</lastmod></url>`;
    }),
  ];
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join('\n')}\n</urlset>\n`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
