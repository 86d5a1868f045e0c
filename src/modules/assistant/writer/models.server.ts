import type { LanguageModel } from 'ai';
import * as v from 'valibot';
import { done, refuse } from '#platform/outcome';
import { instructionsFor, promptFor } from './prompt.ts';
import type { Draft, Writer, Writing, WritingOutcome, WritingRefusal, WritingRequest } from './writer.ts';

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

/** A wording that has begun, with all that is decided before it. */
const draft = v.object({ ids: v.array(v.number()), veto: v.boolean(), wording: v.string() });

/** The same as JSON Schema, for servers that bind the model to it and its order: what is decided comes before the words. */
const WRITING_SCHEMA = {
  type: 'object' as const,
  properties: {
    veto: { type: 'boolean' as const },
    ids: { type: 'array' as const, items: { type: 'integer' as const } },
    wording: { type: ['string', 'null'] as ('string' | 'null')[] },
  },
  required: ['veto', 'ids', 'wording'],
  additionalProperties: false,
};

/** A writer that asks a language model by the AI SDK; loaded when the first question needs it. */
export function createModelWriter(choice: ModelChoice): Writer {
  let model: Promise<LanguageModel> | null = null;
  return {
    async write(request, signal, hear) {
      model ??= openModel(choice);
      const first = await ask(await model, request, signal, hear);
      if (first.ok || first.reason !== 'busy') return first;
      // A busy server gets one more try; the caller's deadline holds for both.
      await pause(PAUSE_WHEN_BUSY_MS, signal);
      return signal.aborted ? first : ask(await model, request, signal, hear);
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
    includeUsage: true,
    ...(key ? { apiKey: key } : {}),
  })(name);
}

/** The model is always heard while it speaks; who wants the whole waits for its end. */
async function ask(
  model: LanguageModel,
  request: WritingRequest,
  signal: AbortSignal,
  hear?: (draft: Draft) => void,
): Promise<WritingOutcome> {
  const { streamText, jsonSchema, Output } = await import('ai');
  const instructions = instructionsFor(request);
  const prompt = promptFor(request);
  let written = '';
  let tokens: number | undefined;
  try {
    const { stream } = streamText({
      model,
      instructions,
      prompt,
      output: Output.object({ schema: jsonSchema<Writing>(WRITING_SCHEMA) }),
      abortSignal: signal,
      maxRetries: 0,
      maxOutputTokens: LONGEST_ANSWER_TOKENS,
      temperature: 0,
      // Thrown below; the library would print it.
      onError: () => {},
    });
    for await (const part of stream) {
      if (part.type === 'error') throw part.error;
      if (part.type === 'abort') throw signal.reason;
      if (part.type === 'finish') tokens = part.totalUsage.totalTokens;
      if (part.type !== 'text-delta') continue;
      written += part.text;
      const draft = hear && (await readDraft(written));
      if (draft) hear(draft);
    }
    const value = v.parse(writing, JSON.parse(written));
    return { ...done(value), tokens: tokens ?? guessTokens(instructions, prompt, written) };
  } catch (error) {
    // What was refused outright costs nothing; what was broken off was worked on.
    const isWorkedOn = signal.aborted || written !== '';
    tokens ??= isWorkedOn ? guessTokens(instructions, prompt, written) : 0;
    return { ...refuse(await reasonOf(error, signal)), tokens };
  }
}

/** The JSON so far, closed where it stops; only what stands last in it still grows. */
async function readDraft(written: string): Promise<Draft | null> {
  const { parsePartialJson } = await import('ai');
  const { value } = await parsePartialJson(written);
  if (Object.keys(value ?? {}).at(-1) !== 'wording') return null;
  const read = v.safeParse(draft, value);
  return read.success ? read.output : null;
}

// Where a server does not say what it used; rather too many than too few.
const LETTERS_PER_TOKEN = 3;

function guessTokens(...texts: string[]): number {
  return Math.ceil(texts.join('').length / LETTERS_PER_TOKEN);
}

async function reasonOf(error: unknown, signal: AbortSignal): Promise<WritingRefusal> {
  const { APICallError } = await import('ai');
  if (signal.aborted) return 'too-slow';
  if (APICallError.isInstance(error) && error.statusCode === 429) return 'busy';
  return error instanceof SyntaxError || v.isValiError(error) ? 'not-understood' : 'unavailable';
}

function pause(forMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, forMs);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
