import { PLACE_TREE, rootOf } from '#modules/places';

/** Kinds to choose from: the first level as far as the town has such places, and what lies below the choice. */
export function choicesOf(
  inUse: readonly string[],
  chosen: string | null,
): { roots: string[]; leaves: string[]; root: string | null } {
  const root = chosen && rootOf(chosen);
  const used = (kind: string) => inUse.includes(kind);
  return {
    root,
    roots: Object.entries(PLACE_TREE)
      .filter(([name, leaves]) => name === root || used(name) || leaves.some(used))
      .map(([name]) => name),
    leaves: root ? PLACE_TREE[root].filter((leaf) => leaf === chosen || used(leaf)) : [],
  };
}
