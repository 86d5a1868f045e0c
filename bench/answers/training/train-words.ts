// node bench/answers/training/train-words.ts
// Counts in how many municipal pages of OMoS-QA each word stands; the engine leans on it for words a small town rarely says.
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { indexedTerms } from '../../../src/answer-engine/text/words.ts';
import { readOmos } from '../omos.ts';

const rarest = 4;
const { pages } = readOmos();
const counts = new Map<string, number>();
for (const page of pages) {
  for (const term of new Set(indexedTerms(page.lines.join('\n'))))
    counts.set(term, (counts.get(term) ?? 0) + 1);
}
const kept = [...counts]
  .filter(([term, count]) => count >= rarest && /^\p{L}{3,}$/u.test(term))
  .sort((a, b) => (a[0] < b[0] ? -1 : 1));
const byCount = new Map<number, string[]>();
for (const [term, count] of kept) byCount.set(count, [...(byCount.get(count) ?? []), term]);
const lines = [...byCount].sort((a, b) => b[0] - a[0]).map(([count, terms]) => `${count} ${terms.join(' ')}`);
const target = new URL('../../../src/answer-engine/text/background.ts', import.meta.url);
const code = `/** In how many of ${pages.length} municipal pages a word stands; counted by \`bench/answers/training/train-words.ts\` from OMoS-QA (CC BY 4.0). */
export const backgroundPages = ${pages.length};

const counted = \`
${lines.join('\n')}
\`;

export const backgroundFrequency: ReadonlyMap<string, number> = new Map(
  counted.split('\\n').filter(Boolean).flatMap((line) => {
    const [count, ...terms] = line.split(' ');
    return terms.map((term): [string, number] => [term, Number(count)]);
  }),
);
`;
writeFileSync(target, await format(code, { ...(await resolveConfig(target)), parser: 'typescript' }));
console.log(kept.length, 'words', code.length, 'bytes');
