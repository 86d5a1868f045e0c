import { expect, test } from 'vitest';
import type { KindDescription } from '#modules/publishing';
import { readEntryForm, valuesOfEntry } from './entry-form.ts';

const kind: KindDescription = {
  kind: 'event',
  path: 'veranstaltungen',
  permission: 'events',
  categories: [],
  fields: [
    { name: 'startsAt', input: 'datetime', label: 'start', required: true },
    { name: 'allDay', input: 'checkbox', label: 'all-day' },
    { name: 'accessibility', input: 'list', label: 'facts', options: ['step-free', 'toilet'] },
    { name: 'products', input: 'list', label: 'products' },
    { name: 'latitude', input: 'number', label: 'latitude' },
    { name: 'venue', input: 'text', label: 'venue' },
  ],
};

const content = {
  id: '1',
  kind: 'event',
  slug: 'fest',
  state: 'draft' as const,
  title: 'Fest',
  summary: '',
  body: 'Erste Zeile\nZweite Zeile',
  language: 'de',
  category: null,
  area: 'Viez',
  audience: 'all' as const,
  isExample: true,
  sourceName: 'Stadt Hagenow',
  sourceUrl: null,
  sourceDate: '2026-10',
  licence: null,
  attribution: null,
  externalId: null,
  exchangeSourceId: null,
  vanishedAt: null,
  authorId: null,
  authorName: 'Autorin',
  publishAt: new Date('2026-07-01T06:00:00Z'),
  expireAt: null,
  publishedAt: null,
  createdAt: new Date(),
  updatedAt: new Date(),
  version: 3,
  details: {
    startsAt: new Date('2026-12-05T17:00:00Z'),
    allDay: false,
    accessibility: ['step-free', 'toilet'],
    products: ['bus', 'regional'],
    latitude: 53.43,
    venue: '',
    uid: 'stays@ortskern',
  },
};

function formFrom(values: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) if (one) form.append(name, one);
  return form;
}

test('an entry shown and sent back unchanged is the same entry', () => {
  const values = valuesOfEntry(content, kind);
  expect(values.startsAt).toBe('2026-12-05T18:00');
  expect(values.publishAt).toBe('2026-07-01T08:00');
  const { draft, details } = readEntryForm(formFrom(values), kind, content.details);
  expect(details).toEqual({ ...content.details, venue: undefined });
  expect(draft).toMatchObject({
    title: 'Fest',
    body: content.body,
    area: 'Viez',
    isExample: true,
    publishAt: content.publishAt,
    expireAt: null,
    sourceDate: '2026-10',
  });
});

test('an empty input leaves the kind its default, one that must not be empty is handed on, and no tick is a no', () => {
  const { details } = readEntryForm(formFrom({ title: 'Fest' }), kind);
  expect(details).toEqual({ startsAt: null, allDay: false, accessibility: [], products: [] });
});

test('a number may have a comma, and a date that is none is handed on to be refused', () => {
  const { details } = readEntryForm(formFrom({ latitude: '53,43', startsAt: '2026-02-30T10:00' }), kind);
  expect(details).toMatchObject({ latitude: 53.43, startsAt: '2026-02-30T10:00' });
});
