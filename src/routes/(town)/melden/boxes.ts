/** A covered part of a picture, in fractions of its width and height. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const SMALLEST = 0.02;
/** Where a box begins that is set by a button rather than drawn. */
export const MIDDLE: Box = { left: 0.4, top: 0.4, width: 0.2, height: 0.2 };
const STEP = 0.02;

interface Spot {
  x: number;
  y: number;
}

/** The box between two corners, whichever way it was drawn, within the picture; null for a mere tap. */
export function boxBetween(from: Spot, to: Spot): Box | null {
  const [left, right] = [from.x, to.x].map(within).sort((a, b) => a - b) as [number, number];
  const [top, bottom] = [from.y, to.y].map(within).sort((a, b) => a - b) as [number, number];
  const box = { left, top, width: right - left, height: bottom - top };
  return box.width < SMALLEST || box.height < SMALLEST ? null : box;
}

/** What a key does to a box: arrows move it, with the shift key they change its size. Null = not such a key. */
export function boxAfterKey(box: Box, key: string, isSizing: boolean): Box | null {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!way) return null;
  const [x, y] = way.map((direction) => direction * STEP) as [number, number];
  if (isSizing)
    return {
      ...box,
      width: Math.min(Math.max(box.width + x, SMALLEST), 1 - box.left),
      height: Math.min(Math.max(box.height + y, SMALLEST), 1 - box.top),
    };
  return {
    ...box,
    left: Math.min(Math.max(box.left + x, 0), 1 - box.width),
    top: Math.min(Math.max(box.top + y, 0), 1 - box.height),
  };
}

function within(fraction: number): number {
  return Math.min(Math.max(fraction, 0), 1);
}
