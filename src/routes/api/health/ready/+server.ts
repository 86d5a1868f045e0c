import { json } from '@sveltejs/kit';
import { rooms } from '#wiring/modules.server';
import type { RequestHandler } from './$types';

const PATIENCE_MS = 2_000;

/** Whether requests can be served: the database answers. */
export const GET: RequestHandler = async () => {
  const ready = await Promise.race([
    rooms()
      .database.pool.query('select 1')
      .then(
        () => true,
        () => false,
      ),
    new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false)),
  ]);
  return ready
    ? json({ status: 'ready' })
    : json({ status: 'unavailable' }, { status: 503, headers: { 'retry-after': '5' } });
};
