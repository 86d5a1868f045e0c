import { listTopics } from '#modules/knowledge.server';
import { assistant } from '#wiring/modules.server';
import { contactsFor } from '../contacts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, town } }) => ({
  topics: await listTopics(tenant, 'business'),
  suggestions: await assistant.suggestions(tenant, 'business'),
  contacts: contactsFor(town.settings.contacts, [
    'wirtschaft',
    'gewerbe',
    'foerderung',
    'gruendung',
    'standort',
  ]),
});
