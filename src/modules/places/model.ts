import * as v from 'valibot';
import { webAddress } from '#modules/publishing';
import type { Content } from '#modules/publishing';

export const ACCESSIBILITY_FACTS = [
  'step-free',
  'lift',
  'toilet',
  'induction-loop',
  'parking',
  'guide-dog',
] as const;

const line = (max: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max)), '');

export const placeDetails = v.pipe(
  v.object({
    street: line(200),
    postcode: line(10),
    city: line(120),
    /** WGS 84, degrees. */
    latitude: v.optional(v.nullable(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))), null),
    longitude: v.optional(v.nullable(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))), null),
    positionNote: line(200),
    /** opening_hours syntax of OpenStreetMap; null = not documented. */
    openingHours: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(500))), null),
    hoursNote: line(500),
    phone: line(60),
    email: line(200),
    website: v.optional(v.nullable(webAddress), null),
    accessibility: v.optional(v.array(v.picklist(ACCESSIBILITY_FACTS)), []),
    stopId: v.optional(v.nullable(v.string()), null),
    products: v.optional(v.array(v.string()), []),
  }),
  v.check((place) => (place.latitude === null) === (place.longitude === null), 'position-incomplete'),
);
export type PlaceDetails = v.InferOutput<typeof placeDetails>;
export type Place = Content<PlaceDetails>;

export const PLACE_CATEGORIES = [
  'verwaltung',
  'kultur',
  'bildung',
  'entsorgung',
  'versorgung',
  'mobilitaet',
  'gesundheit',
  'sport',
  'einkaufen',
  'unternehmen',
] as const;

/** GeoJSON area in WGS 84, `[longitude, latitude]`. */
export type Geometry =
  | { type: 'Polygon'; coordinates: [number, number][][] }
  | { type: 'MultiPolygon'; coordinates: [number, number][][][] };

/** A municipality or county with its official key (AGS). */
export interface Boundary {
  key: string;
  name: string;
  designation: string;
  geometry: Geometry;
  sourceName: string;
  licence: string;
}
