import { redirect } from '@sveltejs/kit';
import { REMINDERS } from '#modules/attendance';
import { localizedPath } from '#platform/i18n';
import { attendance } from '#wiring/modules.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant }, params, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const follow = await attendance.findFollow(tenant, params.token);
  return {
    follow: follow && {
      email: follow.email,
      reminder: follow.reminder,
      isConfirmed: follow.isConfirmed,
      event: follow.event && { title: follow.event.title, slug: follow.event.slug },
    },
    done: url.searchParams.get('getan'),
  };
};

export const actions: Actions = {
  bestaetigen: async ({ locals: { tenant, locale }, params: { token } }) => {
    await attendance.confirmFollow(tenant, token);
    redirect(303, localizedPath(`/merken/${token}?getan=confirmed`, locale));
  },
  aendern: async ({ locals: { tenant, locale }, params: { token }, request }) => {
    const wished = (await request.formData()).get('reminder');
    const reminder = REMINDERS.find((one) => one === wished) ?? 'evening';
    await attendance.changeReminder(tenant, token, reminder);
    redirect(303, localizedPath(`/merken/${token}?getan=changed`, locale));
  },
  beenden: async ({ locals: { tenant, locale }, params: { token } }) => {
    await attendance.unfollow(tenant, token);
    redirect(303, localizedPath(`/merken/${token}?getan=ended`, locale));
  },
};
