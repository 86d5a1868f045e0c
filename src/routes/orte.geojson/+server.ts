import { placesToGeoJson } from '#modules/places';
import { listPlaces, townGround } from '#modules/places.server';
import { civilDate } from '#platform/formats';
import { taggedResponse } from '#platform/headers.server';
import { leavesOutStops, readPlaceWish } from '../(town)/orte/wish.ts';
import type { RequestHandler } from './$types';

/** The directory, or what its filters leave of it, as GeoJSON (RFC 7946); `?art=cafe` is one kind. */
export const GET: RequestHandler = async ({ locals: { tenant }, url, request }) => {
  const { localities } = await townGround(tenant);
  const wish = readPlaceWish(
    url.searchParams,
    localities.map(({ name }) => name),
  );
  const near = localities.find(({ name }) => name === wish.near) ?? null;
  const places = await listPlaces(tenant, { ...wish, near, withoutStops: leavesOutStops(wish) });
  const body = placesToGeoJson(places, { origin: url.origin, today: civilDate(tenant.now()) });
  return taggedResponse(request, JSON.stringify(body), {
    'content-type': 'application/geo+json; charset=utf-8',
  });
};
