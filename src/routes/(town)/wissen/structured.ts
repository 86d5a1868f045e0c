import type { Article } from '#modules/knowledge';

/** A service of the town in the words of schema.org; null for everything that is none. */
export function serviceInSchema(
  { title, body, slug, details }: Article,
  town: string,
  origin: string,
): Record<string, unknown> | null {
  if (details.topic !== 'leistung' || details.superseded || details.level !== 'town') return null;
  return {
    '@type': 'GovernmentService',
    name: title,
    description: body.slice(0, 300),
    url: `${origin}/wissen/${slug}`,
    areaServed: town,
    provider: { '@type': 'GovernmentOrganization', name: details.contactRole ?? town },
  };
}
