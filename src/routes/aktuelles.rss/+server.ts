import { listNews } from '#modules/news.server';
import { rssOf } from '#modules/publishing.server';
import { taggedResponse } from '#platform/headers.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url, request }) => {
  const { items } = await listNews(locals.tenant, {
    category: url.searchParams.get('kategorie'),
    area: url.searchParams.get('ortsteil'),
    limit: 50,
  });
  const title = locals.t('news.feed.title', { town: locals.town.name });
  const body = rssOf({ title, description: title, origin: url.origin, path: 'aktuelles', entries: items });
  return taggedResponse(request, body, { 'content-type': 'application/rss+xml; charset=utf-8' });
};
