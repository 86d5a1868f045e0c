import { distanceKilometres } from '../rules.ts';
import type { Tour, TourStop } from './model.ts';

type Positioned = TourStop & { latitude: number; longitude: number };

/** The way of a tour: its own line, or straight from stop to stop. */
export function wayOf(tour: Tour, stops: readonly TourStop[]): [number, number][] {
  if (tour.details.line) return tour.details.line;
  return positioned(stops).map(({ longitude, latitude }) => [longitude, latitude]);
}

/** Length in kilometres: as the desk says, or of the line; null where only the stops are known. */
export function lengthOf({ details }: Tour): number | null {
  if (details.lengthKilometres !== null || !details.line) return details.lengthKilometres;
  return details.line.slice(1).reduce((sum, [longitude, latitude], index) => {
    const [fromLongitude, fromLatitude] = details.line![index]!;
    return (
      sum + distanceKilometres({ latitude: fromLatitude, longitude: fromLongitude }, { latitude, longitude })!
    );
  }, 0);
}

/** A tour as GPX 1.1, for navigation devices: its stops as waypoints, its way as a track. */
export function tourToGpx(tour: Tour, stops: readonly TourStop[], url: string): string {
  const point = (tag: string, [longitude, latitude]: readonly number[], inside = '') =>
    `<${tag} lat="${latitude}" lon="${longitude}">${inside}</${tag}>`;
  const named = (stop: Positioned) =>
    `<name>${escaped(stop.title)}</name>${stop.text ? `<desc>${escaped(stop.text)}</desc>` : ''}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Ortskern" xmlns="http://www.topografix.com/GPX/1/1">',
    `<metadata><name>${escaped(tour.title)}</name><desc>${escaped(tour.summary)}</desc><link href="${escaped(url)}"/></metadata>`,
    ...positioned(stops).map((stop) => point('wpt', [stop.longitude, stop.latitude], named(stop))),
    `<trk><name>${escaped(tour.title)}</name><trkseg>`,
    ...wayOf(tour, stops).map((corner) => point('trkpt', corner)),
    '</trkseg></trk>',
    '</gpx>',
    '',
  ].join('\n');
}

/** A tour as GeoJSON (RFC 7946): the way first, then its stops in order. */
export function tourToGeoJson(tour: Tour, stops: readonly TourStop[], origin: string) {
  const url = `${origin}/orte/touren/${tour.slug}`;
  const way = wayOf(tour, stops);
  const line = {
    type: 'Feature',
    geometry: way.length > 1 ? { type: 'LineString', coordinates: way } : null,
    properties: {
      name: tour.title,
      url,
      means: tour.details.means,
      lengthKilometres: lengthOf(tour),
      durationMinutes: tour.details.durationMinutes,
      exact: tour.details.line !== null,
      example: tour.isExample,
    },
  };
  const points = stops.map((stop, index) => ({
    type: 'Feature',
    geometry: stop.latitude === null ? null : { type: 'Point', coordinates: [stop.longitude, stop.latitude] },
    properties: {
      name: stop.title,
      number: index + 1,
      description: stop.text,
      ...(stop.slug ? { url: `${origin}/orte/${stop.slug}` } : {}),
    },
  }));
  return { type: 'FeatureCollection', features: [line, ...points] };
}

function positioned(stops: readonly TourStop[]): Positioned[] {
  return stops.filter((stop): stop is Positioned => stop.latitude !== null && stop.longitude !== null);
}

// Characters XML 1.0 does not hold are left out.
// eslint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escaped(text: string): string {
  return text
    .replace(NOT_IN_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
