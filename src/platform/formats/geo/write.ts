export interface PointToWrite {
  id: string;
  latitude: number;
  longitude: number;
  properties: Record<string, string | number | boolean | null>;
}

/** Points as a GeoJSON FeatureCollection (RFC 7946): longitude first, WGS 84. */
export function writeGeoJson(points: readonly PointToWrite[]): string {
  const features = points.map(({ id, latitude, longitude, properties }) => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties,
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}
