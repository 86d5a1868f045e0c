import { and, eq, inArray } from 'drizzle-orm';
import { factLine, searchDocumentOf } from '#modules/publishing';
import type { ContentKind } from '#modules/publishing.server';
import {
  ACCESSIBILITY_FACTS,
  EVENT_CATEGORIES,
  EVENT_CHANGED,
  EVENT_STATUS,
  SKIPS,
  eventDetails,
} from './model.ts';
import type { EventDetails } from './model.ts';
import { spanInWords } from './rules.ts';
import { layOutDates } from './series/dates.server.ts';
import { renamedExceptions } from './series/dates.ts';
import { explainSeries } from './series/explain.server.ts';
import { exceptionsInWords, seriesInWords } from './series/words.ts';
import { REPEATS, WEEKDAY_CODES, repeatInForm } from './series/repeat.ts';
import { event } from './tables.server.ts';

/** Events as a kind of content. */
export const eventKind: ContentKind<EventDetails> = {
  kind: 'event',
  path: 'veranstaltungen',
  permission: 'events',
  categories: EVENT_CATEGORIES,
  details: eventDetails,
  fields: [
    { name: 'startsAt', input: 'datetime', label: 'events.field.startsAt', required: true },
    { name: 'endsAt', input: 'datetime', label: 'events.field.endsAt' },
    { name: 'allDay', input: 'checkbox', label: 'events.field.allDay' },
    { name: 'rule', input: 'select', label: 'events.field.rule', options: REPEATS, group: 'repeat' },
    {
      name: 'every',
      input: 'number',
      label: 'events.field.every',
      hint: 'events.field.every.hint',
      group: 'repeat',
    },
    {
      name: 'weekdays',
      input: 'list',
      label: 'events.field.weekdays',
      options: WEEKDAY_CODES,
      group: 'repeat',
    },
    {
      name: 'until',
      input: 'date',
      label: 'events.field.until',
      hint: 'events.field.until.hint',
      group: 'repeat',
    },
    { name: 'count', input: 'number', label: 'events.field.count', group: 'repeat' },
    { name: 'skips', input: 'list', label: 'events.field.skips', options: SKIPS, group: 'repeat' },
    { name: 'status', input: 'select', label: 'events.field.status', options: EVENT_STATUS },
    { name: 'venue', input: 'text', label: 'events.field.venue' },
    { name: 'street', input: 'text', label: 'events.field.street' },
    { name: 'organizer', input: 'text', label: 'events.field.organizer' },
    { name: 'contact', input: 'text', label: 'events.field.contact' },
    { name: 'price', input: 'text', label: 'events.field.price', hint: 'events.field.price.hint' },
    { name: 'link', input: 'url', label: 'events.field.link' },
    {
      name: 'accessibility',
      input: 'list',
      label: 'events.field.accessibility',
      options: ACCESSIBILITY_FACTS,
    },
  ],
  formWords: repeatInForm,
  explain: explainSeries,
  async loadDetails(store, tenantId, entryIds) {
    const rows = await store
      .select()
      .from(event)
      .where(and(eq(event.tenantId, tenantId), inArray(event.entryId, [...entryIds])));
    return new Map(rows.map(({ tenantId: _, entryId, datedUntil: __, ...details }) => [entryId, details]));
  },
  async saveDetails(store, tenantId, entryId, details, scope) {
    const stored = await storedEvent(store, tenantId, entryId);
    // Subscribers follow an event by its UID and take a change only when SEQUENCE has grown (RFC 5545, 3.8.7.4).
    const uid = details.uid || stored?.uid || `${entryId}@ortskern`;
    const sequence = stored ? Math.max(details.sequence, stored.sequence + 1) : details.sequence;
    const exceptions = stored ? renamedExceptions(stored, details) : {};
    const row = { ...details, ...exceptions, uid, sequence };
    await store
      .insert(event)
      .values({ tenantId, entryId, ...row })
      .onConflictDoUpdate({ target: [event.tenantId, event.entryId], set: row });
    await layOutDates(store, scope, entryId, row, stored?.venue ?? null);
  },
  keptByTable: ['uid', 'sequence'],
  announces: EVENT_CHANGED,
  toSearchDocument(content) {
    const document = searchDocumentOf(content, 'veranstaltungen');
    const { status, venue, street, organizer, price } = content.details;
    const fact = (text: string) => document.lines.push(factLine(text, content.title));
    const when = seriesInWords(content.details) || spanInWords(content.details);
    fact(`${content.title}: ${when}${status === 'cancelled' ? ' – abgesagt' : ''}.`);
    for (const text of exceptionsInWords(content.details)) fact(`${content.title}, ${text}.`);
    if (venue || street) fact(`Ort: ${[venue, street].filter(Boolean).join(', ')}.`);
    if (organizer) fact(`Veranstalter: ${organizer}.`);
    if (price) fact(`Eintritt: ${price}.`);
    return document;
  },
};

async function storedEvent(
  store: Parameters<typeof eventKind.loadDetails>[0],
  tenantId: string,
  entryId: string,
): Promise<typeof event.$inferSelect | undefined> {
  const [row] = await store
    .select()
    .from(event)
    .where(and(eq(event.tenantId, tenantId), eq(event.entryId, entryId)));
  return row;
}
