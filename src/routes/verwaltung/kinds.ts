import type { KindDescription } from '#modules/publishing';

export interface KindNames {
  kind: string;
  path: string;
  permission: string;
}

/** What pages need to know of the kinds to name them and lead to them. */
export function kindNames(kinds: readonly KindDescription[]): KindNames[] {
  return kinds.map(({ kind, path, permission }) => ({ kind, path, permission }));
}
