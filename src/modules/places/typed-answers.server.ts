import { askedDays, namedShare, namesTitle, subjectOf, subjectWordsOf } from '#modules/publishing';
import { recallPublic } from '#modules/publishing.server';
import { readTown } from '#modules/tenancy.server';
import { civilDate, instantOf, showDay, showPartialDate, showTime } from '#platform/formats';
import { askedAlone } from '#platform/scope';
import type { Asking, Recall } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { placeKind } from './kind.server.ts';
import { kindsAsked } from './kinds-asked.ts';
import type { Place } from './model.ts';
import { confirmationOn } from './owners/rules.ts';
import { hoursInWords, openingAt, openingOn } from './rules.ts';

// "hat … auf", "macht … zu", "an welchen Tagen kann ich ins …": how long doors are open, however it is put.
const ASKS =
  /^\s*\p{L}+ (?:heute|jetzt|morgen|today|now)\s*[?.!]*$|(?:ö|oe)ffnungszeit|sprechzeit|sprechstunden|(?:ö|oe)ffnet|(?<!\p{L})schlie(?:ß|ss)t(?!\p{L})|(?<!\p{L})(?:offen|geöffnet|geschlossen|closed|open|opening hours)(?!\p{L})|(?<!\p{L})(?:hat|haben|macht|machen|ist|sind)(?!\p{L}).*(?<!\p{L})(?:auf|zu)(?=\s*(?:[?.!,;]|$|(?:heute|morgen|jetzt|gerade|und|am)(?!\p{L})))|(?:an welchen tagen|wann) kann (?:ich|man) .*(?:gehen|kommen|hin|vorbei\p{L}*|besuchen)|wie lange hat .*(?:auf|offen)|(?<!\p{L})(?:(?:irgend)?wer|jemand|einer) (?:da|im haus|vor ort|erreichbar)(?=\s*(?:[?.!,]|$))|(?<!\p{L})(?:anybody|anyone) (?:in|there)(?=\s*(?:[?.!,]|$))|(?<!\p{L})besetzt(?!\p{L})/iu;

/** What a text says when it tells hours itself. */
const TELLS_HOURS = /\d\s*(?:uhr|h\b)|geöffnet|öffnungszeit|sprechzeit/i;

/** "Hat das Museum gerade offen?" is answered from the hours of the place, as of now or on the day that is named. */
export const openingReader = {
  kind: 'place',
  asks: (question: string) => ASKS.test(question),

  async read(tenant: TenantScope, question: string, { ids, recall, before }: Asking = askedAlone) {
    const found = await recallPublic(tenant, placeKind, ids, recall);
    const meant = meantBy(subjectOf(question, before), found);
    if (!meant || (await isElsewhere(tenant, question, meant, recall))) return null;
    if (!meant.details.openingHours)
      return {
        id: meant.id,
        isUnknown: true,
        unlessSaid: TELLS_HOURS,
        saidOf: (text: string) => isNamedIn(subjectOf(question, before), text),
        sentences: sayUnknown(meant),
      };
    const { state } = await recall('town', () => readTown(tenant));
    const days = [question, ...before].flatMap((text) => askedDays(text, civilDate(tenant.now())) ?? [])[0];
    const day = days && days.first === days.last ? days.first : null;
    return { id: meant.id, sentences: sentencesOf(meant, state, tenant, day) };
  },
};

const ASKS_PHONE =
  /(?<!\p{L})(?:telefon\p{L}*|(?:telefon|ruf|handy)?nummer|anrufen|phone(?: number)?)(?!\p{L})/iu;
const ASKS_MAIL = /(?<!\p{L})(?:e-?mail\p{L}*|mail-?adresse|mail)(?!\p{L})/iu;
const ASKS_ACCESS =
  /barrierefrei|behindertengerecht|rollstuhl|stufenlos|aufzug|fahrstuhl|wheelchair|accessible/iu;
const FACT_WORDS =
  /(?<!\p{L})(?:telefon\p{L}*|\p{L}*nummer|anrufen|erreiche\p{L}*|lautet|phone|number|e-?mail\p{L}*|mail\p{L}*|adresse|barrierefrei\p{L}*|behindertengerecht\p{L}*|rollstuhl\p{L}*|stufenlos\p{L}*|aufzug|fahrstuhl|wheelchair|accessible)(?!\p{L})/giu;
const MOSTLY_NAMED = 0.5;

