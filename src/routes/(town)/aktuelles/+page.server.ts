import { NEWS_CATEGORIES } from '#modules/news';
import { listNews } from '#modules/news.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant }, url: { searchParams } }) => {
  const category = NEWS_CATEGORIES.find((known) => known === searchParams.get('thema')) ?? null;
  const cursor = searchParams.get('ab');
  return { ...(await listNews(tenant, { category, cursor, limit: 15 })), category, cursor };
};
