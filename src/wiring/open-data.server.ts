import { listAttributions } from '#modules/publishing.server';
import { listPublicReports } from '#modules/reports.server';
import type { Town } from '#modules/tenancy';
import { listAreas } from '#modules/waste.server';
import { civilDate, openLicenceOf } from '#platform/formats';
import type { OpenLicence } from '#platform/formats';
import type { Catalogue, CatalogueDataset, CatalogueDistribution } from '#platform/formats.server';
import type { Translator } from '#platform/i18n';
import type { TenantScope } from '#platform/scope.server';
import { isSwitchedOff } from './switches.ts';

export interface OpenDataWish {
  tenant: TenantScope;
  town: Town;
  origin: string;
  t: Translator;
}

/** What the town gives to everybody as data, for the page that tells people and the catalogues that machines read. */
export async function openDataOf(wish: OpenDataWish): Promise<Catalogue> {
  const { town, origin, t } = wish;
  const datasets = [...(await reportSets(wish)), ...(await contentSets(wish)), ...(await wasteSets(wish))];
  const contact = contactOf(town);
  const modified = datasets.map((one) => one.modified).filter((one) => one !== null);
  return {
    iri: `${origin}/offene-daten#katalog`,
    title: t('site.data.catalogue', { town: town.name }),
    description: t('site.data.catalogue.text', { town: town.name }),
    homepage: `${origin}/offene-daten`,
    publisher: { iri: `${origin}/impressum#stadt`, name: town.name, homepage: `${origin}/` },
    contact: { name: contact?.role ?? town.name, email: contact?.email || null, url: `${origin}/kontakt` },
    ags: town.ags,
    placeName: town.name,
    modified: modified.reduce((newest, one) => (one > newest ? one : newest), new Date(0)),
    datasets: datasets.filter(({ page }) => !isSwitchedOff(new URL(page).pathname, town)),
  };
}

function contactOf({ settings: { contacts, defaultContactRole } }: Town) {
  return contacts.find(({ role }) => role === defaultContactRole) ?? contacts[0];
}

type SetParts = Pick<CatalogueDataset, 'themes' | 'frequency'> & {
  name: string;
  page: string;
  files: readonly File[];
  licence: OpenLicence;
  attribution?: string;
  modified?: Date | null;
  covers?: CatalogueDataset['covers'];
};
interface File {
  path: string;
  format: string;
  title?: string;
}

const MEDIA_TYPES: Record<string, string> = {
  CSV: 'text/csv',
  JSON: 'application/json',
  GEOJSON: 'application/geo+json',
  RSS: 'application/rss+xml',
  ICS: 'text/calendar',
  XML: 'text/xml',
};

function datasetOf({ town, origin, t }: OpenDataWish, parts: SetParts): CatalogueDataset {
  const key = `site.data.set.${parts.name}`;
  return {
    iri: `${origin}/offene-daten#${parts.name}`,
    title: t(key, { town: town.name }),
    description: t(`${key}.text`, { town: town.name }),
    page: `${origin}${parts.page}`,
    keywords: t(`${key}.keywords`).split(', '),
    themes: parts.themes,
    frequency: parts.frequency,
    modified: parts.modified ?? null,
    covers: parts.covers ?? null,
    distributions: parts.files.map(({ path, format, title }): CatalogueDistribution => ({
      iri: `${origin}${path}#datei`,
      title: title ?? t(`site.data.format.${format}`),
      url: `${origin}${path}`,
      format,
      mediaType: MEDIA_TYPES[format]!,
      licence: parts.licence,
      attribution: parts.attribution ?? town.name,
    })),
  };
}

/** Reports and how long they took; the standard's own list is one more way to the same reports. */
async function reportSets(wish: OpenDataWish): Promise<CatalogueDataset[]> {
  const { items } = await listPublicReports(wish.tenant, { order: 'updated', limit: 1 });
  const common = {
    page: '/meldungen',
    licence: wish.town.settings.openDataLicence,
    modified: items[0]?.updatedAt ?? null,
  };
  return [
    datasetOf(wish, {
      ...common,
      name: 'reports',
      themes: ['GOVE', 'TRAN'],
      frequency: 'CONT',
      files: [
        { path: '/meldungen.csv', format: 'CSV' },
        { path: '/api/v1/reports', format: 'JSON' },
        { path: '/meldungen.geojson', format: 'GEOJSON' },
        { path: '/meldungen.rss', format: 'RSS' },
        { path: '/api/open311/v2/requests.xml', format: 'XML', title: wish.t('site.data.format.open311') },
      ],
    }),
    datasetOf(wish, {
      ...common,
      name: 'repair-times',
      themes: ['GOVE'],
      frequency: 'DAILY',
      files: [
        { path: '/reparaturzeiten.csv', format: 'CSV' },
        { path: '/api/v1/repair-times', format: 'JSON' },
      ],
    }),
  ];
}

