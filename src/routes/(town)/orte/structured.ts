import type { Place } from '#modules/places';

const TYPES: Readonly<Record<string, string>> = {
  verwaltung: 'GovernmentOffice',
  kultur: 'TouristAttraction',
  unternehmen: 'LocalBusiness',
};

/** A place in the words of schema.org. Hours stay out: their syntax is another one. */
export function placeInSchema(
  { title, category, slug, details }: Place,
  origin: string,
): Record<string, unknown> {
  const { street, postcode, city, phone, email, website, latitude, longitude } = details;
  return {
    '@type': (category && TYPES[category]) || (details.stopId ? 'BusStop' : 'Place'),
    name: title,
    url: website ?? `${origin}/orte/${slug}`,
    telephone: phone || undefined,
    email: email || undefined,
    address:
      street || city
        ? {
            '@type': 'PostalAddress',
            streetAddress: street || undefined,
            postalCode: postcode || undefined,
            addressLocality: city || undefined,
            addressCountry: 'DE',
          }
        : undefined,
    geo: latitude === null ? undefined : { '@type': 'GeoCoordinates', latitude, longitude },
  };
}
