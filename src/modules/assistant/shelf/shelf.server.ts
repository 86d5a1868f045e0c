import { answer, buildIndex, search, updateIndex } from '#answer-engine';
import type { Answer, AnswerIndex, Question, SearchDocument, SearchHit, SearchOptions } from '#answer-engine';
import { printOf } from './print.server.ts';

/** Towns ready to be asked, by their id. Plain values in and out, so that a shelf can stand in a thread of its own. */
export interface Shelf {
  /** The pages brought from now on are the town's with the next `renew`. */
  begin(town: string): void;
  bring(town: string, documents: SearchDocument[]): void;
  /** Only what changed since the last time is analysed. */
  renew(town: string, synonyms: string[][]): void;
  forget(town: string): void;
  answer(town: string, question: Question): Answer;
  search(town: string, words: string, options?: SearchOptions): SearchHit[];
  /** Those of the named documents that are there. */
  documents(town: string, ids: readonly string[]): SearchDocument[];
  /** Documents of a kind, as many as are wanted at most, in the order of the town. */
  documentsOf(town: string, kind: string, most: number): SearchDocument[];
  all(town: string): SearchDocument[];
}

/** The town stands on this shelf no more: room was made, or the shelf is a new one. */
export class UnknownTown extends Error {
  override name = 'UnknownTown';
}

interface Town {
  index: AnswerIndex;
  documents: ReadonlyMap<string, SearchDocument>;
  prints: ReadonlyMap<string, string>;
}

// Above this share of changed documents building anew is faster than updating.
const REBUILD_SHARE = 0.2;

export function createShelf(): Shelf {
  const towns = new Map<string, Town>();
  const brought = new Map<string, Map<string, SearchDocument>>();

  function on<Kept>(shelf: ReadonlyMap<string, Kept>, town: string): Kept {
    const kept = shelf.get(town);
    if (kept === undefined) throw new UnknownTown(town);
    return kept;
  }

  return {
    begin: (town) => void brought.set(town, new Map()),
    bring(town, documents) {
      const pages = on(brought, town);
      for (const document of documents) pages.set(document.id, document);
    },
    renew(town, synonyms) {
      const documents = on(brought, town);
      brought.delete(town);
      towns.set(town, renewed(towns.get(town), documents, synonyms));
    },
    forget(town) {
      towns.delete(town);
      brought.delete(town);
    },
    answer: (town, question) => answer(on(towns, town).index, question),
    search: (town, words, options) => search(on(towns, town).index, words, options),
    documents(town, ids) {
      const { documents } = on(towns, town);
      return ids.flatMap((id) => documents.get(id) ?? []);
    },
    documentsOf: (town, kind, most) =>
      [...on(towns, town).documents.values()].filter((document) => document.kind === kind).slice(0, most),
    all: (town) => [...on(towns, town).documents.values()],
  };
}

function renewed(before: Town | undefined, byId: Map<string, SearchDocument>, synonyms: string[][]): Town {
  const documents = [...byId.values()];
  const prints = new Map(documents.map((document) => [document.id, printOf(document)]));
  const changed = before && changedIndex(before, documents, prints, synonyms);
  return { index: changed ?? buildIndex(documents, { synonyms }), documents: byId, prints };
}

/** Null when it is to be built anew. */
function changedIndex(
  before: Town,
  documents: SearchDocument[],
  prints: ReadonlyMap<string, string>,
  synonyms: string[][],
): AnswerIndex | null {
  if (JSON.stringify(before.index.synonyms) !== JSON.stringify(synonyms)) return null;
  const put = documents.filter(({ id }) => before.prints.get(id) !== prints.get(id));
  const remove = [...before.prints.keys()].filter((id) => !prints.has(id));
  if (put.length + remove.length > documents.length * REBUILD_SHARE) return null;
  return updateIndex(before.index, { put, remove });
}
