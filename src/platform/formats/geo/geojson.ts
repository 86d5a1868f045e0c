import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { EncodingFault } from '../rows/decode.ts';
import { rowFault } from '../rows/faults.ts';
import type { Rows } from '../rows/faults.ts';
import { readJson } from '../tables/json.ts';
import { centroid } from './shapes.ts';
import type { Geometry, Point } from './shapes.ts';

export interface Feature {
  row: number;
  id: string | null;
  properties: Record<string, unknown>;
  geometry: Geometry;
  /** A point for the map: the point itself, or the centre of the line or area. */
  position: Point;
}

export type GeoRefusal = EncodingFault | 'json-broken' | 'geojson-unknown' | 'too-many-items';

const MAX_FEATURES = 20_000;
const DEPTH: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/**
 * Reads a GeoJSON FeatureCollection (RFC 7946, WGS 84). A feature without geometry, with coordinates beyond the
 * globe or rings that do not close is a fault; the others are kept.
 */
export function readGeoJson(bytes: Uint8Array): Outcome<Rows<Feature>, GeoRefusal> {
  const read = readJson(bytes);
  if (!read.ok) return read;
  const collection = read.value as { type?: unknown; features?: unknown } | null;
  if (collection?.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    return refuse('geojson-unknown', { values: { part: String(collection?.type ?? '') } });
  }
  if (collection.features.length > MAX_FEATURES)
    return refuse('too-many-items', { values: { limit: MAX_FEATURES } });

  const result: Rows<Feature> = { rows: [], faults: [] };
  collection.features.forEach((value: unknown, i) => {
    const feature = readFeature(value, i + 1);
    if (typeof feature === 'string')
      result.faults.push(rowFault(feature, { row: i + 1, value: nameOf(value) }));
    else result.rows.push(feature);
  });
  return done(result);
}

function readFeature(value: unknown, row: number): Feature | string {
  const feature = (value ?? {}) as Record<string, unknown>;
  const geometry = (feature.geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const depth = DEPTH[String(geometry.type)];
  if (depth === undefined) return 'geometry-missing';
  const fault = coordinatesFault(geometry.coordinates, depth, String(geometry.type).endsWith('Polygon'));
  if (fault) return fault;
  const properties = (typeof feature.properties === 'object' && feature.properties) || {};
  const own = feature.id ?? (properties as Record<string, unknown>)['@id'];
  return {
    row,
    id: own === undefined || own === null ? null : String(own),
    properties: properties as Record<string, unknown>,
    geometry: geometry as Geometry,
    position: centroid(geometry as Geometry),
  };
}

function coordinatesFault(value: unknown, depth: number, isArea: boolean): string | null {
  if (!Array.isArray(value) || value.length === 0) return 'coordinates-wrong';
  if (depth === 0) {
    const [longitude, latitude] = value as unknown[];
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return 'coordinates-wrong';
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return 'coordinates-wrong';
    return Math.abs(longitude) > 180 || Math.abs(latitude) > 90 ? 'coordinates-beyond-globe' : null;
  }
  if (isArea && depth === 1 && !isClosedRing(value)) return 'ring-open';
  for (const part of value) {
    const fault = coordinatesFault(part, depth - 1, isArea);
    if (fault) return fault;
  }
  return null;
}

function isClosedRing(ring: unknown[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4 || !Array.isArray(first) || !Array.isArray(last)) return false;
  return first[0] === last[0] && first[1] === last[1];
}

function nameOf(value: unknown): string {
  const properties = (value as { properties?: { name?: unknown } } | null)?.properties;
  return String(properties?.name ?? '');
}
