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
  yield areas.map((area) => documentOf(area, served.get(area.id) ?? []));
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
