import { error } from '@sveltejs/kit';
import { writeCatalogue } from '#platform/formats.server';
import type { RdfFormat } from '#platform/formats.server';
import { taggedResponse } from '#platform/headers.server';
import { openDataOf } from '#wiring/open-data.server';
import type { RequestHandler } from './$types';

const TYPES: Record<RdfFormat, string> = {
  jsonld: 'application/ld+json',
  ttl: 'text/turtle; charset=utf-8',
  rdf: 'application/rdf+xml',
};

/** The catalogue of the town's open data by DCAT-AP.de, for GovData and the portals of the Länder. */
export const GET: RequestHandler = async ({ params, locals, url, request }) => {
  const format = (Object.keys(TYPES) as RdfFormat[]).find((one) => one === params.format);
  if (!format) error(404);
  const { tenant, town, t } = locals;
  const catalogue = await openDataOf({ tenant, town, t, origin: url.origin });
  return taggedResponse(request, writeCatalogue(catalogue, format), { 'content-type': TYPES[format] });
};
