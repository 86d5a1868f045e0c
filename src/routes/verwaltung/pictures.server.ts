import type { RequestEvent } from '@sveltejs/kit';
import { addMedium } from '#modules/publishing.server';
import { rooms } from '#wiring/modules.server';
import { refused, textOf } from './desk.server.ts';

/** The picture of a form; null when none was chosen. */
export function pictureOf(form: FormData): File | null {
  const file = form.get('picture');
  return file instanceof File && file.size > 0 ? file : null;
}

/** Takes the picture of a form into the library. */
export async function keepUpload(event: Pick<RequestEvent, 'locals'>, form: FormData) {
  const file = pictureOf(form);
  if (!file) {
    const missing = { reason: 'invalid', details: { fields: { picture: 'picture-missing' } } };
    return { ok: false as const, reason: 'picture-missing', failure: refused(event, missing, form) };
  }
  const outcome = await addMedium(event.locals.tenant, rooms().keepPicture, {
    bytes: new Uint8Array(await file.arrayBuffer()),
    alt: textOf(form, 'alt'),
    creator: textOf(form, 'creator'),
    licence: textOf(form, 'pictureLicence'),
  });
  if (outcome.ok) return { ok: true as const, medium: outcome.value };
  // An entry has a licence too; the one of its picture has a field of its own.
  const { licence, ...fields } = outcome.details.fields ?? {};
  const details = {
    ...outcome.details,
    fields: { ...fields, ...(licence ? { pictureLicence: licence } : {}) },
  };
  return {
    ok: false as const,
    reason: outcome.reason,
    failure: refused(event, { ...outcome, details }, form),
  };
}
