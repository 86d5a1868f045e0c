import { factLine } from '#modules/publishing';
import type { SearchDocument, SearchLine } from '#answer-engine';
import type { TenantScope } from '#platform/scope.server';
import type { CollectionArea } from './model.ts';
import { listAreas, listServed } from './queries.server.ts';

/** Collection areas as the search finds them: by street and village. Dates are answered from the plan itself. */
export async function* wasteDocuments(tenant: TenantScope): AsyncGenerator<SearchDocument[]> {
  const areas = await listAreas(tenant);
  if (areas.length === 0) return;
  const served = await listServed(tenant);
  yield [startPage(areas), ...areas.map((area) => documentOf(area, served.get(area.id) ?? []))];
}

/** The page that asks for the street, so that an answer without one can lead there. */
export const START_PAGE = 'abfall';

function startPage(areas: readonly CollectionArea[]): SearchDocument {
  const title = 'Abfuhrtermine: Straße oder Ortsteil wählen';
  return {
    ...documentOf(areas[0]!, []),
    id: `waste:${START_PAGE}`,
    articleId: START_PAGE,
    title,
    url: '/abfall',
    example: areas.every((area) => area.isExample),
    lines: [factLine(`Abfuhrbezirke: ${areas.map((area) => area.name).join(', ')}.`, title)],
  };
}

function documentOf(area: CollectionArea, addresses: readonly string[]): SearchDocument {
  const lines: SearchLine[] =
    addresses.length > 0
      ? [factLine(`Zum Abfuhrbezirk ${area.name} gehören: ${addresses.join(', ')}.`, area.name)]
      : [];
  return {
    id: `waste:${area.id}`,
    articleId: area.key,
    kind: 'waste',
    title: `Abfuhrtermine ${area.name}`,
    url: `/abfall/${area.key}`,
    source: area.sourceName,
    sourceUrl: area.sourceUrl,
    date: area.updatedAt.toISOString().slice(0, 10),
    level: 'town',
    levelName: null,
    audience: 'all',
    confidence: 'high',
    superseded: false,
    supersededBy: null,
    contactRole: null,
    topic: 'abfall',
    example: area.isExample,
    lines,
  };
}
