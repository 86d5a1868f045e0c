import type { Forest } from '../trees.ts';
export const startForest: Forest = { start: 0, trees: [] };
export const endForest: Forest = { start: 0, trees: [] };
