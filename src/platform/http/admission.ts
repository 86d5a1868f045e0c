export interface AdmissionLimits {
  /** How many may be inside at once. */
  atOnce: number;
  /** How many of them with one key (an address), so that nobody fills the house alone. */
  ofOneKey: number;
}

/** Who may come in: as many as are served within a moment. The others are told at once instead of waiting in vain. */
export interface Admission {
  /** @returns what to call on leaving; null when there is no room. */
  enter(key: string): (() => void) | null;
}

export function createAdmission({ atOnce, ofOneKey }: AdmissionLimits): Admission {
  const inside = new Map<string, number>();
  let all = 0;

  function leave(key: string): void {
    all--;
    const left = inside.get(key)! - 1;
    if (left > 0) inside.set(key, left);
    else inside.delete(key);
  }

  return {
    enter(key) {
      const own = inside.get(key) ?? 0;
      if (all >= atOnce || own >= ofOneKey) return null;
      all++;
      inside.set(key, own + 1);
      let isInside = true;
      return () => {
        if (isInside) leave(key);
        isInside = false;
      };
    },
  };
}
