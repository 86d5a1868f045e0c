export interface MapPoint {
  latitude: number;
  longitude: number;
}

type Ring = readonly (readonly number[])[];

/** GeoJSON geometry of an area, longitude before latitude. */
export type MapArea =
  | { type: 'Polygon'; coordinates: readonly Ring[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] };

export interface Drawing {
  width: number;
  height: number;
  area: string;
  points: string;
}

const WIDTH = 360;
const MARGIN = 14;
/** An outline this fine is enough at the size shown, and a tenth of the bytes. */
const OUTLINE_STEP = 2.5;
/** Half the side of the surroundings of one place, in degrees of latitude: about two kilometres. */
const SURROUNDINGS = 0.018;

/** Projects places and the town's outline onto a sheet; null when there is nothing to draw. */
export function drawMap(points: readonly MapPoint[], area: MapArea | null, near = false): Drawing | null {
  const rings = outerRings(area);
  if (points.length === 0 && rings.length === 0) return null;

  const spread =
    near || rings.length === 0 ? surroundings(points) : rings.flat().map(([x, y]) => [x!, y!] as const);
  const west = Math.min(...spread.map(([x]) => x));
  const east = Math.max(...spread.map(([x]) => x));
  const south = Math.min(...spread.map(([, y]) => y));
  const north = Math.max(...spread.map(([, y]) => y));
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (WIDTH - 2 * MARGIN) / ((east - west) * shrink);
  const height = Math.round((north - south) * scale + 2 * MARGIN);
  const place = (longitude: number, latitude: number): [number, number] => [
    Math.round(MARGIN + (longitude - west) * shrink * scale),
    Math.round(MARGIN + (north - latitude) * scale),
  ];

  const dots = points
    .map(({ latitude, longitude }) => place(longitude, latitude))
    .filter(([x, y]) => x >= 0 && y >= 0 && x <= WIDTH && y <= height)
    .map(([x, y]) => `M${x} ${y}h0`);
  return {
    width: WIDTH,
    height,
    area: rings.map((ring) => outline(ring.map(([x, y]) => place(x!, y!)))).join(''),
    points: [...new Set(dots)].join(''),
  };
}

function outerRings(area: MapArea | null): Ring[] {
  if (!area) return [];
  return area.type === 'Polygon'
    ? area.coordinates.slice(0, 1)
    : area.coordinates.flatMap((polygon) => polygon.slice(0, 1));
}

function surroundings(points: readonly MapPoint[]): (readonly [number, number])[] {
  return points.flatMap(({ latitude, longitude }) => [
    [longitude - SURROUNDINGS * 2, latitude - SURROUNDINGS] as const,
    [longitude + SURROUNDINGS * 2, latitude + SURROUNDINGS] as const,
  ]);
}

function outline(corners: readonly (readonly [number, number])[]): string {
  const kept: (readonly [number, number])[] = [];
  for (const corner of corners) {
    const last = kept.at(-1);
    if (!last || Math.hypot(corner[0] - last[0], corner[1] - last[1]) >= OUTLINE_STEP) kept.push(corner);
  }
  return `M${kept.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
}
