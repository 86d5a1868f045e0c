import { error } from '@sveltejs/kit';
import { findNotice } from '#modules/notices.server';
import { mediaOf } from '#modules/publishing.server';
import { civilDate, renderMarkdown } from '#platform/formats';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params }) => {
  const notice = await findNotice(tenant, params.slug);
  if (!notice) error(404, t('notices.not-found'));
  const pictures = await mediaOf(tenant, [notice.id]);
  const now = tenant.now();
  return {
    notice,
    html: renderMarkdown(notice.body).html,
    pictures: pictures.get(notice.id) ?? [],
    now,
    today: civilDate(now),
  };
};
