import { error } from '@sveltejs/kit';
import { PICTURE_SIZES, pictureVariant } from '#platform/files.server';
import { rooms } from './modules.server.ts';

/** A kept picture as an answer, in the width `?breite=` asks for; private ones stay in no cache. */
export async function pictureResponse(
  found: { key: string; mediaType: string; isPublic: boolean } | null,
  url: URL,
): Promise<Response> {
  const size = PICTURE_SIZES.find((one) => String(one) === url.searchParams.get('breite'));
  const file = found && (await rooms().files.read(size ? pictureVariant(found.key, size) : found.key));
  if (!file) error(404);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      // A public picture can be covered or hidden by the desk at any moment: caches may keep it for an hour.
      'cache-control': found.isPublic ? 'public, max-age=3600' : 'no-store',
      'content-security-policy': "default-src 'none'",
    },
  });
}
