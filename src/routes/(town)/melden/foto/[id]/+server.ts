import { error } from '@sveltejs/kit';
import { rooms } from '#wiring/modules.server';
import type { RequestHandler } from './$types';

/** A picture of a report that is not sent yet, for the one who has the form it came with. */
export const GET: RequestHandler = async ({ locals: { tenant }, params, url }) => {
  const key = url.searchParams.get('formular') ?? '';
  const picture = await rooms().reports.readUpload(tenant, { key, id: params.id });
  if (!picture) error(404);
  return new Response(picture.bytes, {
    headers: { 'content-type': picture.mediaType, 'cache-control': 'no-store' },
  });
};
