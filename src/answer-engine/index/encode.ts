import type { SearchDocument } from '../types.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { pagesOf, withStatistics, type AnswerIndex } from './index.ts';
import { makeSegment, type Segment, type Terms } from './segment.ts';

/** Raise when terms are made differently: an older pack must not meet a newer stemmer. */
export const format = 'Ortskern answer index 3';

/** Packs an index into bytes for storing or sending; compress them as you like. */
export function encodeIndex(index: AnswerIndex): Uint8Array {
  const single = index.segments.length === 1 && !index.segments[0]!.removed.size;
  const segment = single ? index.segments[0]! : makeSegment(pagesOf(index));
  const writer = new ByteWriter();
  writer.text(format);
  writer.text(JSON.stringify({ synonyms: index.synonyms, documents: segment.documents }));
  writeTerms(writer, segment.terms);
  writePostings(writer, segment);
  for (const length of segment.lengths) writer.number(length);
  return writer.done();
}

/** Unpacks an index; throws when the bytes are not one of this version. */
export function decodeIndex(bytes: Uint8Array): AnswerIndex {
  const reader = new ByteReader(bytes);
  if (reader.text() !== format) throw new Error('These bytes are no index of this version.');
  const { synonyms, documents } = JSON.parse(reader.text()) as {
    synonyms: string[][];
    documents: SearchDocument[];
  };
  const terms = readTerms(reader);
  const postings = readPostings(reader, terms.length);
  const lengths = new Uint16Array(documents.length * 3);
  for (let i = 0; i < lengths.length; i++) lengths[i] = reader.number();
  return withStatistics([{ documents, removed: new Set(), terms, lengths, ...postings }], synonyms);
}

// Terms are sorted, so each is written as what it shares with the one before plus its rest.
function writeTerms(writer: ByteWriter, terms: Terms): void {
  writer.number(terms.length);
  let before = '';
  for (const term of terms) {
    let shared = 0;
    while (shared < before.length && before[shared] === term[shared]) shared++;
    writer.number(shared);
    writer.text(term.slice(shared));
    before = term;
  }
}

function readTerms(reader: ByteReader): string[] {
  const terms: string[] = [];
  let before = '';
  for (let left = reader.number(); left > 0; left--) {
    const shared = reader.number();
    before = before.slice(0, shared) + reader.text();
    terms.push(before);
  }
  return terms;
}

function writePostings(writer: ByteWriter, segment: Segment): void {
  writer.number(segment.pages.length);
  for (let term = 0; term < segment.terms.length; term++) {
    const [from, to] = [segment.starts[term]!, segment.starts[term + 1]!];
    writer.number(to - from);
    for (let i = from, before = 0; i < to; before = segment.pages[i++]!) {
      writer.number(segment.pages[i]! - before);
      writer.number(segment.counts[i]!);
    }
  }
}

function readPostings(reader: ByteReader, terms: number): Pick<Segment, 'starts' | 'pages' | 'counts'> {
  const total = reader.number();
  const starts = new Uint32Array(terms + 1);
  const pages = new Uint32Array(total);
  const counts = new Uint16Array(total);
  let at = 0;
  for (let term = 0; term < terms; term++) {
    for (let left = reader.number(), page = 0; left > 0; left--, at++) {
      page += reader.number();
      pages[at] = page;
      counts[at] = reader.number();
    }
    starts[term + 1] = at;
  }
  return { starts, pages, counts };
}
