import * as v from 'valibot';

export const IMPORTERS = [
  'rss',
  'ical',
  'knowledge-json',
  'integreat',
  'places-json',
  'geojson-places',
  'stops-ndjson',
  'boundaries-geojson',
  'council-json',
  'programme-json',
  'services-json',
  'patents',
  'entries-json',
  'table',
] as const;
export type ImporterName = (typeof IMPORTERS)[number];

const text = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));
const optionalText = (max: number) =>
  v.optional(
    v.nullable(
      v.pipe(
        text(max),
        v.transform((value) => value || null),
      ),
    ),
    null,
  );

/** What a source is told about its rows; every importer takes what it can use. */
export const mapping = v.object({
  /** The same for every row. */
  category: v.optional(text(80)),
  topic: v.optional(text(80)),
  area: v.optional(text(80)),
  audience: v.optional(v.picklist(['all', 'resident', 'business'])),
  language: v.optional(v.picklist(['de', 'en', 'de-x-leicht'])),
  sourceName: v.optional(text(200)),
  isExample: v.optional(v.boolean()),
  contactRole: v.optional(text(160)),
  level: v.optional(v.picklist(['town', 'county', 'state', 'federal', 'other-town'])),
  levelName: v.optional(text(160)),
  /** Category of the source → category of the town. */
  categories: v.optional(v.record(v.string(), text(80))),
  /** Host of a web address → name of who publishes there. */
  sourceNames: v.optional(v.record(v.string(), text(200))),
  /** Topics whose articles are written for businesses. */
  businessTopics: v.optional(v.array(text(80))),
  /** Whose rule an article tells: the first whose `match` is part of the contact role or equals the topic. */
  levels: v.optional(
    v.array(
      v.object({
        match: text(160),
        level: v.picklist(['town', 'county', 'state', 'federal', 'other-town']),
        levelName: v.optional(text(160)),
      }),
    ),
  ),
  /** Field of the town → property (GeoJSON) or column (table) of the source. */
  fields: v.optional(v.record(v.string(), text(80))),
});
export type Mapping = v.InferOutput<typeof mapping>;

export const sourceDraft = v.pipe(
  v.object({
    name: v.pipe(text(120), v.minLength(1, 'name-missing')),
    importer: v.picklist(IMPORTERS, 'importer-unknown'),
    target: text(40),
    url: v.optional(
      v.nullable(
        v.pipe(
          text(2000),
          v.transform((value) => value || null),
          v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\/[^\s<>"]+$/i, 'url-not-allowed'))),
        ),
      ),
      null,
    ),
    file: optionalText(200),
    mapping: v.optional(mapping, {}),
    scheduleMinutes: v.optional(
      v.nullable(v.pipe(v.number(), v.integer(), v.minValue(15, 'schedule-too-often'))),
      null,
    ),
    quietAfterHours: v.optional(
      v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1, 'quiet-too-short'))),
      null,
    ),
    licence: optionalText(200),
    attribution: optionalText(300),
    publishAs: v.optional(v.picklist(['draft', 'published']), 'draft'),
    isEnabled: v.optional(v.boolean(), true),
  }),
  v.check((source) => source.url === null || source.file === null, 'url-and-file'),
);
export type SourceDraft = v.InferInput<typeof sourceDraft>;

/** A place content comes from by itself, with what its last visit told. */
export interface Source extends v.InferOutput<typeof sourceDraft> {
  id: string;
  etag: string | null;
  lastModified: string | null;
  lastRunAt: Date | null;
  lastOkAt: Date | null;
  /** When it last brought anything new or changed. */
  lastNewsAt: Date | null;
  lastRows: number | null;
  /** Why the last run was refused. */
  lastReason: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** `quiet` is the alarm: it has failed or brought nothing for longer than it may. */
export type SourceState = 'off' | 'never-run' | 'ok' | 'faulty' | 'held' | 'quiet';

/** One fault in a document. `kept`: the row was taken over without the faulty part. */
export interface ImportFault {
  line: number | null;
  row: number | null;
  field: string | null;
  /** Its message is `exchange.fault.<reason>`. */
  reason: string;
  value: string | null;
  /** The id of the row in its source, where it could be read. */
  id?: string;
  kept: boolean;
}

export interface Counts {
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  vanished: number;
}

export interface Run extends Counts {
  id: string;
  sourceId: string;
  at: Date;
  actorName: string;
  isDryRun: boolean;
  /** Null = done; else why nothing was taken over (`exchange.fault.<reason>`). */
  reason: string | null;
  reasonValues: Record<string, string | number>;
  faults: ImportFault[];
  tookMs: number;
}
