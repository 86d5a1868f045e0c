import { assistant } from '#wiring/modules.server';
import { requirePermission } from '../../../../desk.server.ts';
import type { RequestHandler } from './$types';

/** How people ask, page by page, as text: to keep, to edit elsewhere, to take back. */
export const GET: RequestHandler = async (event) => {
  requirePermission(event, 'assistant.manage');
  const { tenant, town } = event.locals;
  return new Response(await assistant.asked.asText(tenant), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="so-gefragt-${town.slug}.txt"`,
      'cache-control': 'no-store',
    },
  });
};
