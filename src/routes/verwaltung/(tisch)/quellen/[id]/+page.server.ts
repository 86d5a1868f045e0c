import { error } from '@sveltejs/kit';
import { findSource, listRuns } from '#modules/exchange.server';
import { isId } from '#platform/db';
import { doneAt, refused, requirePermission, requireStaff, textOf } from '../../../desk.server.ts';
import { documentOf, exchange, readSourceForm } from '../../../sources.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'exchange.manage');
  const { tenant, t } = event.locals;
  const source = isId(event.params.id) ? await findSource(tenant, event.params.id) : null;
  if (!source) error(404, t('desk.source.gone'));
  return {
    source,
    runs: await listRuns(tenant, { sourceId: source.id, limit: 10 }),
    targets: exchange.targets,
  };
};

export const actions: Actions = {
  speichern: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const before = isId(event.params.id) ? await findSource(event.locals.tenant, event.params.id) : null;
    const draft = readSourceForm(form, before ?? {});
    const outcome = await exchange.saveSource(event.locals.tenant, { id: event.params.id, draft });
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(event.url.pathname, 'source-saved');
  },
  abrufen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await exchange.runImport(event.locals.tenant, event.params.id, {
      ...(await documentOf(form)),
      dryRun: textOf(form, 'wie') === 'probe',
      confirmShrink: textOf(form, 'wie') === 'bestaetigt',
    });
    if (!outcome.ok) return refused(event, outcome);
    doneAt(
      event.url.pathname,
      outcome.value.reason ? 'source-refused' : outcome.value.isDryRun ? 'source-tried' : 'source-run',
    );
  },
};
