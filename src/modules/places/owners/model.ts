import * as v from 'valibot';
import { webAddress } from '#modules/publishing';
import { parseOpeningHours } from '#platform/formats';
import { readException } from '../exceptions.ts';

/** What an owner may correct; all else is the desk's. */
export const OWNER_FIELDS = [
  'summary',
  'openingHours',
  'hoursNote',
  'exceptions',
  'phone',
  'email',
  'website',
] as const;
export type OwnerField = (typeof OWNER_FIELDS)[number];

/** Field → what it should be, as typed. */
export type Changes = Partial<Record<OwnerField, string>>;

const text = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max, 'text-too-long'));

/** What the form of an owner sends. */
export const ownerForm = v.object({
  summary: text(1000),
  openingHours: v.pipe(
    text(500),
    v.check((hours) => hours === '' || parseOpeningHours(hours).ok, 'hours-not-understood'),
  ),
  hoursNote: text(500),
  exceptions: v.pipe(
    text(4000),
    v.check((lines) => linesOf(lines).every((line) => readException(line)), 'exception-not-understood'),
  ),
  phone: text(60),
  email: v.pipe(text(200), v.regex(/^$|^[^\s@]+@[^\s@]+$/, 'email-not-understood')),
  website: v.pipe(
    text(500),
    v.transform((address) => (address && !/^[a-z]+:/i.test(address) ? `https://${address}` : address)),
    v.check((address) => v.is(webAddress, address), 'link-not-allowed'),
  ),
  note: v.optional(text(1000), ''),
});
export type OwnerForm = v.InferOutput<typeof ownerForm>;

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

export const inviteWish = v.object({
  entryId: v.pipe(v.string(), v.uuid('place-missing')),
  email: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(200),
    v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email-not-understood'),
  ),
  trusted: v.boolean(),
  origin: v.string(),
});
export type InviteWish = v.InferInput<typeof inviteWish>;

/** An owner as the desk sees them. */
export interface OwnerOfPlace {
  entryId: string;
  title: string;
  slug: string;
  email: string | null;
  trusted: boolean;
  askedOn: string;
  reminders: number;
  confirmedOn: string | null;
  isStale: boolean;
}

/** A correction as the desk sees it: what is there and what should be. */
export interface OpenCorrection {
  entryId: string;
  id: string;
  title: string;
  slug: string;
  sentAt: Date;
  note: string;
  fields: { field: OwnerField; before: string; after: string }[];
}
