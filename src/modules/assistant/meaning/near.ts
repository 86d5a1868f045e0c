import type { Answer, SearchDocument, SearchHit } from '#answer-engine';
import type { AskingAudience } from '../model.ts';
import { fuseByRank } from './fuse.ts';
import type { Near } from './fuse.ts';

const CLOSEST_SHOWN = 4;

/** A refusal that names pages close in words or meaning: "diese Stellen könnten helfen". */
export function withClosest(
  given: Answer,
  near: readonly Near[],
  documents: ReadonlyMap<string, SearchDocument>,
): Answer {
  const known = new Map(given.closest.map((page) => [page.documentId, page]));
  const shown = near.filter(({ documentId }) => documents.has(documentId));
  const ids = fuseByRank(
    given.closest.map(({ documentId }) => documentId),
    shown.map(({ documentId }) => documentId),
  );
  const closest = ids.slice(0, CLOSEST_SHOWN).map((documentId) => {
    const { articleId, title, url, kind } = documents.get(documentId) ?? known.get(documentId)!;
    const score = known.get(documentId)?.score ?? 0;
    return { documentId, articleId, title, url, kind, score };
  });
  return { ...given, outcome: shown.length > 0 ? 'possible' : given.outcome, closest };
}

/** Hits by words and pages by meaning in one list; a wish for a kind or an audience holds for both. */
export function withNear(
  hits: readonly SearchHit[],
  near: readonly Near[],
  documents: ReadonlyMap<string, SearchDocument>,
  wish: { kind?: string | null; audience?: AskingAudience | null; limit?: number },
): SearchHit[] {
  if (near.length === 0) return [...hits];
  const known = new Map(hits.map((hit) => [hit.documentId, hit]));
  const fitting = near.filter(({ documentId }) => {
    const document = documents.get(documentId);
    if (!document || (wish.kind && document.kind !== wish.kind)) return false;
    return !wish.audience || document.audience === 'all' || document.audience === wish.audience;
  });
  const ids = fuseByRank(
    hits.map(({ documentId }) => documentId),
    fitting.map(({ documentId }) => documentId),
  );
  return ids.slice(0, wish.limit ?? ids.length).map((id) => known.get(id) ?? hitOf(documents.get(id)!));
}

function hitOf({ id, articleId, kind, title, url }: SearchDocument): SearchHit {
  return { documentId: id, articleId, kind, title, url, score: 0, sentenceIndex: -1 };
}
