import { refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';

export type EmbeddingRefusal = 'unavailable' | 'too-slow' | 'busy' | 'not-understood';

/** Tokens are counted even when the vectors are of no use: they are paid for. */
export type EmbeddingOutcome = Outcome<number[][], EmbeddingRefusal> & { tokens: number };

/** Puts texts into a space where what means alike lies close. The assistant works without one. */
export interface Embedder {
  /** Vectors of different models are never compared. */
  model: string;
  /** @returns one vector of length one for each text, all with as many numbers. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<EmbeddingOutcome>;
}

/** No person meets this refusal: words decide instead. */
export function silent(reason: EmbeddingRefusal, tokens = 0): EmbeddingOutcome {
  return { ...refuse(reason), tokens };
}

/** Vectors of length one, or null when they are no vectors: other in number or in kind, of no length, not finite. */
export function readVectors(given: unknown, count: number): number[][] | null {
  if (!Array.isArray(given) || given.length !== count) return null;
  const vectors: number[][] = [];
  for (const one of given as unknown[]) {
    if (!Array.isArray(one) || one.length === 0 || one.length !== (given[0] as unknown[]).length) return null;
    if (!one.every((number) => typeof number === 'number' && Number.isFinite(number))) return null;
    const length = Math.hypot(...(one as number[]));
    if (!(length > 0) || !Number.isFinite(length)) return null;
    vectors.push((one as number[]).map((number) => number / length));
  }
  return vectors;
}
