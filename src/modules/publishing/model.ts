import * as v from 'valibot';

export const ENTRY_STATES = ['draft', 'review', 'published', 'archived'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export const AUDIENCES = ['all', 'resident', 'business'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What all content shares, whatever its kind. Dates are instants; `sourceDate` is the "Stand", as exact as known. */
export interface Entry {
  id: string;
  kind: string;
  slug: string;
  state: EntryState;
  title: string;
  summary: string;
  /** Markdown without raw HTML. */
  body: string;
  language: string;
  category: string | null;
  area: string | null;
  audience: Audience;
  isExample: boolean;
  sourceName: string;
  sourceUrl: string | null;
  sourceDate: string | null;
  licence: string | null;
  attribution: string | null;
  externalId: string | null;
  exchangeSourceId: string | null;
  vanishedAt: Date | null;
  authorId: string | null;
  authorName: string;
  publishAt: Date | null;
  expireAt: Date | null;
  publishedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

/** An entry with what only its kind knows. */
export type Content<Details> = Entry & { details: Details };

const trimmed = v.pipe(v.string(), v.trim());
const optionalText = v.optional(
  v.nullable(
    v.pipe(
      trimmed,
      v.transform((text) => text || null),
    ),
  ),
  null,
);
/** Only addresses a reader may follow; `javascript:` and the like never enter. */
export const webAddress = v.pipe(
  trimmed,
  v.transform((text) => text || null),
  v.nullable(
    v.pipe(
      v.string(),
      v.maxLength(2000),
      v.regex(/^(https?:\/\/|mailto:|tel:|\/(?!\/))[^\s<>"]+$/i, 'link-not-allowed'),
    ),
  ),
);
export const partialDate = v.nullable(
  v.pipe(trimmed, v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'date-not-understood')),
);

/** What a writer or an importer hands in. Limits are those of a readable page. */
export const entryDraft = v.object({
  title: v.pipe(trimmed, v.minLength(1, 'title-missing'), v.maxLength(300, 'title-too-long')),
  summary: v.optional(v.pipe(trimmed, v.maxLength(1000, 'summary-too-long')), ''),
  body: v.optional(v.pipe(v.string(), v.maxLength(200_000, 'body-too-long')), ''),
  language: v.optional(v.picklist(['de', 'en', 'de-x-leicht']), 'de'),
  category: optionalText,
  area: optionalText,
  audience: v.optional(v.picklist(AUDIENCES), 'all'),
  isExample: v.optional(v.boolean(), false),
  sourceName: v.optional(trimmed, ''),
  sourceUrl: v.optional(v.nullable(webAddress), null),
  sourceDate: v.optional(partialDate, null),
  licence: optionalText,
  attribution: optionalText,
  publishAt: v.optional(v.nullable(v.date()), null),
  expireAt: v.optional(v.nullable(v.date()), null),
});
export type EntryDraft = v.InferInput<typeof entryDraft>;
export type CheckedDraft = v.InferOutput<typeof entryDraft>;

/** A change of what is public that waits for a second person. */
export interface Proposal {
  /** What it changes: `text`, `translation-<language>` or `picture-<id>`. */
  part: string;
  writtenBy: string | null;
  writtenByName: string;
  writtenAt: Date;
  payload: Record<string, unknown>;
}

/** An entry as the desk writes on: with the text that waits, if one does. The public sees it only once approved. */
export type WorkingCopy<Details> = Content<Details> & { waiting: Proposal[] };

export interface Revision {
  number: number;
  at: Date;
  actorName: string;
  change: string;
  snapshot: Record<string, unknown>;
}

export interface Medium {
  id: string;
  /** Address of the picture inside the app. */
  url: string;
  mediaType: string;
  width: number;
  height: number;
  alt: string;
  creator: string | null;
  licence: string;
}

/** How the desk's form shows one detail of a kind. `name` is the key in the kind's details. */
export interface DetailField {
  name: string;
  input:
    | 'text'
    | 'textarea'
    | 'date'
    | 'datetime'
    | 'checkbox'
    | 'select'
    | 'url'
    | 'email'
    | 'tel'
    | 'number'
    | 'list';
  /** Message keys; options of a select are `<label>.<value>`. */
  label: string;
  hint?: string;
  options?: readonly string[];
  required?: boolean;
  /** Fields of a group stand together in a part of the form of their own. */
  group?: string;
}

/** Details in other words, for a form: choices a clerk understands instead of the notation that is stored. */
export interface FormWords {
  toForm(details: Record<string, unknown>): Record<string, unknown>;
  /** @param before the details as they are stored, of an entry that exists. */
  fromForm(values: Record<string, unknown>, before: Record<string, unknown>): Record<string, unknown>;
}

/** What details come to, told to the one who writes them. */
export interface Explanation {
  text: string;
  items: readonly string[];
}

/** What a subject tells about its kind of content, so that publishing, the desk and the importers can work with it. */
export interface KindDescription {
  /** As stored, e.g. `event`. */
  kind: string;
  /** First part of its public path, e.g. `veranstaltungen`. */
  path: string;
  /** Prefix of its permissions, e.g. `events` for `events.edit` and `events.publish`. */
  permission: string;
  fields: readonly DetailField[];
  categories: readonly string[];
  formWords?: FormWords;
}

/** A day of the calendar, `YYYY-MM-DD`, that exists. */
export const civilDate = v.pipe(
  v.string(),
  v.trim(),
  v.isoDate('date-not-understood'),
  v.check(existsInCalendar, 'date-not-understood'),
);

function existsInCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** The part of an entry a writer hands in, as it stands now. */
export function draftOfEntry(content: Entry): EntryDraft {
  return Object.fromEntries(
    Object.keys(entryDraft.entries).map((key) => [key, content[key as keyof Entry]]),
  ) as unknown as EntryDraft;
}
