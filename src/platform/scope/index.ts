/** Languages a town speaks; German is the source of every text. */
export type Locale = 'de' | 'en' | 'de-x-leicht';

export interface Actor {
  /** Id of the staff account; null for the public and for the system. */
  id: string | null;
  name: string;
  kind: 'public' | 'staff' | 'system';
  permissions: ReadonlySet<string>;
}

/**
 * Reads a thing of a town once for everybody who wants it within a short time. The key names the thing and all that it
 * depends on, save the town and the reader's language.
 */
export type Recall = <Value>(key: string, read: () => Promise<Value>) => Promise<Value>;

/** Reads each time: nothing is older than the moment. */
export const readAnew: Recall = (_, read) => read();

/** What a reader of records is given beside a question. */
export interface Asking {
  /** Records the search thinks of, the best first; none for a reader that reads all of its own. */
  ids: readonly string[];
  /** For what may be a minute old: a crowd that asks in many words reads the same records. */
  recall: Recall;
  /** What the same person asked before, the latest first, where the question leans on it. */
  before: readonly string[];
}

/** A question that stands alone. */
export const askedAlone: Asking = { ids: [], recall: readAnew, before: [] };

export interface TenantIdentity {
  id: string;
  slug: string;
  name: string;
}
