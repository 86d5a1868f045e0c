import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawMap, movedView } from './draw.ts';
import { fromWorld, toWorld } from './mercator.ts';
import { readView, viewText } from './model.ts';

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
const ground = { area: square, localities: [{ name: 'Viez', latitude: 53.02, longitude: 11.05 }] };
const museum = { latitude: 53.05, longitude: 11.1, title: 'Museum', number: 1 };

test('a place in the middle of the town lies in the middle of the map', () => {
  const drawing = drawMap({ markers: [museum], ground })!;
  const [mark] = drawing.marks;
  expect(mark!.markers).toEqual([museum]);
  expect(mark!.x).toBe(drawing.width / 2);
  expect(Math.abs(mark!.y - drawing.height / 2)).toBeLessThanOrEqual(1);
  expect(drawing.area).toBe('M 27 277l306 0 0-255-306 0 0 255Z');
});

test('north is up, and a village stands south of the museum', () => {
  const drawing = drawMap({ markers: [museum], ground })!;
  expect(drawing.localities).toEqual([expect.objectContaining({ name: 'Viez' })]);
  expect(drawing.localities[0]!.y).toBeGreaterThan(drawing.marks[0]!.y);
});

test('a place outside the sheet is left out, and nothing makes no map', () => {
  expect(drawMap({ markers: [{ latitude: 10, longitude: 10, title: 'Kamerun' }], ground })!.marks).toEqual(
    [],
  );
  expect(drawMap({ markers: [] })).toBeNull();
});

test('one place without an outline is drawn with its surroundings', () => {
  const [mark] = drawMap({ markers: [{ latitude: 53.43, longitude: 11.19, title: 'ZOB' }] })!.marks;
  expect(mark).toMatchObject({ x: 180, closer: null });
});

test('neighbours become one mark, which leads to a view where they come apart', () => {
  const synagogue = { ...museum, longitude: 11.101, title: 'Synagoge', number: 2 };
  const [mark, ...others] = drawMap({ markers: [museum, synagogue], ground })!.marks;
  expect(others).toEqual([]);
  expect(mark!.markers.map(({ title }) => title)).toEqual(['Museum', 'Synagoge']);
  expect(drawMap({ markers: [museum, synagogue], ground, view: mark!.closer })!.marks).toHaveLength(2);
});

test('two offices in one house stay one mark, because no view takes them apart', () => {
  const [mark] = drawMap({ markers: [museum, { ...museum, title: 'Bücherei' }], ground })!.marks;
  expect(mark!.markers).toHaveLength(2);
  expect(mark!.closer).toBeNull();
});

test('every marker on the sheet is in exactly one mark', () => {
  const somewhere = fc.record({
    latitude: fc.double({ min: 53, max: 53.1, noNaN: true }),
    longitude: fc.double({ min: 11, max: 11.2, noNaN: true }),
    title: fc.string(),
  });
  fc.assert(
    fc.property(fc.array(somewhere, { maxLength: 60 }), (markers) => {
      const { marks } = drawMap({ markers, ground })!;
      expect(marks.flatMap((mark) => mark.markers)).toHaveLength(markers.length);
    }),
  );
});

test('a step closer and back, and to the east and back, is where we were', () => {
  const drawing = drawMap({ markers: [museum], ground })!;
  const there = movedView(drawing, { right: 1, closer: 1 });
  expect(there.longitude).toBeGreaterThan(drawing.view.longitude);
  const back = movedView(
    { ...drawing, view: movedView({ ...drawing, view: there }, { closer: -1 }) },
    { right: -1 },
  );
  expect(viewText(back)).toBe(viewText(drawing.view));
});

test('a view survives its way through an address, and nonsense is no view', () => {
  expect(readView(viewText({ latitude: 53.4357, longitude: 11.1865, zoom: 13 }))).toEqual({
    latitude: 53.4357,
    longitude: 11.1865,
    zoom: 13,
  });
  for (const text of [null, '', '1,2', 'a,b,c', '91,0,3', '53,11,99', '53,11,-1'])
    expect(readView(text)).toBeNull();
});

test('the sheet of the world gives back every point', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -84, max: 84, noNaN: true }),
      fc.double({ min: -179, max: 179, noNaN: true }),
      (latitude, longitude) => {
        const point = fromWorld(toWorld({ latitude, longitude }, 12), 12);
        expect(point.latitude).toBeCloseTo(latitude, 6);
        expect(point.longitude).toBeCloseTo(longitude, 6);
      },
    ),
  );
});
