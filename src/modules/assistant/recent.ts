/** Remembers what was worked out lately, the least used forgotten first. */
export interface Recent<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
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
  };
}
