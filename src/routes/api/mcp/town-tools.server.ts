import type { RequestEvent } from '@sveltejs/kit';
import type { TownAnswer } from '#modules/assistant';
import { plainText } from '#platform/formats';
import { splitLocale } from '#platform/i18n';
import type { TenantScope } from '#platform/scope.server';
import { collections, findInCollection } from '#wiring/collections.server';
import { findRecords } from '#wiring/kinds.server';
import { assistant } from '#wiring/modules.server';
import type { TownTools } from './tools.ts';

/** The tools of the town whose host was asked; nothing in their input can name another. */
export function townTools({ locals, url }: RequestEvent): TownTools {
  const { tenant, town } = locals;
  const whole = (address: string) => new URL(address, url.origin).href;
  return {
    town: town.name,
    ask: async (question) => citedAnswer(await assistant.ask(tenant, question), whole),
    async search({ query, limit }) {
      const { hits } = await assistant.search(tenant, { q: query, limit });
      return {
        hits: hits.map((hit) => ({
          title: hit.title,
          source: hit.source,
          sourceUrl: null,
          asOf: hit.date,
          url: whole(hit.url),
          kind: hit.kind,
          snippet: hit.snippet,
        })),
      };
    },
    async article(address) {
      const path = readPath(address, url.origin);
      if (path === null) return null;
      const page = (await readEntry(tenant, path)) ?? (await readRecords(tenant, path));
      return page && { ...page, url: whole(page.url) };
    },
  };
}

async function readEntry(tenant: TenantScope, address: string) {
  const [, path, slug = ''] = address.split('/');
  const collection = Object.values(collections).find(({ kind }) => kind.path === path);
  const found = collection && slug && (await findInCollection(tenant, collection, slug));
  if (!found) return null;
  return {
    title: found.title,
    source: found.sourceName,
    sourceUrl: found.sourceUrl,
    asOf: found.sourceDate,
    url: address,
    kind: found.kind,
    text: plainText(found.body) || found.summary,
    licence: found.licence,
  };
}

async function readRecords(tenant: TenantScope, address: string) {
  const found = await findRecords(tenant, address);
  if (!found) return null;
  const { title, source, sourceUrl, date: asOf, url, kind, lines } = found;
  return {
    title,
    source,
    sourceUrl,
    asOf,
    url,
    kind,
    text: lines.map((line) => line.text).join('\n'),
    licence: null,
  };
}

function citedAnswer(given: TownAnswer, whole: (address: string) => string): object {
  const { outcome, sentences, citations, contact, closest, notice, clarify } = given;
  return {
    outcome: outcome === 'answered' ? 'answered' : 'declined',
    sentences,
    citations: citations.map(({ n, title, source, sourceUrl, date, url, level, levelName }) => ({
      n,
      title,
      source,
      sourceUrl,
      asOf: date,
      url: whole(url),
      level,
      levelName,
    })),
    contact,
    closest: closest.map((page) => ({ title: page.title, url: whole(page.url) })),
    notice,
    clarify: clarify?.options.map(({ question }) => question) ?? [],
  };
}

/** `https://town/wissen/hundesteuer#satz-2` and `/en/wissen/hundesteuer` are the same page; other hosts are none of ours. */
function readPath(address: string, origin: string): string | null {
  if (!URL.canParse(address, origin)) return null;
  const url = new URL(address, origin);
  const { path } = splitLocale(url.pathname);
  // Slugs are plain letters and digits; whatever is written otherwise is no page of ours.
  const isPage =
    url.origin === origin && /^(\/[\w-]+){1,2}$/.test(path) && /^(\?kategorie=[\w-]+)?$/.test(url.search);
  return isPage ? path + url.search : null;
}
