import type { RequestEvent } from '@sveltejs/kit';
import type { Town, TownModule } from '#modules/tenancy';

/** Which room a part of the address belongs to; what is not named here cannot be switched off. */
const ROOM_OF: Record<string, TownModule> = {
  aktuelles: 'news',
  news: 'news',
  bekanntmachungen: 'notices',
  notices: 'notices',
  veranstaltungen: 'events',
  events: 'events',
  anmeldung: 'events',
  veranstalter: 'events',
  merken: 'events',
  orte: 'places',
  places: 'places',
  abfall: 'waste',
  waste: 'waste',
  melden: 'reports',
  meldung: 'reports',
  meldungen: 'reports',
  weitergabe: 'reports',
  reports: 'reports',
  reparaturzeiten: 'reports',
  'repair-times': 'reports',
  open311: 'reports',
  wissen: 'knowledge',
  articles: 'knowledge',
  wirtschaft: 'business',
  schutzrechte: 'business',
  patents: 'business',
  fragen: 'assistant',
  anfrage: 'assistant',
  answer: 'assistant',
  mcp: 'assistant',
  widget: 'assistant',
};

/** Whether a town has switched off the room a path leads to; `/api/v1/events` follows `/veranstaltungen`. */
export function isSwitchedOff(path: string, { settings }: Pick<Town, 'settings'>): boolean {
  const [first = ''] = path.replace(/^\/(api\/(v1\/)?)?/, '').split(/[/.]/, 1);
  const room = Object.hasOwn(ROOM_OF, first) ? ROOM_OF[first] : undefined;
  return room !== undefined && settings.switchedOff.includes(room);
}

interface Asked extends Pick<RequestEvent, 'request'> {
  route: { id: string | null };
  locals: { path: string; town: Pick<Town, 'settings'> };
}

/**
 * Whether a request is to be refused before it is routed on, for its room is switched off. A page of the town says so
 * itself, in its layout; forms, pictures and answers without a page never come there.
 */
export function isClosed({ request: { method, headers }, route, locals: { path, town } }: Asked): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  const isPage = isRead && route.id?.startsWith('/(town)') && headers.get('accept')?.includes('text/html');
  return !isPage && isSwitchedOff(path, town);
}
