import { namesTitle } from '#modules/publishing';
import { loadPublic } from '#modules/publishing.server';
import { readTown } from '#modules/tenancy.server';
import { civilDate, showDay, showPartialDate, showTime } from '#platform/formats';
import { readAnew } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { placeKind } from './kind.server.ts';
import type { Place } from './model.ts';
import { confirmationOn } from './owners/rules.ts';
import { hoursInWords, openingAt } from './rules.ts';

const ASKS =
  /(?:ö|oe)ffnungszeit|sprechzeit|(?:ö|oe)ffnet|(?<!\p{L})(?:offen|geschlossen|closed|open|opening hours)(?!\p{L})|(?<!\p{L})hat(?!\p{L}).*(?<!\p{L})(?:auf|zu)\s*\??$/iu;

/** "Hat das Museum gerade offen?" is answered from the hours of the place, as of now. */
export const openingReader = {
  kind: 'place',
  asks: (question: string) => ASKS.test(question),

  async read(tenant: TenantScope, question: string, ids: readonly string[], recall = readAnew) {
    const places = await recall(`places ${ids.join()}`, () =>
      tenant.read((store) => loadPublic(store, tenant, placeKind, ids)),
    );
    const meant = places.find((place) => place.details.openingHours && namesTitle(question, place.title));
    if (!meant) return null;
    const { state } = await recall('town', () => readTown(tenant));
    return { id: meant.id, sentences: sentencesOf(meant, state, tenant) };
  },
};

function sentencesOf(place: Place, state: string, tenant: TenantScope) {
  const now = openingAt(place.details, state, tenant.now(), tenant.locale);
  const hours = {
    key: 'places.answer.hours',
    values: { place: place.title, hours: hoursInWords(place.details.openingHours!) },
  };
  if (!now.known) return [hours];
  const until = now.open ? now.until : now.next;
  const at = until
    ? { day: showDay(until, tenant.locale), time: showTime(until, tenant.locale) }
    : { day: '', time: '' };
  const key = now.open ? 'places.answer.open' : 'places.answer.closed';
  const holiday = now.holidayNote
    ? [{ key: 'places.answer.holiday', values: { holiday: now.holidayNote } }]
    : [];
  const confirmation = confirmationOn(place.details, civilDate(tenant.now()));
  const stale = confirmation?.isStale
    ? [
        {
          key: confirmation.on ? 'places.answer.stale' : 'places.answer.stale.never',
          values: { day: confirmation.on ? showPartialDate(confirmation.on, tenant.locale) : '' },
        },
      ]
    : [];
  return [
    { key: until ? key : `${key}.always`, values: { place: place.title, ...at } },
    ...holiday,
    hours,
    ...stale,
  ];
}
