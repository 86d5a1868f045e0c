import type { Place, PlaceDetails } from './model.ts';
import { wholeHours } from './rules.ts';

/** Facts of accessibility as tags of OpenStreetMap. */
const ACCESS_TAGS: Readonly<Record<PlaceDetails['accessibility'][number], readonly [string, string]>> = {
  'step-free': ['wheelchair', 'yes'],
  lift: ['highway', 'elevator'],
  toilet: ['toilets:wheelchair', 'yes'],
  'induction-loop': ['hearing_loop', 'yes'],
  parking: ['capacity:disabled', 'yes'],
  'guide-dog': ['dog', 'assistance'],
};

interface GeoWish {
  origin: string;
  /** Today, so that days that are over stay out of the hours. */
  today: string;
}

/** Places as GeoJSON (RFC 7946), their facts under the keys of OpenStreetMap. Places without position have no geometry. */
export function placesToGeoJson(places: readonly Place[], wish: GeoWish) {
  return {
    type: 'FeatureCollection',
    features: places.map((place, index) => placeToFeature(place, index + 1, wish)),
  };
}

function placeToFeature(place: Place, number: number, { origin, today }: GeoWish) {
  const { details } = place;
  const [street, houseNumber] = splitStreet(details.street);
  const properties: Record<string, unknown> = {
    name: place.title,
    number,
    category: place.category,
    description: place.summary,
    'addr:street': street,
    'addr:housenumber': houseNumber,
    'addr:postcode': details.postcode,
    'addr:city': details.city,
    opening_hours: wholeHours(details, today),
    phone: details.phone,
    email: details.email,
    website: details.website,
    url: `${origin}/orte/${place.slug}`,
    suburb: place.area,
    within: details.within,
    closed_until: details.closedUntil,
    example: place.isExample || null,
    source: place.sourceName,
    source_date: place.sourceDate,
    licence: place.licence,
    attribution: place.attribution,
    ...Object.fromEntries(details.accessibility.map((fact) => ACCESS_TAGS[fact])),
  };
  return {
    type: 'Feature',
    id: place.externalId ?? place.id,
    geometry:
      details.latitude === null
        ? null
        : { type: 'Point', coordinates: [details.longitude, details.latitude] },
    properties: Object.fromEntries(
      Object.entries(properties).filter(([, value]) => value !== null && value !== ''),
    ),
  };
}

/** `Lange Straße 28–32` → street and number; a street without number stays whole. */
function splitStreet(street: string): [string, string] {
  const match = /^(.*\D)\s+(\d+\s?[a-z]?(?:\s?[-–]\s?\d+\s?[a-z]?)?)$/i.exec(street);
  return match ? [match[1]!, match[2]!] : [street, ''];
}

/** A place as vCard 4.0 (RFC 6350), for the address book of a phone. */
export function placeToVcard(place: Place, origin: string): string {
  const { street, postcode, city, phone, email, website, latitude, longitude } = place.details;
  const url = `${origin}/orte/${place.slug}`;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `UID:urn:uuid:${place.id}`,
    `FN:${escaped(place.title)}`,
    `ORG:${escaped(place.title)}`,
    street || city ? `ADR:;;${escaped(street)};${escaped(city)};;${escaped(postcode)};Deutschland` : '',
    phone ? `TEL;VALUE=uri:tel:${phone.replace(/[^+\d]/g, '')}` : '',
    email ? `EMAIL:${escaped(email)}` : '',
    `URL:${website ?? url}`,
    latitude === null ? '' : `GEO:geo:${latitude},${longitude}`,
    `SOURCE:${url}`,
    `REV:${place.updatedAt.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    'END:VCARD',
  ];
  return lines.filter(Boolean).map(folded).join('\r\n') + '\r\n';
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

const LINE_BYTES = 75;

/** No line is longer than 75 bytes; what goes on begins with a blank (RFC 6350, 3.2). */
function folded(line: string): string {
  let out = '';
  let bytes = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (bytes + size > LINE_BYTES) {
      out += '\r\n ';
      bytes = 1;
    }
    out += letter;
    bytes += size;
  }
  return out;
}
