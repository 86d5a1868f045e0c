import { ACCESSIBILITY_FACTS, openingAt, PLACE_CATEGORIES } from '#modules/places';
import { listPlaces, townGround } from '#modules/places.server';
import { localizedPath } from '#platform/i18n';
import { readView } from '#ui';
import { markersOf } from './markers.ts';
import type { PageServerLoad } from './$types';

const PLACES_SHOWN = 20;

export const load: PageServerLoad = async ({ locals: { tenant, town, locale }, url: { searchParams } }) => {
  const wish = {
    category: PLACE_CATEGORIES.find((known) => known === searchParams.get('art')) ?? null,
    q: searchParams.get('suche')?.slice(0, 100) ?? '',
    openNow: searchParams.has('offen'),
    accessibility: ACCESSIBILITY_FACTS.filter((fact) => searchParams.getAll('barrierefrei').includes(fact)),
  };
  const found = await listPlaces(tenant, wish);
  // Whoever just looks around looks for places, not for every bus stop; those stand under their own kind.
  const places = wish.category || wish.q ? found : found.filter((place) => !place.details.stopId);
  const from = Math.max(0, Math.trunc(Number(searchParams.get('ab')) || 0));
  const now = tenant.now();
  return {
    wish,
    from,
    count: places.length,
    next: from + PLACES_SHOWN < places.length ? String(from + PLACES_SHOWN) : null,
    places: places
      .slice(from, from + PLACES_SHOWN)
      .map((place) => ({ place, opening: openingAt(place.details, town.state, now) })),
    markers: markersOf(places, (slug) => localizedPath(`/orte/${slug}`, locale)),
    ground: await townGround(tenant),
    view: readView(searchParams.get('karte')),
  };
};
