import { fail } from '@sveltejs/kit';
import { assistant, kinds } from '#wiring/modules.server';
import { doneAt, refused, requirePermission, requireStaff } from '../../../desk.server.ts';
import { kindNames } from '../../../kinds.ts';
import { faultsOfLines, readList } from '../forms.ts';
import type { Actions, PageServerLoad } from './$types';

const SHOWN = 30;

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'assistant.manage');
  const words = event.url.searchParams.get('suche')?.trim() ?? '';
  const pages = await assistant.asked.list(event.locals.tenant);
  const found = pages
    .filter(({ title }) => title.toLocaleLowerCase('de').includes(words.toLocaleLowerCase('de')))
    .sort((a, b) => b.ways - a.ways || a.title.localeCompare(b.title, 'de'));
  return {
    words,
    pages: found.slice(0, SHOWN),
    more: Math.max(0, found.length - SHOWN),
    ways: pages.reduce((sum, { ways }) => sum + ways, 0),
    kinds: kindNames(kinds),
  };
};

export const actions: Actions = {
  uebernehmen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const text = await readList(form);
    const outcome = await assistant.asked.take(event.locals.tenant, text);
    if (outcome.ok) doneAt('/verwaltung/assistent/so-gefragt', 'asked-imported');
    if (outcome.reason !== 'invalid') return refused(event, outcome, form);
    return fail(400, { values: { text }, faults: faultsOfLines(event.locals.t, outcome.details) });
  },
};
