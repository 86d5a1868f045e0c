import { error } from '@sveltejs/kit';
import { findPhotoFile } from '#modules/reports.server';
import { answerWithPicture } from '#wiring/picture-answers.server';
import type { RequestHandler } from './$types';

/** A picture of a report; `?breite=400` asks for a smaller one, `?link=` or `?weitergabe=` shows what is not public yet. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
  const link = url.searchParams.get('link');
  const referral = url.searchParams.get('weitergabe');
  const found = await findPhotoFile(locals.tenant, params.id, {
    ...(link ? { link } : {}),
    ...(referral ? { referral } : {}),
  });
  const answer = found && (await answerWithPicture(found, url.searchParams.get('breite')));
  return answer ?? error(404);
};
