import { listDuplicates } from '#modules/events.server';
import { listSources } from '#modules/exchange.server';
import { listOpenDeadlines } from '#modules/notices.server';
import { deskTasks } from '#modules/publishing.server';
import { countDeskReports } from '#modules/reports.server';
import { listEndingPlans } from '#modules/waste.server';
import { addDays, civilDate } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';
import { assistant, handover, kinds, suggestions } from '#wiring/modules.server';
import { requireStaff } from '../desk.server.ts';
import { kindNames } from '../kinds.ts';
import type { PageServerLoad } from './$types';

const PLANS_END_DAYS = 30;
const NEEDS_EYES: readonly string[] = ['faulty', 'held', 'quiet'];

export const load: PageServerLoad = async (event) => {
  const staff = requireStaff(event);
  const { tenant } = event.locals;
  const mayApprove = kinds.some(({ permission }) => tenant.may(`${permission}.publish`));
  const tasks = await deskTasks(tenant);
  return {
    tasks: mayApprove ? tasks : { ...tasks, vanished: [], expiring: [] },
    gaps: tenant.may('assistant.read-gaps') ? (await assistant.listGaps(tenant)).slice(0, 5) : [],
    inquiries: { counts: await handover.count(tenant), next: await nextInquiries(tenant) },
    reports: await countDeskReports(tenant),
    sources: (await listSources(tenant))
      .filter(({ state }) => NEEDS_EYES.includes(state))
      .map(({ id, name, state }) => ({ id, name, state })),
    suggestions: await suggestions.list(tenant),
    duplicates: tenant.may('events.edit') ? (await listDuplicates(tenant)).length : 0,
    deadlines: await listOpenDeadlines(tenant, 5),
    endingPlans: tenant.may('waste.edit')
      ? await listEndingPlans(tenant, addDays(civilDate(tenant.now()), PLANS_END_DAYS))
      : [],
    kinds: kindNames(kinds),
    hasSecondFactor: staff.hasSecondFactor,
    now: tenant.now(),
  };
};

const INQUIRIES_SHOWN = 5;

/** One's own go first; who has none is shown what waits for anybody. */
async function nextInquiries(tenant: TenantScope) {
  const mine = await handover.list(tenant, 'mine');
  return (mine.length > 0 ? mine : await handover.list(tenant, 'open')).slice(0, INQUIRIES_SHOWN);
}
