import { error } from '@sveltejs/kit';
import { tourToGpx } from '#modules/places';
import { findTour, stopsOf } from '#modules/places.server';
import { taggedResponse } from '#platform/headers.server';
import type { RequestHandler } from './$types';

/** A tour for navigation devices. */
export const GET: RequestHandler = async ({ locals: { tenant, t }, params, url, request }) => {
  const tour = await findTour(tenant, params.slug);
  if (!tour) error(404, t('places.tours.not-found'));
  const body = tourToGpx(tour, await stopsOf(tenant, tour), `${url.origin}/orte/touren/${tour.slug}`);
  return taggedResponse(request, body, { 'content-type': 'application/gpx+xml; charset=utf-8' });
};
