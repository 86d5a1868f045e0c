import * as v from 'valibot';
import type { Content } from '#modules/publishing';

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export const LEVELS = ['town', 'county', 'state', 'federal', 'other-town'] as const;

/** What an article is about, where that is somebody or something one looks for. */
export const ARTICLE_SUBJECTS = ['other', 'institution', 'company', 'service', 'site'] as const;
export type ArticleSubject = (typeof ARTICLE_SUBJECTS)[number];
/** Of a site: whether a business can have it. */
export const AVAILABILITIES = ['unknown', 'free', 'planned', 'examined', 'taken'] as const;

const line = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));

/** A knowledge article: a fact with source and date, and whether it still holds. */
export const articleDetails = v.object({
  topic: v.optional(line(80), ''),
  /** External id of the page above, in a page tree. */
  parentExternalId: v.optional(v.nullable(line(300)), null),
  position: v.optional(v.pipe(v.number(), v.integer()), 0),
  contactRole: v.optional(v.nullable(line(160)), null),
  confidence: v.optional(v.picklist(CONFIDENCES), 'medium'),
  /** Whose rule it is. */
  level: v.optional(v.picklist(LEVELS), 'town'),
  levelName: v.optional(v.nullable(line(160)), null),
  superseded: v.optional(v.boolean(), false),
  supersededBy: v.optional(v.nullable(line(300)), null),
  subject: v.optional(v.picklist(ARTICLE_SUBJECTS), 'other'),
  /** What they research, make or offer, between commas. */
  abilities: v.optional(line(1000), ''),
  availability: v.optional(v.picklist(AVAILABILITIES), 'unknown'),
  furtherSources: v.optional(v.array(line(2000)), []),
});
export type ArticleDetails = v.InferOutput<typeof articleDetails>;
export type Article = Content<ArticleDetails>;
