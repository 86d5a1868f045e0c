import type { Store } from '#platform/db.server';
import { announce } from '#platform/jobs.server';
import type { TenantScope } from '#platform/scope.server';

/** Topic of the announcement that one letter is to be written to one person. */
export const LETTER = 'reports.letter';
/** Topic of the announcement that a public step was taken, of which everybody who follows is told. */
export const STEP = 'reports.step';
/** Topic of the announcement that a report is to be handed to another system. */
export const FORWARD = 'reports.forward';

export type LetterKind =
  | 'receipt'
  | 'step'
  | 'confirm-follow'
  | 'referral'
  | 'referral-ended'
  | 'to-office'
  | 'to-colleague'
  | 'reporter-wrote'
  | 'body-wrote';

/** No words and no addresses: they are read when the letter is written, so that erased data writes to nobody. */
export interface Letter {
  reportId: string;
  kind: LetterKind;
  /** Where links begin; empty = the town's own address. */
  origin: string;
  step?: number;
  followerId?: string;
  /** Whose reporter is written to: of a report that was merged into this one. */
  readerReportId?: string;
  referralId?: string;
}

export interface TakenStep {
  reportId: string;
  number: number;
  origin: string;
}

/** Announces a letter in the transaction it belongs to; a job writes and sends it. */
export function post(store: Store, tenant: TenantScope, letter: Letter): Promise<void> {
  return announce(store, tenant, LETTER, { ...letter });
}

/** Announces a public step; a job writes to everybody who wanted to know. */
export function tell(store: Store, tenant: TenantScope, taken: TakenStep): Promise<void> {
  return announce(store, tenant, STEP, { ...taken });
}
