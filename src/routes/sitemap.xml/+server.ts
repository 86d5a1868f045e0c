import { listPublicAddresses } from '#modules/publishing.server';
import { kinds } from '#wiring/modules.server';
import type { RequestHandler } from './$types';
import { sitemapOf } from './sitemap.ts';

export const GET: RequestHandler = async ({ locals: { tenant, town }, url }) => {
  const paths = new Map(kinds.map((kind) => [kind.kind, kind.path]));
  const entries = (await listPublicAddresses(tenant)).map(({ kind, slug, updatedAt }) => ({
    path: `/${paths.get(kind)}/${slug}`,
    updatedAt,
  }));
  return new Response(sitemapOf(url.origin, town, entries), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
