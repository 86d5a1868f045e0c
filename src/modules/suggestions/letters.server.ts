import type { Store } from '#platform/db.server';
import { announce } from '#platform/jobs.server';
import type { TenantScope } from '#platform/scope.server';

/** Topic of the announcement that a letter is to be written. */
export const LETTER = 'suggestions.letter';

export type SuggestionLetterKind = 'receipt' | 'to-desk' | 'published' | 'declined';
export type OrganiserLetterKind = 'invited' | 'sign-in';

/** No words and no addresses: they are read when the letter is written, so that nobody erased is written to. */
export type Letter =
  | { to: 'suggester'; id: string; kind: SuggestionLetterKind }
  | { to: 'organiser'; id: string; kind: OrganiserLetterKind };

/** Announces a letter in the transaction it belongs to; a job writes and sends it. */
export function post(store: Store, tenant: TenantScope, letter: Letter): Promise<void> {
  return announce(store, tenant, LETTER, { ...letter });
}
