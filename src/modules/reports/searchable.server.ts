import type { SearchDocument, SearchLine } from '#answer-engine';
import type { TenantScope } from '#platform/scope.server';
import type { Category } from './model.ts';
import { listBodies, listCategories } from './queries/configuration.server.ts';

/** What can be reported, as the search and the assistant find it: each category leads to the form, already chosen. */
export async function* reportDocuments(tenant: TenantScope): AsyncGenerator<SearchDocument[]> {
  const categories = await listCategories(tenant);
  if (categories.length === 0) return;
  const bodies = new Map((await listBodies(tenant)).map(({ id, name }) => [id, name]));
  yield categories.map((one) => documentOf(tenant, one, (one.bodyId && bodies.get(one.bodyId)) || null));
}

function documentOf(tenant: TenantScope, category: Category, body: string | null): SearchDocument {
  const { id, key, name, description, groupName, keywords, dueDays, isExample } = category;
  const days = dueDays === 1 ? 'eines Arbeitstages' : `von ${dueDays} Arbeitstagen`;
  return {
    id: `report-category:${id}`,
    articleId: key,
    kind: 'report',
    title: `${name} melden`,
    url: `/melden?kategorie=${key}`,
    source: tenant.tenant.name,
    sourceUrl: null,
    date: null,
    level: 'town',
    levelName: null,
    audience: 'all',
    confidence: 'high',
    superseded: false,
    supersededBy: null,
    contactRole: body,
    topic: groupName || null,
    example: isExample,
    lines: [
      `${name} melden Sie hier mit Foto und Ort, ohne Anmeldung.`,
      description,
      keywords.length > 0 && `Dazu gehören: ${keywords.join(', ')}.`,
      body && `Zuständig ist: ${body}.`,
      `Erledigt sein soll es innerhalb ${days}.`,
    ].flatMap((text) => (text ? [lineOf(text, name)] : [])),
  };
}

function lineOf(text: string, heading: string): SearchLine {
  return { text, heading: [heading], form: 'sentence' };
}
