import type { RequestEvent } from '@sveltejs/kit';
import { writeFaults } from '#platform/formats.server';
import type { Open311Fault, Open311Format } from '#platform/formats.server';

const TYPES: Record<Open311Format, string> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

/** What is public may be read from any website; what is sent may not. */
export function answer(
  body: string,
  format: Open311Format,
  init: { status?: number; isPublic?: boolean } = {},
) {
  const { status = 200, isPublic = true } = init;
  return new Response(body, {
    status,
    headers: {
      'content-type': TYPES[format],
      ...(isPublic ? { 'access-control-allow-origin': '*' } : { 'cache-control': 'no-store' }),
    },
  });
}

/** A refusal in the form of GeoReport v2: one entry for each thing that is wrong. */
export function fault(
  status: number,
  descriptions: readonly string[],
  format: Open311Format,
  init: { isPublic?: boolean; retryAfterSeconds?: number } = {},
): Response {
  const faults: Open311Fault[] = descriptions.map((description) => ({ code: String(status), description }));
  const response = answer(writeFaults(faults, format), format, { status, isPublic: init.isPublic ?? true });
  if (init.retryAfterSeconds) response.headers.set('retry-after', String(init.retryAfterSeconds));
  return response;
}

type Event = Pick<RequestEvent, 'params' | 'locals' | 'url' | 'request'>;

/**
 * Answers in the format of the address, after looking at what every call has: the format itself and the
 * jurisdiction, which is this town or nothing.
 */
export async function georeport(
  { params, locals, url, request }: Event,
  respond: (format: Open311Format) => Promise<Response>,
  jurisdiction = url.searchParams.get('jurisdiction_id'),
): Promise<Response> {
  const { format } = params;
  const isPublic = request.method === 'GET';
  if (format !== 'json' && format !== 'xml')
    return fault(404, [locals.t('open311.fault.format')], 'xml', { isPublic });
  if (jurisdiction && !isThisTown(jurisdiction, locals.town))
    return fault(404, [locals.t('open311.fault.jurisdiction', { slug: locals.town.slug })], format, {
      isPublic,
    });
  return respond(format);
}

/** Programs send the short name of the town or one of its hosts. */
function isThisTown(jurisdiction: string, town: { slug: string; domains: readonly string[] }): boolean {
  const wanted = jurisdiction.trim().toLowerCase();
  return wanted === town.slug || town.domains.includes(wanted);
}
