/** A stop as it is written in the desk: a place by its slug, or a point of its own, with what there is to see. */
export type WrittenStop =
  | { kind: 'place'; slug: string; text: string }
  | { kind: 'point'; latitude: number; longitude: number; title: string; text: string };

const POINT = /^(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*:\s*([^:]+?)(?:\s*:\s*(.*))?$/s;
const PLACE = /^([a-z0-9][a-z0-9-]*)(?:\s*:\s*(.*))?$/s;

/** Reads `museum: Hier beginnt der Weg` or `53.4331, 11.1895: Bank am See: Schöner Blick`; null for neither. */
export function readStop(written: string): WrittenStop | null {
  const point = POINT.exec(written.trim());
  if (point) {
    const [latitude, longitude] = [Number(point[1]), Number(point[2])];
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
    return { kind: 'point', latitude, longitude, title: point[3]!, text: point[4] ?? '' };
  }
  const place = PLACE.exec(written.trim());
  return place ? { kind: 'place', slug: place[1]!, text: place[2] ?? '' } : null;
}
