/**
 * One reading serves all who asked before it began: nobody gets an older value than the one at the time of asking,
 * and a crowd costs the database no more than two readings at a time.
 */
export function sharedReading<Asker, Value>(
  keyOf: (asker: Asker) => string,
  read: (asker: Asker) => Promise<Value>,
): (asker: Asker) => Promise<Value> {
  const running = new Map<string, { now: Promise<Value>; next: Promise<Value> | null }>();

  function begin(key: string, asker: Asker): Promise<Value> {
    const turn = { now: read(asker), next: null as Promise<Value> | null };
    running.set(key, turn);
    const finish = () => {
      if (running.get(key) === turn && !turn.next) running.delete(key);
    };
    turn.now.then(finish, finish);
    return turn.now;
  }

  return (asker) => {
    const key = keyOf(asker);
    const turn = running.get(key);
    if (!turn) return begin(key, asker);
    const startNext = () => begin(key, asker);
    return (turn.next ??= turn.now.then(startNext, startNext));
  };
}
