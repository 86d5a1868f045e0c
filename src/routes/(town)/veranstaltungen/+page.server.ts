import { listEvents, listVenues } from '#modules/events.server';
import { addDays, civilDate, instantOf } from '#platform/formats';
import type { PageServerLoad } from './$types';
import { readMonth, readWish, sheetOf, spanOf } from './filter.ts';

// A month of a busy town; what is beyond stands behind the link of its day.
const MONTH_LIMIT = 400;

export const load: PageServerLoad = async ({ locals: { tenant, town }, url: { searchParams } }) => {
  const wish = readWish(searchParams);
  const now = tenant.now();
  const today = civilDate(now);
  const month = readMonth(searchParams, today);
  const sheet = month ? sheetOf(month) : null;
  const cursor = searchParams.get('ab');
  const { category, area, venue, organizer, accessibility } = wish;
  const page = await listEvents(tenant, {
    ...(sheet
      ? { from: instantOf(sheet[0]!), to: instantOf(addDays(sheet.at(-1)!, 1)), limit: MONTH_LIMIT }
      : { ...spanOf(wish, now), cursor, limit: 15 }),
    category,
    area,
    venue,
    organizer,
    accessibility,
  });
  return {
    ...page,
    wish,
    month,
    sheet,
    cursor,
    today,
    localities: town.settings.localities,
    venues: await listVenues(tenant),
    state: town.state,
  };
};
