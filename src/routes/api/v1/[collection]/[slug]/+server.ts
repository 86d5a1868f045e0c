import { publicForm } from '#modules/publishing';
import { collections, findInCollection } from '#wiring/collections.server';
import type { RequestHandler } from './$types';
import { openData, problem } from '../../respond';

export const GET: RequestHandler = async ({ params, url, locals }) => {
  const collection = Object.hasOwn(collections, params.collection)
    ? collections[params.collection]
    : undefined;
  const found = collection && (await findInCollection(locals.tenant, collection, params.slug));
  if (!collection || !found)
    return problem(404, 'Nicht gefunden', 'Diesen Eintrag gibt es nicht oder nicht mehr.');
  return openData({
    ...publicForm(found, collection.kind.path, url.origin),
    ...(await collection.more?.(locals.tenant, found.id)),
  });
};
