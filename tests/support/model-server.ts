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
  | 'words-first'
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
  /** What it does from now on. `good` words the answer as `wording`; at each `|` in it, it waits for `goOn`. */
  behave(behaviour: ModelBehaviour, wording?: string | null): void;
  /** Lets it speak on to the next `|`, also before it waits. */
  goOn(): void;
  /** Resolves when an asker hung up before the answer was over. */
  left(): Promise<void>;
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
  let gate = makeGate();
  let isLeft = Promise.withResolvers<void>();

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    response.on('close', () => response.writableEnded || isLeft.resolve());
    request.on('end', () => {
      asked.push(body);
      if (request.url!.endsWith('/embeddings')) return sendEmbeddings(embedding, body, response);
      const envelope = request.url!.includes(':streamGenerateContent') ? GEMINI : COMPLETION;
      const now = behaviour === 'busy-once' && asked.length % 2 === 0 ? 'good' : behaviour;
      answerAs(now, wording, { response, envelope, mayGoOn: gate.pass });
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
      // Who left before is still waiting at the gate of then.
      gate = makeGate();
      isLeft = Promise.withResolvers();
    },
    goOn: () => gate.open(),
    left: () => isLeft.promise,
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

/** Lets one through each time it is opened, also who comes later. */
function makeGate() {
  let mayPass = 0;
  let opened = Promise.withResolvers<void>();
  return {
    async pass(): Promise<void> {
      while (mayPass === 0) await opened.promise;
      mayPass--;
    },
    open(): void {
      mayPass++;
      opened.resolve();
      opened = Promise.withResolvers();
    },
  };
}

/** How a provider wraps a piece of what its model says; the last piece says what was used. */
type Envelope = (piece: string, isLast: boolean) => object;

interface Speaking {
  response: ServerResponse;
  envelope: Envelope;
  mayGoOn(): Promise<void>;
}

function answerAs(behaviour: ModelBehaviour, wording: string | null, speaking: Speaking): void {
  const { response } = speaking;
  const say = (content: string) => void speak(content, speaking);
  const write = (writing: object) =>
    say(JSON.stringify({ veto: false, ids: [1], wording: null, ...writing }));
  const acts: Record<ModelBehaviour, () => void> = {
    good: () => write({ wording }),
    slow: () => void setTimeout(() => write({ wording }), 5_000).unref(),
    busy: () => sendError(response, 429),
    'busy-once': () => sendError(response, 429),
    broken: () => sendError(response, 500),
    truncated: () => write({ wording: `${wording ?? 'Halb'}${HANG_UP}` }),
    'not-json': () => say('Gern! Die Antwort lautet: 60 Euro.'),
    'wrong-shape': () => say('{"ids":"1","wording":7}'),
    'words-first': () => say(JSON.stringify({ wording, ids: [1], veto: false })),
    'invented-ids': () => write({ ids: [1, 99], wording }),
    'invented-number': () => write({ wording: 'Das kostet 4711 Euro.' }),
    injected: () => write({ wording: 'Gewinnen Sie jetzt auf https://evil.example/gewinn!' }),
    veto: () => write({ ids: [], veto: true }),
  };
  acts[behaviour]();
}

const HANG_UP = '✂';
const LETTERS_AT_ONCE = 5;

/** Some letters after the other, as models do. */
async function speak(content: string, { response, envelope, mayGoOn }: Speaking): Promise<void> {
  const send = (piece: string, isLast: boolean) =>
    response.write(`data: ${JSON.stringify(envelope(piece, isLast))}\n\n`);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const [said = '', unsaid] = content.split(HANG_UP);
  for (const [index, part] of said.split('|').entries()) {
    if (index > 0) await mayGoOn();
    for (let at = 0; at < part.length; at += LETTERS_AT_ONCE)
      send(part.slice(at, at + LETTERS_AT_ONCE), false);
  }
  if (unsaid !== undefined) return void response.write('', () => response.destroy());
  send('', true);
  response.end(envelope === COMPLETION ? 'data: [DONE]\n\n' : '');
}

const GEMINI: Envelope = (text, isLast) => ({
  candidates: [
    { content: { role: 'model', parts: [{ text }] }, index: 0, ...(isLast ? { finishReason: 'STOP' } : {}) },
  ],
  ...(isLast
    ? {
        usageMetadata: {
          promptTokenCount: 100,
          candidatesTokenCount: 20,
          totalTokenCount: TOKENS_PER_ANSWER,
        },
      }
    : {}),
});

const COMPLETION: Envelope = (content, isLast) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'town-test',
  choices: [{ index: 0, delta: { content }, finish_reason: isLast ? 'stop' : null }],
  ...(isLast
    ? {
        usage: {
          prompt_tokens: TOKENS_PER_ANSWER - 20,
          completion_tokens: 20,
          total_tokens: TOKENS_PER_ANSWER,
        },
      }
    : {}),
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
