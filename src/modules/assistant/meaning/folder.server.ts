import { basename, dirname } from 'node:path';
import { done } from '#platform/outcome';
import { readVectors, silent } from './embedder.ts';
import type { Embedder, EmbeddingOutcome } from './embedder.ts';

interface Tensor {
  tolist(): unknown;
}
type Pipeline = (texts: string[], options: { pooling: 'mean'; normalize: boolean }) => Promise<Tensor>;

/** The part of `@huggingface/transformers` used here; the package is the operator's to install. */
export interface Transformers {
  env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string };
  pipeline(task: 'feature-extraction', model: string): Promise<Pipeline>;
}

// By name at run time, for neither the build nor an installation without embeddings knows the package.
const PACKAGE = '@huggingface/transformers';
const loadTransformers = (): Promise<Transformers> =>
  import(/* @vite-ignore */ PACKAGE) as Promise<Transformers>;

/** A model in a folder of this machine, in ONNX; no text leaves it. Loaded when the first text needs it. */
export function createFolderEmbedder(folder: string, load = loadTransformers): Embedder {
  let pipeline: Promise<Pipeline> | null = null;
  return {
    model: basename(folder),
    async embed(texts, signal): Promise<EmbeddingOutcome> {
      try {
        pipeline ??= open(folder, load);
        const tensor = await (await pipeline)([...texts], { pooling: 'mean', normalize: true });
        if (signal.aborted) return silent('too-slow');
        const vectors = readVectors(tensor.tolist(), texts.length);
        return vectors ? { ...done(vectors), tokens: 0 } : silent('not-understood');
      } catch {
        pipeline = null;
        return silent('unavailable');
      }
    },
  };
}

async function open(folder: string, load: () => Promise<Transformers>): Promise<Pipeline> {
  const { env, pipeline } = await load();
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(folder);
  return pipeline('feature-extraction', basename(folder));
}
