import { log } from '#platform/log.server';

/** Sends one event with its details as JSON; into the void when nobody listens any more. */
export type SendEvent = (name: string, details: object) => void;

const HEARTBEAT_MS = 10_000;
const RETRY_MS = 3_000;
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Whoever compresses on the way would hold back what is to arrive at once.
  'cache-control': 'no-store, no-transform',
  // nginx would collect the events before it passes them on.
  'x-accel-buffering': 'no',
};
const FAILED = {
  type: 'about:blank',
  title: 'Gerade keine Antwort',
  status: 500,
  detail: 'Versuchen Sie es gleich noch einmal.',
};

/**
 * Server-sent events, each on its way as soon as `work` sends it; work that fails ends with the event `problem`. A
 * heartbeat keeps proxies from hanging up.
 * @param work is given a signal that is aborted when the listener leaves.
 */
export function eventStream(
  work: (send: SendEvent, signal: AbortSignal) => Promise<void>,
  heartbeatMs = HEARTBEAT_MS,
): Response {
  const encoder = new TextEncoder();
  const leaving = new AbortController();
  let heartbeat: NodeJS.Timeout;
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      const write = (text: string) => leaving.signal.aborted || stream.enqueue(encoder.encode(text));
      // JSON has no line breaks of its own, so an event is always one `data` line.
      const send: SendEvent = (name, details) =>
        write(`event: ${name}\ndata: ${JSON.stringify(details)}\n\n`);
      write(`retry: ${RETRY_MS}\n\n`);
      heartbeat = setInterval(() => write(': \n\n'), heartbeatMs);
      void work(send, leaving.signal)
        .catch((error: unknown) => {
          log.error('stream.broken', { error: (error as Error)?.stack ?? String(error) });
          send('problem', FAILED);
        })
        .finally(() => {
          clearInterval(heartbeat);
          if (!leaving.signal.aborted) stream.close();
        });
    },
    cancel() {
      clearInterval(heartbeat);
      leaving.abort();
    },
  });
  return new Response(body, { headers: HEADERS });
}
