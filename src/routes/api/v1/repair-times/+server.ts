import { repairTimesByYear } from '#wiring/public-reports.server';
import type { RequestHandler } from './$types';
import { openData } from '../respond';

/** How long each kind of report took, by year of receipt. */
export const GET: RequestHandler = async ({ locals: { tenant } }) => {
  const years = await repairTimesByYear(tenant);
  return openData({
    years: years.map(({ year, times }) => ({
      year,
      categories: times.map(({ category, ...figures }) => ({
        category: category.key,
        categoryName: category.name,
        group: category.groupName,
        ...figures,
      })),
    })),
  });
};
