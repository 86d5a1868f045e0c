import { error, redirect } from '@sveltejs/kit';
import { findTour } from '#modules/places.server';
import { localizedPath } from '#platform/i18n';
import type { PageServerLoad } from './$types';

/** Tours stand below the places; lists that know only their kind lead here. */
export const load: PageServerLoad = async ({ params, locals: { tenant, locale, t } }) => {
  const tour = await findTour(tenant, params.slug);
  if (!tour) error(404, t('places.tours.not-found'));
  redirect(308, localizedPath(`/orte/touren/${tour.slug}`, locale));
};
