import { listAreas } from '#modules/waste.server';
import type { RequestHandler } from './$types';
import { openData } from '../respond';

/** Collection areas with the span their plans cover. */
export const GET: RequestHandler = async ({ locals: { tenant }, url }) => {
  const areas = await listAreas(tenant);
  return openData({
    items: areas.map(({ id: _, isExample, ...area }) => ({
      ...area,
      example: isExample,
      url: `${url.origin}/api/v1/waste/${area.key}`,
    })),
  });
};
