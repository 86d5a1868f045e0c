import * as v from 'valibot';
import { webAddress } from '#modules/publishing';
import type { Content } from '#modules/publishing';

export const newsDetails = v.object({
  /** Shown on every page until it expires. */
  isAlert: v.optional(v.boolean(), false),
  link: v.optional(v.nullable(webAddress), null),
});
export type NewsDetails = v.InferOutput<typeof newsDetails>;
export type NewsItem = Content<NewsDetails>;

export const NEWS_CATEGORIES = [
  'rathaus',
  'bauen',
  'kultur',
  'vereine',
  'wirtschaft',
  'verkehr',
  'schule',
] as const;
