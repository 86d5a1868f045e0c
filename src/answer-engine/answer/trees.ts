/** A boosted ensemble of small decision trees as plain numbers; made by `bench/answers/training`. */
export interface Forest {
  readonly start: number;
  /** Per tree: nodes as feature, threshold, left, right; leaves as -1, value. Left and right are positions in the list. */
  readonly trees: readonly (readonly number[])[];
}

/** Log-odds that a forest gives to a row of features. */
export function score(forest: Forest, features: ArrayLike<number>): number {
  const { roots, feature, value, right } = flattened(forest);
  let sum = forest.start;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!;
    while (feature[node]! >= 0) node = features[feature[node]!]! <= value[node]! ? node + 1 : right[node]!;
    sum += value[node]!;
  }
  return sum;
}

/** A forest in typed arrays: a node is a leaf when its feature is -1; its left child stands right behind it. */
interface Flattened {
  readonly roots: Int32Array;
  readonly feature: Int16Array;
  /** The threshold of a node, the value of a leaf. */
  readonly value: Float64Array;
  readonly right: Int32Array;
}

const known = new WeakMap<Forest, Flattened>();

function flattened(forest: Forest): Flattened {
  const before = known.get(forest);
  if (before) return before;
  const made = flatten(forest);
  known.set(forest, made);
  return made;
}

function flatten({ trees }: Forest): Flattened {
  const roots: number[] = [];
  const feature: number[] = [];
  const value: number[] = [];
  const right: number[] = [];
  const add = (tree: readonly number[], at: number): void => {
    const node = feature.length;
    feature.push(tree[at]!);
    value.push(tree[at + 1]!);
    right.push(0);
    if (tree[at]! < 0) return;
    add(tree, tree[at + 2]!);
    right[node] = feature.length;
    add(tree, tree[at + 3]!);
  };
  for (const tree of trees) {
    roots.push(feature.length);
    add(tree, 0);
  }
  return {
    roots: Int32Array.from(roots),
    feature: Int16Array.from(feature),
    value: Float64Array.from(value),
    right: Int32Array.from(right),
  };
}

export const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
