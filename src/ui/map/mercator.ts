import type { MapPoint } from './model.ts';

const WORLD = 256;

/** Where a point lies on the sheet of the whole world (Web Mercator), in pixels at that zoom. */
export function toWorld({ latitude, longitude }: MapPoint, zoom: number): [number, number] {
  const size = WORLD * 2 ** zoom;
  const angle = (latitude * Math.PI) / 180;
  return [
    ((longitude + 180) / 360) * size,
    ((1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2) * size,
  ];
}

/** The point of the earth under a pixel of that sheet. */
export function fromWorld([x, y]: readonly [number, number], zoom: number): MapPoint {
  const size = WORLD * 2 ** zoom;
  const angle = Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size)));
  return { latitude: (angle * 180) / Math.PI, longitude: (x / size) * 360 - 180 };
}
