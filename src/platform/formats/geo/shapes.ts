/** Degrees, WGS 84; longitude first, as GeoJSON has it. */
export type Position = [longitude: number, latitude: number, ...rest: number[]];

export type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'MultiPoint' | 'LineString'; coordinates: Position[] }
  | { type: 'MultiLineString' | 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] };

export interface Point {
  latitude: number;
  longitude: number;
}

/** The centre of a shape: of its largest ring by the shoelace formula, else the mean of its points. */
export function centroid(geometry: Geometry): Point {
  const rings = ringsOf(geometry);
  const largest = rings.map(ringCentre).sort((a, b) => b.area - a.area)[0];
  if (largest && largest.area > 0) return { longitude: largest.longitude, latitude: largest.latitude };
  return meanOf(pointsOf(geometry));
}

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates.slice(0, 1);
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.map((rings) => rings[0]!) : [];
}

function ringCentre(ring: Position[]): Point & { area: number } {
  // Relative to the first point: the areas of buildings vanish beside full coordinates.
  const [originX, originY] = ring[0]!;
  let area = 0;
  let x = 0;
  let y = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = [ring[i - 1]![0] - originX, ring[i - 1]![1] - originY];
    const [x2, y2] = [ring[i]![0] - originX, ring[i]![1] - originY];
    const cross = x1 * y2 - x2 * y1;
    area += cross / 2;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  if (area === 0) return { longitude: originX, latitude: originY, area: 0 };
  return { longitude: originX + x / (6 * area), latitude: originY + y / (6 * area), area: Math.abs(area) };
}

function meanOf(points: Position[]): Point {
  const sum = points.reduce(([x, y], [px, py]) => [x + px, y + py] as [number, number], [0, 0] as [
    number,
    number,
  ]);
  return { longitude: sum[0] / points.length, latitude: sum[1] / points.length };
}

function pointsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}
