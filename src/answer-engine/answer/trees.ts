/** A boosted ensemble of small decision trees as plain numbers; made by `bench/answers/training`. */
export interface Forest {
  readonly start: number;
  /** Per tree: nodes as feature, threshold, left, right; leaves as -1, value. Left and right are positions in the list. */
  readonly trees: readonly (readonly number[])[];
}

/** Log-odds that a forest gives to a row of features. */
export function score(forest: Forest, features: readonly number[]): number {
  let sum = forest.start;
  for (const tree of forest.trees) sum += leafOf(tree, features);
  return sum;
}

function leafOf(tree: readonly number[], features: readonly number[]): number {
  let node = 0;
  while (tree[node]! >= 0)
    node = features[tree[node]!]! <= tree[node + 1]! ? tree[node + 2]! : tree[node + 3]!;
  return tree[node + 1]!;
}

export const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
