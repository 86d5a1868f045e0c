import { error } from '@sveltejs/kit';
import { findEvent } from '#modules/events.server';
import { mediaOf } from '#modules/publishing.server';
import { attendance } from '#wiring/modules.server';
import { renderMarkdown } from '#platform/formats';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params }) => {
  const event = await findEvent(tenant, params.slug);
  if (!event) error(404, t('events.not-found'));
  const pictures = await mediaOf(tenant, [event.id]);
  return {
    event,
    html: renderMarkdown(event.body).html,
    pictures: pictures.get(event.id) ?? [],
    openings: await attendance.findOpenings(tenant, event.id),
    now: tenant.now(),
  };
};
