import { error } from '@sveltejs/kit';
import { findPhotoFile } from '#modules/reports.server';
import { answerWithPicture } from '#wiring/picture-answers.server';
import { requireStaff } from '../../../desk.server.ts';
import type { RequestHandler } from './$types';

/** A picture of a report for those who may handle it; `?original` shows it as it was sent. */
export const GET: RequestHandler = async (event) => {
  requireStaff(event);
  const { params, url, locals } = event;
  const found = await findPhotoFile(locals.tenant, params.id, { original: url.searchParams.has('original') });
  const answer =
    found && (await answerWithPicture({ ...found, isPublic: false }, url.searchParams.get('breite')));
  return answer ?? error(404);
};
