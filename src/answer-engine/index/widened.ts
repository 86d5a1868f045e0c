import { generalLexicon, type Lexicon } from '../text/lexicon.ts';
import type { AnswerIndex, Corpus } from './index.ts';

const indexes = new WeakMap<AnswerIndex, AnswerIndex>();
const corpora = new WeakMap<Corpus, Corpus>();

/**
 * The same index for searching: words also find what general German says for them (gründen – Gründer, sterben – Tod).
 * A list of pages may guess so freely; whether a page answers is judged by the town's own words.
 */
export function widened(index: AnswerIndex): AnswerIndex {
  const known = indexes.get(index);
  if (known) return known;
  const corpus = index.corpus && widenedCorpus(index.corpus);
  const ownLexicon = corpus?.ownLexicon ?? joined(index.ownLexicon);
  const made = corpus ? { ...index, ownLexicon, corpus } : { ...index, ownLexicon };
  indexes.set(index, made);
  return made;
}

// A corpus of its own, for what is remembered of a corpus depends on its lexicon; made once, as the corpus is.
function widenedCorpus(corpus: Corpus): Corpus {
  const made = corpora.get(corpus) ?? { ...corpus, ownLexicon: joined(corpus.ownLexicon) };
  corpora.set(corpus, made);
  return made;
}

function joined(own: Lexicon | undefined): Lexicon {
  if (!own?.size) return generalLexicon;
  const all = new Map(generalLexicon);
  for (const [phrase, ways] of own) all.set(phrase, [...ways, ...(generalLexicon.get(phrase) ?? [])]);
  return all;
}
