import { contactsInOrder } from '../contacts.ts';
import { emergencyNumbers } from './emergency.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { town } }) => ({
  numbers: emergencyNumbers(town.state),
  contacts: contactsInOrder(town.settings.contacts, town.settings.defaultContactRole)
    .filter(({ phone, street }) => phone || street)
    .slice(0, 3),
});
