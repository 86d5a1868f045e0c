import type { SearchDocument, SearchLine } from '#answer-engine';
import { listDocumentOf } from '#modules/publishing';
import type { TenantScope } from '#platform/scope.server';
import type { Category, PublicReport } from './model.ts';
import { titleOf } from './presenting.ts';
import { listBodies, listCategories } from './queries/configuration.server.ts';
import { listPublicReports } from './queries/public.server.ts';

/** The page of all public reports, so that it can be cited. */
export const PUBLIC_LIST = 'meldungen';

/** Who asks whether something is reported means what is new; older reports stay on their list. */
const FOUND_AT_MOST = 500;

/**
 * What can be reported and what is, as the search and the assistant find it: each category leads to the form, already
 * chosen; public reports lead to their page. Nothing of who reported.
 */
export async function* reportDocuments(tenant: TenantScope): AsyncGenerator<SearchDocument[]> {
  const categories = await listCategories(tenant);
  if (categories.length === 0) return;
  const bodies = new Map((await listBodies(tenant)).map(({ id, name }) => [id, name]));
  yield categories.map((one) => howTo(tenant, one, (one.bodyId && bodies.get(one.bodyId)) || null));
  const { items } = await listPublicReports(tenant, { limit: FOUND_AT_MOST });
  const changed = items.map(({ updatedAt }) => updatedAt.getTime());
  const list = listDocumentOf({
    kind: 'report',
    key: PUBLIC_LIST,
    title: `Meldungen in ${tenant.tenant.name}`,
    path: 'meldungen',
    source: tenant.tenant.name,
    updatedAt: changed.length > 0 ? new Date(Math.max(...changed)) : tenant.now(),
  });
  yield [list, ...items.map((report) => documentOf(tenant, report))];
}

function howTo(tenant: TenantScope, category: Category, body: string | null): SearchDocument {
  const { id, key, name, description, groupName, keywords, dueDays, isExample } = category;
  const days = dueDays === 1 ? 'eines Arbeitstages' : `von ${dueDays} Arbeitstagen`;
  return {
    ...shared(tenant),
    id: `report:${id}`,
    articleId: key,
    title: `${name} melden`,
    url: `/melden?kategorie=${key}`,
    date: null,
    confidence: 'high',
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

function documentOf(tenant: TenantScope, report: PublicReport): SearchDocument {
  const title = titleOf(report, 'de');
  return {
    ...shared(tenant),
    id: `report:${report.id}`,
    articleId: String(report.number),
    title: `Meldung Nr. ${report.number}: ${title}`,
    url: `/meldungen/${report.number}`,
    date: report.updatedAt.toISOString().slice(0, 10),
    confidence: 'medium',
    contactRole: null,
    topic: report.category.groupName || null,
    example: report.isExample,
    lines: [lineOf(report.text, title)],
  };
}

function shared(tenant: TenantScope) {
  return {
    kind: 'report',
    source: tenant.tenant.name,
    sourceUrl: null,
    level: 'town' as const,
    levelName: null,
    audience: 'all' as const,
    superseded: false,
    supersededBy: null,
  };
}

function lineOf(text: string, heading: string): SearchLine {
  return { text, heading: [heading], form: 'sentence' };
}
