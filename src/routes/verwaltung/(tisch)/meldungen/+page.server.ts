import { fail, redirect } from '@sveltejs/kit';
import {
  countDeskReports,
  forEachReport,
  listCategories,
  listDeskReports,
  publishReport,
  setStatus,
} from '#modules/reports.server';
import { civilDate } from '#platform/formats';
import { reports } from '#wiring/modules.server';
import { mailOrigin, refused, requireStaff, textOf } from '../../desk.server.ts';
import { LIST_NAMES, PAGE_LENGTH, readDeskFilter } from './filter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireStaff(event);
  const { tenant } = event.locals;
  const counts = await countDeskReports(tenant);
  const filter = readDeskFilter(
    event.url.searchParams,
    counts.mine > 0 ? 'mine' : counts.new > 0 ? 'new' : 'open',
  );
  const { lines, hasMore } = await listDeskReports(tenant, filter);
  return {
    counts,
    filter,
    lines,
    next: hasMore ? filter.cursor + PAGE_LENGTH : null,
    categories: (await listCategories(tenant, { all: true })).map(({ key, name }) => ({ key, name })),
    may: { configure: tenant.may('reports.configure'), handle: tenant.may('reports.handle') },
    today: civilDate(tenant.now()),
    bulk: event.url.searchParams.get('getan'),
  };
};

/** The same for all reports that are ticked. */
export const actions: Actions = {
  default: async (event) => {
    const staff = requireStaff(event);
    const { tenant } = event.locals;
    const form = await event.request.formData();
    const origin = mailOrigin(event);
    const answer = textOf(form, 'antwort');
    const work = {
      uebernehmen: (id: string) => reports.assign(tenant, { id, to: staff.userId, origin }),
      veroeffentlichen: (id: string) => publishReport(tenant, { id, origin }),
      einplanen: (id: string) => setStatus(tenant, { id, status: 'planned' as const, answer, origin }),
      erledigen: (id: string) => setStatus(tenant, { id, status: 'done' as const, answer, origin }),
    }[textOf(form, 'was')];
    if (!work) return fail(400, { values: {}, faults: [] });
    const ids = form.getAll('meldung').filter((one): one is string => typeof one === 'string');
    const outcome = await forEachReport(ids, work);
    if (!outcome.ok) return refused(event, outcome, form);
    const list = readDeskFilter(event.url.searchParams, 'open').list;
    const { done, refused: left } = outcome.value;
    redirect(303, `/verwaltung/meldungen?liste=${LIST_NAMES[list]}&getan=${done}-${left}`);
  },
};
