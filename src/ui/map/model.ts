/** A point on the earth, WGS 84 in degrees. */
export interface MapPoint {
  latitude: number;
  longitude: number;
}

/** How a mark looks; the words beside it say the same. */
export type MapTone = 'accent' | 'success' | 'warning' | 'neutral';

/** One thing on the map. The list beside the map shows the same things in words. */
export interface MapMarker extends MapPoint {
  title: string;
  href?: string;
  /** Stands in the mark, and before the entry of the list. */
  number?: number;
  tone?: MapTone;
}

type Ring = readonly (readonly number[])[];

/** GeoJSON geometry of an area, longitude before latitude. */
export type MapArea =
  | { type: 'Polygon'; coordinates: readonly Ring[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] };

/** A way as GeoJSON has it, `[longitude, latitude]` a corner. */
export type MapLine = readonly (readonly number[])[];

/** What lies under every map of a town: its outline and the names of its villages. */
export interface MapGround {
  area: MapArea | null;
  localities: readonly (MapPoint & { name: string })[];
}

/** The part of the earth a map shows; `zoom` as on all web maps, 0 = the whole world on 256 pixels. */
export interface MapView extends MapPoint {
  zoom: number;
}

/** What a moving map needs from the town once it moves: its ground as GeoJSON, and a server for pictures of streets, if it has one. */
export interface MapServices {
  ground: { type: string; attribution?: string; features: unknown[] };
  tiles: { address: string; credit: string } | null;
  texts: Readonly<Record<string, string>>;
}

/** `53.4357,11.1865,13` – the view as part of an address. */
export function viewText({ latitude, longitude, zoom }: MapView): string {
  return [latitude.toFixed(4), longitude.toFixed(4), Number(zoom.toFixed(1))].join(',');
}

/** Reads a view from an address; null for what is none. */
export function readView(text: string | null): MapView | null {
  const parts = (text ?? '').split(',').map(Number);
  const [latitude, longitude, zoom] = parts as [number, number, number];
  if (parts.length !== 3 || parts.some((part) => !Number.isFinite(part))) return null;
  if (Math.abs(latitude) > 85 || Math.abs(longitude) > 180 || zoom < 0 || zoom > MAX_ZOOM) return null;
  return { latitude, longitude, zoom };
}

export const MAX_ZOOM = 18;
