import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { importers } from './importers/all.server.ts';
import type { ImportRows, ReadContext } from './importers/importer.ts';
import type { ImporterName } from './model.ts';

export interface Reading {
  importer: ImporterName;
  bytes: Uint8Array;
  context: ReadContext;
}

/** Up to this size reading takes no longer than a page; a thread would cost more than it saves. */
const SMALL_BYTES = 50_000;
const TOO_SLOW_MS = 20_000;
const HEAP_MB = 384;

// Beside this file, or, when the app runs as one bundle, in the folder it was started in.
const THREAD = [
  fileURLToPath(new URL('./reading-thread.server.ts', import.meta.url)),
  resolve('src/modules/exchange/reading-thread.server.ts'),
].find(existsSync);

/**
 * Turns a document into rows. A large one is read in a thread of its own with limits of time and memory, so that
 * no document, however it is made, keeps visitors waiting or ends the process.
 */
export function readDocument(
  reading: Reading,
): Outcome<ImportRows, string> | Promise<Outcome<ImportRows, string>> {
  if (reading.bytes.length <= SMALL_BYTES || !THREAD) return readHere(reading);
  return readApart(THREAD, reading);
}

export function readHere({ importer, bytes, context }: Reading): Outcome<ImportRows, string> {
  return importers[importer].read(bytes, context);
}

function readApart(thread: string, reading: Reading): Promise<Outcome<ImportRows, string>> {
  const worker = new Worker(thread, {
    workerData: reading,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: [],
  });
  return new Promise<Outcome<ImportRows, string>>((answer, fail) => {
    const timer = setTimeout(() => answer(refuse('reading-too-slow')), TOO_SLOW_MS);
    worker.once('message', answer);
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') answer(refuse('reading-too-heavy'));
      else fail(error);
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      answer(refuse('reading-too-heavy'));
    });
  }).finally(() => void worker.terminate());
}