const CONTENT_SETS = [
  {
    name: 'events',
    kind: 'event',
    page: '/veranstaltungen',
    themes: ['EDUC'],
    file: ['/veranstaltungen.ics', 'ICS'],
  },
  {
    name: 'places',
    kind: 'place',
    page: '/orte',
    themes: ['REGI', 'GOVE'],
    file: ['/orte.geojson', 'GEOJSON'],
  },
  { name: 'news', kind: 'news', page: '/aktuelles', themes: ['GOVE'], file: ['/aktuelles.rss', 'RSS'] },
  {
    name: 'notices',
    kind: 'notice',
    page: '/bekanntmachungen',
    themes: ['GOVE', 'JUST'],
    file: ['/bekanntmachungen.rss', 'RSS'],
  },
  { name: 'articles', kind: 'article', page: '/wissen', themes: ['GOVE'], file: null },
] as const;

async function contentSets(wish: OpenDataWish): Promise<CatalogueDataset[]> {
  const sets: CatalogueDataset[] = [];
  for (const { name, kind, page, themes, file } of CONTENT_SETS) {
    const attributions = await listAttributions(wish.tenant, kind);
    if (attributions.length === 0) continue;
    sets.push(
      datasetOf(wish, {
        name,
        page,
        themes: [...themes],
        frequency: 'CONT',
        ...licenceOf(wish, attributions),
        files: [
          { path: `/api/v1/${name}`, format: 'JSON' },
          ...(file ? [{ path: file[0], format: file[1] }] : []),
        ],
      }),
    );
  }
  return sets;
}

/** A file holds entries of many sources: where all agree their licence is the file's, else each entry names its own. */
function licenceOf(
  { town, t }: Pick<OpenDataWish, 'town' | 't'>,
  attributions: readonly { licence: string | null; attribution: string | null; sourceName: string }[],
): { licence: OpenLicence; attribution: string } {
  const licences = new Set(
    attributions.map(({ licence }) => (licence ? openLicenceOf(licence) : town.settings.openDataLicence)),
  );
  const [only] = licences;
  if (licences.size > 1 || only === 'other-open')
    return { licence: 'other-open', attribution: t('site.data.licence.each') };
  const names = new Set(attributions.map((one) => one.attribution ?? one.sourceName));
  return { licence: only!, attribution: [...names].slice(0, 10).join('; ') };
}

async function wasteSets(wish: OpenDataWish): Promise<CatalogueDataset[]> {
  const areas = await listAreas(wish.tenant);
  if (areas.length === 0) return [];
  const from = areas.map(({ coveredFrom }) => coveredFrom).sort()[0]!;
  const to = areas
    .map(({ coveredUntil }) => coveredUntil)
    .sort()
    .at(-1)!;
  const newest = areas.map(({ updatedAt }) => updatedAt).sort((a, b) => b.getTime() - a.getTime())[0]!;
  const sources = areas.map(({ sourceName, licence }) => ({ sourceName, licence, attribution: null }));
  const thisYear = civilDate(wish.tenant.now()).slice(0, 4);
  const year = [from.slice(0, 4), thisYear, to.slice(0, 4)].sort()[1]!;
  return [
    datasetOf(wish, {
      name: 'waste',
      page: '/abfall',
      themes: ['ENVI'],
      frequency: 'ANNUAL',
      modified: newest,
      covers: { from, to },
      ...licenceOf(wish, sources),
      files: areas.flatMap(({ key, name }) => [
        {
          path: `/api/v1/waste/${key}?year=${year}&format=csv`,
          format: 'CSV',
          title: `${name} ${year}, CSV`,
        },
        { path: `/abfall/${key}.ics`, format: 'ICS', title: `${name}, iCalendar` },
      ]),
    }),
  ];
}
