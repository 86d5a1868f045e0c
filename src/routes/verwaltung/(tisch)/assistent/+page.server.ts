import { fail } from '@sveltejs/kit';
import { MOST_SUGGESTIONS, MOST_WORDS, SUGGESTION_MAX_LETTERS } from '#modules/assistant';
import { importSynonyms, listSynonyms, removeSynonyms, saveSynonyms } from '#modules/assistant.server';
import { linkOrigin } from '#modules/identity';
import { isId } from '#platform/db';
import { assistant, rooms } from '#wiring/modules.server';
import {
  doneAt,
  idOf,
  refused,
  requirePermission,
  requireStaff,
  textOf,
  typedValues,
} from '../../desk.server.ts';
import { faultsOfFields, faultsOfLines, readList, readSuggestions, sumsOf } from './forms.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/verwaltung/assistent';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'assistant.manage');
  const { tenant, town } = event.locals;
  const { resident, business } = town.settings.suggestions;
  const synonyms = await listSynonyms(tenant);
  return {
    synonyms,
    address: linkOrigin(event.url, town.domains),
    edited: synonyms.find(({ id }) => id === event.url.searchParams.get('gruppe')) ?? null,
    suggestions: tenant.may('tenancy.manage')
      ? { resident: resident.join('\n'), business: business.join('\n') }
      : null,
    sums: sumsOf(await assistant.dayCounts(tenant)),
    limits: { questions: MOST_SUGGESTIONS, letters: SUGGESTION_MAX_LETTERS, words: MOST_WORDS },
  };
};

export const actions: Actions = {
  vorschlagen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const { tenant, t } = event.locals;
    const outcome = await assistant.saveSuggestions(tenant, readSuggestions(form));
    if (!outcome.ok && outcome.reason === 'forbidden') return refused(event, outcome, form);
    if (!outcome.ok)
      return fail(400, { values: typedValues(form), faults: faultsOfFields(t, outcome.details) });
    rooms().towns.forget();
    doneAt(HERE, 'suggestions-saved');
  },
  gruppe: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const id = textOf(form, 'id');
    if (id && !isId(id)) return refused(event, { reason: 'unknown', details: {} }, form);
    const line = textOf(form, 'line');
    const outcome = await saveSynonyms(event.locals.tenant, id ? { id, line } : { line });
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(HERE, 'synonyms-saved');
  },
  entfernen: async (event) => {
    requireStaff(event);
    const outcome = await removeSynonyms(event.locals.tenant, idOf(event, await event.request.formData()));
    if (!outcome.ok) return refused(event, outcome);
    doneAt(HERE, 'synonyms-removed');
  },
  uebernehmen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const text = await readList(form);
    const replaces = form.has('replaces');
    const outcome = await importSynonyms(event.locals.tenant, { text, replaces });
    if (outcome.ok) doneAt(HERE, 'synonyms-imported');
    if (outcome.reason !== 'invalid') return refused(event, outcome, form);
    const values: Record<string, string> = { text, ...(replaces ? { replaces: 'ja' } : {}) };
    return fail(400, { values, faults: faultsOfLines(event.locals.t, outcome.details) });
  },
};