/** "Ist das Rathaus barrierefrei?", "Telefonnummer vom Museum": a field of the place, or that it is not known. */
export const placeFactReader = {
  kind: 'place',
  asks: (question: string) =>
    ASKS_PHONE.test(question) ||
    ASKS_MAIL.test(question) ||
    (ASKS_ACCESS.test(question) && /(?<!\p{L})(?:ist|hat|is|wie|gibt)(?!\p{L})/iu.test(question)),

  async read(tenant: TenantScope, question: string, { ids, recall, before }: Asking = askedAlone) {
    const found = await recallPublic(tenant, placeKind, ids, recall);
    const about = subjectOf(question.replace(FACT_WORDS, ' '), before);
    const named = found.filter(({ title }) => namedShare(about, title) > MOSTLY_NAMED);
    const place = meantBy(about, named);
    if (!place) return null;
    if (ASKS_ACCESS.test(question)) return sayAccess(place);
    const { phone, email } = place.details;
    const [known, key] = ASKS_PHONE.test(question) ? [phone, 'phone'] : [email, 'mail'];
    const values = { place: place.title, [key]: known };
    return known
      ? { id: place.id, sentences: [{ key: `places.answer.${key}-of`, values }] }
      : {
          id: place.id,
          isUnknown: true,
          unlessSaid: /\d{4}|@/,
          sentences: [{ key: `places.answer.no-${key}`, values }],
        };
  },
};

function sayAccess({ id, title, details: { accessibility } }: Place) {
  if (accessibility.length === 0)
    return { id, isUnknown: true, sentences: [{ key: 'places.answer.no-access', values: { place: title } }] };
  const sentences = accessibility.map((fact) => ({
    key: 'places.answer.access',
    values: { place: title, fact: { key: `places.field.accessibility.${fact}` } },
  }));
  return { id, sentences };
}

const SOMEWHERE = /(?<!\p{L})in\s+(\p{Lu}\p{L}+)/u;

/** "Das Museum in Schwerin" is another one. */
async function isElsewhere(
  tenant: TenantScope,
  question: string,
  place: Place,
  recall: Recall,
): Promise<boolean> {
  const where = SOMEWHERE.exec(question)?.[1]?.toLowerCase();
  if (!where) return false;
  const { settings } = await recall('town', () => readTown(tenant));
  const { street, city } = place.details;
  const here = [tenant.tenant.name, place.title, place.area ?? '', street, city, ...settings.localities];
  return !here.some((name) => name.toLowerCase().includes(where));
}

/** Whether a text speaks of what a question names, by its name or its kind. */
const isNamedIn = (question: string, text: string): boolean =>
  namesTitle(question, text) || kindsAsked(question).some(({ named }) => named.test(text));

/** The place that most words of the question name, by its name or its kind; with hours rather than without. */
function meantBy(question: string, places: readonly Place[]): Place | null {
  const asked = subjectWordsOf(question);
  const kinds = kindsAsked(question);
  const named = ({ title }: Place): number =>
    asked.filter((one) => namesTitle(one, title)).length +
    (kinds.some((one) => one.named.test(title)) ? 1 : 0);
  const hasHours = ({ details }: Place): number => (details.openingHours ? 1 : 0);
  const [best] = places
    // A stop is called after the house it lies at, and never closes.
    .filter((place) => place.details.stopId === null && named(place) > 0)
    .sort((a, b) => named(b) - named(a) || hasHours(b) - hasHours(a));
  return best ?? null;
}

function sayUnknown({ title, details: { street, phone, email } }: Place) {
  const reach = [street, phone, email].filter(Boolean).join(', ');
  const unknown = { key: 'places.answer.no-hours', values: { place: title } };
  return reach ? [unknown, { key: 'places.answer.reach', values: { reach } }] : [unknown];
}

function sentencesOf(place: Place, state: string, tenant: TenantScope, day: string | null) {
  const now = openingAt(place.details, state, tenant.now(), tenant.locale);
  const hours = {
    key: 'places.answer.hours',
    values: { place: place.title, hours: hoursInWords(place.details.openingHours!) },
  };
  const onDay = day && openingOn(place.details, state, day);
  if (onDay && onDay.known && day !== civilDate(tenant.now())) {
    const key = onDay.open ? 'places.answer.opens-on' : 'places.answer.closed-on';
    const values = { place: place.title, day: showDay(instantOf(day), tenant.locale), times: onDay.times };
    return [{ key, values }, hours];
  }
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
