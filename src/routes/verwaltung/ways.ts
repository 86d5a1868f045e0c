import type { IconName } from '#ui';

/** One way through the desk. `permission`: shown to those who hold it; without one, to all. */
export interface DeskWay {
  path: string;
  label: string;
  icon: IconName;
  permission?: string;
  /** Stands in the bar at the bottom of small screens. */
  onPhone?: boolean;
}

export const DESK_WAYS: readonly DeskWay[] = [
  { path: '/verwaltung', label: 'desk.today', icon: 'house', onPhone: true },
  { path: '/verwaltung/inhalte', label: 'desk.contents', icon: 'newspaper', onPhone: true },
  { path: '/verwaltung/schreiben', label: 'desk.write', icon: 'pencil', onPhone: true },
  {
    path: '/verwaltung/vorschlaege',
    label: 'suggestions.desk.title',
    icon: 'lightbulb',
    permission: 'suggestions.manage',
  },
  {
    path: '/verwaltung/anmeldungen',
    label: 'attendance.desk.title',
    icon: 'calendar',
    permission: 'attendance.manage',
  },
  { path: '/verwaltung/meldungen', label: 'reports.desk.title', icon: 'warning' },
  { path: '/verwaltung/anfragen', label: 'handover.desk.title', icon: 'handshake', onPhone: true },
  {
    path: '/verwaltung/luecken',
    label: 'handover.gaps.title',
    icon: 'question',
    permission: 'assistant.read-gaps',
  },
  {
    path: '/verwaltung/assistent',
    label: 'assistant.desk.title',
    icon: 'book',
    permission: 'assistant.manage',
  },
  { path: '/verwaltung/abfall', label: 'waste.desk.title', icon: 'trash', permission: 'waste.edit' },
  {
    path: '/verwaltung/inhaber',
    label: 'places.owners.title',
    icon: 'map-pin',
    permission: 'places.publish',
  },
  { path: '/verwaltung/quellen', label: 'desk.sources', icon: 'rss', permission: 'exchange.manage' },
  { path: '/verwaltung/open311', label: 'open311.desk.title', icon: 'globe', permission: 'open311.manage' },
  { path: '/verwaltung/personen', label: 'desk.people', icon: 'users', permission: 'identity.manage' },
  { path: '/verwaltung/gemeinde', label: 'desk.town', icon: 'landmark', permission: 'tenancy.manage' },
  { path: '/verwaltung/protokoll', label: 'desk.audit', icon: 'clock', permission: 'identity.manage' },
  { path: '/verwaltung/profil', label: 'desk.profile', icon: 'settings' },
];

/** Whether a way leads to where someone is. */
export function isHere(way: DeskWay, path: string): boolean {
  if (way.path === '/verwaltung') return path === '/verwaltung';
  return path === way.path || path.startsWith(`${way.path}/`);
}
