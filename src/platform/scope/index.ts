/** Languages a town speaks; German is the source of every text. */
export type Locale = 'de' | 'en' | 'de-x-leicht';

export interface Actor {
  /** Id of the staff account; null for the public and for the system. */
  id: string | null;
  name: string;
  kind: 'public' | 'staff' | 'system';
  permissions: ReadonlySet<string>;
}

export interface TenantIdentity {
  id: string;
  slug: string;
  name: string;
}
