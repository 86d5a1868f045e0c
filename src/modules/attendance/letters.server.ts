import type { Store } from '#platform/db.server';
import { announce } from '#platform/jobs.server';
import type { TenantScope } from '#platform/scope.server';
import type { DateChange } from './rules.ts';

/** Topic of the announcement that a letter is to be written. */
export const LETTER = 'attendance.letter';

/** What a change was, in instants, so that the letter can tell before and after. */
export interface ToldChange {
  dateId: string;
  change: DateChange;
  before: { startsAt: string; venue: string };
}

/** Letters to who signed up. */
export type SignUpLetterKind =
  | 'confirm'
  | 'already'
  | 'confirmed'
  | 'waiting'
  | 'offered'
  | 'offer-expired'
  | 'ended'
  | 'removed'
  | 'reminder'
  | 'changed'
  | 'message';
export type FollowerLetterKind = 'follow-confirm' | 'follow-reminder' | 'changed';

/** No words and no addresses: they are read when the letter is written, so that nobody erased is written to. */
export type Letter =
  | { to: 'sign-up'; id: string; kind: SignUpLetterKind; changes?: ToldChange[]; messageId?: string }
  | { to: 'follower'; id: string; kind: FollowerLetterKind; changes?: ToldChange[]; dateId?: string };

/** Announces a letter in the transaction it belongs to; a job writes and sends it. */
export function post(store: Store, tenant: TenantScope, letter: Letter): Promise<void> {
  return announce(store, tenant, LETTER, { ...letter });
}
