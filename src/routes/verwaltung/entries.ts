import type { Entry, EntryState } from '#modules/publishing';
import { showDay, showTime } from '#platform/formats';

/** A line of a list at the desk. */
export type EntryLine = Pick<
  Entry,
  | 'id'
  | 'kind'
  | 'title'
  | 'state'
  | 'authorName'
  | 'updatedAt'
  | 'publishAt'
  | 'expireAt'
  | 'isExample'
  | 'vanishedAt'
>;

interface KindNames {
  kind: string;
  path: string;
}

/** Where an entry is edited. */
export function editorPath(kinds: readonly KindNames[], entry: { kind: string; id: string }): string {
  return `/verwaltung/inhalte/${kinds.find(({ kind }) => kind === entry.kind)?.path ?? entry.kind}/${entry.id}`;
}

export const STATE_TONE: Record<EntryState, 'neutral' | 'info' | 'success' | 'warning'> = {
  draft: 'neutral',
  review: 'warning',
  published: 'success',
  archived: 'neutral',
};

/** `Mo., 23. November 2026, 10:42`. */
export function showMoment(instant: Date, locale: string): string {
  return `${showDay(instant, locale)}, ${showTime(instant, locale)}`;
}
