import type { RequestEvent } from '@sveltejs/kit';
import { addMedium } from '#modules/publishing.server';
import { rooms } from '#wiring/modules.server';
import { refused, textOf } from './desk.server.ts';

/** Takes the picture of a form into the library. */
export async function keepUpload(event: Pick<RequestEvent, 'locals'>, form: FormData) {
  const file = form.get('picture');
  if (!(file instanceof File) || file.size === 0)
    return {
      ok: false as const,
      failure: refused(
        event,
        { reason: 'invalid', details: { fields: { picture: 'picture-missing' } } },
        form,
      ),
    };
  const outcome = await addMedium(event.locals.tenant, rooms().keepPicture, {
    bytes: new Uint8Array(await file.arrayBuffer()),
    alt: textOf(form, 'alt'),
    creator: textOf(form, 'creator'),
    licence: textOf(form, 'licence'),
  });
  return outcome.ok
    ? { ok: true as const, medium: outcome.value }
    : { ok: false as const, failure: refused(event, outcome, form) };
}
