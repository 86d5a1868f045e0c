import { rooms } from '#wiring/modules.server';
import type { RequestHandler } from './$types';

/** A ticket for a report that was written without network and is on its way now. */
export const GET: RequestHandler = ({ locals: { tenant } }) =>
  Response.json(
    { ticket: rooms().reports.issueTicket(tenant).ticket },
    { headers: { 'cache-control': 'no-store' } },
  );
