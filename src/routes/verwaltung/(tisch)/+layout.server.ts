import { requireStaff } from '../desk.server.ts';
import { DESK_WAYS } from '../ways.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
  const staff = requireStaff(event);
  const { tenant } = event.locals;
  return {
    staff: { name: staff.name, needsSecondFactor: staff.needsSecondFactor },
    ways: staff.needsSecondFactor
      ? []
      : DESK_WAYS.filter((way) => !way.permission || tenant.may(way.permission)),
    done: event.url.searchParams.get('erledigt'),
  };
};
