import { fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { linkOrigin } from '#modules/identity';
import { localizedPath } from '#platform/i18n';
import type { RefusalDetails } from '#platform/outcome';
import { handover } from '#wiring/modules.server';
import { readQuestion } from '../../asking.ts';
import { textsOf } from '../../sent-form.ts';
import { audienceOf, faultsOf, FIELDS } from './fields.ts';
import type { InquiryValues } from './fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, url, setHeaders }) => {
  // The page carries the number of the inquiry it may become.
  setHeaders({ 'cache-control': 'no-store' });
  const { question, earlier } = readQuestion(url.searchParams);
  const wish = {
    question,
    // Whoever answers „Und was kostet das?“ has to know what was asked before.
    details:
      earlier.length > 0
        ? t('handover.details.earlier', { questions: earlier.join('\n') }).slice(0, 2000)
        : '',
    role: url.searchParams.get('stelle')?.trim().slice(0, 160) ?? '',
    audience: audienceOf(url.searchParams.get('fuer')),
  };
  return { wish, office: await handover.findOffice(tenant, wish), ticket: handover.issueTicket(tenant) };
};

export const actions: Actions = {
  pruefen: async ({ request, locals: { tenant, t } }) => {
    const values = textsOf(await request.formData(), FIELDS);
    const checked = await handover.preview(tenant, values);
    if (!checked.ok) return fail(400, { values, faults: faultsOf(t, checked), preview: null });
    return { values, faults: [], preview: checked.value };
  },
  aendern: async ({ request }) => ({
    values: textsOf(await request.formData(), FIELDS),
    faults: [],
    preview: null,
  }),
  senden: async (event) => {
    const { tenant, town, locale } = event.locals;
    const values = textsOf(await event.request.formData(), FIELDS);
    const outcome = await handover.handOver(tenant, {
      fields: values,
      ticket: values.ticket ?? '',
      decoy: values.website ?? '',
      origin: linkOrigin(event.url, town.domains),
      address: event.getClientAddress(),
    });
    if (!outcome.ok) return refused(event, values, outcome);
    redirect(303, localizedPath(`/anfrage/${outcome.value.token}?neu`, locale));
  },
};

/** What was typed stays; a form that was too quick can simply be sent again. */
function refused(
  { locals: { t } }: RequestEvent,
  values: InquiryValues,
  refusal: { reason: string; details: RefusalDetails },
) {
  const kept: InquiryValues = refusal.reason === 'form-expired' ? { ...values, ticket: '' } : values;
  return fail(refusal.reason === 'too-many' ? 429 : 400, {
    values: kept,
    faults: faultsOf(t, refusal),
    preview: null,
  });
}
