/** Things whose marks would touch, as one mark. */
export interface Cluster<T> {
  x: number;
  y: number;
  members: T[];
}

/** Puts together what lies closer than two marks are wide; the first of each group gives the order. */
export function clusterMarks<T>(
  things: readonly T[],
  positionOf: (thing: T) => readonly [number, number],
  distance: number,
): Cluster<T>[] {
  const clusters: Cluster<T>[] = [];
  for (const thing of things) {
    const [x, y] = positionOf(thing);
    const near = clusters.find((cluster) => Math.hypot(cluster.x - x, cluster.y - y) < distance);
    if (!near) clusters.push({ x, y, members: [thing] });
    else {
      near.members.push(thing);
      // The mark moves to the middle of what it stands for.
      near.x += (x - near.x) / near.members.length;
      near.y += (y - near.y) / near.members.length;
    }
  }
  return clusters;
}
