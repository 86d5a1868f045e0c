import { groupsAsText } from '#modules/assistant';
import { listSynonyms } from '#modules/assistant.server';
import { requirePermission } from '../../../desk.server.ts';
import type { RequestHandler } from './$types';

/** The town's list of words as text: to keep, to edit elsewhere, to take to another town. */
export const GET: RequestHandler = async (event) => {
  requirePermission(event, 'assistant.manage');
  const { tenant, town } = event.locals;
  return new Response(groupsAsText((await listSynonyms(tenant)).reverse()), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="woerter-${town.slug}.txt"`,
      'cache-control': 'no-store',
    },
  });
};
