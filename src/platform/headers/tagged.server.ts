import { createHash } from 'node:crypto';

/** An answer that a reader who already has it gets as "not changed" (RFC 9110, section 13.1.2). */
export function taggedResponse(request: Request, body: string, headers: Record<string, string>): Response {
  const tag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim());
  const all = {
    ...headers,
    etag: tag,
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
  };
  return known.includes(tag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(body, { headers: all });
}
