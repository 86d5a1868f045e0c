import { error } from '@sveltejs/kit';
import { departmentsOf, findPlace, houseOf, openingOf, townGround } from '#modules/places.server';
import { confirmationOn, openingAt } from '#modules/places';
import { mediaOf } from '#modules/publishing.server';
import { civilDate, renderMarkdown } from '#platform/formats';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, town, t }, params }) => {
  const place = await findPlace(tenant, params.slug);
  if (!place) error(404, t('places.not-found'));
  const pictures = await mediaOf(tenant, [place.id]);
  return {
    place,
    opening: await openingOf(tenant, place),
    confirmation: confirmationOn(place.details, civilDate(tenant.now())),
    house: await houseOf(tenant, place),
    departments: (await departmentsOf(tenant, place)).map((department) => ({
      department,
      opening: openingAt(department.details, town.state, tenant.now()),
    })),
    ground: await townGround(tenant),
    html: renderMarkdown(place.body).html,
    pictures: pictures.get(place.id) ?? [],
    now: tenant.now(),
  };
};
