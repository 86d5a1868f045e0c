import { listPlaces } from '#modules/places.server';
import { placeOwners } from '#wiring/modules.server';
import { doneAt, refused, requirePermission, requireStaff, textOf } from '../../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'places.publish');
  const { tenant } = event.locals;
  const owners = await placeOwners.list(tenant);
  const asked = new Set(owners.map(({ entryId }) => entryId));
  const places = await listPlaces(tenant, { withoutStops: true });
  return {
    owners,
    corrections: await placeOwners.listCorrections(tenant),
    places: places.filter(({ id }) => !asked.has(id)).map(({ id, title }) => ({ value: id, label: title })),
  };
};

const HERE = '/verwaltung/inhaber';

export const actions: Actions = {
  einladen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await placeOwners.invite(event.locals.tenant, {
      entryId: textOf(form, 'entryId'),
      email: textOf(form, 'email'),
      trusted: textOf(form, 'trusted') !== '',
      origin: event.url.origin,
    });
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(HERE, 'owner-invited');
  },
  trennen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await placeOwners.revoke(event.locals.tenant, textOf(form, 'entryId'));
    if (!outcome.ok) return refused(event, outcome);
    doneAt(HERE, 'owner-revoked');
  },
  entscheiden: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const outcome = await placeOwners.decide(event.locals.tenant, {
      entryId: textOf(form, 'entryId'),
      id: textOf(form, 'id'),
      take: textOf(form, 'take') === 'ja',
    });
    if (!outcome.ok) return refused(event, outcome);
    doneAt(HERE, 'correction-decided');
  },
};
