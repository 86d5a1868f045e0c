import { error } from '@sveltejs/kit';
import { findNews } from '#modules/news.server';
import { mediaOf } from '#modules/publishing.server';
import { renderMarkdown } from '#platform/formats';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, t }, params }) => {
  const item = await findNews(tenant, params.slug);
  if (!item) error(404, t('news.not-found'));
  const pictures = await mediaOf(tenant, [item.id]);
  return {
    item,
    html: renderMarkdown(item.body).html,
    pictures: pictures.get(item.id) ?? [],
    now: tenant.now(),
  };
};
