import { fail } from '@sveltejs/kit';
import { identity } from '#wiring/modules.server';
import { doneAt, keepSession, refused, requireStaff, secretOf, textOf } from '../../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const staff = requireStaff(event);
  return { hasSecondFactor: staff.hasSecondFactor, isNeeded: staff.needsSecondFactor };
};

export const actions: Actions = {
  beginnen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await identity.startTotp(event.locals.tenant, event.cookies, secretOf(form, 'password'));
    return outcome.ok ? { setup: outcome.value } : refused(event, atPassword(outcome));
  },
  bestaetigen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await identity.confirmTotp(event.locals.tenant, event.cookies, textOf(form, 'code'));
    if (!outcome.ok) {
      const failure = refused(event, { ...outcome, details: { fields: { code: outcome.reason } } });
      // The secret is only in this answer and the one before: it goes round with the form until a code proves it.
      return fail(failure.status, { ...failure.data, setup: readSetup(form) });
    }
    keepSession(event, outcome.value);
    doneAt('/verwaltung', 'second-factor-on');
  },
  'neue-codes': async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await identity.renewRecoveryCodes(
      event.locals.tenant,
      event.cookies,
      secretOf(form, 'password'),
    );
    return outcome.ok ? { recoveryCodes: outcome.value } : refused(event, atPassword(outcome));
  },
  abschalten: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await identity.disableTotp(
      event.locals.tenant,
      event.cookies,
      secretOf(form, 'password'),
    );
    if (!outcome.ok) return refused(event, atPassword(outcome));
    keepSession(event, outcome.value);
    doneAt('/verwaltung/profil', 'second-factor-off');
  },
};

function atPassword<Refusal extends { reason: string }>(refusal: Refusal) {
  return { ...refusal, details: { fields: { password: refusal.reason }, values: { minutes: 15 } } };
}

function readSetup(form: FormData) {
  return {
    uri: textOf(form, 'uri'),
    secret: new URLSearchParams(textOf(form, 'uri').split('?')[1]).get('secret') ?? '',
    recoveryCodes: textOf(form, 'recoveryCodes').split(' ').filter(Boolean),
  };
}
