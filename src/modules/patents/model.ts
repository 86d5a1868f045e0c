import * as v from 'valibot';
import { civilDate } from '#modules/publishing';
import type { Content } from '#modules/publishing';

export const PATENT_TYPES = ['patent', 'utility-model'] as const;
export const OFFICES = ['DPMA', 'EPO'] as const;

const line = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));

export const patentDetails = v.object({
  number: v.pipe(line(60), v.minLength(1, 'number-missing')),
  office: v.optional(v.picklist(OFFICES), 'DPMA'),
  type: v.optional(v.picklist(PATENT_TYPES), 'patent'),
  /** Organisations only; inventors are persons. */
  applicants: v.optional(v.array(line(300)), []),
  /** Classes of the International Patent Classification, `B60L 3/00`. */
  ipc: v.optional(
    v.array(v.pipe(line(20), v.regex(/^[A-H]\d\d[A-Z] \d+\/\d+$/, 'class-not-understood'))),
    [],
  ),
  applicationDate: v.optional(v.nullable(civilDate), null),
  publicationDate: v.optional(v.nullable(civilDate), null),
});
export type PatentDetails = v.InferOutput<typeof patentDetails>;
export type Patent = Content<PatentDetails>;
