import { kinds } from '#wiring/modules.server';
import { requireStaff } from '../../desk.server.ts';
import { kindNames } from '../../kinds.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requireStaff(event);
  return {
    kinds: kindNames(kinds.filter(({ permission }) => event.locals.tenant.may(`${permission}.edit`))),
  };
};
