import { error } from '@sveltejs/kit';
import type { Proposal } from '#modules/publishing';
import { approveChange, declineChange, findDeskEntry } from '#modules/publishing.server';
import { doneAt, refused, requireStaff, textOf } from '../../../../../desk.server.ts';
import { entryOf, explained, kindOf } from '../../../../../editor.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { differencesOf } from './differences.ts';

export const load: PageServerLoad = async (event) => {
  const staff = requireStaff(event);
  const { tenant } = event.locals;
  const kind = kindOf(event.params.art);
  const entry = await entryOf(event, kind);
  const may = {
    edit: tenant.may(`${kind.permission}.edit`),
    publish: tenant.may(`${kind.permission}.publish`),
  };
  const { approvalByOther } = event.locals.town.settings;
  const isOwn = (proposal: Proposal) => proposal.writtenBy === staff.userId;
  const shown =
    (await findDeskEntry(tenant, kind, entry.id)) ?? error(404, event.locals.t('desk.entry.gone'));
  const words = {
    before: await explained(tenant, kind, shown.details),
    after: await explained(tenant, kind, entry.details),
  };
  return {
    kind: { kind: kind.kind, path: kind.path },
    entry,
    waiting: entry.waiting.map((proposal) => ({
      ...proposal,
      isOwn: isOwn(proposal),
      mayApprove: may.publish && !(approvalByOther && isOwn(proposal)),
      differences: proposal.part === 'text' ? differencesOf(kind, shown, entry, words) : [],
    })),
    may,
  };
};

const step = (decide: typeof approveChange, what: string) => async (event: RequestEvent) => {
  requireStaff(event);
  const { art, id } = event.params;
  const form = await event.request.formData();
  const outcome = await decide(event.locals.tenant, kindOf(art), {
    id,
    part: textOf(form, 'part'),
    writtenAt: new Date(textOf(form, 'writtenAt')),
  });
  if (!outcome.ok) return refused(event, outcome);
  doneAt(`/verwaltung/inhalte/${art}/${id}`, what);
};

export const actions: Actions = {
  freigeben: step(approveChange, 'approved'),
  verwerfen: step(declineChange, 'declined'),
};
