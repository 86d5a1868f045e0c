import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readGeoJson } from './geojson.ts';
import { centroid } from './shapes.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const square = [
  [
    [11, 53],
    [12, 53],
    [12, 54],
    [11, 54],
    [11, 53],
  ],
];

function read(input: Uint8Array) {
  const outcome = readGeoJson(input);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

test('farm shops of a rural area, points and areas alike, get a point on the map', () => {
  const { rows, faults } = read(readFileSync('tests/fixtures/osm_direktvermarkter_schnaittach.geojson'));
  expect(faults).toEqual([]);
  expect(rows.every((row) => row.position.latitude > 49 && row.position.latitude < 50)).toBe(true);
  expect(rows[0]).toMatchObject({ id: 'way/51849765', geometry: { type: 'Polygon' } });
});

test('features beyond the globe, without geometry or with open rings are named, the others kept', () => {
  const feature = (geometry: unknown, name: string) => ({ type: 'Feature', properties: { name }, geometry });
  const { rows, faults } = read(
    bytes({
      type: 'FeatureCollection',
      features: [
        feature({ type: 'Point', coordinates: [11.2, 53.4] }, 'gut'),
        feature({ type: 'Point', coordinates: [1_120_000, 5_340_000] }, 'Meter statt Grad'),
        feature(null, 'leer'),
        feature({ type: 'Polygon', coordinates: [square[0]!.slice(0, 4)] }, 'offen'),
        feature({ type: 'Point', coordinates: ['11', '53'] }, 'Text'),
      ],
    }),
  );
  expect(rows).toHaveLength(1);
  expect(faults.map(({ row, reason, value }) => [row, reason, value])).toEqual([
    [2, 'coordinates-beyond-globe', 'Meter statt Grad'],
    [3, 'geometry-missing', 'leer'],
    [4, 'ring-open', 'offen'],
    [5, 'coordinates-wrong', 'Text'],
  ]);
  expect(readGeoJson(bytes({ type: 'Topology' }))).toMatchObject({
    reason: 'geojson-unknown',
    details: { values: { part: 'Topology' } },
  });
});

test('the centre of an area is its balance point, of points their mean', () => {
  const area = { type: 'Polygon' as const, coordinates: square as [number, number][][] };
  expect(centroid(area)).toEqual({ longitude: 11.5, latitude: 53.5 });
  expect(
    centroid({
      type: 'MultiPoint',
      coordinates: [
        [11, 53],
        [12, 54],
      ],
    }),
  ).toEqual({ longitude: 11.5, latitude: 53.5 });
});
