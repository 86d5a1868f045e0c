export { answer } from './answer/answer.ts';
export { extract, type Extract } from './answer/extract.ts';
export { search } from './answer/search.ts';
export { decodeIndex, encodeIndex } from './index/encode.ts';
export { buildIndex, updateIndex, type AnswerIndex, type IndexOptions } from './index/index.ts';
export { sentencesOf } from './text/sentences.ts';
export type * from './types.ts';
