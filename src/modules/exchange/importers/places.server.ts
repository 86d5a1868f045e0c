import { parseOpeningHours } from '#platform/formats';
import { readGeoJson, readJson, readNdjson } from '#platform/formats.server';
import type { Feature } from '#platform/formats.server';
import { done, refuse } from '#platform/outcome';
import type { ImportFault } from '../model.ts';
import { draftOf, dropped, isText, publisherOf, textOr } from './importer.ts';
import type { Importer, ImportRow, ReadContext } from './importer.ts';
import { accessOfTags, categoryOfTags } from './openstreetmap.ts';

interface ListedPlace {
  id: string;
  name: string;
  category?: string;
  street?: string | null;
  postcode?: string | null;
  city?: string | null;
  lat?: number | null;
  lon?: number | null;
  position_source?: string | null;
  opening_hours?: string | null;
  phone?: string | null;
  email?: string | null;
  url?: string | null;
  source?: string | null;
  description?: string;
}

/** A list of places (`{ places: [{ id, name, street, lat, lon, … }] }`). What is null is not documented. */
export const placesImporter: Importer = {
  targets: ['places'],
  read(bytes, context) {
    const read = readJson(bytes);
    if (!read.ok) return read;
    const places = (read.value as { places?: unknown } | null)?.places;
    if (!Array.isArray(places)) return refuse('format-unknown', { values: { part: 'places' } });

    const rows: ImportRow[] = [];
    const faults: ImportFault[] = [];
    places.forEach((place: Partial<ListedPlace> | null, i) => {
      const reason = !isText(place?.id) ? 'id-missing' : !isText(place.name) ? 'title-missing' : null;
      if (reason)
        faults.push({ line: null, row: i + 1, field: null, reason, value: place?.name ?? null, kept: false });
      else rows.push(listedRow(place as ListedPlace, i + 1, context, faults));
    });
    return done({ rows, faults });
  },
};

function listedRow(place: ListedPlace, row: number, context: ReadContext, faults: ImportFault[]): ImportRow {
  const sourceUrl = /^https?:/.test(place.source ?? '') ? place.source! : null;
  return {
    line: null,
    row,
    externalId: place.id,
    slug: place.id,
    draft: draftOf(context, {
      title: place.name,
      body: place.description ?? '',
      category:
        context.mapping.categories?.[place.category ?? ''] ??
        place.category ??
        context.mapping.category ??
        null,
      sourceName: sourceUrl ? publisherOf(context, sourceUrl) : textOr(place.source, context.sourceName),
      sourceUrl,
    }),
    details: {
      street: place.street ?? '',
      postcode: place.postcode ?? '',
      city: place.city ?? '',
      latitude: place.lat ?? null,
      longitude: place.lon ?? null,
      positionNote: place.position_source ?? '',
      openingHours: checkedHours(place.opening_hours, { row, line: null, name: place.name }, faults),
      phone: place.phone ?? '',
      email: place.email ?? '',
      website: place.url ?? null,
    },
  };
}

/** Hours nobody can read are left out and named; the place itself is worth keeping. */
function checkedHours(
  hours: string | null | undefined,
  at: { row: number; line: number | null; name: string },
  faults: ImportFault[],
): string | null {
  if (!isText(hours)) return null;
  const parsed = parseOpeningHours(hours);
  if (parsed.ok) return hours.trim();
  faults.push({
    line: at.line,
    row: at.row,
    field: 'opening_hours',
    reason: parsed.reason,
    value: `${at.name}: ${hours}`.slice(0, 120),
    kept: true,
  });
  return null;
}

/** Tags of OpenStreetMap, where the mapping names no other property. */
const OSM_FIELDS: Record<string, string> = {
  name: 'name',
  street: 'addr:street',
  houseNumber: 'addr:housenumber',
  postcode: 'addr:postcode',
  city: 'addr:city',
  openingHours: 'opening_hours',
  phone: 'phone',
  email: 'email',
  website: 'website',
  category: 'category',
  description: 'description',
};

