import type { Query } from '../index/query.ts';
import type { CloseReading } from './reading.ts';

/** How likely the best page answers the question, 0 to 1. */
export function confidenceOf(query: Query, pages: readonly CloseReading[]): number {
  const [main] = pages;
  if (!main || !query.units.length) return 0;
  const covers = (main.pageCovers + main.windowCovers) / 2;
  const likely = Math.max(0, ...main.likely);
  const fits = main.fits ? 0 : -2.2;
  return 1 / (1 + Math.exp(-(8 * (covers - 0.5) + 1.5 * (likely - 0.4) + fits)));
}
