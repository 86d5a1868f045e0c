import type { InquiryList } from '#modules/handover';
import { civilDate } from '#platform/formats';
import { handover } from '#wiring/modules.server';
import { requireStaff } from '../../desk.server.ts';
import type { PageServerLoad } from './$types';

const NAMES: Record<string, InquiryList> = {
  meine: 'mine',
  offen: 'open',
  ueberfaellig: 'overdue',
  erledigt: 'done',
};

export const load: PageServerLoad = async (event) => {
  requireStaff(event);
  const { tenant } = event.locals;
  const counts = await handover.count(tenant);
  const asked = NAMES[event.url.searchParams.get('liste') ?? ''];
  const list = asked ?? (counts.mine > 0 ? 'mine' : 'open');
  return {
    list,
    lists: Object.entries(NAMES).map(([name, key]) => ({ name, key, count: counts[key] })),
    inquiries: await handover.list(tenant, list),
    today: civilDate(tenant.now()),
  };
};
