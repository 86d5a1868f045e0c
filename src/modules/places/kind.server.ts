import { and, eq, inArray } from 'drizzle-orm';
import { factLine, searchDocumentOf } from '#modules/publishing';
import type { ContentKind } from '#modules/publishing.server';
import { PLACE_CATEGORIES } from './categories.ts';
import { ACCESSIBILITY_FACTS, placeDetails } from './model.ts';
import type { PlaceDetails } from './model.ts';
import { hoursInWords } from './rules.ts';
import { owner } from './owners/tables.server.ts';
import { place } from './tables.server.ts';

/** Facts of accessibility as the index of the search words them. */
const ACCESS_WORDS: Readonly<Record<PlaceDetails['accessibility'][number], string>> = {
  'step-free': 'stufenlos, mit Rollstuhl erreichbar',
  lift: 'Aufzug',
  toilet: 'Toilette für Menschen im Rollstuhl',
  'induction-loop': 'Induktionsschleife für Hörgeräte',
  parking: 'Behindertenparkplatz',
  'guide-dog': 'Assistenzhund willkommen',
};

/** Places of the directory as a kind of content. */
export const placeKind: ContentKind<PlaceDetails> = {
  kind: 'place',
  path: 'orte',
  permission: 'places',
  categories: PLACE_CATEGORIES,
  details: placeDetails,
  fields: [
    { name: 'street', input: 'text', label: 'places.field.street' },
    { name: 'postcode', input: 'text', label: 'places.field.postcode' },
    { name: 'city', input: 'text', label: 'places.field.city' },
    {
      name: 'openingHours',
      input: 'text',
      label: 'places.field.openingHours',
      hint: 'places.field.openingHours.hint',
    },
    { name: 'hoursNote', input: 'textarea', label: 'places.field.hoursNote' },
    {
      name: 'exceptions',
      input: 'list',
      label: 'places.field.exceptions',
      hint: 'places.field.exceptions.hint',
    },
    { name: 'closedFrom', input: 'date', label: 'places.field.closedFrom' },
    {
      name: 'closedUntil',
      input: 'date',
      label: 'places.field.closedUntil',
      hint: 'places.field.closedUntil.hint',
    },
    { name: 'closedReason', input: 'text', label: 'places.field.closedReason' },
    { name: 'phone', input: 'tel', label: 'places.field.phone' },
    { name: 'email', input: 'email', label: 'places.field.email' },
    { name: 'website', input: 'url', label: 'places.field.website' },
    { name: 'latitude', input: 'number', label: 'places.field.latitude' },
    { name: 'longitude', input: 'number', label: 'places.field.longitude' },
    {
      name: 'accessibility',
      input: 'list',
      label: 'places.field.accessibility',
      options: ACCESSIBILITY_FACTS,
    },
    { name: 'within', input: 'text', label: 'places.field.within', hint: 'places.field.within.hint' },
    {
      name: 'withinNote',
      input: 'text',
      label: 'places.field.withinNote',
      hint: 'places.field.withinNote.hint',
    },
  ],
  async loadDetails(store, tenantId, entryIds) {
    const rows = await store
      .select({ place, confirmedOn: owner.confirmedOn, staleOn: owner.staleOn })
      .from(place)
      .leftJoin(owner, and(eq(owner.tenantId, place.tenantId), eq(owner.entryId, place.entryId)))
      .where(and(eq(place.tenantId, tenantId), inArray(place.entryId, [...entryIds])));
    return new Map(
      rows.map(({ place: { tenantId: _, entryId, ...details }, ...asked }) => [
        entryId,
        { ...details, ...asked },
      ]),
    );
  },
  keptByTable: ['confirmedOn', 'staleOn'],
  async saveDetails(store, tenantId, entryId, { confirmedOn: _, staleOn: __, ...details }) {
    await store
      .insert(place)
      .values({ tenantId, entryId, ...details })
      .onConflictDoUpdate({ target: [place.tenantId, place.entryId], set: details });
  },
  toSearchDocument(content) {
    const document = searchDocumentOf(content, 'orte');
    const { street, postcode, city, phone, email, website, openingHours, hoursNote } = content.details;
    const fact = (text: string) => document.lines.push(factLine(text, content.title));
    if (street) fact(`${content.title}: ${street}, ${[postcode, city].filter(Boolean).join(' ')}.`);
    if (openingHours) fact(`Öffnungszeiten ${content.title}: ${hoursInWords(openingHours)}.`);
    if (hoursNote) fact(hoursNote);
    for (const line of content.details.exceptions) fact(`Andere Zeiten ${content.title}: ${line}.`);
    const access = content.details.accessibility.map((known) => ACCESS_WORDS[known]);
    if (access.length > 0) fact(`Barrierefreiheit ${content.title}: ${access.join(', ')}.`);
    if (phone) fact(`Telefon ${content.title}: ${phone}.`);
    if (email) fact(`E-Mail ${content.title}: ${email}.`);
    if (website) fact(`Internetseite ${content.title}: ${website}`);
    return document;
  },
};
