import { redirect } from '@sveltejs/kit';
import { draftForGap, listBadRatings, listGapGroups } from '#modules/assistant.server';
import { isId } from '#platform/db';
import { assistant, kinds } from '#wiring/modules.server';
import { refused, requirePermission, requireStaff, textOf } from '../../desk.server.ts';
import { kindNames } from '../../kinds.ts';
import type { Actions, PageServerLoad } from './$types';

const article = () => kinds.find(({ kind }) => kind === 'article')!;

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'assistant.read-gaps');
  const { tenant } = event.locals;
  return {
    gaps: await listGapGroups(tenant),
    ratings: await listBadRatings(tenant),
    kinds: kindNames(kinds),
    articlePath: article().path,
    mayWrite: tenant.may(`${article().permission}.edit`),
    isClosed: event.url.searchParams.get('getan') === 'geschlossen',
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
  schliessen: async (event) => {
    requireStaff(event);
    const id = textOf(await event.request.formData(), 'id');
    if (!isId(id)) return refused(event, { reason: 'unknown', details: {} });
    const outcome = await assistant.closeGap(event.locals.tenant, id);
    if (!outcome.ok) return refused(event, outcome);
    redirect(303, '/verwaltung/luecken?getan=geschlossen');
  },
};
