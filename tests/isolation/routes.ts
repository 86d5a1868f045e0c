import { writeCursor } from '#modules/publishing.server';
import { collections } from '#wiring/collections.server';
import { kinds } from '#wiring/kinds.server';
import { STATES } from './two-towns.ts';
import type { SeededTown } from './two-towns.ts';

/** Addresses of a route with everything a town has to name: its slugs, ids, words, marks of lists and secrets. */
type Addresses = (of: SeededTown) => string[];

const only =
  (...paths: string[]): Addresses =>
  () =>
    paths;

const slugs = (of: SeededTown, kind: string) => STATES.map((state) => of.entries[kind]![state].slug);
const ids = (of: SeededTown, kind: string) => STATES.map((state) => of.entries[kind]![state].id);
const area = (of: SeededTown) => encodeURIComponent(`${of.mark.at(-1)}-Dorf`);
const cursor = (of: SeededTown, kind: string) =>
  writeCursor('2099-01-01 00:00:00+00', of.entries[kind]!.published.id);

const entries =
  (path: string, kind: string, end = ''): Addresses =>
  (of) =>
    [...slugs(of, kind), ...ids(of, kind).slice(0, 1)].map((slug) => `${path}/${slug}${end}`);

const list =
  (path: string, kind: string, ...queries: string[]): Addresses =>
  (of) => [path, `${path}?ab=${cursor(of, kind)}`, ...queries.map((query) => `${path}?${query}`)];

const question =
  (path: string, name: string): Addresses =>
  (of) => [
    path,
    `${path}?${name}=${encodeURIComponent(`Wann öffnet das ${of.word}?`)}`,
    `${path}?${name}=source`,
  ];

/** The editor of every kind of content, for an entry in every state. */
const editor =
  (end = ''): Addresses =>
  (of) =>
    KINDS.flatMap(([path, kind]) => ids(of, kind).map((id) => `/verwaltung/inhalte/${path}/${id}${end}`));

const KINDS = kinds.map((kind) => [kind.path, kind.kind] as const);

const COLLECTIONS = Object.entries(collections).map(([name, { kind }]) => [name, kind.kind] as const);

