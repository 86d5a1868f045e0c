export { answer } from './answer/answer.ts';
export { closestPages, indexOfPages, readByCorpus } from './answer/corpus.ts';
export { extract, type Extract } from './answer/extract.ts';
export { search } from './answer/search.ts';
export { decodeIndex, encodeIndex, format as indexFormat } from './index/encode.ts';
export { buildIndex, updateIndex, type AnswerIndex, type Corpus, type IndexOptions } from './index/index.ts';
export { makeSegment, type Postings } from './index/segment.ts';
export { sentencesOf } from './text/sentences.ts';
export type * from './types.ts';
