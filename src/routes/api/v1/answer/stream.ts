import type { PublicAnswer } from './public-answer.ts';

const HEARTBEAT_MS = 10_000;
const RETRY_MS = 3_000;

type StreamEvent = [name: string, details: unknown];
const FAILED: StreamEvent = [
  'problem',
  {
    type: 'about:blank',
    title: 'Gerade keine Antwort',
    status: 500,
    detail: 'Versuchen Sie es gleich noch einmal.',
  },
];

/**
 * The answer as server-sent events: `citation` before the first sentence that needs it, `sentence`, `wording`,
 * `contact`, then `done` with the rest; `problem` when it fails. A heartbeat keeps proxies from hanging up.
 */
export function streamAnswer(answering: Promise<PublicAnswer>, heartbeatMs = HEARTBEAT_MS): Response {
  const encoder = new TextEncoder();
  let heartbeat: NodeJS.Timeout;
  let isLeft = false;
  const body = new ReadableStream<Uint8Array>({
    async start(stream) {
      const send = (text: string) => stream.enqueue(encoder.encode(text));
      send(`retry: ${RETRY_MS}\n\n`);
      heartbeat = setInterval(() => send(': \n\n'), heartbeatMs);
      const events = await answering.then(eventsOf, () => [FAILED]);
      if (isLeft) return;
      clearInterval(heartbeat);
      for (const [name, details] of events) send(eventText(name, details));
      stream.close();
    },
    cancel() {
      isLeft = true;
      clearInterval(heartbeat);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // nginx would collect the events before it passes them on.
      'x-accel-buffering': 'no',
      'access-control-allow-origin': '*',
    },
  });
}

function eventsOf(answer: PublicAnswer): StreamEvent[] {
  const { sentences, citations, contact, wording, ...rest } = answer;
  const events: StreamEvent[] = [];
  const told = new Set<number>();
  if (wording) events.push(['wording', wording]);
  for (const sentence of sentences) {
    const citation = citations.find(({ n }) => n === sentence.citation);
    if (citation && !told.has(citation.n)) events.push(['citation', citation]);
    told.add(sentence.citation);
    events.push(['sentence', sentence]);
  }
  events.push(...citations.filter(({ n }) => !told.has(n)).map((one): StreamEvent => ['citation', one]));
  if (contact) events.push(['contact', contact]);
  return [...events, ['done', rest]];
}

/** JSON has no line breaks of its own, so an event is always one `data` line. */
function eventText(name: string, details: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(details)}\n\n`;
}
