import { error } from '@sveltejs/kit';
import { lengthOf, wayOf } from '#modules/places';
import { findTour, stopsOf, townGround } from '#modules/places.server';
import { mediaOf } from '#modules/publishing.server';
import { renderMarkdown } from '#platform/formats';
import { localizedPath } from '#platform/i18n';
import { markersOfStops } from '../../markers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t, locale }, params }) => {
  const tour = await findTour(tenant, params.slug);
  if (!tour) error(404, t('places.tours.not-found'));
  const stops = await stopsOf(tenant, tour);
  const pictures = await mediaOf(tenant, [tour.id]);
  return {
    tour,
    stops,
    kilometres: lengthOf(tour),
    line: wayOf(tour, stops),
    markers: markersOfStops(stops, (slug) => localizedPath(`/orte/${slug}`, locale)),
    ground: await townGround(tenant),
    html: renderMarkdown(tour.body).html,
    pictures: pictures.get(tour.id) ?? [],
    now: tenant.now(),
  };
};
