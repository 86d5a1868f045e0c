import { error } from '@sveltejs/kit';
import { placeToVcard } from '#modules/places';
import { findPlace } from '#modules/places.server';
import { taggedResponse } from '#platform/headers.server';
import type { RequestHandler } from './$types';

/** A place for the address book. */
export const GET: RequestHandler = async ({ locals: { tenant, t }, params, url, request }) => {
  const place = await findPlace(tenant, params.slug);
  if (!place) error(404, t('places.not-found'));
  return taggedResponse(request, placeToVcard(place, url.origin), {
    'content-type': 'text/vcard; charset=utf-8',
    'content-disposition': `attachment; filename="${place.slug}.vcf"`,
  });
};
