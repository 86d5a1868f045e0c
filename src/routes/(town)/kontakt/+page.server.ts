import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { town } }) => ({ contacts: town.settings.contacts });
