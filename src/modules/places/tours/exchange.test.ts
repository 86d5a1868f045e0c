import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { parse, safeParse } from 'valibot';
import { expect, test } from 'vitest';
import { lengthOf, tourToGeoJson, tourToGpx } from './exchange.ts';
import { tourDetails } from './model.ts';
import type { Tour, TourStop } from './model.ts';
import { readStop } from './stops.ts';

const stop = (title: string, longitude: number | null, latitude: number | null = 53.43): TourStop => ({
  title,
  text: '',
  slug: null,
  latitude: longitude === null ? null : latitude,
  longitude,
});
const tour = (details: object = {}): Tour =>
  ({
    title: 'Rund um <Hagenow> & zurück',
    summary: '',
    slug: 'rundweg',
    isExample: true,
    details: parse(tourDetails, details),
  }) as unknown as Tour;
const stops = [stop('Markt', 11.19), stop('Ohne Lage', null), stop('Bahnhof', 11.18)];

test('a place or a point of its own is a stop, anything else is not', () => {
  expect(readStop('museum: Hier beginnt der Weg')).toEqual({
    kind: 'place',
    slug: 'museum',
    text: 'Hier beginnt der Weg',
  });
  expect(readStop('53.4331, 11.1895: Bank am See: Blick: weit')).toEqual({
    kind: 'point',
    latitude: 53.4331,
    longitude: 11.1895,
    title: 'Bank am See',
    text: 'Blick: weit',
  });
  for (const wrong of ['', 'Das Museum', '99, 11: weit weg', '53.4']) expect(readStop(wrong)).toBeNull();
});

test('a way is read from GeoJSON in any of its forms', () => {
  const coordinates = [
    [11.1, 53.4],
    [11.2, 53.4],
  ];
  for (const form of [
    coordinates,
    { type: 'LineString', coordinates },
    { type: 'Feature', geometry: { type: 'LineString', coordinates } },
  ])
    expect(parse(tourDetails, { line: JSON.stringify(form) }).line).toEqual(coordinates);
  expect(parse(tourDetails, { line: '' }).line).toBeNull();
  for (const broken of ['{', '[[11.1, 53.4]]', '[[11.1, 95], [11.2, 53]]'])
    expect(safeParse(tourDetails, { line: broken }).issues?.[0].message).toBe('line-not-understood');
});

test('a tour without a line goes straight from stop to stop and claims no length', () => {
  expect(lengthOf(tour())).toBeNull();
  const [way, ...points] = tourToGeoJson(tour(), stops, 'https://a.de').features;
  expect(way).toMatchObject({
    geometry: {
      type: 'LineString',
      coordinates: [
        [11.19, 53.43],
        [11.18, 53.43],
      ],
    },
    properties: { exact: false, lengthKilometres: null },
  });
  expect(points.map(({ geometry }) => geometry?.type ?? null)).toEqual(['Point', null, 'Point']);
});

test('the length of a line is its own', () => {
  const line = [
    [11.1, 53.4],
    [11.2, 53.4],
    [11.2, 53.5],
  ];
  expect(lengthOf(tour({ line }))).toBeCloseTo(17.75, 1);
  expect(lengthOf(tour({ line, lengthKilometres: 20 }))).toBe(20);
});

test('GPX is well-formed XML whatever a tour is called, with its stops as waypoints', () => {
  const parser = new XMLParser({ ignoreAttributes: false });
  fc.assert(
    fc.property(fc.string(), fc.string(), (title, text) => {
      const gpx = tourToGpx(
        { ...tour(), title, summary: text },
        [{ ...stops[0]!, title: text }],
        'https://a.de/?a=1&b=2',
      );
      expect(XMLValidator.validate(gpx)).toBe(true);
    }),
  );
  const { gpx } = parser.parse(tourToGpx(tour(), stops, 'https://a.de')) as never as {
    gpx: { wpt: { name: string }[]; trk: { trkseg: { trkpt: object[] } } };
  };
  expect(gpx.wpt.map(({ name }) => name)).toEqual(['Markt', 'Bahnhof']);
  expect(gpx.trk.trkseg.trkpt).toEqual([
    { '@_lat': '53.43', '@_lon': '11.19' },
    { '@_lat': '53.43', '@_lon': '11.18' },
  ]);
});
