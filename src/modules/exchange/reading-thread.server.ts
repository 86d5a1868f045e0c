import { parentPort, workerData } from 'node:worker_threads';
import { readHere } from './reading.server.ts';
import type { Reading } from './reading.server.ts';

// Started by reading.server.ts for one document; answers once.
parentPort?.postMessage(readHere(workerData as Reading));
