import * as v from 'valibot';
import { civilDate } from '#modules/publishing';
import type { Content } from '#modules/publishing';

/** An official notice (Bekanntmachung). Dates are civil days, `YYYY-MM-DD`. */
export const noticeDetails = v.object({
  issuer: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
  fileNumber: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(120))), null),
  displayedFrom: v.optional(v.nullable(civilDate), null),
  /** Last day for objections. */
  deadline: v.optional(v.nullable(civilDate), null),
});
export type NoticeDetails = v.InferOutput<typeof noticeDetails>;
export type Notice = Content<NoticeDetails>;

export const NOTICE_CATEGORIES = [
  'satzung',
  'sitzung',
  'bauleitplanung',
  'wahl',
  'ausschreibung',
  'sonstiges',
] as const;
