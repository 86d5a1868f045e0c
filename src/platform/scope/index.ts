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

export interface TenantIdentity {
  id: string;
  slug: string;
  name: string;
}
