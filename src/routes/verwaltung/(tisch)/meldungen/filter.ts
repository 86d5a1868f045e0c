import { BODY_LEVELS, DESK_LISTS } from '#modules/reports';
import type { BodyLevel, DeskFilter, DeskList } from '#modules/reports';

/** What the lists are called in the address. */
export const LIST_NAMES: Record<DeskList, string> = {
  new: 'neu',
  mine: 'meine',
  overdue: 'ueberfaellig',
  open: 'offen',
  elsewhere: 'auswaerts',
  waiting: 'wartend',
  done: 'erledigt',
  hidden: 'ausgeblendet',
};

export const PAGE_LENGTH = 50;

/** What the address asks for; what it does not name is left open. */
export function readDeskFilter(query: URLSearchParams, fallback: DeskList): DeskFilter & { cursor: number } {
  const level = query.get('ebene') as BodyLevel;
  return {
    list: DESK_LISTS.find((list) => LIST_NAMES[list] === query.get('liste')) ?? fallback,
    category: query.get('kategorie') || null,
    q: query.get('q') || null,
    level: BODY_LEVELS.includes(level) ? level : null,
    cursor: Math.max(0, Math.min(100_000, Number.parseInt(query.get('ab') ?? '0', 10) || 0)),
  };
}
