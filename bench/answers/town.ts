import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { SearchDocument } from '../../src/answer-engine/index.ts';
import { readQuestions, type TownQuestion } from './hagenow.ts';

/** The pages of the Hagenow demo as the product offers them to the engine; packed by `training/train-town.ts`. */
export function townPages(): SearchDocument[] {
  const packed = readFileSync(new URL('./data/hagenow-pages.json.br', import.meta.url));
  return JSON.parse(brotliDecompressSync(packed).toString('utf8'));
}

/** The town's own questions, kept with the demo. */
export const townQuestions = (): TownQuestion[] =>
  readQuestions(new URL('../../demo/hagenow/questions.jsonl', import.meta.url));
