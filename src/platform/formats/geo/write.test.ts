import { expect, test } from 'vitest';
import { readGeoJson } from './geojson.ts';
import { writeGeoJson } from './write.ts';

test('points that were written are read back at their place', () => {
  const written = writeGeoJson([
    { id: '7', latitude: 53.42994, longitude: 11.18546, properties: { title: 'Laterne "dunkel"' } },
  ]);
  expect(readGeoJson(new TextEncoder().encode(written))).toMatchObject({
    ok: true,
    value: {
      faults: [],
      rows: [
        {
          id: '7',
          properties: { title: 'Laterne "dunkel"' },
          geometry: { coordinates: [11.18546, 53.42994] },
        },
      ],
    },
  });
});
