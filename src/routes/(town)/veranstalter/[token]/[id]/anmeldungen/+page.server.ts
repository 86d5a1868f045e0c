import { error } from '@sveltejs/kit';
import { suggestions } from '#wiring/modules.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params, url, setHeaders }) => {
  // The address is the key: it is neither kept on the way nor told to other sites.
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
  const found = await suggestions.findGuestDates(tenant, params.token, params.id);
  if (!found) error(404, t('suggestions.organiser.gone'));
  const { dates, event, name } = found;
  const named = dates.find(({ id }) => id === url.searchParams.get('termin'));
  const shown = named ?? dates.find(({ startsAt }) => startsAt > tenant.now()) ?? dates.at(-1) ?? null;
  const wish = shown && { dateId: shown.id, takesAlong: false };
  return {
    name,
    token: params.token,
    event,
    dates: dates.map(({ id, startsAt }) => ({ id, startsAt })),
    shown: shown?.id ?? null,
    list: wish && (await suggestions.findGuestList(tenant, params.token, wish)),
  };
};
