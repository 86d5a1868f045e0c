import { availableParallelism } from 'node:os';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { log } from '#platform/log.server';
import { createQueue } from './queue.ts';
import { UnknownTown } from './shelf.server.ts';
import type { Shelf } from './shelf.server.ts';
import type { ShelfDoor } from './shelves.server.ts';
import type { Order, Reply } from './thread.server.ts';

/** A thread ended in the middle of this work: whoever wanted it may ask again. */
export class ThreadLost extends Error {
  override name = 'ThreadLost';
}

export interface ThreadWish {
  /** A file that does what `thread.server.ts` does; tests hand in one that dies. */
  file?: string;
  /** How long one piece of work may take, in milliseconds; a thread that takes longer hangs and is ended. */
  hangsAfterMs?: number;
}

interface Job {
  order: Order;
  resolve(value: never): void;
  reject(error: Error): void;
}

// So much lies ready in the thread that it never waits for this one; the rest waits here, where order can be kept.
const IN_HAND = 8;
// A question takes milliseconds; a thread starts within a second.
const HANGS_AFTER_MS = 30_000;
// A region of a hundred thousand pages is analysed in about a minute.
const RENEWAL_HANGS_AFTER_MS = 600_000;
const LOOKED_AFTER_EVERY_MS = 1_000;
const MOST_THREADS = 4;

/** One core is left to everything else. */
export function usualThreads(): number {
  return Math.min(MOST_THREADS, availableParallelism() - 1);
}

/**
 * A shelf in a thread of its own. The thread starts with the first work; when it dies, the piece of work it died of
 * fails, and a new thread with an empty shelf does the rest.
 */
export function shelfInThread({
  file = threadFile(),
  hangsAfterMs = HANGS_AFTER_MS,
}: ThreadWish = {}): ShelfDoor {
  const queue = createQueue<Job>();
  let inHand: Job[] = [];
  let thread: Worker | null = null;
  /** When the first piece in hand was begun. */
  let begunAt = 0;
  let watch: NodeJS.Timeout | null = null;

  function start(): Worker {
    const started = new Worker(file, { execArgv: [] });
    started.on('message', (reply: Reply) => {
      settle(inHand.shift()!, reply);
      begunAt = performance.now();
      handOn();
    });
    started.on('error', (error) =>
      log.error('assistant.thread-broken', { error: String(error.stack ?? error) }),
    );
    started.on('exit', replace);
    return started;
  }

  function handOn(): void {
    while (inHand.length < IN_HAND && queue.size() > 0) {
      thread ??= start();
      if (inHand.length === 0) begunAt = performance.now();
      const job = queue.take()!;
      try {
        thread.postMessage(job.order);
        inHand.push(job);
      } catch (error) {
        // Not a plain value; it never left.
        job.reject(error as Error);
      }
    }
    // A thread that waits for questions keeps no process alive.
    if (inHand.length > 0) thread?.ref();
    else thread?.unref();
    if (inHand.length > 0) watch ??= setInterval(lookAfter, LOOKED_AFTER_EVERY_MS).unref();
  }

  function replace(): void {
    thread = null;
    const [culprit, ...others] = inHand;
    inHand = [];
    if (culprit) {
      const { name, given } = culprit.order;
      log.error('assistant.thread-lost', { work: name, town: given[0] });
      culprit.reject(new ThreadLost(`the thread ended during "${name}"`));
    }
    queue.giveBack(others);
    handOn();
  }

  function lookAfter(): void {
    const [current] = inHand;
    if (!current) {
      clearInterval(watch!);
      watch = null;
      return;
    }
    const limit = current.order.name === 'renew' ? RENEWAL_HANGS_AFTER_MS : hangsAfterMs;
    if (performance.now() - begunAt < limit) return;
    log.error('assistant.thread-hangs', { work: current.order.name, town: current.order.given[0] });
    begunAt = performance.now();
    void thread?.terminate();
  }

  return <Name extends keyof Shelf>(asker: object, name: Name, ...given: Parameters<Shelf[Name]>) =>
    new Promise<ReturnType<Shelf[Name]>>((resolve, reject) => {
      queue.add(asker, { order: { name, given } as Order, resolve, reject });
      handOn();
    });
}

function settle({ resolve, reject }: Job, reply: Reply): void {
  if ('value' in reply) return resolve(reply.value as never);
  const { name, message, stack } = reply.failed;
  reject(
    name === 'UnknownTown' ? new UnknownTown(message) : Object.assign(new Error(message), { name, stack }),
  );
}

/** Threads run from the sources, in the built app too: a build knows pages, not threads. */
function threadFile(): string {
  return join(dirname(findPackageJSON(import.meta.url)!), 'src/modules/assistant/shelf/thread.server.ts');
}
