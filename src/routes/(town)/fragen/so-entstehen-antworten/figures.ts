/** One measured share in percent, and between which values it lies with 95 percent certainty. */
export interface Figure {
  /** Its text is the key `assistant.about.figures.<name>`. */
  name: string;
  percent: number;
  from: number;
  to: number;
}

/** Shares a reader can judge, by their name in the baseline of `bench/answers`. */
const SHOWN = {
  'town.outcome': 'outcome',
  'town.source': 'source',
  'town.fact': 'fact',
  'town.refused': 'refused',
  'page.r1': 'first-page',
  'page.r3': 'first-three',
} as const;

/** The figures of the bench as it wrote them; what it does not measure is not shown. */
export function readFigures(baseline: unknown): Figure[] {
  const measured = (baseline ?? {}) as Record<string, Partial<Record<'value' | 'low' | 'high', unknown>>>;
  return Object.entries(SHOWN).flatMap(([key, name]) => {
    const { value, low, high } = measured[key] ?? {};
    if (!isShare(value)) return [];
    const around = [low, high].map((bound) => percent(isShare(bound) ? bound : value));
    return [{ name, percent: percent(value), from: around[0]!, to: around[1]! }];
  });
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
