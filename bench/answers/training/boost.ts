import type { Forest } from '../../../src/answer-engine/answer/trees.ts';

export interface BoostOptions {
  trees: number;
  depth: number;
  rate: number;
  /** Smallest sum of hessians in a leaf. */
  leaf: number;
  lambda: number;
  /** Share of rows and of features a tree sees. */
  rows: number;
  columns: number;
  seed: number;
}

interface Binned {
  bins: Uint8Array[];
  edges: number[][];
}

const mostBins = 48;

/** Gradient boosting for log loss with histogram splits; deterministic for a seed. */
export function boost(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  weights: readonly number[],
  options: BoostOptions,
): Forest {
  const random = seeded(options.seed);
  const binned = binAll(rows);
  const mean =
    labels.reduce((sum, y, i) => sum + y * weights[i]!, 0) / weights.reduce((sum, w) => sum + w, 0);
  const start = Math.log(mean / (1 - mean));
  const margin = new Float64Array(rows.length).fill(start);
  const gradient = new Float64Array(rows.length);
  const hessian = new Float64Array(rows.length);
  const trees: number[][] = [];
  for (let t = 0; t < options.trees; t++) {
    for (let i = 0; i < rows.length; i++) {
      const p = 1 / (1 + Math.exp(-margin[i]!));
      gradient[i] = (p - labels[i]!) * weights[i]!;
      hessian[i] = Math.max(1e-6, p * (1 - p)) * weights[i]!;
    }
    const sample = Uint32Array.from(rows.keys()).filter(() => random() < options.rows);
    const columns = binned.edges
      .map((_, f) => f)
      .filter((f) => binned.edges[f]!.length > 0 && random() < options.columns);
    const tree = growTree(binned, sample, columns, gradient, hessian, options);
    trees.push(tree);
    for (let i = 0; i < rows.length; i++) margin[i] = margin[i]! + leafOf(tree, rows[i]!);
  }
  return { start: round(start), trees };
}

function leafOf(tree: readonly number[], features: readonly number[]): number {
  let node = 0;
  while (tree[node]! >= 0)
    node = features[tree[node]!]! <= tree[node + 1]! ? tree[node + 2]! : tree[node + 3]!;
  return tree[node + 1]!;
}

function binAll(rows: readonly (readonly number[])[]): Binned {
  const width = rows[0]!.length;
  const bins: Uint8Array[] = [];
  const edges: number[][] = [];
  for (let f = 0; f < width; f++) {
    const values = rows.map((row) => row[f]!).sort((a, b) => a - b);
    const distinct = [...new Set(values)];
    const wanted =
      distinct.length <= mostBins
        ? distinct
        : Array.from(
            { length: mostBins },
            (_, b) => values[Math.floor(((b + 1) * values.length) / (mostBins + 1))]!,
          );
    const own = [...new Set(wanted)].slice(0, distinct.length <= mostBins ? -1 : undefined).map(round);
    edges.push(own);
    bins.push(Uint8Array.from(rows, (row) => binOf(own, row[f]!)));
  }
  return { bins, edges };
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

function growTree(
  binned: Binned,
  sample: Uint32Array,
  columns: number[],
  gradient: Float64Array,
  hessian: Float64Array,
  options: BoostOptions,
): number[] {
  const nodes: number[] = [];
  const grow = (members: Uint32Array, depth: number): number => {
    const at = nodes.length;
    nodes.push(-1, 0);
    let g = 0;
    let h = 0;
    for (const i of members) {
      g += gradient[i]!;
      h += hessian[i]!;
    }
    const split =
      depth < options.depth ? bestSplit(binned, members, columns, gradient, hessian, g, h, options) : null;
    if (!split) {
      nodes[at + 1] = round((-g / (h + options.lambda)) * options.rate);
      return at;
    }
    const bins = binned.bins[split.feature]!;
    nodes.push(0, 0);
    nodes[at] = split.feature;
    nodes[at + 1] = binned.edges[split.feature]![split.bin]!;
    nodes[at + 2] = grow(
      members.filter((i) => bins[i]! <= split.bin),
      depth + 1,
    );
    nodes[at + 3] = grow(
      members.filter((i) => bins[i]! > split.bin),
      depth + 1,
    );
    return at;
  };
  grow(sample, 0);
  return nodes;
}

function bestSplit(
  binned: Binned,
  members: Uint32Array,
  columns: number[],
  gradient: Float64Array,
  hessian: Float64Array,
  g: number,
  h: number,
  options: BoostOptions,
): { feature: number; bin: number } | null {
  let best: { feature: number; bin: number } | null = null;
  let gain = 1e-3;
  const base = (g * g) / (h + options.lambda);
  const gs = new Float64Array(mostBins + 2);
  const hs = new Float64Array(mostBins + 2);
  for (const feature of columns) {
    gs.fill(0);
    hs.fill(0);
    const bins = binned.bins[feature]!;
    for (const i of members) {
      const b = bins[i]!;
      gs[b] = gs[b]! + gradient[i]!;
      hs[b] = hs[b]! + hessian[i]!;
    }
    let leftG = 0;
    let leftH = 0;
    for (let bin = 0; bin < binned.edges[feature]!.length; bin++) {
      leftG += gs[bin]!;
      leftH += hs[bin]!;
      if (leftH < options.leaf || h - leftH < options.leaf) continue;
      const found =
        (leftG * leftG) / (leftH + options.lambda) +
        ((g - leftG) * (g - leftG)) / (h - leftH + options.lambda) -
        base;
      if (found > gain) {
        gain = found;
        best = { feature, bin };
      }
    }
  }
  return best;
}

const round = (value: number): number => Number(value.toPrecision(4));

/** A small generator of repeatable random numbers. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
