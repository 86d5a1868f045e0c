/** One question's candidate pages: their features and which of them is right. */
export interface Choice {
  rows: readonly (readonly number[])[];
  right: readonly number[];
}

/** Linear weights that put the right page first; softmax over the candidates, full-batch descent, deterministic. */
export function learnOrder(choices: readonly Choice[], strength = 0.006, rounds = 300): number[] {
  const useful = choices.filter((choice) => choice.right.some(Boolean));
  const { mean, spread } = scale(useful.flatMap((choice) => choice.rows));
  const scaled = useful.map((choice) =>
    choice.rows.map((row) => row.map((value, j) => (value - mean[j]!) / spread[j]!)),
  );
  let weights = mean.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    const gradient = weights.map((weight) => weight * strength);
    useful.forEach((choice, c) => addGradient(gradient, scaled[c]!, choice.right, weights, useful.length));
    weights = weights.map((weight, j) => weight - gradient[j]!);
  }
  return weights.map((weight, j) => Number((weight / spread[j]!).toPrecision(4)));
}

function addGradient(
  gradient: number[],
  rows: readonly (readonly number[])[],
  right: readonly number[],
  weights: readonly number[],
  all: number,
): void {
  const scores = rows.map((row) => row.reduce((sum, value, j) => sum + weights[j]! * value, 0));
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  rows.forEach((row, i) => {
    const error = (shares[i]! / total - right[i]!) / all;
    row.forEach((value, j) => (gradient[j] = gradient[j]! + error * value));
  });
}

function scale(rows: readonly (readonly number[])[]): { mean: number[]; spread: number[] } {
  const mean = rows[0]!.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);
  const spread = mean.map(
    (m, j) => Math.sqrt(rows.reduce((sum, row) => sum + (row[j]! - m) ** 2, 0) / rows.length) || 1,
  );
  return { mean, spread };
}
