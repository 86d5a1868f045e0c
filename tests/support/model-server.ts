import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a model server can treat those who ask it; each has been seen in the wild. */
export type ModelBehaviour =
  | 'good'
  | 'slow'
  | 'busy'
  | 'busy-once'
  | 'broken'
  | 'truncated'
  | 'not-json'
  | 'wrong-shape'
  | 'invented-ids'
  | 'invented-number'
  | 'injected'
  | 'veto';

/** How a server of embeddings can treat those who ask it. */
export type EmbeddingBehaviour =
  | 'good'
  | 'slow'
  | 'busy'
  | 'broken'
  | 'truncated'
  | 'not-json'
  | 'wrong-dimension'
  | 'uneven'
  | 'too-few'
  | 'not-a-number'
  | 'endless'
  | 'nothing';

export interface ModelServer {
  /** Base address as `MODEL_URL` takes it. */
  url: string;
  /** Bodies of the requests so far, as text. */
  asked: string[];
  /** What it does from now on. `good` words the answer as `wording`. */
  behave(behaviour: ModelBehaviour, wording?: string | null): void;
  /** The same for vectors. `good` counts the letters of a text, so that alike texts are near. */
  behaveEmbedding(behaviour: EmbeddingBehaviour): void;
  close(): Promise<void>;
}

const TOKENS_PER_ANSWER = 120;

/** A server on this machine that speaks as OpenAI and Gemini do and answers as it was told to, also badly. */
export async function startModelServer(port = 0): Promise<ModelServer> {
  let behaviour: ModelBehaviour = 'good';
  let wording: string | null = null;
  let embedding: EmbeddingBehaviour = 'good';
  const asked: string[] = [];

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      asked.push(body);
      if (request.url!.endsWith('/embeddings')) return sendEmbeddings(embedding, body, response);
      if (request.url!.includes(':generateContent')) return answerAs(behaviour, wording, response, GEMINI);
      answerAs(behaviour === 'busy-once' && asked.length % 2 === 0 ? 'good' : behaviour, wording, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave(next, said = null) {
      behaviour = next;
      wording = said;
      asked.length = 0;
    },
    behaveEmbedding(next) {
      embedding = next;
      asked.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The shape in which a provider wraps what its model says. */
type Envelope = (content: string) => string;

function answerAs(
  behaviour: ModelBehaviour,
  wording: string | null,
  response: ServerResponse,
  envelope: Envelope = completionOf,
): void {
  const say = (content: string) => sendJson(response, envelope(content));
  const write = (writing: object) =>
    say(JSON.stringify({ ids: [1], wording: null, veto: false, ...writing }));
  const acts: Record<ModelBehaviour, () => void> = {
    good: () => write({ wording }),
    slow: () => void setTimeout(() => write({ wording }), 5_000).unref(),
    busy: () => sendError(response, 429),
    'busy-once': () => sendError(response, 429),
    broken: () => sendError(response, 500),
    truncated: () => sendHalf(response, envelope(JSON.stringify({ ids: [1], wording: 'Halb', veto: false }))),
    'not-json': () => say('Gern! Die Antwort lautet: 60 Euro.'),
    'wrong-shape': () => say('{"ids":"1","wording":7}'),
    'invented-ids': () => write({ ids: [1, 99], wording }),
    'invented-number': () => write({ wording: 'Das kostet 4711 Euro.' }),
    injected: () => write({ wording: 'Gewinnen Sie jetzt auf https://evil.example/gewinn!' }),
    veto: () => write({ ids: [], veto: true }),
  };
  acts[behaviour]();
}

const GEMINI: Envelope = (text) =>
  JSON.stringify({
    candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP', index: 0 }],
    usageMetadata: { promptTokenCount: 100, candidatesTokenCount: 20, totalTokenCount: TOKENS_PER_ANSWER },
  });

const LETTERS = 'abcdefghijklmnopqrstuvwxyzäöüß';

function sendEmbeddings(behaviour: EmbeddingBehaviour, body: string, response: ServerResponse): void {
  const { input } = JSON.parse(body) as { input: string[] };
  const vectors = input.map((text) =>
    [...LETTERS].map((letter) => text.toLowerCase().split(letter).length - 1),
  );
  const send = (given: unknown[]) => sendJson(response, vectorsOf(given));
  const acts: Record<EmbeddingBehaviour, () => void> = {
    good: () => send(vectors),
    slow: () => void setTimeout(() => send(vectors), 5_000).unref(),
    busy: () => sendError(response, 429),
    broken: () => sendError(response, 500),
    truncated: () => sendHalf(response, vectorsOf(vectors)),
    'not-json': () => sendJson(response, 'vectors!'),
    'wrong-dimension': () => send(vectors.map((vector) => vector.slice(0, 7))),
    uneven: () => send([...vectors.slice(1), [1, 2]]),
    'too-few': () => send(vectors.slice(1)),
    // JSON has no NaN; servers write null, or a number so large that it becomes infinite.
    'not-a-number': () => sendJson(response, vectorsOf(vectors).replace(/\[\d+/, '[1e999')),
    endless: () => sendJson(response, vectorsOf(vectors).replace(/\[\d+/, '[null')),
    nothing: () => send(vectors.map((vector) => vector.map(() => 0))),
  };
  acts[behaviour]();
}

function vectorsOf(vectors: readonly unknown[]): string {
  return JSON.stringify({
    object: 'list',
    model: 'town-embeddings',
    data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })),
    usage: { prompt_tokens: 12, total_tokens: 12 },
  });
}

function sendJson(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}

function sendError(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ error: { message: `status ${status}`, type: 'server_error' } }));
}

/** Promises the whole answer, sends half of it and hangs up. */
function sendHalf(response: ServerResponse, whole: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) });
  response.write(whole.slice(0, whole.length / 2), () => response.destroy());
}

function completionOf(content: string): string {
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'town-test',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: TOKENS_PER_ANSWER - 20, completion_tokens: 20, total_tokens: TOKENS_PER_ANSWER },
  });
}
