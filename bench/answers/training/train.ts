// node bench/answers/training/train.ts
// Learns from OMoS-QA (train and dev) which lines of a page answer a question, and from it, the town's own questions and
// the open half of the encyclopaedic paragraphs which page comes first, and writes the weights of the engine. Deterministic: the same data give the same files.
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { pageFeatureNames } from '../../../src/answer-engine/answer/page-features.ts';
import { readOmos } from '../omos.ts';
import {
  foldOf,
  learnEdges,
  learnLines,
  learnPageOrder,
  lineExamples,
  openParagraphs,
  pageExamples,
  townExamples,
} from './examples.ts';

const folds = 5;
const source = 'learned from OMoS-QA (CC BY 4.0) by `bench/answers/training/train.ts`.';
const lines = lineExamples();
const forest = learnLines(lines);
await write(
  'lines',
  `import type { Forest } from '../trees.ts';

/** How likely a line belongs to the answer; ${source} */
export const lineForest: Forest = JSON.parse('${JSON.stringify(forest)}');`,
);
const { starts, ends } = learnEdges(lines);
await write(
  'edges',
  `import type { Forest } from '../trees.ts';

/** How likely an answer starts at a line; ${source} */
export const startForest: Forest = JSON.parse('${JSON.stringify(starts)}');

/** How likely an answer ends at a line; ${source} */
export const endForest: Forest = JSON.parse('${JSON.stringify(ends)}');`,
);

const fold = foldOf(readOmos().pages, folds);
const forests = Array.from({ length: folds }, (_, k) =>
  learnLines(lines.filter((one) => fold.get(one.page.id) !== k)),
);
const weights = learnPageOrder(
  pageExamples((page) => forests[fold.get(page)!]!),
  [...townExamples(forest), ...openParagraphs(forest)],
);
await write(
  'pages',
  `/** Weights that put candidate pages in order, one per feature of \`page-features.ts\`; learned from OMoS-QA (CC BY 4.0), the town's own questions and encyclopaedic paragraphs by \`bench/answers/training/train.ts\`. */
export const pageWeights: readonly number[] = [
${weights.map((weight, j) => `  ${weight}, // ${pageFeatureNames[j]}`).join('\n')}
];`,
);

async function write(file: string, code: string): Promise<void> {
  const target = new URL(`../../../src/answer-engine/answer/weights/${file}.ts`, import.meta.url);
  const text = await format(code, { ...(await resolveConfig(target)), parser: 'typescript' });
  writeFileSync(target, text);
  console.log(file, text.length, 'bytes');
}
