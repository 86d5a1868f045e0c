import { attachMedium, detachMedium, listMedia, mediaOf } from '#modules/publishing.server';
import { doneAt, idOf, refused, requireStaff } from '../../../../../desk.server.ts';
import { entryOf, kindOf } from '../../../../../editor.server.ts';
import { keepUpload } from '../../../../../pictures.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireStaff(event);
  const { tenant } = event.locals;
  const kind = kindOf(event.params.art);
  const entry = await entryOf(event, kind);
  const pictures = (await mediaOf(tenant, [entry.id])).get(entry.id) ?? [];
  const library = (await listMedia(tenant, 24)).filter(
    ({ id }) => !pictures.some((picture) => picture.id === id),
  );
  const may = { edit: tenant.may(`${kind.permission}.edit`), upload: tenant.may('publishing.media') };
  const refusal = event.url.searchParams.get('verweigert');
  return { kind: { kind: kind.kind, path: kind.path }, entry, pictures, library, may, refusal };
};

export const actions: Actions = {
  hochladen: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const upload = await keepUpload(event, form);
    if (!upload.ok) return upload.failure;
    const outcome = await attachMedium(
      event.locals.tenant,
      kindOf(event.params.art),
      event.params.id,
      upload.medium.id,
    );
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(event.url.pathname, outcome.value.isWaiting ? 'proposed' : 'picture-added');
  },
  verwenden: async (event) => {
    requireStaff(event);
    const id = idOf(event, await event.request.formData());
    const outcome = await attachMedium(event.locals.tenant, kindOf(event.params.art), event.params.id, id);
    if (!outcome.ok) return refused(event, outcome);
    doneAt(event.url.pathname, outcome.value.isWaiting ? 'proposed' : 'picture-added');
  },
  entfernen: async (event) => {
    requireStaff(event);
    const id = idOf(event, await event.request.formData());
    const outcome = await detachMedium(event.locals.tenant, kindOf(event.params.art), event.params.id, id);
    if (!outcome.ok) return refused(event, outcome);
    doneAt(event.url.pathname, 'picture-removed');
  },
};
