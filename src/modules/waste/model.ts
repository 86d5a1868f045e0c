import * as v from 'valibot';
import { civilDate } from '#modules/publishing';

export const STREAMS = [
  'residual',
  'organic',
  'paper',
  'packaging',
  'glass',
  'garden',
  'bulky',
  'hazardous',
  'christmas-tree',
] as const;
export type Stream = (typeof STREAMS)[number];

/** `standard` is the rhythm everybody has; the others are ordered for a bin. */
export const RHYTHMS = ['standard', 'weekly', 'four-weekly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** One emptying in an area. `date` is a civil day. */
export interface Collection {
  stream: Stream;
  rhythm: Rhythm;
  date: string;
  /** The day of the plan; other than `date` only after a late change. */
  planned: string;
  /** When somebody changed it at short notice. */
  changedAt: Date | null;
  /** Its usual day, when it is moved; with the reason, e.g. the name of a holiday. */
  movedFrom: string | null;
  reason: string | null;
}

/** Houses that are served on the same days (Abfuhrbezirk). */
export interface CollectionArea {
  id: string;
  key: string;
  name: string;
  isExample: boolean;
  sourceName: string;
  sourceUrl: string | null;
  licence: string | null;
  coveredFrom: string;
  coveredUntil: string;
  updatedAt: Date;
}

export interface ServedAddress {
  areaKey: string;
  areaName: string;
  locality: string;
  street: string;
  numbers: string;
}

const key = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'key-not-understood'));
const name = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));

/** The plan of one area, as an importer reads it. */
export const areaPlan = v.object({
  key,
  name: v.pipe(name(200), v.minLength(1)),
  addresses: v.array(
    v.object({
      locality: v.optional(name(200), ''),
      street: v.optional(name(200), ''),
      numbers: v.optional(name(200), ''),
    }),
  ),
  collections: v.pipe(
    v.array(
      v.object({
        stream: v.picklist(STREAMS),
        rhythm: v.optional(v.picklist(RHYTHMS), 'standard'),
        date: civilDate,
      }),
    ),
    v.minLength(1, 'no-dates'),
    v.maxLength(2000),
  ),
});
export type AreaPlan = v.InferOutput<typeof areaPlan>;
export type AreaPlanInput = v.InferInput<typeof areaPlan>;
