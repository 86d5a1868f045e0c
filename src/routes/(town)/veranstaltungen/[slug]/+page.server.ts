import { error, redirect } from '@sveltejs/kit';
import {
  findEvent,
  findMergedInto,
  findOccurrence,
  listDates,
  listFurtherSources,
} from '#modules/events.server';
import { isSeries, onDate } from '#modules/events';
import { mediaOf } from '#modules/publishing.server';
import { attendance } from '#wiring/modules.server';
import { instantOfMoment, isMoment, renderMarkdown } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';
import type { PageServerLoad } from './$types';

const NEXT_DATES = 8;
const ALL_DATES = 300;

export const load: PageServerLoad = async ({ locals: { tenant, t }, params, url: { searchParams } }) => {
  const event = await findEvent(tenant, params.slug);
  if (!event) return leadOn(tenant, params.slug, t('events.not-found'));
  const repeats = isSeries(event.details);
  const wished = searchParams.get('termin') ?? '';
  const isAll = searchParams.get('termine') === 'alle';
  // One more than is shown tells that there are more.
  const limit = isAll ? ALL_DATES : NEXT_DATES + 1;
  const dates = await listDates(tenant, event.id, repeats ? { limit } : { from: new Date(0), limit });
  const chosen =
    repeats && isMoment(wished) ? await findOccurrence(tenant, event.id, instantOfMoment(wished)) : null;
  const next = dates.find((date) => date.status !== 'skipped') ?? dates[0];
  const pictures = await mediaOf(tenant, [event.id]);
  return {
    event,
    shown: chosen ?? (next ? onDate(event, next) : null),
    dates: repeats ? dates.slice(0, isAll ? ALL_DATES : NEXT_DATES) : [],
    hasMore: !isAll && dates.length > NEXT_DATES,
    html: renderMarkdown(event.body).html,
    pictures: pictures.get(event.id) ?? [],
    furtherSources: await listFurtherSources(tenant, event.id),
    openings: await attendance.findOpenings(tenant, event.id),
    now: tenant.now(),
  };
};

/** The address of an event that was merged leads to the one it is a part of. */
async function leadOn(tenant: TenantScope, slug: string, otherwise: string): Promise<never> {
  const into = await findMergedInto(tenant, slug);
  if (into) redirect(301, `/veranstaltungen/${into}`);
  error(404, otherwise);
}
