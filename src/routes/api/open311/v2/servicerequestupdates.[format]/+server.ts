import { listUpdates } from '#modules/open311.server';
import { readInstant } from '#platform/formats';
import { writeUpdates } from '#platform/formats.server';
import type { RequestHandler } from './$types';
import { answer, fault, georeport } from '../respond';

/** The public history, as FixMyStreet and its partners exchange it: of one report, or of all in a time. */
export const GET: RequestHandler = (event) =>
  georeport(event, async (format) => {
    const { locals, url } = event;
    const times: Record<string, Date | null> = {};
    for (const name of ['start_date', 'end_date']) {
      const given = url.searchParams.get(name);
      times[name] = given ? readInstant(given) : null;
      if (given && !times[name]) return fault(400, [locals.t('open311.fault.parameter', { name })], format);
    }
    const requestId = url.searchParams.get('service_request_id');
    // Without any wish: the last day, so that a program that asks daily misses nothing.
    const from = times.start_date ?? (requestId ? null : new Date(locals.tenant.now().getTime() - DAY_MS));
    const updates = await listUpdates(locals.tenant, { from, to: times.end_date ?? null, requestId });
    return answer(writeUpdates(updates, format), format);
  });

const DAY_MS = 86_400_000;
