import type { Place } from '#modules/places';
import type { MapMarker } from '#ui';

/** The marks of a list of places, numbered as the list is. */
export function markersOf(places: readonly Place[], address: (slug: string) => string): MapMarker[] {
  return places.flatMap(({ title, slug, details: { latitude, longitude } }, index) =>
    latitude === null || longitude === null
      ? []
      : [{ latitude, longitude, title, href: address(slug), number: index + 1 }],
  );
}
