import { error, redirect } from '@sveltejs/kit';
import { renderMarkdown } from '#platform/formats';
import { suggestions } from '#wiring/modules.server';
import { refused, requirePermission, requireStaff, textOf } from '../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'suggestions.manage');
  const { tenant, t } = event.locals;
  const suggestion = await suggestions.find(tenant, event.params.id);
  if (!suggestion) error(404, t('suggestions.fault.unknown'));
  return { suggestion, html: renderMarkdown(suggestion.fields.description).html };
};

export const actions: Actions = {
  veroeffentlichen: async (event) => {
    requireStaff(event);
    const outcome = await suggestions.publish(event.locals.tenant, event.params.id);
    if (!outcome.ok) return refused(event, outcome);
    redirect(303, '/verwaltung/vorschlaege?getan=published');
  },
  ablehnen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const wish = { id: event.params.id, reason: textOf(form, 'reason') };
    const outcome = await suggestions.decline(event.locals.tenant, wish);
    if (!outcome.ok) return refused(event, outcome, form);
    redirect(303, '/verwaltung/vorschlaege?getan=declined');
  },
};
