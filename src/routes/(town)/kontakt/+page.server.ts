import { contactsInOrder } from '../contacts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { town } }) => ({
  contacts: contactsInOrder(town.settings.contacts, town.settings.defaultContactRole),
});
