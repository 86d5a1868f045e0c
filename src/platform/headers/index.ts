/** Headers every answer carries; the content security policy is SvelteKit's, with a nonce a page. */
const ALWAYS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

/** Sets the headers that keep a page from being misused. */
export function secureHeaders(headers: Headers, request: { isHttps: boolean; isPrivate: boolean }): void {
  for (const [name, value] of Object.entries(ALWAYS)) if (!headers.has(name)) headers.set(name, value);
  if (request.isHttps) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  if (request.isPrivate) headers.set('cache-control', 'no-store');
  else if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache');
}
