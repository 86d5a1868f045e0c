import {
  control,
  divIcon,
  geoJSON,
  layerGroup,
  map as createMap,
  marker,
  polyline,
  tileLayer,
} from 'leaflet';
import type { LayerGroup, Map as LeafletMap } from 'leaflet';
import { clusterMarks } from './clusters.ts';
import { pickOn } from './pick.client.ts';
import type { MapLine, MapMarker, MapServices } from './model.ts';

// Loaded by a tap on "Karte bewegen" or "Auf der Karte zeigen", never before. All layers are the town's own.

const MARK_DISTANCE = 30;
const CLOSEST = 18;

document.addEventListener('map:open', (event) => void openMap(event.target as HTMLElement));

async function openMap(button: HTMLElement): Promise<void> {
  const frame = button.closest<HTMLElement>('[data-map]')!;
  const [services] = await Promise.all([
    readJson(frame.dataset.services!) as Promise<MapServices | null>,
    loadStyles(frame.dataset.styles!),
  ]);
  if (!services) return void (button.textContent = button.dataset.failed!);
  const { texts } = services;
  const box = replaceSheet(frame);
  const [latitude, longitude, zoom] = frame.dataset.view!.split(',').map(Number) as [number, number, number];
  const map = createMap(box, {
    center: [latitude, longitude],
    // Sheets are half as wide as most screens: the same part of the earth needs up to a level more.
    zoom: zoom + Math.log2(box.clientWidth / 360),
    zoomSnap: 0.25,
    zoomControl: false,
    maxZoom: CLOSEST,
  });
  map.attributionControl.setPrefix(false);
  control.zoom({ zoomInTitle: texts.closer!, zoomOutTitle: texts.farther! }).addTo(map);
  frame.querySelectorAll('.steps').forEach((steps) => steps.remove());
  button.remove();
  offerTiles(frame, map, services);
  if (frame.dataset.pick !== undefined) pickOn(map, frame, texts);
  box.focus();
  addGround(map, services.ground);
  await addContent(frame, map);
}

/** The drawing makes room for a map of the same size. */
function replaceSheet(frame: HTMLElement): HTMLElement {
  const sheet = frame.querySelector<Element>('svg, [data-map-sheet]')!;
  const box = document.createElement('div');
  box.className = 'moving-map';
  box.setAttribute('role', 'application');
  const label = sheet.getAttribute('aria-label') ?? frame.getAttribute('aria-label');
  if (label) box.setAttribute('aria-label', label);
  const { height } = sheet.getBoundingClientRect();
  box.style.height = `${Math.max(height, Math.min(window.innerHeight * 0.6, 420))}px`;
  sheet.replaceWith(box);
  return box;
}

function addGround(map: LeafletMap, ground: MapServices['ground']): void {
  geoJSON(ground as never, {
    interactive: false,
    style: (feature) => ({ className: `ground-${feature?.properties?.kind ?? 'area'}` }),
    pointToLayer: (feature, at) =>
      marker(at, {
        interactive: false,
        keyboard: false,
        icon: divIcon({ className: 'ground-name', html: escaped(String(feature.properties.name)) }),
      }),
  }).addTo(map);
  if (ground.attribution) map.attributionControl.addAttribution(escaped(ground.attribution));
}

async function addContent(frame: HTMLElement, map: LeafletMap): Promise<void> {
  const { markers, lines } = frame.dataset.source
    ? contentOf(await readJson(frame.dataset.source))
    : (JSON.parse(frame.dataset.content ?? '{"markers":[],"lines":[]}') as {
        markers: MapMarker[];
        lines: MapLine[];
      });
  for (const line of lines)
    polyline(
      line.map(([longitude, latitude]) => [latitude!, longitude!] as [number, number]),
      { className: 'moving-way' },
    ).addTo(map);
  const layer = layerGroup().addTo(map);
  const draw = () => drawMarkers(map, layer, markers);
  map.on('zoomend', draw);
  draw();
}

interface Collection {
  features?: {
    geometry: { type: string; coordinates: unknown } | null;
    properties: Record<string, unknown> | null;
  }[];
}

/** Points and ways of a GeoJSON collection. */
function contentOf(collection: unknown): { markers: MapMarker[]; lines: MapLine[] } {
  const markers: MapMarker[] = [];
  const lines: MapLine[] = [];
  for (const { geometry, properties } of (collection as Collection | null)?.features ?? []) {
    if (geometry?.type === 'LineString') lines.push(geometry.coordinates as MapLine);
    if (geometry?.type !== 'Point') continue;
    const [longitude, latitude] = geometry.coordinates as [number, number];
    const { title, name, url, number, tone } = (properties ?? {}) as Record<string, never>;
    markers.push({ latitude, longitude, title: title ?? name ?? '', href: url, number, tone });
  }
  return { markers, lines };
}

function drawMarkers(map: LeafletMap, layer: LayerGroup, markers: readonly MapMarker[]): void {
  layer.clearLayers();
  const at = (point: MapMarker) => {
    const { x, y } = map.project([point.latitude, point.longitude]);
    return [x, y] as const;
  };
  for (const { x, y, members } of clusterMarks(markers, at, MARK_DISTANCE)) {
    const many = members.length > 1;
    const look = many ? 'many' : (members[0]!.tone ?? 'accent');
    const sign = many ? `${members.length}×` : (members[0]!.number ?? '');
    const names = members.map(({ title }) => title).join(', ');
    marker(map.unproject([x, y]), {
      title: names,
      alt: names,
      icon: divIcon({ className: `moving-mark ${look}`, html: String(sign), iconSize: [28, 28] }),
    })
      .bindPopup(() => popupFor(members))
      .addTo(layer);
  }
}

/** Built of nodes, so that a title is never read as HTML. */
function popupFor(members: readonly MapMarker[]): HTMLElement {
  const list = document.createElement('ul');
  for (const { title, href } of members.slice(0, 12)) {
    const line = document.createElement('li');
    const text = document.createElement(href ? 'a' : 'span');
    if (href) text.setAttribute('href', href);
    text.textContent = title;
    line.append(text);
    list.append(line);
  }
  return list;
}

/** Pictures of streets come from elsewhere: only after a tap, and the button says what it means. */
function offerTiles(frame: HTMLElement, map: LeafletMap, { tiles, texts }: MapServices): void {
  if (!tiles) return;
  const offer = document.createElement('p');
  offer.className = 'small moving-offer';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = texts.tiles!;
  const note = document.createElement('span');
  note.textContent = texts['tiles.note']!;
  button.addEventListener('click', () => {
    tileLayer(tiles.address, { attribution: escaped(tiles.credit), maxZoom: CLOSEST }).addTo(map);
    frame.classList.add('has-tiles');
    offer.remove();
  });
  offer.append(button, ' ', note);
  frame.querySelector('.moving-map')!.after(offer);
}

async function readJson(address: string | undefined): Promise<unknown> {
  if (!address) return null;
  const response = await fetch(address).catch(() => null);
  return response?.ok ? response.json() : null;
}

function loadStyles(href: string): Promise<void> {
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
  return new Promise((resolve) => {
    link.onload = () => resolve();
    link.onerror = () => resolve();
  });
}

function escaped(text: string): string {
  const holder = document.createElement('span');
  holder.textContent = text;
  return holder.innerHTML;
}
