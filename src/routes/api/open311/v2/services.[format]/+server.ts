import { listServices } from '#modules/open311.server';
import { writeServices } from '#platform/formats.server';
import type { RequestHandler } from './$types';
import { answer, georeport } from '../respond';

export const GET: RequestHandler = (event) =>
  georeport(event, async (format) =>
    answer(writeServices(await listServices(event.locals.tenant), format), format),
  );
