import type { Forest } from '../trees.ts';
import { confidenceWeights } from './confidence.ts';
import { endForest, startForest } from './edges.ts';
import { lineForest } from './lines.ts';
import { pageWeights } from './pages.ts';

/** Everything the engine has learned. The bench hands in weights that never saw the question it asks. */
export interface Learned {
  readonly lines: Forest;
  readonly starts: Forest;
  readonly ends: Forest;
  readonly pages: readonly number[];
  readonly confidence: readonly number[];
}

export const learned: Learned = {
  lines: lineForest,
  starts: startForest,
  ends: endForest,
  pages: pageWeights,
  confidence: confidenceWeights,
};
