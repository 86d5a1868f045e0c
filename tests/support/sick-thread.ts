import { parentPort } from 'node:worker_threads';
import type { Order } from '../../src/modules/assistant/shelf/thread.server.ts';

// A thread that answers towns, but dies or hangs when it is asked for certain words.
parentPort!.on('message', ({ name, given }: Order) => {
  if (name !== 'search') return;
  if (given[1] === 'stirb') process.exit(1);
  while (given[1] === 'hänge');
});
await import('../../src/modules/assistant/shelf/thread.server.ts');
