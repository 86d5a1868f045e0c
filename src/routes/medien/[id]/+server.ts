import { error } from '@sveltejs/kit';
import { findMediumFile } from '#modules/publishing.server';
import { isId } from '#platform/db';
import { PICTURE_SIZES, pictureVariant } from '#platform/files.server';
import { rooms } from '#wiring/modules.server';
import type { RequestHandler } from './$types';

/** A picture of the media library; `?breite=400` asks for a smaller one. Only pictures of public entries are shown. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
  const { logoMediaId } = locals.town.settings;
  const found = isId(params.id)
    ? await findMediumFile(locals.tenant, params.id, logoMediaId ? [logoMediaId] : [])
    : null;
  const file = found && (await rooms().files.read(variantOf(found.key, url.searchParams.get('breite'))));
  if (!file) error(404);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      // A picture never changes under its id; it only stops being shown.
      'cache-control': 'public, max-age=86400',
      'content-security-policy': "default-src 'none'",
    },
  });
};

function variantOf(key: string, width: string | null): string {
  const size = PICTURE_SIZES.find((one) => String(one) === width);
  return size ? pictureVariant(key, size) : key;
}
