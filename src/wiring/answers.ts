import { createInterface } from 'node:readline';
import {
  answer,
  buildIndex,
  extract,
  plainDocument,
  search,
  type AnswerIndex,
  type SearchDocument,
} from '#answer-engine';

const usage = `Measures the answer engine alone, without a database.

  npm run -s answers -- --stdin

Reads one JSON object per line and writes one answer per line; lines not starting with { are ignored.
  {"op":"info"}
  {"op":"index","corpus":"c","docs":[{"id":"a","title":"…","lines":["…"]}]}
  {"op":"search","corpus":"c","question":"…","k":10}
  {"op":"extract","question":"…","doc":{"id":"a","title":"…","lines":["…"]}}
  {"op":"ask","corpus":"c","question":"…"}
`;

interface PlainPage {
  id: string;
  title: string;
  lines: string[];
}

interface Request {
  op: string;
  corpus?: string;
  question?: string;
  k?: number;
  docs?: PlainPage[];
  doc?: PlainPage;
}

const indexes = new Map<string, AnswerIndex>();
let largest: AnswerIndex | undefined;

const operations: Record<string, (request: Request) => object> = {
  info: () => ({ name: 'ortskern', ops: ['index', 'search', 'extract', 'ask'] }),
  index: ({ corpus = '', docs = [] }) => {
    const index = buildIndex(docs.map(documentOf));
    indexes.set(corpus, index);
    if (!largest || index.pageCount > largest.pageCount) largest = index;
    return { ok: true };
  },
  search: ({ corpus, question = '', k = 10 }) => ({
    hits: search(indexOf(corpus), question, { limit: k }).map((hit) => ({
      id: hit.documentId,
      score: hit.score,
    })),
  }),
  // The largest corpus seen tells best which words are rare.
  extract: ({ question = '', doc }) => extract(question, doc ?? { title: '', lines: [] }, largest),
  ask: ({ corpus, question = '' }) => {
    const { outcome, confidence, citations } = answer(indexOf(corpus), { text: question });
    return {
      abstain: outcome !== 'answered',
      answerable: confidence,
      citations: citations.map(({ documentId, sentenceIndex }) => ({ doc: documentId, line: sentenceIndex })),
    };
  },
};

function indexOf(corpus = ''): AnswerIndex {
  const index = indexes.get(corpus);
  if (!index) throw new Error(`No corpus "${corpus}" was given.`);
  return index;
}

function documentOf(page: PlainPage): SearchDocument {
  return plainDocument(page);
}

function respond(line: string): string {
  let seq: unknown;
  try {
    const request = JSON.parse(line) as Request & { seq?: unknown };
    seq = request.seq;
    const operation = operations[request.op];
    return JSON.stringify({ seq, ...(operation ? operation(request) : { error: 'unsupported' }) });
  } catch (error) {
    return JSON.stringify({ seq, error: String(error) });
  }
}

if (process.argv.includes('--stdin')) {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.startsWith('{')) process.stdout.write(`${respond(line)}\n`);
  }
} else {
  process.stdout.write(usage);
}
