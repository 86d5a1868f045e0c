// node bench/answers/training/train.ts
// Learns which lines of a page answer a question from OMoS-QA (train and dev) and writes the weights of the engine.
import { writeFileSync } from 'node:fs';
import { lineExamples } from './examples.ts';
import { boost, type BoostOptions } from './boost.ts';
import type { Forest } from '../../../src/answer-engine/answer/trees.ts';

export const lineOptions: BoostOptions = {
  trees: 140,
  depth: 4,
  rate: 0.08,
  leaf: 20,
  lambda: 2,
  rows: 0.7,
  columns: 0.5,
  seed: 7,
};

const examples = lineExamples();
const rows = examples.flatMap((example) => example.features);
const labels = examples.flatMap((example) => example.features.map((_, i) => Number(example.gold.has(i))));
const weights = examples.flatMap((example) => example.features.map(() => (example.gold.size ? 1 : 0.5)));
write(
  'lines',
  'lineForest',
  'How likely a line belongs to the answer',
  boost(rows, labels, weights, lineOptions),
);

function write(file: string, name: string, meaning: string, forest: Forest): void {
  const text = `import type { Forest } from '../trees.ts';

/** ${meaning}; learned from OMoS-QA (CC BY 4.0) by \`bench/answers/training/train.ts\`. */
export const ${name}: Forest = JSON.parse(
  '${JSON.stringify(forest)}',
);
`;
  writeFileSync(new URL(`../../../src/answer-engine/answer/weights/${file}.ts`, import.meta.url), text);
  console.log(file, forest.trees.length, 'trees', text.length, 'bytes');
}
