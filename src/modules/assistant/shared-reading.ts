// A reading that follows another begins so many times as long after it as that one took: readings of a crowd take a
// quarter of the time. On a busy machine they are slow for other reasons, and nobody is to wait for that.
const RESTS_AS_LONG = 3;
const RESTS_AT_MOST_MS = 15;

interface Turn<Value> {
  now: Promise<Value>;
  next: Promise<Value> | null;
  /** Resolves when the next reading may begin. */
  rested: Promise<void>;
}

/**
 * One reading serves all who asked before it began: nobody gets an older value than the one at the time of asking,
 * and a crowd costs the database few readings, one at a time.
 */
export function sharedReading<Asker, Value>(
  keyOf: (asker: Asker) => string,
  read: (asker: Asker) => Promise<Value>,
): (asker: Asker) => Promise<Value> {
  const running = new Map<string, Turn<Value>>();

  function begin(key: string, asker: Asker): Promise<Value> {
    const startedAt = performance.now();
    const now = read(asker);
    const rest = () => pause(Math.min((performance.now() - startedAt) * RESTS_AS_LONG, RESTS_AT_MOST_MS));
    const turn: Turn<Value> = { now, next: null, rested: now.then(rest, rest) };
    running.set(key, turn);
    void turn.rested.then(() => {
      if (running.get(key) === turn && !turn.next) running.delete(key);
    });
    return now;
  }

  return (asker) => {
    const key = keyOf(asker);
    const turn = running.get(key);
    if (!turn) return begin(key, asker);
    return (turn.next ??= turn.rested.then(() => begin(key, asker)));
  };
}

function pause(forMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, forMs));
}
