import { redirect } from '@sveltejs/kit';
import { localizedPath } from '#platform/i18n';
import { attendance } from '#wiring/modules.server';
import type { RequestHandler } from './$types';

/** One click in a mail program ends the mails, by POST and without a question (RFC 8058). */
export const POST: RequestHandler = async ({ locals: { tenant }, params }) => {
  await attendance.unfollow(tenant, params.token);
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
};

/** Who follows the address by hand, or a scanner that opens every link, decides on a page. */
export const GET: RequestHandler = ({ locals: { locale }, params }) =>
  redirect(303, localizedPath(`/merken/${params.token}`, locale));
