import type { Entry, EntryState } from './model.ts';

/** Steps of the workflow: what may follow what. Publishing straight from the draft is for those who may publish. */
const NEXT: Record<EntryState, readonly EntryState[]> = {
  draft: ['review', 'published', 'archived'],
  review: ['draft', 'published', 'archived'],
  published: ['draft', 'archived'],
  archived: ['draft', 'published'],
};

export function mayFollow(from: EntryState, to: EntryState): boolean {
  return NEXT[from].includes(to);
}

/** Whether the public may read an entry at an instant: published, begun, not yet expired. */
export function isPublic(entry: Pick<Entry, 'state' | 'publishAt' | 'expireAt'>, now: Date): boolean {
  if (entry.state !== 'published') return false;
  if (entry.publishAt && entry.publishAt > now) return false;
  return !entry.expireAt || entry.expireAt > now;
}

const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** The part of an address a title becomes: `Größe & Lage` → `groesse-lage`. Never empty, at most 80 letters. */
export function slugOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter]!)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return slug || 'eintrag';
}