/** A GeoJSON FeatureCollection; areas and lines get their centre as position. */
export const geoPlacesImporter: Importer = {
  targets: ['places'],
  read(bytes, context) {
    const read = readGeoJson(bytes);
    if (!read.ok) return read;
    const faults = dropped(read.value.faults);
    const rows: ImportRow[] = [];
    for (const feature of read.value.rows) {
      const property = propertiesOf(feature, context);
      if (!feature.id && !property('name')) {
        faults.push({
          line: null,
          row: feature.row,
          field: 'id',
          reason: 'id-missing',
          value: null,
          kept: false,
        });
      } else if (!property('name')) {
        faults.push({
          line: null,
          row: feature.row,
          field: 'name',
          reason: 'title-missing',
          value: feature.id,
          kept: false,
        });
      } else rows.push(featureRow(feature, property, context, faults));
    }
    return done({ rows, faults });
  },
};

function propertiesOf(feature: Feature, context: ReadContext): (field: string) => string {
  const fields = { ...OSM_FIELDS, ...context.mapping.fields };
  return (field) => {
    const value =
      feature.properties[fields[field] ?? field] ?? feature.properties[`contact:${fields[field]}`];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
}

function featureRow(
  feature: Feature,
  property: (field: string) => string,
  context: ReadContext,
  faults: ImportFault[],
): ImportRow {
  const name = property('name');
  const website = property('website');
  const kind = property('category') || (context.mapping.category ? null : categoryOfTags(feature.properties));
  const category = kind && (context.mapping.categories?.[kind] ?? kind);
  return {
    line: null,
    row: feature.row,
    externalId: feature.id ?? name,
    draft: draftOf(context, {
      title: name,
      body: property('description'),
      ...(category ? { category } : {}),
    }),
    details: {
      street: [property('street'), property('houseNumber')].filter(Boolean).join(' '),
      postcode: property('postcode'),
      city: property('city'),
      latitude: feature.position.latitude,
      longitude: feature.position.longitude,
      positionNote: feature.geometry.type === 'Point' ? '' : 'Mittelpunkt der Fläche',
      openingHours: checkedHours(property('openingHours'), { row: feature.row, line: null, name }, faults),
      phone: property('phone').slice(0, 60),
      email: property('email'),
      website: /^https?:\/\//.test(website) ? website : website ? `https://${website}` : null,
      accessibility: accessOfTags(feature.properties),
      within: property('within'),
    },
  };
}

interface Stop {
  id: string;
  name: string;
  location?: { latitude?: number; longitude?: number };
  products?: Record<string, boolean>;
}

/** Stops of public transport, one JSON object a line (FPTF); they become places with their means of transport. */
export const stopsImporter: Importer = {
  targets: ['places'],
  read(bytes, context) {
    const read = readNdjson(bytes);
    if (!read.ok) return read;
    const faults = dropped(read.value.faults);
    const rows: ImportRow[] = [];
    for (const { line, row, value } of read.value.rows) {
      const stop = value as Partial<Stop> | null;
      const { latitude, longitude } = stop?.location ?? {};
      const reason = !stop?.id ? 'id-missing' : !isText(stop.name) ? 'title-missing' : null;
      if (reason) faults.push({ line, row, field: null, reason, value: stop?.name ?? null, kept: false });
      else if (typeof latitude !== 'number' || typeof longitude !== 'number') {
        faults.push({
          line,
          row,
          field: 'location',
          reason: 'coordinates-wrong',
          value: stop!.name!,
          id: stop!.id!,
          kept: false,
        });
      } else rows.push(stopRow(stop as Stop, { latitude, longitude }, { line, row }, context));
    }
    return done({ rows, faults });
  },
};

function stopRow(
  stop: Stop,
  position: { latitude: number; longitude: number },
  at: { line: number; row: number },
  context: ReadContext,
): ImportRow {
  const parts = stop.name.split(',').map((part) => part.trim());
  return {
    ...at,
    externalId: stop.id,
    draft: draftOf(context, { title: stop.name, category: context.mapping.category ?? 'mobilitaet' }),
    details: {
      city: parts.length > 1 ? parts.at(-1)! : '',
      ...position,
      positionNote: 'Lage der Haltestelle',
      stopId: stop.id,
      products: Object.entries(stop.products ?? {})
        .filter(([, runs]) => runs)
        .map(([name]) => name),
    },
  };
}
