import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { plainDocument } from '../../src/answer-engine/index.ts';
import type { SearchDocument } from '../../src/answer-engine/index.ts';

export interface OmosPage {
  id: string;
  town: string;
  translated: boolean;
  lines: string[];
}

export interface OmosQuestion {
  id: number;
  split: 'train' | 'dev';
  page: string;
  question: string;
  answers: number[];
}

/** OMoS-QA, German train and dev splits (CC BY 4.0, see README). */
export function readOmos(): { pages: OmosPage[]; questions: OmosQuestion[] } {
  const packed = readFileSync(new URL('./data/omos-qa-de.json.br', import.meta.url));
  return JSON.parse(brotliDecompressSync(packed).toString('utf8'));
}

/** A page as the engine reads it; line numbers stay those of the annotation. */
export function omosDocument(page: { id: string; title?: string; lines: string[] }): SearchDocument {
  return plainDocument({ id: page.id, title: page.title ?? page.lines[0] ?? '', lines: page.lines });
}