/** Every route of the app. The house has a test that fails for a route that is missing here. */
export const routes: Readonly<Record<string, Addresses>> = {
  '/': only('/'),
  '/abfall': (of) => ['/abfall', '/abfall?adresse=street', `/abfall?adresse=${of.areaKey}`],
  '/abfall/[area]': (of) => [`/abfall/${of.areaKey}`],
  '/abfall/[area]/[year]': (of) => [`/abfall/${of.areaKey}/2026`, `/abfall/${of.areaKey}/2027`],
  '/abfall/[area]/[year]/[month]': (of) => [`/abfall/${of.areaKey}/2026/12`, `/abfall/${of.areaKey}/2027/01`],
  '/abfall/[area].ics': (of) => [`/abfall/${of.areaKey}.ics`, `/abfall/${of.areaKey}.ics?tonne=paper`],
  '/anfrage/[token]': (of) => [`/anfrage/${of.inquiry.token}`],
  '/anmeldung/[token]': (of) => [`/anmeldung/${of.attendance.signUpToken}`],
  '/anmeldung/[token]/termin.ics': (of) => [`/anmeldung/${of.attendance.signUpToken}/termin.ics`],
  '/merken/[token]': (of) => [`/merken/${of.attendance.followToken}`],
  '/merken/[token]/abmelden': (of) => [`/merken/${of.attendance.followToken}/abmelden`],
  '/anfrage/geloescht': only('/anfrage/geloescht'),
  '/aktuelles': list('/aktuelles', 'news', 'thema=kultur'),
  '/aktuelles/[slug]': (of) => [
    ...entries('/aktuelles', 'news')(of),
    // At home the rewritten one shows its last text, elsewhere nothing.
    `/aktuelles/${of.tenant.slug === 'alphadorf' ? 'umgeschrieben' : 'umgeschrieben-2'}`,
  ],
  '/barrierefreiheit': only('/barrierefreiheit'),
  '/bekanntmachungen': list('/bekanntmachungen', 'notice', 'art=satzung'),
  '/bekanntmachungen/[slug]': entries('/bekanntmachungen', 'notice'),
  '/datenschutz': only('/datenschutz'),
  '/fragen': question('/fragen', 'frage'),
  '/fragen/antwort': question('/fragen/antwort', 'frage'),
  '/fragen/bewerten': question('/fragen/bewerten', 'frage'),
  '/fragen/so-entstehen-antworten': only('/fragen/so-entstehen-antworten'),
  '/fragen/weitergeben': (of) => [`/fragen/weitergeben?frage=${of.word}&fuer=business`],
  '/impressum': only('/impressum'),
  '/kontakt': only('/kontakt'),
  '/melden': (of) => ['/melden', `/melden?kategorie=${of.reports.categoryKey}&art=wunsch`],
  '/melden/foto/[id]': (of) => [`/melden/foto/${of.reports.upload.id}?formular=${of.reports.upload.key}`],
  '/melden/schein': only('/melden/schein'),
  '/melden/strassen': only('/melden/strassen?q=street', '/melden/strassen'),
  '/melden/wartet': only('/melden/wartet'),
  '/meldung/[token]': (of) => [of.reports.shown, of.reports.waiting].map(({ link }) => `/meldung/${link}`),
  '/meldung/[token]/foto/[id]': (of) =>
    [of.reports.shown, of.reports.waiting].map(({ link, photoId }) => `/meldung/${link}/foto/${photoId}`),
  '/meldung/abbestellen/[token]': (of) => [`/meldung/abbestellen/${of.reports.shown.link}`],
  '/meldung/bestaetigen/[token]': (of) => [`/meldung/bestaetigen/${of.reports.shown.link}`],
  '/meldung/geloescht': only('/meldung/geloescht'),
  '/meldungen': (of) => [
    '/meldungen',
    `/meldungen?kategorie=${of.reports.categoryKey}&art=schaden&stand=offen`,
    `/meldungen?ortsteil=${area(of)}&suche=report`,
    `/meldungen?ab=${writeCursor('2099-01-01 00:00:00+00', of.reports.shown.id)}&karte=53.4,11.1,14`,
  ],
  '/meldungen/[number]': (of) =>
    [of.reports.shown, of.reports.waiting].flatMap(({ id, number }) => [
      `/meldungen/${number}`,
      `/meldungen/${id}`,
    ]),
  '/meldungen/foto/[id]': (of) =>
    [of.reports.shown, of.reports.waiting].flatMap(({ photoId }) => [
      `/meldungen/foto/${photoId}`,
      `/meldungen/foto/${photoId}?breite=400`,
    ]),
  '/offline': only('/offline'),
  '/offene-daten': only('/offene-daten'),
  '/orte': list(
    '/orte',
    'place',
    'art=kultur',
    'suche=place',
    'offen=ja',
    'barrierefrei=step-free',
    'nah=Viez',
  ),
  '/orte/touren': list('/orte/touren', 'tour'),
  '/orte/touren/[slug]': entries('/orte/touren', 'tour'),
  '/orte/touren/[slug].gpx': entries('/orte/touren', 'tour', '.gpx'),
  '/orte/touren/[slug].geojson': entries('/orte/touren', 'tour', '.geojson'),
  '/touren/[slug]': entries('/touren', 'tour'),
  '/orte/bestaetigen/[token]': (of) => [`/orte/bestaetigen/${of.owner.token}`],
  '/orte/[slug]': entries('/orte', 'place'),
  '/meldungen/bild/[id]': (of) =>
    [of.reports.shown, of.reports.waiting].flatMap(({ photoId }) => [
      `/meldungen/bild/${photoId}`,
      `/meldungen/bild/${photoId}?breite=400`,
    ]),
  '/quellen': only('/quellen'),
  '/schutzrechte': (of) => ['/schutzrechte', `/schutzrechte?q=${of.word}`, '/schutzrechte?klasse=B60&ab=20'],
  '/schutzrechte/[slug]': entries('/schutzrechte', 'patent'),
  '/suche': question('/suche', 'q'),
  '/veranstaltungen': list(
    '/veranstaltungen',
    'event',
    'zeit=monat',
    'tag=2026-12-04',
    'art=markt',
    'ansicht=monat',
    'von=2026-11-01&ort=venue',
  ),
  '/veranstaltungen/[slug]': entries('/veranstaltungen', 'event'),
  '/veranstaltungen/[slug]/anmelden': entries('/veranstaltungen', 'event', '/anmelden'),
  '/veranstaltungen/[slug]/merken': entries('/veranstaltungen', 'event', '/merken'),
  '/veranstaltungen/vorschlagen': only('/veranstaltungen/vorschlagen'),
  '/veranstaltungen/vorschlagen/[token]': (of) => [
    `/veranstaltungen/vorschlagen/${of.suggestions.token}`,
    `/veranstaltungen/vorschlagen/${of.suggestions.previewToken}?aendern`,
  ],
  '/veranstaltungen/vorschlagen/[token]/bild': (of) => [
    `/veranstaltungen/vorschlagen/${of.suggestions.previewToken}/bild`,
  ],
  '/veranstalter': only('/veranstalter'),
  '/veranstalter/[token]': (of) => [`/veranstalter/${of.suggestions.organiserToken}`],
  '/veranstalter/[token]/[id]/anmeldungen': (of) => [
    `/veranstalter/${of.suggestions.organiserToken}/${of.suggestions.eventId}/anmeldungen`,
    `/veranstalter/${of.suggestions.organiserToken}/${of.entries.event!.published.id}/anmeldungen`,
  ],
  '/veranstalter/[token]/anmeldungen/[date]/tabelle.csv': (of) => [
    `/veranstalter/${of.suggestions.organiserToken}/anmeldungen/${of.attendance.dateId}/tabelle.csv`,
  ],
  '/veranstalter/[token]/[id]': (of) => [
    `/veranstalter/${of.suggestions.organiserToken}/neu`,
    `/veranstalter/${of.suggestions.organiserToken}/${of.suggestions.eventId}`,
  ],
  '/widget': question('/widget', 'frage'),
  '/widget/antwort': question('/widget/antwort', 'frage'),
  '/widget.js': only('/widget.js'),
  '/wirtschaft': only('/wirtschaft'),
  '/wirtschaft/fragen': question('/wirtschaft/fragen', 'frage'),
  '/wirtschaft/fragen/antwort': question('/wirtschaft/fragen/antwort', 'frage'),
  '/wissen': list('/wissen', 'article', 'thema=Bauen', 'ab=40'),
  '/wissen/[slug]': entries('/wissen', 'article'),

  '/.well-known/security.txt': only('/.well-known/security.txt'),
  '/aktuelles.rss': only('/aktuelles.rss'),
  '/bekanntmachungen.rss': only('/bekanntmachungen.rss'),
  '/veranstaltungen.ics': only('/veranstaltungen.ics', '/veranstaltungen.ics?art=markt'),
  '/veranstaltungen/[slug].ics': entries('/veranstaltungen', 'event', '.ics'),
  '/karte.json': only('/karte.json'),
  '/dcat.[format]': only('/dcat.jsonld', '/dcat.ttl', '/dcat.rdf'),
  '/meldungen.csv': only('/meldungen.csv', '/meldungen.csv?stand=offen'),
  '/meldungen.geojson': only('/meldungen.geojson'),
  '/meldungen.rss': only('/meldungen.rss', '/meldungen.rss?kategorie=laterne'),
  '/reparaturzeiten.csv': only('/reparaturzeiten.csv'),
  '/orte.geojson': only('/orte.geojson', '/orte.geojson?art=kultur'),
  '/orte/[slug].vcf': entries('/orte', 'place', '.vcf'),
  '/robots.txt': only('/robots.txt'),
  '/sitemap.xml': only('/sitemap.xml'),
  '/medien/[id]': (of) =>
    Object.values(of.media).flatMap((id) => [`/medien/${id}`, `/medien/${id}?breite=400`]),

  '/api/health/live': only('/api/health/live'),
  '/api/health/ready': only('/api/health/ready'),
  '/api/mcp': only('/api/mcp'),
  '/api/open311/v2/discovery.[format]': only(
    '/api/open311/v2/discovery.json',
    '/api/open311/v2/discovery.xml?jurisdiction_id=betadorf',
  ),
  '/api/open311/v2/services.[format]': only('/api/open311/v2/services.json', '/api/open311/v2/services.xml'),
  '/api/open311/v2/services/[code].[format]': (of) =>
    ['json', 'xml'].map((format) => `/api/open311/v2/services/${of.reports.categoryKey}.${format}`),
  '/api/open311/v2/requests.[format]': (of) => [
    '/api/open311/v2/requests.json?extensions=true',
    '/api/open311/v2/requests.xml?start_date=2000-01-01&page_size=1000',
    `/api/open311/v2/requests.json?service_request_id=${of.reports.shown.number},${of.reports.waiting.number}`,
    '/api/open311/v2/requests.json?lat=53.5&long=11.5&radius=100000',
  ],
  '/api/open311/v2/requests/[id].[format]': (of) =>
    [of.reports.shown, of.reports.waiting].map(
      ({ number }) => `/api/open311/v2/requests/${number}.json?extensions=true`,
    ),
  '/api/open311/v2/tokens/[id].[format]': (of) =>
    [of.reports.shown, of.reports.waiting].map(({ number }) => `/api/open311/v2/tokens/${number}.xml`),
  '/api/open311/v2/servicerequestupdates.[format]': (of) => [
    '/api/open311/v2/servicerequestupdates.json?start_date=2000-01-01',
    `/api/open311/v2/servicerequestupdates.xml?service_request_id=${of.reports.waiting.number}`,
  ],
  '/api/v1/reports': (of) => [
    '/api/v1/reports?limit=100',
    `/api/v1/reports?category=${of.reports.categoryKey}&q=${of.word}&from=2000-01-01&to=2099-01-01`,
    `/api/v1/reports?cursor=${writeCursor('2099-01-01 00:00:00+00', of.reports.shown.id)}`,
  ],
  '/api/v1/reports/[number]': (of) =>
    [of.reports.shown, of.reports.waiting].map(({ number }) => `/api/v1/reports/${number}`),
  '/api/v1/repair-times': only('/api/v1/repair-times'),
  '/api/v1/[collection]': (of) =>
    COLLECTIONS.flatMap(([name, kind]) => [
      `/api/v1/${name}`,
      `/api/v1/${name}?limit=100&area=${area(of)}&audience=business`,
      `/api/v1/${name}?cursor=${cursor(of, kind)}`,
      `/api/v1/${name}?from=2000-01-01&to=2099-01-01&q=${of.word}`,
    ]),
  '/api/v1/[collection]/[slug]': (of) =>
    COLLECTIONS.flatMap(([name, kind]) => slugs(of, kind).map((slug) => `/api/v1/${name}/${slug}`)),
  '/api/v1/answer': only('/api/v1/answer'),
  '/api/v1/openapi.json': only('/api/v1/openapi.json'),
  '/api/v1/search': (of) => [
    `/api/v1/search?q=${of.word}&limit=100`,
    '/api/v1/search?q=source&limit=100',
    '/api/v1/search?q=source&kind=article',
  ],
  '/api/v1/waste': only('/api/v1/waste'),
  '/api/v1/waste/[area]': (of) => [
    `/api/v1/waste/${of.areaKey}`,
    `/api/v1/waste/${of.areaKey}?from=2000-01-01`,
  ],
  '/api/v1/town': only('/api/v1/town'),

  '/verwaltung': only('/verwaltung'),
  '/verwaltung/abmelden': only('/verwaltung/abmelden'),
  '/verwaltung/anfragen': only('/verwaltung/anfragen', '/verwaltung/anfragen?liste=open'),
  '/verwaltung/anfragen/[id]': (of) => [`/verwaltung/anfragen/${of.inquiry.id}`],
  '/verwaltung/anmeldungen': only('/verwaltung/anmeldungen'),
  '/verwaltung/anmeldungen/[id]': (of) => ids(of, 'event').map((id) => `/verwaltung/anmeldungen/${id}`),
  '/verwaltung/anmeldungen/liste/[id]': (of) => [`/verwaltung/anmeldungen/liste/${of.attendance.dateId}`],
  '/verwaltung/anmeldungen/liste/[id]/tabelle.csv': (of) => [
    `/verwaltung/anmeldungen/liste/${of.attendance.dateId}/tabelle.csv`,
  ],
  '/verwaltung/anmelden': only('/verwaltung/anmelden', '/verwaltung/anmelden?weiter=%2F%2Fevil.example'),
  '/verwaltung/anmelden/code': only('/verwaltung/anmelden/code'),
  '/verwaltung/einladung/[token]': (of) => [`/verwaltung/einladung/${of.invitation.token}`],
  '/verwaltung/entwurf': (of) => [`/verwaltung/entwurf?formular=news/${of.entries.news!.draft.id}`],
  '/verwaltung/gemeinde': only('/verwaltung/gemeinde'),
  '/verwaltung/inhalte': (of) => [
    '/verwaltung/inhalte',
    '/verwaltung/inhalte?art=aktuelles&zustand=draft',
    `/verwaltung/inhalte?ab=${cursor(of, 'news')}`,
    `/verwaltung/inhalte?q=${of.word}`,
    '/verwaltung/inhalte?meine=ja',
  ],
  '/verwaltung/inhalte/[art]': only(...KINDS.map(([path]) => `/verwaltung/inhalte/${path}`)),
  '/verwaltung/inhalte/[art]/[id]': editor(),
  '/verwaltung/inhalte/[art]/[id]/bilder': editor('/bilder'),
  '/verwaltung/inhalte/[art]/[id]/freigabe': editor('/freigabe'),
  '/verwaltung/inhalte/[art]/[id]/sprachen': editor('/sprachen'),
  '/verwaltung/inhalte/veranstaltungen/doppelt': only('/verwaltung/inhalte/veranstaltungen/doppelt'),
  '/verwaltung/inhalte/veranstaltungen/[id]/termine': (of) =>
    ids(of, 'event').map((id) => `/verwaltung/inhalte/veranstaltungen/${id}/termine`),
  '/verwaltung/inhalte/[art]/[id]/verlauf': editor('/verlauf'),
  '/verwaltung/inhalte/[art]/neu': (of) =>
    KINDS.map(([path]) => `/verwaltung/inhalte/${path}/neu?titel=${of.word}`),
  '/verwaltung/assistent': (of) => ['/verwaltung/assistent', `/verwaltung/assistent?gruppe=${of.synonymsId}`],
  '/verwaltung/assistent/so-gefragt': only('/verwaltung/assistent/so-gefragt'),
  '/verwaltung/assistent/so-gefragt/[seite]': (of) => [
    `/verwaltung/assistent/so-gefragt/article:${of.entries.article!.published.id}`,
  ],
  '/verwaltung/assistent/so-gefragt/liste.txt': only('/verwaltung/assistent/so-gefragt/liste.txt'),
  '/verwaltung/assistent/woerter.txt': only('/verwaltung/assistent/woerter.txt'),
  '/verwaltung/luecken': only('/verwaltung/luecken'),
  '/verwaltung/abfall': only('/verwaltung/abfall'),
  '/verwaltung/medien/[id]': (of) => Object.values(of.media).map((id) => `/verwaltung/medien/${id}`),
  '/verwaltung/inhaber': only('/verwaltung/inhaber'),
  '/verwaltung/mehr': only('/verwaltung/mehr'),
  '/verwaltung/meldungen': (of) => [
    '/verwaltung/meldungen',
    ...['neu', 'offen', 'meine', 'ueberfaellig', 'auswaerts', 'wartend', 'erledigt', 'ausgeblendet'].map(
      (list) => `/verwaltung/meldungen?liste=${list}`,
    ),
    `/verwaltung/meldungen?liste=offen&q=report&kategorie=${of.reports.categoryKey}&ab=0`,
  ],
  '/verwaltung/meldungen/[id]': (of) =>
    [of.reports.shown, of.reports.waiting].map(({ id }) => `/verwaltung/meldungen/${id}`),
  '/verwaltung/meldungen/[id]/foto/[photo]': (of) =>
    [of.reports.shown, of.reports.waiting].map(
      ({ id, photoId }) => `/verwaltung/meldungen/${id}/foto/${photoId}`,
    ),
  '/verwaltung/meldungen/bild/[id]': (of) =>
    [of.reports.shown, of.reports.waiting].flatMap(({ photoId }) => [
      `/verwaltung/meldungen/bild/${photoId}`,
      `/verwaltung/meldungen/bild/${photoId}?original`,
    ]),
  '/verwaltung/meldungen/neu': only('/verwaltung/meldungen/neu'),
  '/verwaltung/meldungen/einstellungen': only('/verwaltung/meldungen/einstellungen'),
  '/verwaltung/meldungen/einstellungen/kategorie/[id]': (of) => [
    '/verwaltung/meldungen/einstellungen/kategorie/neu',
    `/verwaltung/meldungen/einstellungen/kategorie/${of.reports.categoryId}`,
  ],
  '/verwaltung/meldungen/einstellungen/stelle/[id]': (of) => [
    '/verwaltung/meldungen/einstellungen/stelle/neu',
    `/verwaltung/meldungen/einstellungen/stelle/${of.reports.bodyId}`,
  ],
  '/verwaltung/meldungen/einstellungen/vorlage/[id]': only('/verwaltung/meldungen/einstellungen/vorlage/neu'),
  '/weitergabe/[link]': (of) => [`/weitergabe/${of.reports.referralLink}`],
  '/verwaltung/open311': only('/verwaltung/open311', '/verwaltung/open311?erledigt=gelesen'),
  '/verwaltung/passwort': only('/verwaltung/passwort'),
  '/verwaltung/passwort/[token]': (of) => [`/verwaltung/passwort/${of.resetToken}`],
  '/verwaltung/personen': only('/verwaltung/personen'),
  '/verwaltung/personen/rollen': only('/verwaltung/personen/rollen'),
  '/verwaltung/personen/rollen/[key]': only('/verwaltung/personen/rollen/editor'),
  '/verwaltung/personen/[id]': (of) => [`/verwaltung/personen/${of.person.userId}`],
  '/verwaltung/profil': only('/verwaltung/profil'),
  '/verwaltung/profil/zweiter-faktor': only('/verwaltung/profil/zweiter-faktor'),
  '/verwaltung/protokoll': only('/verwaltung/protokoll'),
  '/verwaltung/quellen': only('/verwaltung/quellen'),
  '/verwaltung/quellen/[id]': (of) => [`/verwaltung/quellen/${of.sourceId}`],
  '/verwaltung/quellen/neu': only('/verwaltung/quellen/neu'),
  '/verwaltung/schreiben': only('/verwaltung/schreiben'),
  '/verwaltung/veranstalter': only('/verwaltung/veranstalter'),
  '/verwaltung/vorschlaege': only('/verwaltung/vorschlaege'),
  '/verwaltung/vorschlaege/[id]': (of) => [`/verwaltung/vorschlaege/${of.suggestions.id}`],
  '/verwaltung/vorschau': only('/verwaltung/vorschau'),
};

export function isDesk(id: string): boolean {
  return id === '/verwaltung' || id.startsWith('/verwaltung/');
}

/** Pages of the desk that strangers may see: its door. */
export const AT_THE_DOOR = [
  '/verwaltung/abmelden',
  '/verwaltung/anmelden',
  '/verwaltung/anmelden/code',
  '/verwaltung/einladung/[token]',
  '/verwaltung/passwort',
  '/verwaltung/passwort/[token]',
];
