import type { SearchDocument } from '#answer-engine';
import { refuse } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import type { Ground } from '../ground.server.ts';
import { importAsked, saveAsked, teachGap } from './commands.server.ts';
import { askedAsText } from './lists.ts';
import type { Asked, AskedPage } from './lists.ts';
import { readAllAsked } from './queries.server.ts';

/** How people ask, page by page, on the pages as they are public now. */
export function createAskedPages(ground: Ground) {
  async function allOf(tenant: TenantScope): Promise<SearchDocument[]> {
    const { pages } = await ground.enter(tenant);
    const documents: SearchDocument[] = [];
    for await (const some of pages.all(tenant)) documents.push(...some);
    return documents;
  }

  async function pageOf(tenant: TenantScope, id: string): Promise<SearchDocument | undefined> {
    const { pages } = await ground.enter(tenant);
    return (await pages.documents(tenant, [id])).get(id);
  }

  return {
    /** Every page that has something to tell, with the number of ways people ask for it. */
    async list(tenant: TenantScope): Promise<AskedPage[]> {
      if (!tenant.may('assistant.manage')) return [];
      const [documents, asked] = [await allOf(tenant), await readAllAsked(tenant)];
      return documents
        .filter(({ lines }) => lines.length > 0)
        .map((page) => askedPageOf(page, asked.get(page.id)));
    },
    /** A page with how people ask for it; null when it is not public, or not for the asker. */
    async find(tenant: TenantScope, id: string) {
      const page = tenant.may('assistant.manage') ? await pageOf(tenant, id) : undefined;
      if (!page) return null;
      const asked: Asked[] = (await readAllAsked(tenant)).get(id) ?? [];
      const text = askedAsText(asked);
      return { ...askedPageOf(page, asked), text, lines: page.lines.map((line) => line.text) };
    },
    /** All ways of asking as text, in the form that `take` reads. */
    async asText(tenant: TenantScope): Promise<string> {
      if (!tenant.may('assistant.manage')) return '';
      const asked = await readAllAsked(tenant);
      return (await allOf(tenant))
        .filter(({ id }) => asked.has(id))
        .map(({ id, url }) => `[${url}]\n${askedAsText(asked.get(id)!)}`)
        .join('\n');
    },
    /** Writes down how people ask for a page, in place of what was there. */
    async save(tenant: TenantScope, id: string, text: string) {
      const page = await pageOf(tenant, id);
      return page ? saveAsked(tenant, page, text) : refuse('unknown');
    },
    /** Takes the lists of many pages over, or nothing. */
    take: async (tenant: TenantScope, text: string) => importAsked(tenant, await allOf(tenant), text),
    /** A gap that a page does answer: the page learns the question, and the gap closes. */
    async teach(tenant: TenantScope, gapId: string, id: string) {
      const page = await pageOf(tenant, id);
      return page ? teachGap(tenant, gapId, page) : refuse('unknown');
    },
  };
}

export type AskedPages = ReturnType<typeof createAskedPages>;

const askedPageOf = ({ id, title, url, kind }: SearchDocument, asked: readonly Asked[] = []): AskedPage => ({
  documentId: id,
  title,
  url,
  kind,
  ways: asked.length,
});
