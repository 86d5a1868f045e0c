import { expect, test } from 'vitest';
import { drawMap } from './map.ts';

const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [11, 53],
      [11.2, 53],
      [11.2, 53.1],
      [11, 53.1],
      [11, 53],
    ],
  ],
};

test('a place in the middle of the town lies in the middle of the map', () => {
  const drawing = drawMap([{ latitude: 53.05, longitude: 11.1 }], square)!;
  expect(drawing.points).toBe(`M${drawing.width / 2} ${drawing.height / 2}h0`);
  expect(drawing.area).toMatch(/^M14 \d+L346 \d+L346 14L14 14L14 \d+Z$/);
});

test('north is up', () => {
  const drawing = drawMap(
    [
      { latitude: 53.09, longitude: 11.1 },
      { latitude: 53.01, longitude: 11.1 },
    ],
    square,
  )!;
  const [first, second] = [...drawing.points.matchAll(/M\d+ (\d+)/g)].map((match) => Number(match[1]));
  expect(first!).toBeLessThan(second!);
});

test('a place outside the sheet is left out, and nothing makes no map', () => {
  expect(drawMap([{ latitude: 10, longitude: 10 }], square)!.points).toBe('');
  expect(drawMap([], null)).toBeNull();
});

test('one place without an outline is drawn with its surroundings', () => {
  const drawing = drawMap([{ latitude: 53.43, longitude: 11.19 }], null)!;
  expect(drawing.points).toMatch(/^M180 \d+h0$/);
});
