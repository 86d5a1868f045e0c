// node bench/answers/training/train-data.ts <folder with train_de.json and dev_de.json>
// Packs the German train and dev splits of OMoS-QA: every page once, questions pointing at pages.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

interface Source {
  id: number;
  question: string;
  answers: number[];
  context: string;
  city: string;
  sourceLanguage: string | null;
  pageId: number;
}

const folder = process.argv[2];
if (!folder) throw new Error('Usage: node train-data.ts <folder with train_de.json and dev_de.json>');
const pages = new Map<string, { id: string; town: string; translated: boolean; lines: string[] }>();
const questions: unknown[] = [];
for (const split of ['train', 'dev'] as const) {
  for (const row of JSON.parse(readFileSync(join(folder, `${split}_de.json`), 'utf8')) as Source[]) {
    const key = `${row.city}\n${row.context}`;
    if (!pages.has(key)) {
      const taken = [...pages.values()].some((page) => page.id === `${row.city}:${row.pageId}`);
      pages.set(key, {
        id: `${row.city}:${row.pageId}${taken ? 'b' : ''}`,
        town: row.city,
        translated: row.sourceLanguage !== null,
        lines: row.context.split('\n'),
      });
    }
    questions.push({
      id: row.id,
      split,
      page: pages.get(key)!.id,
      question: row.question,
      answers: row.answers,
    });
  }
}
const bytes = Buffer.from(JSON.stringify({ pages: [...pages.values()], questions }));
const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
writeFileSync(new URL('../data/omos-qa-de.json.br', import.meta.url), packed);
console.log(`${pages.size} pages, ${questions.length} questions, ${packed.length} bytes`);
