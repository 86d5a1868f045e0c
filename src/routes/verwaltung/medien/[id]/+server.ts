import { error } from '@sveltejs/kit';
import { findMediumFile } from '#modules/publishing.server';
import { isId } from '#platform/db';
import { pictureVariant } from '#platform/files.server';
import { rooms } from '#wiring/modules.server';
import type { RequestHandler } from './$types';

/** Pictures for the desk: also those of drafts and of the library, for signed-in staff only. */
export const GET: RequestHandler = async ({ params, locals }) => {
  if (!locals.staff) error(401);
  const found = isId(params.id) ? await findMediumFile(locals.tenant, params.id) : null;
  const file =
    found &&
    ((await rooms().files.read(pictureVariant(found.key, 800))) ?? (await rooms().files.read(found.key)));
  if (!file) error(404);
  return new Response(new Uint8Array(file.bytes), {
    headers: { 'content-type': file.mediaType, 'content-security-policy': "default-src 'none'" },
  });
};
