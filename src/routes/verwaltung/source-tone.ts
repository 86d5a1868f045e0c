import type { SourceState } from '#modules/exchange';

/** How urgent the state of a source looks. */
export const SOURCE_TONE: Record<SourceState, 'neutral' | 'success' | 'warning' | 'danger'> = {
  off: 'neutral',
  'never-run': 'neutral',
  ok: 'success',
  faulty: 'danger',
  held: 'warning',
  quiet: 'warning',
};
