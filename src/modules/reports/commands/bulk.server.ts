import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { DeskRefusal } from './changing.server.ts';

/** As many as one page of the list shows. */
const AT_ONCE = 50;

/**
 * The same thing for several reports, each in a transaction of its own: what cannot be done for one does not undo the
 * others. @returns how many were done and how many not.
 */
export async function forEachReport(
  ids: readonly string[],
  work: (id: string) => Promise<Outcome<unknown, DeskRefusal>>,
): Promise<Outcome<{ done: number; refused: number }, 'invalid'>> {
  const chosen = [...new Set(ids)].slice(0, AT_ONCE);
  if (chosen.length === 0) return refuse('invalid', { fields: { meldung: 'reports.fault.choose-reports' } });
  let refused = 0;
  for (const id of chosen) if (!(await work(id)).ok) refused++;
  return done({ done: chosen.length - refused, refused });
}
