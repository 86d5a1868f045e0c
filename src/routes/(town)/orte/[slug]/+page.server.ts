import { error } from '@sveltejs/kit';
import { findPlace, openingOf, townGround } from '#modules/places.server';
import { mediaOf } from '#modules/publishing.server';
import { renderMarkdown } from '#platform/formats';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params }) => {
  const place = await findPlace(tenant, params.slug);
  if (!place) error(404, t('places.not-found'));
  const pictures = await mediaOf(tenant, [place.id]);
  return {
    place,
    opening: await openingOf(tenant, place),
    ground: await townGround(tenant),
    html: renderMarkdown(place.body).html,
    pictures: pictures.get(place.id) ?? [],
    now: tenant.now(),
  };
};
