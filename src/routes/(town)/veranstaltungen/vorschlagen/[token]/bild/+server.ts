import { error } from '@sveltejs/kit';
import { pictureVariant } from '#platform/files.server';
import { rooms, suggestions } from '#wiring/modules.server';
import type { RequestHandler } from './$types';

/** The picture of a preview, for who holds its link. */
export const GET: RequestHandler = async ({ params, locals: { tenant } }) => {
  const own = await suggestions.findOwn(tenant, params.token);
  const { files } = rooms();
  const file = own?.pictureKey
    ? ((await files.read(pictureVariant(own.pictureKey, 800))) ?? (await files.read(own.pictureKey)))
    : null;
  if (!file) error(404);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'",
    },
  });
};
