import { PICTURE_SIZES, pictureVariant } from '#platform/files.server';
import { rooms } from './modules.server.ts';

/** The answer with a kept picture, in the width asked for; null when its file is gone. */
export async function answerWithPicture(
  found: { key: string; isPublic: boolean },
  width: string | null,
): Promise<Response | null> {
  const size = PICTURE_SIZES.find((one) => String(one) === width);
  const file = await rooms().files.read(size ? pictureVariant(found.key, size) : found.key);
  if (!file) return null;
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      // What is covered later must not be seen from a cache.
      'cache-control': found.isPublic ? 'public, max-age=300' : 'private, no-store',
      'content-security-policy': "default-src 'none'",
    },
  });
}
