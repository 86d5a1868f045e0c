import { done } from '#platform/outcome';
import { readVectors, silent } from './embedder.ts';
import type { Embedder, EmbeddingOutcome, EmbeddingRefusal } from './embedder.ts';

/** An OpenAI-compatible server of embeddings (vLLM, Ollama, text-embeddings-inference, a gateway). */
export interface EmbeddingEndpoint {
  url: string;
  name: string;
  key: string | null;
}

/** Asks the server by the AI SDK; loaded when the first text needs it. */
export function createEndpointEmbedder({ url, name, key }: EmbeddingEndpoint): Embedder {
  return {
    model: name,
    async embed(texts, signal): Promise<EmbeddingOutcome> {
      const { embedMany } = await import('ai');
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      const server = createOpenAICompatible({
        name: 'town-embeddings',
        baseURL: url,
        ...(key ? { apiKey: key } : {}),
      });
      try {
        const { embeddings, usage } = await embedMany({
          model: server.embeddingModel(name),
          values: [...texts],
          abortSignal: signal,
          maxRetries: 0,
        });
        const vectors = readVectors(embeddings, texts.length);
        const tokens = Number.isFinite(usage.tokens) ? usage.tokens : 0;
        return vectors ? { ...done(vectors), tokens } : silent('not-understood', tokens);
      } catch (error) {
        return silent(await reasonOf(error, signal));
      }
    },
  };
}

async function reasonOf(error: unknown, signal: AbortSignal): Promise<EmbeddingRefusal> {
  const { APICallError } = await import('ai');
  if (signal.aborted) return 'too-slow';
  if (!APICallError.isInstance(error)) return 'not-understood';
  if (error.statusCode === 429) return 'busy';
  // A server that answers 200 with something else than vectors is not down.
  return error.statusCode === 200 ? 'not-understood' : 'unavailable';
}
