import { error, fail } from '@sveltejs/kit';
import { LONGEST_ASKED, MOST_ASKED } from '#modules/assistant';
import { assistant } from '#wiring/modules.server';
import { doneAt, refused, requirePermission, requireStaff, textOf } from '../../../../desk.server.ts';
import { faultsOfLines } from '../../forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'assistant.manage');
  const page = await assistant.asked.find(event.locals.tenant, event.params.seite);
  if (!page) error(404, event.locals.t('assistant.desk.asked.gone'));
  return { page, limits: { ways: MOST_ASKED, letters: LONGEST_ASKED } };
};

export const actions: Actions = {
  default: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const text = textOf(form, 'text');
    const outcome = await assistant.asked.save(event.locals.tenant, event.params.seite, text);
    if (outcome.ok) doneAt(event.url.pathname, 'asked-saved');
    if (outcome.reason !== 'invalid') return refused(event, outcome, form);
    return fail(400, { values: { text }, faults: faultsOfLines(event.locals.t, outcome.details) });
  },
};
