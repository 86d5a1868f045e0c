import type { Assistant } from '#modules/assistant.server';
import type { Attendance } from '#modules/attendance.server';
import type { Handover } from '#modules/handover.server';
import type { Identity } from '#modules/identity.server';
import type { PlaceOwners } from '#modules/places.server';
import type { Open311 } from '#modules/open311.server';
import type { Reports } from '#modules/reports.server';
import type { Suggestions } from '#modules/suggestions.server';
import { environment } from '#env';
import { createTranslator } from '#platform/i18n';
import type { Locale } from '#platform/scope';
import { catalogs } from './catalogs.ts';
import { createRooms } from './rooms.server.ts';
import type { Rooms } from './rooms.server.ts';

export { kinds } from './kinds.server.ts';

let built: Rooms | null = null;

/** The rooms of this process, built when first entered: a build of the app has no database. */
export function rooms(): Rooms {
  if (built) return built;
  const settings = environment();
  const { databaseUrl, secret } = settings;
  if (!databaseUrl || !secret)
    throw new Error('DATABASE_URL and SECRET are not set; `npm start` sets them before it loads the app');
  return (built = createRooms({ ...settings, databaseUrl, secret }, say));
}

export const assistant: Assistant = entered(() => rooms().assistant);
export const identity: Identity = entered(() => rooms().identity);
export const suggestions: Suggestions = entered(() => rooms().suggestions);
export const attendance: Attendance = entered(() => rooms().attendance);
export const handover: Handover = entered(() => rooms().handover);
export const placeOwners: PlaceOwners = entered(() => rooms().placeOwners);
export const reports: Reports = entered(() => rooms().reports);
export const open311: Open311 = entered(() => rooms().open311);

/** Texts for what the assistant says from records. */
function say(locale: string, key: string, values: Record<string, string>): string {
  return createTranslator(catalogs, locale as Locale)(key, values);
}

/** Stands for a room until somebody calls one of its functions. */
function entered<Room extends object>(room: () => Room): Room {
  return new Proxy({} as Room, { get: (_, name) => room()[name as keyof Room] });
}
