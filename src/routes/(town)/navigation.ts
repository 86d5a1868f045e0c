import type { TownModule } from '#modules/tenancy';
import type { Translator } from '#platform/i18n';
import type { IconName } from '#ui';

interface Way {
  path: string;
  key: string;
  icon: IconName;
  module: TownModule | null;
  onPhone: boolean;
}

const WAYS: readonly Way[] = [
  { path: '/', key: 'site.way.start', icon: 'house', module: null, onPhone: true },
  { path: '/aktuelles', key: 'site.way.news', icon: 'newspaper', module: 'news', onPhone: true },
  { path: '/veranstaltungen', key: 'site.way.events', icon: 'calendar', module: 'events', onPhone: true },
  { path: '/melden', key: 'site.way.reports', icon: 'megaphone', module: 'reports', onPhone: true },
  { path: '/orte', key: 'site.way.places', icon: 'map-pin', module: 'places', onPhone: true },
  { path: '/bekanntmachungen', key: 'site.way.notices', icon: 'file', module: 'notices', onPhone: false },
  { path: '/abfall', key: 'site.way.waste', icon: 'trash', module: 'waste', onPhone: false },
  { path: '/wissen', key: 'site.way.knowledge', icon: 'book', module: 'knowledge', onPhone: false },
  { path: '/wirtschaft', key: 'site.way.business', icon: 'briefcase', module: 'business', onPhone: false },
  { path: '/fragen', key: 'site.way.questions', icon: 'question', module: 'assistant', onPhone: true },
];

/** The ways into the areas a town has switched on. */
export function listWays(t: Translator, modules: readonly TownModule[]) {
  return WAYS.filter((way) => !way.module || modules.includes(way.module)).map(
    ({ path, key, icon, onPhone }) => ({
      path,
      label: t(key),
      icon,
      onPhone,
      text: t.has(`${key}.text`) ? t(`${key}.text`) : '',
    }),
  );
}

export function listFooterGroups(t: Translator, modules: readonly TownModule[]) {
  return [
    { title: t('site.footer.areas'), links: listWays(t, modules).slice(1) },
    {
      title: t('site.footer.about'),
      links: [
        { path: '/kontakt', label: t('site.contact') },
        { path: '/impressum', label: t('site.imprint') },
        { path: '/datenschutz', label: t('site.privacy') },
        { path: '/barrierefreiheit', label: t('site.accessibility') },
      ],
    },
    {
      title: t('site.footer.open'),
      links: [
        { path: '/quellen', label: t('site.sources') },
        { path: '/offene-daten', label: t('site.data') },
        { path: '/aktuelles.rss', label: t('site.open.rss'), untranslated: true },
        { path: '/veranstaltungen.ics', label: t('site.open.ics'), untranslated: true },
        { path: '/api/v1/openapi.json', label: t('site.open.api'), untranslated: true },
      ],
    },
  ];
}
