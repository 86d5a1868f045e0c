import { NOTICE_CATEGORIES } from '#modules/notices';
import { listNotices } from '#modules/notices.server';
import { civilDate } from '#platform/formats';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant }, url: { searchParams } }) => {
  const category = NOTICE_CATEGORIES.find((known) => known === searchParams.get('art')) ?? null;
  const cursor = searchParams.get('ab');
  const page = await listNotices(tenant, { category, cursor, limit: 15 });
  return { ...page, category, cursor, today: civilDate(tenant.now()) };
};
