// Usual for reciprocal rank fusion: the first places count, but no single list decides.
const DAMPING = 60;

/** Joins ranked lists by rank alone, for their scores have no common measure; what stands in both goes first. */
export function fuseByRank(...lists: readonly (readonly string[])[]): string[] {
  const scores = new Map<string, number>();
  for (const list of lists)
    [...new Set(list)].forEach((id, rank) =>
      scores.set(id, (scores.get(id) ?? 0) + 1 / (DAMPING + rank + 1)),
    );
  return [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id);
}

export interface Near {
  documentId: string;
  /** Cosine of the angle between question and page, at most 1. */
  likeness: number;
}

/** The nearest of some vectors, all of length one; those of another length in numbers are passed over. */
export function nearestOf(
  vectors: ReadonlyMap<string, Float32Array>,
  asked: readonly number[],
  most: number,
): Near[] {
  const near: Near[] = [];
  for (const [documentId, vector] of vectors) {
    if (vector.length !== asked.length) continue;
    let likeness = 0;
    for (let i = 0; i < vector.length; i++) likeness += vector[i]! * asked[i]!;
    near.push({ documentId, likeness });
  }
  return near
    .sort((a, b) => b.likeness - a.likeness || (a.documentId < b.documentId ? -1 : 1))
    .slice(0, most);
}
