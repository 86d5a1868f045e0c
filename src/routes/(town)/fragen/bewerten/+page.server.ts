import { redirect } from '@sveltejs/kit';
import { isReason, REASONS } from '#modules/assistant';
import { rateAnswer } from '#modules/assistant.server';
import { createRateLimits } from '#platform/http';
import { localizedPath } from '#platform/i18n';
import { environment } from '#env';
import { assistant } from '#wiring/modules.server';
import { readQuestion } from '../../asking.ts';
import { audienceOf } from '../weitergeben/fields.ts';
import type { Actions, PageServerLoad } from './$types';

const THANKS = ['ja', 'nein', 'grund', 'zu-viele'] as const;
const limits = createRateLimits({ rate: { burst: 15, perMinute: 2 } });

export const load: PageServerLoad = ({ url }) => ({
  ...readQuestion(url.searchParams),
  isBusiness: audienceOf(url.searchParams.get('fuer')) === 'business',
  thanks: THANKS.find((one) => one === url.searchParams.get('danke')) ?? null,
  reasons: REASONS,
});

export const actions: Actions = {
  default: async (event) => {
    const { tenant, town, locale } = event.locals;
    const form = new URLSearchParams(
      [...(await event.request.formData())].map(([name, value]) => [name, String(value)]),
    );
    const { question, earlier } = readQuestion(form);
    const audience = audienceOf(form.get('fuer'));
    const reason = form.get('grund');
    const verdict = isReason(reason) ? reason : form.get('hilfreich') === 'ja' ? 'yes' : 'no';
    const said = isReason(reason) ? 'grund' : verdict === 'yes' ? 'ja' : 'nein';

    const address = event.getClientAddress();
    const isTooMuch = environment().rateLimits && !limits.take('rate', `${town.slug} ${address}`).allowed;
    const asked = { question, audience, locale: tenant.locale, history: earlier };
    const outcome = isTooMuch ? null : await rateAnswer(assistant.ask, tenant, { question: asked, verdict });
    form.set('danke', isTooMuch ? 'zu-viele' : outcome?.ok ? said : '');
    for (const name of ['grund', 'hilfreich']) form.delete(name);
    redirect(303, `${localizedPath('/fragen/bewerten', locale)}?${form}`);
  },
};
