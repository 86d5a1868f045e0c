import { clusterMarks } from './clusters.ts';
import { fromWorld, toWorld } from './mercator.ts';
import { MAX_ZOOM } from './model.ts';
import type { MapArea, MapGround, MapLine, MapMarker, MapPoint, MapView } from './model.ts';

export interface MapContent {
  markers: readonly MapMarker[];
  lines?: readonly MapLine[];
  ground?: MapGround | null;
  /** The part to show; without it everything there is. */
  view?: MapView | null;
  /** Shows the surroundings of the markers rather than the whole town. */
  near?: boolean;
}

/** A mark on the sheet: one marker, or several that would touch. */
export interface Mark {
  x: number;
  y: number;
  markers: MapMarker[];
  /** A closer view in which the markers of this mark come apart; null for one, or when they never will. */
  closer: MapView | null;
}

export interface Drawing {
  width: number;
  height: number;
  view: MapView;
  area: string;
  lines: string;
  localities: { x: number; y: number; name: string }[];
  marks: Mark[];
}

const WIDTH = 360;
const MARGIN = 22;
const MARK_DISTANCE = 24;
const TALLEST = 1.05;
const FLATTEST = 0.6;
/** An outline this fine is enough at the size shown, and a tenth of the bytes. */
const OUTLINE_STEP = 3;
const LINE_STEP = 1;
/** Half the side of the surroundings of one place, in degrees of latitude: about two kilometres. */
const SURROUNDINGS = 0.018;

/** Draws markers, ways and the town's ground on a sheet; null when there is nothing to draw. */
export function drawMap(content: MapContent): Drawing | null {
  const { markers, lines = [], ground = null } = content;
  const rings = outerRings(ground?.area ?? null);
  const spread = spreadOf(content, rings);
  if (spread.length === 0) return null;

  const sheet = sheetFor(spread, content.view ?? null);
  const place = placer(sheet);
  const isShown = ([x, y]: readonly [number, number]) => x >= 0 && y >= 0 && x <= WIDTH && y <= sheet.height;
  const path = (points: MapLine, step: number) =>
    pathOf(
      points.map(([longitude, latitude]) => place({ latitude: latitude!, longitude: longitude! })),
      step,
    );
  const shown = markers.filter((marker) => isShown(place(marker)));
  const marks = clusterMarks(shown, place, MARK_DISTANCE).map(({ x, y, members }) => ({
    x: Math.round(x),
    y: Math.round(y),
    markers: members,
    closer: closerView(members),
  }));
  return {
    width: WIDTH,
    height: sheet.height,
    view: sheet.view,
    area: rings.map((ring) => `${path(ring, OUTLINE_STEP)}Z`).join(''),
    lines: lines.map((line) => path(line, LINE_STEP)).join(''),
    localities: namesOf(ground, place, marks).filter(({ x, y }) => isShown([x, y])),
    marks,
  };
}

/** A step to the side or closer, by a third of the sheet or one level. */
export function movedView(
  { view, height }: Pick<Drawing, 'view' | 'height'>,
  move: { right?: number; down?: number; closer?: number },
): MapView {
  const [x, y] = toWorld(view, view.zoom);
  const middle: readonly [number, number] = [
    x + ((move.right ?? 0) * WIDTH) / 3,
    y + ((move.down ?? 0) * height) / 3,
  ];
  const zoom = Math.min(MAX_ZOOM, Math.max(0, view.zoom + (move.closer ?? 0)));
  return { ...fromWorld(middle, view.zoom), zoom };
}

interface Sheet {
  view: MapView;
  height: number;
}

function sheetFor(spread: readonly MapPoint[], wished: MapView | null): Sheet {
  const at = spread.map((point) => toWorld(point, 0));
  const [west, east] = [Math.min(...at.map(([x]) => x)), Math.max(...at.map(([x]) => x))];
  const [north, south] = [Math.min(...at.map(([, y]) => y)), Math.max(...at.map(([, y]) => y))];
  const ratio = (south - north) / (east - west || 1e-9);
  const height = Math.round(WIDTH * Math.min(TALLEST, Math.max(FLATTEST, ratio)));
  if (wished) return { view: wished, height };
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / (east - west || 1e-9),
    (height - 2 * MARGIN) / (south - north || 1e-9),
  );
  const middle = fromWorld([(west + east) / 2, (north + south) / 2], 0);
  return { view: { ...middle, zoom: Math.min(MAX_ZOOM - 1, Math.log2(scale)) }, height };
}

function placer({ view, height }: Sheet): (point: MapPoint) => [number, number] {
  const [middleX, middleY] = toWorld(view, view.zoom);
  return (point) => {
    const [x, y] = toWorld(point, view.zoom);
    return [Math.round(x - middleX + WIDTH / 2), Math.round(y - middleY + height / 2)];
  };
}

/** The points that must be in sight. */
function spreadOf({ markers, lines = [], near }: MapContent, rings: readonly MapLine[]): MapPoint[] {
  const corners = (paths: readonly MapLine[]) =>
    paths.flat().map(([longitude, latitude]) => ({ latitude: latitude!, longitude: longitude! }));
  if (lines.length > 0) return [...corners(lines), ...markers];
  if (rings.length > 0 && !near) return corners(rings);
  const around = markers.flatMap(({ latitude, longitude }) => [
    { longitude: longitude - SURROUNDINGS, latitude: latitude - SURROUNDINGS },
    { longitude: longitude + SURROUNDINGS, latitude: latitude + SURROUNDINGS },
  ]);
  return around.length > 0 ? around : corners(rings);
}

/** Fits the members of a cluster; null when they lie on one spot and no view takes them apart. */
function closerView(members: readonly MapMarker[]): MapView | null {
  const [first] = members;
  const apart = members.some(
    ({ latitude, longitude }) =>
      Math.abs(latitude - first!.latitude) > 1e-5 || Math.abs(longitude - first!.longitude) > 1e-5,
  );
  return apart ? sheetFor(members, null).view : null;
}

/** The name of a village makes room for a mark that would cover it. */
function namesOf(
  ground: MapGround | null,
  place: (point: MapPoint) => [number, number],
  marks: readonly Mark[],
) {
  return (ground?.localities ?? []).map((locality) => {
    const [x, y] = place(locality);
    const mark = marks.find((one) => Math.abs(one.x - x) < 44 && Math.abs(one.y - y) < 18);
    return { x, y: mark ? mark.y + 21 : y, name: locality.name };
  });
}

function outerRings(area: MapArea | null): MapLine[] {
  if (!area) return [];
  return area.type === 'Polygon'
    ? area.coordinates.slice(0, 1)
    : area.coordinates.flatMap((polygon) => polygon.slice(0, 1));
}

/** Steps from corner to corner take half the bytes of positions. */
function pathOf(corners: readonly (readonly [number, number])[], step: number): string {
  let path = '';
  let last: readonly [number, number] | null = null;
  for (const corner of corners) {
    if (last && Math.hypot(corner[0] - last[0], corner[1] - last[1]) < step) continue;
    path += last ? pair(corner[0] - last[0], corner[1] - last[1]) : `M${pair(...corner)}l`;
    last = corner;
  }
  return path.replace(/l ?/g, 'l');
}

/** A minus sign parts numbers as well as a blank does. */
function pair(x: number, y: number): string {
  return `${x < 0 ? '' : ' '}${x}${y < 0 ? '' : ' '}${y}`;
}
