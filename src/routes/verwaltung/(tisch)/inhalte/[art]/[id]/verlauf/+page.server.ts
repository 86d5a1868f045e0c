import { listRevisions, restoreRevision } from '#modules/publishing.server';
import { doneAt, refused, requireStaff, textOf } from '../../../../../desk.server.ts';
import { entryOf, kindOf } from '../../../../../editor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireStaff(event);
  const { tenant } = event.locals;
  const kind = kindOf(event.params.art);
  const entry = await entryOf(event, kind);
  const revisions = await listRevisions(tenant, entry.id);
  return {
    kind: { kind: kind.kind, path: kind.path },
    entry,
    mayEdit: tenant.may(`${kind.permission}.edit`),
    revisions: revisions.map(({ number, at, actorName, change, snapshot }) => ({
      number,
      at,
      actorName,
      change,
      title: String(snapshot.title ?? ''),
      body: String(snapshot.body ?? ''),
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    requireStaff(event);
    const { art, id } = event.params;
    const number = Number(textOf(await event.request.formData(), 'number'));
    const outcome = await restoreRevision(event.locals.tenant, kindOf(art), id, number);
    if (!outcome.ok) return refused(event, outcome);
    doneAt(`/verwaltung/inhalte/${art}/${id}`, outcome.value.isWaiting ? 'proposed' : 'restored');
  },
};
