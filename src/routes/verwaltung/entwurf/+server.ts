import { error, text } from '@sveltejs/kit';
import { showTime } from '#platform/formats';
import { identity } from '#wiring/modules.server';
import { typedValues } from '../desk.server.ts';
import type { RequestHandler } from './$types';

/** Keeps what somebody is typing; a page of the desk sends it every few seconds. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
  const { staff, tenant, t, locale } = locals;
  const form = url.searchParams.get('formular') ?? '';
  if (!staff) error(401);
  if (!/^[a-z]+\/[a-z0-9-]{1,60}$/.test(form)) error(400);
  const savedAt = await identity.keepInput(tenant, form, typedValues(await request.formData()));
  if (!savedAt) error(413);
  return text(t('desk.kept', { at: showTime(savedAt, locale) }));
};
