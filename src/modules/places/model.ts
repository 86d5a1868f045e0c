import * as v from 'valibot';
import { civilDate, webAddress } from '#modules/publishing';
import type { Content } from '#modules/publishing';
import { readException, writeException } from './exceptions.ts';

export const ACCESSIBILITY_FACTS = [
  'step-free',
  'lift',
  'toilet',
  'induction-loop',
  'parking',
  'guide-dog',
] as const;

/** Days with other hours, one a line, kept in order of the calendar. */
const exceptions = v.optional(
  v.pipe(
    v.array(
      v.pipe(
        v.string(),
        v.check((line) => readException(line) !== null, 'exception-not-understood'),
      ),
    ),
    v.maxLength(60),
    v.transform((lines) =>
      lines
        .map((line) => readException(line)!)
        .sort((a, b) => a.day.localeCompare(b.day))
        .map(writeException),
    ),
  ),
  [],
);

const optionalDay = v.optional(v.nullable(civilDate), null);

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
    exceptions,
    /** Closed for a while: from and until which day, and why. */
    closedFrom: optionalDay,
    closedUntil: optionalDay,
    closedReason: line(200),
    /** Slug of the house this is a department of, and where in it. */
    within: line(80),
    withinNote: line(120),
    phone: line(60),
    email: line(200),
    website: v.optional(v.nullable(webAddress), null),
    accessibility: v.optional(v.array(v.picklist(ACCESSIBILITY_FACTS)), []),
    /** Kept by the question to its owner: when they confirmed the entry, and from when it counts as unconfirmed. */
    confirmedOn: optionalDay,
    staleOn: optionalDay,
    stopId: v.optional(v.nullable(v.string()), null),
    products: v.optional(v.array(v.string()), []),
  }),
  v.check((place) => (place.latitude === null) === (place.longitude === null), 'position-incomplete'),
  v.check(
    ({ closedFrom, closedUntil }) => !closedFrom || !closedUntil || closedUntil >= closedFrom,
    'closed-end-before-start',
  ),
);
export type PlaceDetails = v.InferOutput<typeof placeDetails>;
export type Place = Content<PlaceDetails>;

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
