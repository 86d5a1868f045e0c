import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxAfterKey, boxBetween, MIDDLE } from './boxes.ts';
import type { Box } from './boxes.ts';

const fraction = fc.double({ min: -0.5, max: 1.5, noNaN: true });
const spot = fc.record({ x: fraction, y: fraction });
const isInside = ({ left, top, width, height }: Box) =>
  left >= 0 && top >= 0 && left + width <= 1 + 1e-9 && top + height <= 1 + 1e-9 && width > 0 && height > 0;

test('a number plate can be drawn over from any corner to any other', () => {
  expect(boxBetween({ x: 0.75, y: 0.5 }, { x: 0.25, y: 0.25 })).toEqual({
    left: 0.25,
    top: 0.25,
    width: 0.5,
    height: 0.25,
  });
});

test('a tap alone covers nothing', () => {
  expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.5 })).toBe(null);
});

test('arrows move a box, with shift they change its size, and other keys do nothing', () => {
  expect(boxAfterKey(MIDDLE, 'ArrowRight', false)!.left).toBeCloseTo(0.42);
  expect(boxAfterKey(MIDDLE, 'ArrowDown', true)!.height).toBeCloseTo(0.22);
  expect(boxAfterKey(MIDDLE, 'a', false)).toBe(null);
});

test('however it is drawn and moved, a box stays in its picture', () => {
  const keys = fc.array(
    fc.tuple(fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'), fc.boolean()),
    { maxLength: 80 },
  );
  fc.assert(
    fc.property(spot, spot, keys, (from, to, presses) => {
      let box = boxBetween(from, to);
      if (!box) return;
      for (const [key, isSizing] of presses) {
        box = boxAfterKey(box, key, isSizing)!;
        expect(isInside(box)).toBe(true);
      }
    }),
  );
});
