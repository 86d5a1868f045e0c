import type { GenericSchema } from 'valibot';
import type { SearchDocument } from '#answer-engine';
import type { Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';
import type { Content, Explanation, KindDescription } from './model.ts';

/** A kind of content with its own table: how its details are checked, kept, and told to the answer engine. */
export interface ContentKind<Details> extends KindDescription {
  details: GenericSchema<unknown, Details>;
  /** The details of many entries in one query. */
  loadDetails(store: Store, tenantId: string, entryIds: readonly string[]): Promise<Map<string, Details>>;
  saveDetails(
    store: Store,
    tenantId: string,
    entryId: string,
    details: Details,
    scope: TenantScope,
  ): Promise<void>;
  /** Details the table keeps by itself; a difference in them is no change of the source. */
  keptByTable?: readonly (keyof Details & string)[];
  /** Topic told with every change of an entry, in its transaction, for rooms that follow such entries. */
  announces?: string;
  /** What details that are checked but perhaps not saved come to; null where there is nothing to explain. */
  explain?(scope: TenantScope, details: Details): Promise<Explanation | null>;
  toSearchDocument(content: Content<Details>): SearchDocument;
}

// A list of kinds cannot name the details of each; they are checked by the kind's own schema.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyKind = ContentKind<any>;
