import { redirect } from '@sveltejs/kit';
import { isReason, REASONS } from '#modules/assistant';
import type { Verdict } from '#modules/assistant';
import { rateAnswer } from '#modules/assistant.server';
import { localizedPath } from '#platform/i18n';
import { assistant, handover } from '#wiring/modules.server';
import { readQuestion } from '../../asking.ts';
import { audienceOf } from '../weitergeben/fields.ts';
import type { Actions, PageServerLoad } from './$types';

const THANKS = ['ja', 'nein', 'grund', 'zu-viele'] as const;

export const load: PageServerLoad = ({ url }) => ({
  ...readQuestion(url.searchParams),
  isBusiness: audienceOf(url.searchParams.get('fuer')) === 'business',
  thanks: THANKS.find((one) => one === url.searchParams.get('danke')) ?? null,
  reasons: REASONS,
});

export const actions: Actions = {
  default: async (event) => {
    const { tenant, locale } = event.locals;
    const form = new URLSearchParams(
      [...(await event.request.formData())].map(([name, value]) => [name, String(value)]),
    );
    const { question, earlier } = readQuestion(form);
    const audience = audienceOf(form.get('fuer'));
    const { verdict, thanks } = saidIn(form);

    const mayRate = handover.mayRate(tenant, event.getClientAddress());
    const asked = { question, audience, locale: tenant.locale, history: earlier };
    const outcome = mayRate ? await rateAnswer(assistant.ask, tenant, { question: asked, verdict }) : null;
    const query = new URLSearchParams({
      danke: outcome ? (outcome.ok ? thanks : '') : 'zu-viele',
      frage: question,
    });
    for (const one of earlier) query.append('vorher', one);
    if (audience === 'business') query.set('fuer', 'wirtschaft');
    redirect(303, `${localizedPath('/fragen/bewerten', locale)}?${query}`);
  },
};

function saidIn(form: URLSearchParams): { verdict: Verdict; thanks: (typeof THANKS)[number] } {
  const reason = form.get('grund');
  if (isReason(reason)) return { verdict: reason, thanks: 'grund' };
  return form.get('hilfreich') === 'ja'
    ? { verdict: 'yes', thanks: 'ja' }
    : { verdict: 'no', thanks: 'nein' };
}
