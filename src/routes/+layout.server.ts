import { roomsOf } from '#modules/tenancy';
import { listAlerts } from '#modules/news.server';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }) => {
  const { town, tenant, locale, path } = locals;
  const alerts = roomsOf(town).includes('news') ? await listAlerts(tenant) : [];
  return {
    town: {
      name: town.name,
      tagline: town.settings.tagline,
      modules: roomsOf(town),
      languages: town.settings.languages,
      logoUrl: town.settings.logoMediaId ? `/medien/${town.settings.logoMediaId}` : null,
    },
    locale,
    path,
    search: url.search,
    origin: url.origin,
    alerts: alerts.map(({ title, summary, slug, isExample }) => ({ title, summary, slug, isExample })),
  };
};
