import { error } from '@sveltejs/kit';
import { tourToGeoJson } from '#modules/places';
import { findTour, stopsOf } from '#modules/places.server';
import { taggedResponse } from '#platform/headers.server';
import type { RequestHandler } from './$types';

/** A tour as GeoJSON (RFC 7946). */
export const GET: RequestHandler = async ({ locals: { tenant, t }, params, url, request }) => {
  const tour = await findTour(tenant, params.slug);
  if (!tour) error(404, t('places.tours.not-found'));
  const body = JSON.stringify(tourToGeoJson(tour, await stopsOf(tenant, tour), url.origin));
  return taggedResponse(request, body, { 'content-type': 'application/geo+json; charset=utf-8' });
};
