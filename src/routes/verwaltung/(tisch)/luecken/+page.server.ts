import { redirect } from '@sveltejs/kit';
import type { GapGroup } from '#modules/assistant';
import { draftForGap, listBadRatings, listGapGroups } from '#modules/assistant.server';
import { isId } from '#platform/db';
import type { TenantScope } from '#platform/scope.server';
import { assistant, kinds } from '#wiring/modules.server';
import { refused, requirePermission, requireStaff, textOf } from '../../desk.server.ts';
import { kindNames } from '../../kinds.ts';
import type { Actions, PageServerLoad } from './$types';

const article = () => kinds.find(({ kind }) => kind === 'article')!;

const DONE = ['geschlossen', 'zugeordnet'] as const;
const PAGES_OFFERED = 5;

/** Each gap with the pages that might tell it after all, for those who may teach them. */
async function withPages(tenant: TenantScope, gaps: readonly GapGroup[]) {
  if (!tenant.may('assistant.manage')) return gaps.map((gap) => ({ ...gap, pages: [] }));
  return Promise.all(
    gaps.map(async (gap) => {
      const { hits } = await assistant.search(tenant, { q: gap.question, limit: PAGES_OFFERED });
      return { ...gap, pages: hits.map(({ id, title }) => ({ value: id, label: title })) };
    }),
  );
}

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'assistant.read-gaps');
  const { tenant } = event.locals;
  return {
    gaps: await withPages(tenant, await listGapGroups(tenant)),
    ratings: await listBadRatings(tenant),
    kinds: kindNames(kinds),
    articlePath: article().path,
    mayWrite: tenant.may(`${article().permission}.edit`),
    done: DONE.find((what) => what === event.url.searchParams.get('getan')) ?? null,
  };
};

export const actions: Actions = {
  entwerfen: async (event) => {
    requireStaff(event);
    const id = textOf(await event.request.formData(), 'id');
    if (!isId(id)) return refused(event, { reason: 'unknown', details: {} });
    const outcome = await draftForGap(event.locals.tenant, article(), id);
    if (!outcome.ok) return refused(event, outcome);
    redirect(303, `/verwaltung/inhalte/${article().path}/${outcome.value.articleId}`);
  },
  zuordnen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const id = textOf(form, 'id');
    if (!isId(id)) return refused(event, { reason: 'unknown', details: {} });
    const outcome = await assistant.asked.teach(event.locals.tenant, id, textOf(form, 'page'));
    if (!outcome.ok) return refused(event, outcome);
    redirect(303, '/verwaltung/luecken?getan=zugeordnet');
  },
  schliessen: async (event) => {
    requireStaff(event);
    const id = textOf(await event.request.formData(), 'id');
    if (!isId(id)) return refused(event, { reason: 'unknown', details: {} });
    const outcome = await assistant.closeGap(event.locals.tenant, id);
    if (!outcome.ok) return refused(event, outcome);
    redirect(303, '/verwaltung/luecken?getan=geschlossen');
  },
};
