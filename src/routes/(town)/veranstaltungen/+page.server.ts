import { listEvents } from '#modules/events.server';
import { civilDate } from '#platform/formats';
import type { PageServerLoad } from './$types';
import { readWish, spanOf } from './filter.ts';

export const load: PageServerLoad = async ({ locals: { tenant, town }, url: { searchParams } }) => {
  const wish = readWish(searchParams);
  const now = tenant.now();
  const cursor = searchParams.get('ab');
  const { category, area, accessibility } = wish;
  const page = await listEvents(tenant, {
    ...spanOf(wish, now),
    category,
    area,
    accessibility,
    cursor,
    limit: 15,
  });
  return { ...page, wish, cursor, today: civilDate(now), localities: town.settings.localities };
};
