import type { RequestEvent } from '@sveltejs/kit';
import type { TownAnswer } from '#modules/assistant';
import { plainText } from '#platform/formats';
import { splitLocale } from '#platform/i18n';
import { collections, findInCollection } from '#wiring/collections.server';
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
      const place = readAddress(address, url.origin);
      const collection = Object.values(collections).find(({ kind }) => kind.path === place?.path);
      const found = collection && (await findInCollection(tenant, collection, place!.slug));
      if (!found) return null;
      return {
        title: found.title,
        source: found.sourceName,
        sourceUrl: found.sourceUrl,
        asOf: found.sourceDate,
        url: whole(`/${collection.kind.path}/${found.slug}`),
        kind: found.kind,
        text: plainText(found.body) || found.summary,
        licence: found.licence,
      };
    },
  };
}

function citedAnswer(given: TownAnswer, whole: (address: string) => string): object {
  const { outcome, sentences, citations, contact, closest, notice } = given;
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
  };
}

/** `https://town/wissen/hundesteuer#satz-2` and `/en/wissen/hundesteuer` are the same page; other hosts are none of ours. */
function readAddress(address: string, origin: string): { path: string; slug: string } | null {
  if (!URL.canParse(address, origin)) return null;
  const url = new URL(address, origin);
  const parts = splitLocale(url.pathname).path.split('/').slice(1);
  // Slugs are plain letters and digits; whatever is written otherwise is no page of ours.
  const isPage = url.origin === origin && parts.length === 2 && parts.every((part) => /^[\w-]+$/.test(part));
  return isPage ? { path: parts[0]!, slug: parts[1]! } : null;
}
