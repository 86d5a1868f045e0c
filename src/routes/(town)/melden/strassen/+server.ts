import { findAddresses } from '#modules/waste.server';
import type { RequestHandler } from './$types';

/** Streets of the town that fit what is typed; known from the collection plans. */
export const GET: RequestHandler = async ({ locals: { tenant }, url }) => {
  const found = await findAddresses(tenant, url.searchParams.get('q')?.slice(0, 80) ?? '');
  return Response.json([...new Set(found.map(({ street }) => street).filter(Boolean))]);
};
