import { parentPort } from 'node:worker_threads';
import { createShelf } from './shelf.server.ts';
import type { Shelf } from './shelf.server.ts';
import { callShelf } from './shelves.server.ts';
import type { Given } from './shelves.server.ts';

/** What a thread is told to do. */
export interface Order<Name extends keyof Shelf = keyof Shelf> {
  name: Name;
  given: Given<Name>;
}

/** What came of it. A thread answers in the order in which it was told, so no numbers are needed. */
export type Reply = { value: unknown } | { failed: { name: string; message: string; stack: string } };

const shelf = createShelf();

function carryOut({ name, given }: Order): Reply {
  try {
    return { value: callShelf(shelf, name, given) };
  } catch (error) {
    const { name: kind, message, stack = '' } = error as Error;
    return { failed: { name: kind, message, stack } };
  }
}

parentPort!.on('message', (order: Order) => parentPort!.postMessage(carryOut(order)));
