/** Remembers what was worked out lately, the least used forgotten first. */
export interface Recent<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  forget(key: string): void;
}

export function createRecent<Value>(mostKept: number): Recent<Value> {
  const kept = new Map<string, Value>();
  return {
    get(key) {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      // Written anew, the key moves to the end: the map keeps the order of the last use.
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set(key, value) {
      kept.delete(key);
      kept.set(key, value);
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    },
    forget: (key) => void kept.delete(key),
  };
}

/** Works a thing out once for an owner and a key; what an owner no longer lives for is forgotten with it. */
export function rememberPer<Owner extends object>(mostKept: number) {
  const kept = new WeakMap<Owner, Recent<unknown>>();

  function remember<Value>(owner: Owner, key: string, work: () => Value): Value {
    let recent = kept.get(owner);
    if (!recent) kept.set(owner, (recent = createRecent(mostKept)));
    const known = recent.get(key) as Value | undefined;
    if (known !== undefined) return known;
    const value = work();
    recent.set(key, value);
    // A failure is nothing to remember: the next asker tries again.
    if (value instanceof Promise) value.catch(() => recent.forget(key));
    return value;
  }

  return Object.assign(remember, { forget: (owner: Owner, key: string) => kept.get(owner)?.forget(key) });
}
