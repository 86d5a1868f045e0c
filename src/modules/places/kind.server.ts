import { and, eq, inArray } from 'drizzle-orm';
import { factLine, searchDocumentOf } from '#modules/publishing';
import type { ContentKind } from '#modules/publishing.server';
import { ACCESSIBILITY_FACTS, PLACE_CATEGORIES, placeDetails } from './model.ts';
import type { PlaceDetails } from './model.ts';
import { hoursInWords } from './rules.ts';
import { place } from './tables.server.ts';

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
  ],
  async loadDetails(store, tenantId, entryIds) {
    const rows = await store
      .select()
      .from(place)
      .where(and(eq(place.tenantId, tenantId), inArray(place.entryId, [...entryIds])));
    return new Map(rows.map(({ tenantId: _, entryId, ...details }) => [entryId, details]));
  },
  async saveDetails(store, tenantId, entryId, details) {
    await store
      .insert(place)
      .values({ tenantId, entryId, ...details })
      .onConflictDoUpdate({ target: [place.tenantId, place.entryId], set: details });
  },
  toSearchDocument(content) {
    const document = searchDocumentOf(content, 'orte');
    const { street, postcode, city, phone, email, openingHours, hoursNote } = content.details;
    const fact = (text: string) => document.lines.push(factLine(text, content.title));
    if (street) fact(`${content.title}: ${street}, ${[postcode, city].filter(Boolean).join(' ')}.`);
    if (openingHours) fact(`Öffnungszeiten ${content.title}: ${hoursInWords(openingHours)}.`);
    if (hoursNote) fact(hoursNote);
    if (phone) fact(`Telefon ${content.title}: ${phone}.`);
    if (email) fact(`E-Mail ${content.title}: ${email}.`);
    return document;
  },
};
