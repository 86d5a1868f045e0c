// Metrics of the OMoS-QA paper (Kleinle, Prange, Friedrich, KONVENS 2024), written from its definitions.

export interface Ranked {
  relevant: string;
  ranked: readonly string[];
}

export interface Marked {
  gold: readonly number[];
  predicted: readonly number[];
  /** How sure that the question is answerable. */
  score: number;
}

export const mean = (numbers: readonly number[]): number =>
  numbers.length ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : NaN;

const harmonic = (a: number, b: number): number => (a + b > 0 ? (2 * a * b) / (a + b) : 0);

/** Share of questions whose page is among the first k, and the mean of its inverse rank within ten. */
export function retrieval(rows: readonly Ranked[]) {
  const ranks = rows.map((row) => row.ranked.indexOf(row.relevant) + 1);
  const within = (k: number): number => mean(ranks.map((rank) => Number(rank > 0 && rank <= k)));
  return {
    r1: within(1),
    r3: within(3),
    mrr: mean(ranks.map((rank) => (rank > 0 && rank <= 10 ? 1 / rank : 0))),
  };
}

/** Sentences over answerable questions; an empty prediction counts precision 1, as in the paper. */
export function sentences(rows: readonly Marked[]) {
  const answerable = rows
    .filter((row) => row.gold.length > 0)
    .map((row) => ({ ...row, hits: row.predicted.filter((line) => row.gold.includes(line)).length }));
  const answered = answerable.filter((row) => row.predicted.length > 0);
  const precision = mean(
    answerable.map((row) => (row.predicted.length ? row.hits / row.predicted.length : 1)),
  );
  const recall = mean(answerable.map((row) => row.hits / row.gold.length));
  return {
    f: harmonic(precision, recall),
    answered: answered.length / Math.max(1, answerable.length),
    precisionAnswered: mean(answered.map((row) => row.hits / row.predicted.length)),
    hit: mean(answerable.map((row) => Number(row.hits > 0))),
  };
}

/** "Unanswerable" as the class to find; a question counts as found when nothing is predicted. */
export function silence(rows: readonly Marked[]) {
  const silent = rows.filter((row) => row.predicted.length === 0);
  const wanted = rows.filter((row) => row.gold.length === 0);
  const right = silent.filter((row) => row.gold.length === 0).length;
  return {
    f: harmonic(right / Math.max(1, silent.length), right / Math.max(1, wanted.length)),
    auc: areaUnderCurve(rows),
  };
}

function areaUnderCurve(rows: readonly Marked[]): number {
  const yes = rows.filter((row) => row.gold.length > 0);
  const no = rows.filter((row) => row.gold.length === 0);
  let above = 0;
  for (const a of yes) for (const b of no) above += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
  return above / Math.max(1, yes.length * no.length);
}

/** The middle 95 % of a figure over resampled rows; the same rows always give the same interval. */
export function interval<Row>(
  rows: readonly Row[],
  figure: (rows: readonly Row[]) => number,
  times = 300,
): [number, number] {
  let state = 1;
  const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
  const values = Array.from({ length: times }, () =>
    figure(rows.map(() => rows[Math.floor(random() * rows.length)]!)),
  );
  values.sort((a, b) => a - b);
  return [values[Math.floor(times * 0.025)]!, values[Math.floor(times * 0.975)]!];
}
