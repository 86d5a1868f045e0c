import { error } from '@sveltejs/kit';
import { findPatent } from '#modules/patents.server';
import { renderMarkdown } from '#platform/formats';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant }, params }) => {
  const patent = await findPatent(tenant, params.slug);
  if (!patent) error(404);
  return { patent, html: renderMarkdown(patent.body).html, now: tenant.now() };
};
