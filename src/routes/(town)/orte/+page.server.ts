import { confirmationOn, distanceKilometres, openingAt } from '#modules/places';
import { countCategories, listPlaces, townGround } from '#modules/places.server';
import { civilDate } from '#platform/formats';
import { localizedPath } from '#platform/i18n';
import { readView } from '#ui';
import { markersOf } from './markers.ts';
import { leavesOutStops, readPlaceWish } from './wish.ts';
import type { PageServerLoad } from './$types';

const PLACES_SHOWN = 20;

export const load: PageServerLoad = async ({ locals: { tenant, town, locale }, url: { searchParams } }) => {
  const ground = await townGround(tenant);
  const localities = ground.localities.map(({ name }) => name);
  const wish = readPlaceWish(searchParams, localities);
  const near = ground.localities.find(({ name }) => name === wish.near) ?? null;
  const places = await listPlaces(tenant, { ...wish, near, withoutStops: leavesOutStops(wish) });
  const from = Math.max(0, Math.trunc(Number(searchParams.get('ab')) || 0));
  const now = tenant.now();
  return {
    wish,
    localities,
    kinds: [...(await countCategories(tenant)).keys()],
    from,
    count: places.length,
    next: from + PLACES_SHOWN < places.length ? String(from + PLACES_SHOWN) : null,
    places: places.slice(from, from + PLACES_SHOWN).map((place) => ({
      place,
      confirmation: confirmationOn(place.details, civilDate(now)),
      opening: openingAt(place.details, town.state, now),
      kilometres: near && distanceKilometres(near, place.details),
    })),
    markers: markersOf(places, (slug) => localizedPath(`/orte/${slug}`, locale)),
    ground,
    view: readView(searchParams.get('karte')),
  };
};
