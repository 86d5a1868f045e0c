import { articleKind } from '#modules/knowledge.server';
import { createAssistant } from '#modules/assistant.server';
import { eachPublic, nextChangeAt, publishEntry, readEdition, saveEntry } from '#modules/publishing.server';
import type { TenantScope } from '#platform/scope.server';

async function* articles(tenant: TenantScope) {
  for await (const contents of eachPublic(tenant, articleKind))
    yield contents.map((content) => articleKind.toSearchDocument(content));
}

/** The assistant over a town's articles, once with the index in memory and once in the database. */
export function assistantsOfArticles() {
  const source = { searchables: [articles], readEdition, nextChangeAt };
  return {
    memory: createAssistant(source),
    database: createAssistant(source, { searchIndex: 'database' }),
  };
}

/** Publishes an article of the town and gives its id. */
export async function publishArticle(
  boss: TenantScope,
  draft: { title: string; body: string },
  details: { topic?: string } = {},
): Promise<string> {
  const saved = await saveEntry(boss, articleKind, {
    draft: { ...draft, sourceName: 'Stadt', sourceDate: '2026-01-01' },
    details,
  });
  if (!saved.ok) throw new Error('not saved');
  await publishEntry(boss, articleKind, saved.value.id);
  return saved.value.id;
}
