import type { InquiryAudience } from '#modules/handover';
import type { RefusalDetails } from '#platform/outcome';
import { faultsIn } from '../../sent-form.ts';
import type { Fault } from '../../sent-form.ts';

export const FIELDS = [
  'question',
  'details',
  'audience',
  'role',
  'channel',
  'email',
  'phone',
  'when',
  'name',
  'consent',
  'ticket',
  'website',
] as const;
export type InquiryValues = Record<string, string>;

/** Addresses are German: `?fuer=wirtschaft`. */
export function audienceOf(text: string | null): InquiryAudience {
  return text === 'wirtschaft' || text === 'business' ? 'business' : 'resident';
}

/** The words for a refusal, at the field they belong to. */
export function faultsOf(
  t: Parameters<typeof faultsIn>[0],
  refusal: { reason: string; details: RefusalDetails },
): Fault[] {
  return faultsIn(t, 'handover', refusal);
}
