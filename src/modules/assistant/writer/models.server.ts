import type { LanguageModel } from 'ai';
import * as v from 'valibot';
import { done, refuse } from '#platform/outcome';
import { instructionsFor, promptFor } from './prompt.ts';
import type { Writer, Writing, WritingOutcome, WritingRefusal, WritingRequest } from './writer.ts';

/** Which model an operator chose; none is the rule. */
export interface ModelChoice {
  provider: 'openai-compatible' | 'vertex';
  /** Base address of the OpenAI-compatible server; with Vertex only where its own is not wanted. */
  url: string | null;
  name: string;
  key: string | null;
  /** Of Google Cloud. */
  project: string | null;
  location: string;
}

const LONGEST_ANSWER_TOKENS = 400;
const PAUSE_WHEN_BUSY_MS = 250;

const writing = v.object({
  ids: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(20)),
  wording: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(2000))), null),
  veto: v.optional(v.boolean(), false),
});

/** The same as JSON Schema, for servers that bind the model to it. */
const WRITING_SCHEMA = {
  type: 'object' as const,
  properties: {
    ids: { type: 'array' as const, items: { type: 'integer' as const } },
    wording: { type: ['string', 'null'] as ('string' | 'null')[] },
    veto: { type: 'boolean' as const },
  },
  required: ['ids', 'wording', 'veto'],
  additionalProperties: false,
};

/** A writer that asks a language model by the AI SDK; loaded when the first question needs it. */
export function createModelWriter(choice: ModelChoice): Writer {
  let model: Promise<LanguageModel> | null = null;
  return {
    async write(request, signal) {
      model ??= openModel(choice);
      const first = await ask(await model, request, signal);
      if (first.ok || first.reason !== 'busy') return first;
      // A busy server gets one more try; the caller's deadline holds for both.
      await pause(PAUSE_WHEN_BUSY_MS, signal);
      return signal.aborted ? first : ask(await model, request, signal);
    },
  };
}

async function openModel({
  provider,
  url,
  name,
  key,
  project,
  location,
}: ModelChoice): Promise<LanguageModel> {
  if (provider === 'vertex') {
    const { createGoogleVertex } = await import('@ai-sdk/google-vertex');
    return createGoogleVertex({
      location,
      ...(project ? { project } : {}),
      ...(key ? { apiKey: key } : {}),
      ...(url ? { baseURL: url } : {}),
    })(name);
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  return createOpenAICompatible({
    name: 'town-model',
    baseURL: url ?? '',
    supportsStructuredOutputs: true,
    ...(key ? { apiKey: key } : {}),
  })(name);
}

async function ask(
  model: LanguageModel,
  request: WritingRequest,
  signal: AbortSignal,
): Promise<WritingOutcome> {
  const { generateText, jsonSchema, Output } = await import('ai');
  const schema = jsonSchema<Writing>(WRITING_SCHEMA, { validate: readWriting });
  try {
    const { output, usage } = await generateText({
      model,
      instructions: instructionsFor(request),
      prompt: promptFor(request),
      output: Output.object({ schema }),
      abortSignal: signal,
      maxRetries: 0,
      maxOutputTokens: LONGEST_ANSWER_TOKENS,
      temperature: 0,
    });
    return { ...done(output), tokens: usage.totalTokens ?? 0 };
  } catch (error) {
    const { usage } = error as { usage?: { totalTokens?: number } };
    return { ...refuse(await reasonOf(error, signal)), tokens: usage?.totalTokens ?? 0 };
  }
}

function readWriting(given: unknown) {
  const read = v.safeParse(writing, given);
  return read.success
    ? { success: true as const, value: read.output }
    : { success: false as const, error: new Error('not a writing') };
}

async function reasonOf(error: unknown, signal: AbortSignal): Promise<WritingRefusal> {
  const { APICallError, NoObjectGeneratedError, NoOutputGeneratedError } = await import('ai');
  if (signal.aborted) return 'too-slow';
  if (APICallError.isInstance(error) && error.statusCode === 429) return 'busy';
  const isUnreadable = NoObjectGeneratedError.isInstance(error) || NoOutputGeneratedError.isInstance(error);
  return isUnreadable ? 'not-understood' : 'unavailable';
}

function pause(forMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, forMs);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
