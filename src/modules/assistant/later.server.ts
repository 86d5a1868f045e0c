import { log } from '#platform/log.server';

/** Work an asker need not wait for, done one after the other. */
export interface Later {
  /** @returns whether it was taken on. */
  do(work: () => Promise<unknown>): boolean;
  /** Resolves when everything that was given is done; nobody who waits for it is kept waiting by rests. */
  settled(): Promise<void>;
}

// Above this many waiting something is wrong; to forget a question is better than to fill the memory.
const MOST_WAITING = 2_000;
// Askers go first: while more waits, this takes a thirtieth of the time.
const RESTS_AS_LONG = 29;

export function createLater(mostWaiting = MOST_WAITING): Later {
  let turn: Promise<void> = Promise.resolve();
  let waiting = 0;
  let forgotten = 0;
  let hurried = 0;
  let endRest: () => void = () => undefined;

  function rest(forMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, forMs);
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function finish(): void {
    waiting--;
    if (waiting > 0 || forgotten === 0) return;
    // Told once when the crowd is gone; a line for each would be a flood of its own.
    log.warn('assistant.later-forgotten', { forgotten });
    forgotten = 0;
  }

  return {
    do(work) {
      if (waiting >= mostWaiting) {
        forgotten++;
        return false;
      }
      waiting++;
      turn = turn.then(async () => {
        const startedAt = performance.now();
        await work().catch((error: unknown) => log.warn('assistant.later-failed', { error: String(error) }));
        finish();
        if (waiting > 0 && hurried === 0) await rest((performance.now() - startedAt) * RESTS_AS_LONG);
      });
      return true;
    },
    async settled() {
      hurried++;
      endRest();
      await turn;
      hurried--;
    },
  };
}
