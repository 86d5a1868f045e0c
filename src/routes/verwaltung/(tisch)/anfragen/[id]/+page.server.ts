import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { mayAnswer, mayAssign } from '#modules/handover';
import { isId } from '#platform/db';
import { civilDate } from '#platform/formats';
import type { Outcome } from '#platform/outcome';
import { handover } from '#wiring/modules.server';
import { mailOrigin, refused, requireStaff, textOf } from '../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const staff = requireStaff(event);
  const { locals, params, url } = event;
  const { tenant, t } = locals;
  const inquiry = isId(params.id) ? await handover.find(tenant, params.id) : null;
  if (!inquiry) error(404, t('handover.fault.unknown'));
  const colleagues = await handover.listColleagues(tenant);
  return {
    inquiry,
    colleagues: colleagues
      .filter(({ id }) => mayAssign(tenant, id))
      .map(({ id, name, isGuide }) => ({ id, name, isGuide })),
    me: staff.userId,
    may: { answer: mayAnswer(tenant, inquiry), write: tenant.may('knowledge.edit') },
    today: civilDate(tenant.now()),
    said: url.searchParams.get('getan'),
  };
};

export const actions: Actions = {
  zuweisen: (event) =>
    act(event, 'assigned', (form, id) =>
      handover.assign(event.locals.tenant, { id, to: textOf(form, 'an'), origin: mailOrigin(event) }),
    ),
  antworten: (event) =>
    act(event, 'answered', (form, id) =>
      handover.answer(event.locals.tenant, { id, text: textOf(form, 'antwort'), origin: mailOrigin(event) }),
    ),
  notieren: (event) =>
    act(event, 'noted', (form, id) =>
      handover.note(event.locals.tenant, { id, text: textOf(form, 'notiz') }),
    ),
  abschliessen: (event) => act(event, 'closed', (_form, id) => handover.close(event.locals.tenant, id)),
  beitrag: async (event) => {
    requireStaff(event);
    const outcome = await handover.draftArticle(event.locals.tenant, event.params.id);
    if (!outcome.ok) return refused(event, outcome);
    redirect(303, `/verwaltung/inhalte/wissen/${outcome.value.articleId}`);
  },
};

/** One thing done with the inquiry; the page then says what. */
async function act(
  event: RequestEvent<{ id: string }>,
  what: string,
  work: (form: FormData, id: string) => Promise<Outcome<unknown, string>>,
) {
  requireStaff(event);
  const { id } = event.params;
  if (!isId(id)) error(404, event.locals.t('handover.fault.unknown'));
  const form = await event.request.formData();
  const outcome = await work(form, id);
  if (!outcome.ok) return refused(event, outcome, form);
  redirect(303, `/verwaltung/anfragen/${id}?getan=${what}`);
}
