import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) =>
  text(
    [
      'User-agent: *',
      'Disallow: /verwaltung',
      'Disallow: /suche',
      'Disallow: /*frage=',
      'Disallow: /anfrage',
      `Sitemap: ${url.origin}/sitemap.xml`,
      '',
    ].join('\n'),
  );
