import { assistant } from '#wiring/modules.server';
import type { RequestHandler } from './$types';
import { openData, problem } from '../respond';

export const GET: RequestHandler = async ({ url, locals }) => {
  const q = url.searchParams.get('q')?.trim() ?? '';
  if (!q) return problem(400, 'Suchwort fehlt', 'Geben Sie mit „q“ an, wonach gesucht wird.');
  const limit = Math.min(Math.max(Number(url.searchParams.get('limit')) || 20, 1), 100);
  const { hits } = await assistant.search(locals.tenant, { q, kind: url.searchParams.get('kind'), limit });
  return openData({ q, hits: hits.map((hit) => ({ ...hit, url: new URL(hit.url, url.origin).href })) });
};
