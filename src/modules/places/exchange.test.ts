import { expect, test } from 'vitest';
import { placesToGeoJson, placeToVcard } from './exchange.ts';
import type { Place } from './model.ts';

const museum = {
  id: '019aaaaa-0000-7000-8000-000000000001',
  externalId: 'museum',
  title: 'Museum für Alltagskultur; Haus, Hof und Garten der Griesen Gegend in Hagenow',
  slug: 'museum',
  category: 'museum',
  summary: '',
  area: null,
  isExample: false,
  sourceName: 'Stadt Hagenow',
  sourceDate: '2024',
  licence: null,
  attribution: null,
  updatedAt: new Date('2026-11-24T10:00:00Z'),
  details: {
    street: 'Lange Straße 28–32',
    postcode: '19230',
    city: 'Hagenow',
    latitude: 53.43318,
    longitude: 11.18955,
    openingHours: 'Tu 09:00-12:00',
    exceptions: ['24.12.2026: geschlossen', '24.12.2025: geschlossen'],
    phone: '03883 722042',
    email: 'museum@hagenow.de',
    website: null,
    accessibility: ['step-free', 'toilet'],
    closedUntil: null,
    within: '',
  },
} as unknown as Place;

test('a place leaves as GeoJSON with the keys of OpenStreetMap, longitude first', () => {
  const { features } = placesToGeoJson([museum], { origin: 'https://hagenow.de', today: '2026-11-24' });
  expect(features).toEqual([
    {
      type: 'Feature',
      id: 'museum',
      geometry: { type: 'Point', coordinates: [11.18955, 53.43318] },
      properties: {
        name: museum.title,
        number: 1,
        category: 'museum',
        'addr:street': 'Lange Straße',
        'addr:housenumber': '28–32',
        'addr:postcode': '19230',
        'addr:city': 'Hagenow',
        opening_hours: 'Tu 09:00-12:00; 2026 Dec 24 off',
        phone: '03883 722042',
        email: 'museum@hagenow.de',
        url: 'https://hagenow.de/orte/museum',
        source: 'Stadt Hagenow',
        source_date: '2024',
        wheelchair: 'yes',
        'toilets:wheelchair': 'yes',
      },
    },
  ]);
});

test('a place goes into an address book: lines folded at 75 bytes, signs escaped', () => {
  const card = placeToVcard(museum, 'https://hagenow.de');
  const lines = card.split('\r\n');
  expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  const unfolded = card.replaceAll('\r\n ', '');
  expect(unfolded).toContain(
    'FN:Museum für Alltagskultur\\; Haus\\, Hof und Garten der Griesen Gegend in Hagenow\r\n',
  );
  expect(unfolded).toContain('TEL;VALUE=uri:tel:03883722042\r\n');
  expect(unfolded).toContain('GEO:geo:53.43318,11.18955\r\n');
  expect(unfolded).toContain('ADR:;;Lange Straße 28–32;Hagenow;;19230;Deutschland\r\n');
  expect(unfolded.startsWith('BEGIN:VCARD\r\nVERSION:4.0\r\n')).toBe(true);
});
