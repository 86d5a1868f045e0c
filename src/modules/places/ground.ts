import type { Geometry } from './model.ts';

/** What lies under every map of a town. */
export interface TownGround {
  area: Geometry | null;
  /** Whose outline it is, to be named on the map. */
  attribution: string;
  localities: LocalityPosition[];
}

/** Where a village lies. */
export interface LocalityPosition {
  name: string;
  latitude: number;
  longitude: number;
}

interface Positioned {
  title: string;
  area: string | null;
  latitude: number;
  longitude: number;
}

/**
 * Where the villages of a town lie: in the middle of their stops and of the places that belong to them.
 * A village of which nothing is known has no position.
 */
export function localityPositions(
  localities: readonly string[],
  townName: string,
  places: readonly Positioned[],
): LocalityPosition[] {
  return localities.flatMap((name) => {
    const sign = signOf(name, townName);
    const own = places.filter((place) => place.area === name || startsWith(place.title, sign));
    if (own.length === 0) return [];
    const middle = (of: 'latitude' | 'longitude') =>
      own.reduce((sum, place) => sum + place[of], 0) / own.length;
    return [{ name, latitude: middle('latitude'), longitude: middle('longitude') }];
  });
}

/** What stops of a village begin with: those of "Hagenow Heide" are called "Heide …". */
export function signOf(locality: string, townName: string): string {
  return locality.startsWith(`${townName} `) ? locality.slice(townName.length + 1) : locality;
}

function startsWith(title: string, sign: string): boolean {
  return title === sign || title.startsWith(`${sign} `) || title.startsWith(`${sign},`);
}

/** The ground as GeoJSON (RFC 7946), for the moving map and for everyone. */
export function groundCollection({ area, attribution, localities }: TownGround, townName: string) {
  const outline = area
    ? [{ type: 'Feature', geometry: area, properties: { kind: 'boundary', name: townName } }]
    : [];
  return {
    type: 'FeatureCollection',
    attribution,
    features: [
      ...outline,
      ...localities.map(({ name, latitude, longitude }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
        properties: { kind: 'locality', name },
      })),
    ],
  };
}
