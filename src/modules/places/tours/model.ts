import * as v from 'valibot';
import type { Content } from '#modules/publishing';
import { ACCESSIBILITY_FACTS } from '../model.ts';
import { readStop } from './stops.ts';

export const TOUR_MEANS = ['walk', 'bike', 'car'] as const;

type Corner = [longitude: number, latitude: number];

/** Coordinates of a way: as GeoJSON (a geometry, a feature or bare coordinates), `[longitude, latitude]` a corner. */
const line = v.optional(
  v.nullable(
    v.pipe(
      v.union([v.string(), v.array(v.any())]),
      v.transform((written) => (typeof written === 'string' ? readLine(written) : readCorners(written))),
      v.check((corners) => corners !== 'broken', 'line-not-understood'),
      v.transform((corners) => (corners === 'broken' ? null : corners)),
    ),
  ),
  null,
);

export const tourDetails = v.object({
  means: v.optional(v.picklist(TOUR_MEANS), 'walk'),
  lengthKilometres: v.optional(
    v.nullable(v.pipe(v.number('number-not-understood'), v.minValue(0.1), v.maxValue(1000))),
    null,
  ),
  durationMinutes: v.optional(
    v.nullable(v.pipe(v.number('number-not-understood'), v.integer(), v.minValue(1), v.maxValue(6000))),
    null,
  ),
  stops: v.optional(
    v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.trim(),
          v.maxLength(600),
          v.check((stop) => readStop(stop) !== null, 'stop-not-understood'),
        ),
      ),
      v.maxLength(60),
    ),
    [],
  ),
  line,
  accessibility: v.optional(v.array(v.picklist(ACCESSIBILITY_FACTS)), []),
});
export type TourDetails = v.InferOutput<typeof tourDetails>;
export type Tour = Content<TourDetails>;

/** A stop as its page shows it. */
export interface TourStop {
  title: string;
  text: string;
  /** Slug of the place it is; null for a point of its own, and for a place that is not public. */
  slug: string | null;
  latitude: number | null;
  longitude: number | null;
}

function readLine(text: string): Corner[] | null | 'broken' {
  if (!text.trim()) return null;
  try {
    const value = JSON.parse(text) as { geometry?: { coordinates?: unknown }; coordinates?: unknown };
    return readCorners(Array.isArray(value) ? value : (value.geometry?.coordinates ?? value.coordinates));
  } catch {
    return 'broken';
  }
}

const MOST_CORNERS = 5000;

function readCorners(value: unknown): Corner[] | 'broken' {
  if (!Array.isArray(value) || value.length < 2 || value.length > MOST_CORNERS) return 'broken';
  const corners = value.map((corner: unknown) =>
    Array.isArray(corner) ? corner.slice(0, 2).map(Number) : [],
  );
  const isCorner = ([longitude, latitude]: number[]) =>
    Math.abs(longitude ?? Number.NaN) <= 180 && Math.abs(latitude ?? Number.NaN) <= 90;
  return corners.every(isCorner) ? (corners as Corner[]) : 'broken';
}
