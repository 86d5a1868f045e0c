import type { Place, TourStop } from '#modules/places';
import type { MapMarker } from '#ui';

/** The marks of a list of places, numbered as the list is. */
export function markersOf(places: readonly Place[], address: (slug: string) => string): MapMarker[] {
  return places.flatMap(({ title, slug, details: { latitude, longitude } }, index) =>
    latitude === null || longitude === null
      ? []
      : [{ latitude, longitude, title, href: address(slug), number: index + 1 }],
  );
}

/** The marks of the stops of a tour, numbered as the list is. */
export function markersOfStops(stops: readonly TourStop[], address: (slug: string) => string): MapMarker[] {
  return stops.flatMap(({ title, slug, latitude, longitude }, index) =>
    latitude === null || longitude === null
      ? []
      : [{ latitude, longitude, title, number: index + 1, ...(slug ? { href: address(slug) } : {}) }],
  );
}
