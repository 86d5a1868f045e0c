import { log } from '#platform/log.server';

/** Work an asker need not wait for, done one after the other. */
export interface Later {
  do(work: () => Promise<unknown>): void;
  /** Resolves when everything that was given is done. */
  settled(): Promise<void>;
}

// Above this many waiting something is wrong with the database; to forget a question is better than to fill the memory.
const MOST_WAITING = 2_000;

export function createLater(): Later {
  let turn: Promise<void> = Promise.resolve();
  let waiting = 0;

  return {
    do(work) {
      if (waiting >= MOST_WAITING) return log.warn('assistant.later-full', { waiting });
      waiting++;
      turn = turn
        .then(work)
        .then(
          () => undefined,
          (error: unknown) => log.warn('assistant.later-failed', { error: String(error) }),
        )
        .finally(() => void waiting--);
    },
    settled: () => turn,
  };
}
