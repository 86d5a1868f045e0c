import { and, eq, inArray } from 'drizzle-orm';
import { factLine, searchDocumentOf } from '#modules/publishing';
import type { ContentKind } from '#modules/publishing.server';
import { ACCESSIBILITY_FACTS } from '../model.ts';
import { TOUR_MEANS, tourDetails } from './model.ts';
import type { TourDetails } from './model.ts';
import { tour } from './tables.server.ts';

/** Tours as a kind of content. */
export const tourKind: ContentKind<TourDetails> = {
  kind: 'tour',
  path: 'touren',
  permission: 'places',
  categories: [],
  details: tourDetails,
  fields: [
    { name: 'means', input: 'select', label: 'places.tour.means', options: TOUR_MEANS },
    { name: 'lengthKilometres', input: 'number', label: 'places.tour.length' },
    { name: 'durationMinutes', input: 'number', label: 'places.tour.duration' },
    { name: 'stops', input: 'list', label: 'places.tour.stops', hint: 'places.tour.stops.hint' },
    { name: 'line', input: 'textarea', label: 'places.tour.line', hint: 'places.tour.line.hint' },
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
      .from(tour)
      .where(and(eq(tour.tenantId, tenantId), inArray(tour.entryId, [...entryIds])));
    return new Map(rows.map(({ tenantId: _, entryId, ...details }) => [entryId, details]));
  },
  async saveDetails(store, tenantId, entryId, details) {
    await store
      .insert(tour)
      .values({ tenantId, entryId, ...details })
      .onConflictDoUpdate({ target: [tour.tenantId, tour.entryId], set: details });
  },
  toSearchDocument(content) {
    const document = searchDocumentOf(content, 'orte/touren');
    const { lengthKilometres, durationMinutes, means } = content.details;
    const facts = [
      MEANS_WORDS[means],
      lengthKilometres && `${lengthKilometres} Kilometer`,
      durationMinutes && `${durationMinutes} Minuten`,
    ].filter(Boolean);
    document.lines.push(factLine(`Tour ${content.title}: ${facts.join(', ')}.`, content.title));
    return document;
  },
};

/** As the index of the search words them. */
const MEANS_WORDS: Readonly<Record<TourDetails['means'], string>> = {
  walk: 'zu Fuß, Spaziergang, Wanderung',
  bike: 'mit dem Fahrrad, Radtour',
  car: 'mit dem Auto',
};
