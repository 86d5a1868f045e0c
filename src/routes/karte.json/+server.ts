import { groundCollection } from '#modules/places';
import { townGround } from '#modules/places.server';
import { taggedResponse } from '#platform/headers.server';
import { movingMapTexts, type MapServices } from '#ui';
import type { RequestHandler } from './$types';

/** What a moving map needs once it moves: the town's ground, its words in the reader's language, its server for streets. */
export const GET: RequestHandler = async ({ locals: { tenant, town, t }, request }) => {
  const { tiles, credit } = town.settings.map;
  const host = tiles && new URL(tiles).host;
  const services: MapServices = {
    ground: groundCollection(await townGround(tenant), town.name),
    tiles: tiles ? { address: tiles, credit } : null,
    texts: movingMapTexts(t, host),
  };
  return taggedResponse(request, JSON.stringify(services), {
    'content-type': 'application/json; charset=utf-8',
  });
};
