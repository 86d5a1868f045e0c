/**
 * One after the other for each key, within this process. The seats of a date are given one at a time anyway, by a lock
 * in the database; a rush that waits here waits without holding all connections of the pool.
 */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return async function inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}

export type InTurn = ReturnType<typeof createTurns>;
