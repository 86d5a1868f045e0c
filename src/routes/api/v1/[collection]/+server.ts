import { publicForm } from '#modules/publishing';
import { isCivilDate, instantOf } from '#platform/formats';
import { collections } from '#wiring/collections.server';
import type { RequestHandler } from './$types';
import { openData, problem } from '../respond';

export const GET: RequestHandler = async ({ params, url, locals }) => {
  const collection = Object.hasOwn(collections, params.collection)
    ? collections[params.collection]
    : undefined;
  if (!collection)
    return problem(404, 'Sammlung unbekannt', `Es gibt: ${Object.keys(collections).join(', ')}.`);
  const query = url.searchParams;
  for (const name of ['from', 'to']) {
    const day = query.get(name);
    if (day && !isCivilDate(day))
      return problem(400, 'Datum nicht verstanden', `„${name}“ muss ein Tag der Form 2026-11-23 sein.`);
  }
  const day = (name: string) => (query.get(name) ? instantOf(query.get(name)!) : null);
  const audience = query.get('audience');
  const page = await collection.list(locals.tenant, {
    category: query.get('category'),
    area: query.get('area'),
    audience: audience === 'resident' || audience === 'business' ? audience : null,
    cursor: query.get('cursor'),
    limit: Math.min(Math.max(Number(query.get('limit')) || 20, 1), 100),
    from: day('from'),
    to: day('to'),
    q: query.get('q'),
    topic: query.get('topic'),
  });
  return openData({
    items: page.items.map((item) => publicForm(item, collection.kind.path, url.origin)),
    next: page.next && `${url.origin}${url.pathname}?${withCursor(query, page.next)}`,
  });
};

function withCursor(query: URLSearchParams, cursor: string): string {
  const next = new URLSearchParams(query);
  next.set('cursor', cursor);
  return next.toString();
}
