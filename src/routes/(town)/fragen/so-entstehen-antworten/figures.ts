/** One measured figure: its text is the key `assistant.about.figures.<name>`. */
export interface Figure {
  name: string;
  /** As it is shown, e.g. `94` */
  value: number;
  unit: 'percent' | 'milliseconds';
}

/** Where in the baseline of `bench/answers` a figure stands; a figure the bench does not know is not shown. */
const PLACES: { name: string; unit: Figure['unit']; paths: string[] }[] = [
  { name: 'right-outcome', unit: 'percent', paths: ['hagenow.rightOutcome'] },
  { name: 'right-source', unit: 'percent', paths: ['hagenow.rightSource'] },
  { name: 'fact', unit: 'percent', paths: ['hagenow.requiredFact'] },
  { name: 'refused', unit: 'percent', paths: ['hagenow.refused'] },
  { name: 'first-page', unit: 'percent', paths: ['pages.recall1'] },
  { name: 'milliseconds', unit: 'milliseconds', paths: ['speed.p95'] },
];

/** The figures a reader can judge, from the baseline as the bench wrote it. */
export function readFigures(baseline: unknown): Figure[] {
  return PLACES.flatMap(({ name, unit, paths }) => {
    const value = paths.map((path) => at(baseline, path)).find((found) => typeof found === 'number');
    return value === undefined ? [] : [{ name, unit, value: Math.round(value * 10) / 10 }];
  });
}

function at(value: unknown, path: string): number | undefined {
  let found = value;
  for (const name of path.split('.')) found = (found as Record<string, unknown> | null | undefined)?.[name];
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}
