/** Work in the order in which those came for whom it is done: what somebody still needs goes before who came later. */
export interface Queue<Work> {
  add(asker: object, work: Work): void;
  take(): Work | undefined;
  /** Takes back what was taken last and could not be done. */
  giveBack(works: readonly Work[]): void;
  size(): number;
}

export function createQueue<Work>(): Queue<Work> {
  // A number for each asker; forgotten with them.
  const tickets = new WeakMap<object, number>();
  const waiting: { ticket: number; work: Work }[] = [];
  let came = 0;

  function ticketOf(asker: object): number {
    const known = tickets.get(asker);
    if (known !== undefined) return known;
    tickets.set(asker, ++came);
    return came;
  }

  return {
    size: () => waiting.length,
    add(asker, work) {
      const ticket = ticketOf(asker);
      let at = waiting.length;
      // Mostly the last place at once: only those who were here before pass others.
      while (at > 0 && waiting[at - 1]!.ticket > ticket) at--;
      waiting.splice(at, 0, { ticket, work });
    },
    take: () => waiting.shift()?.work,
    giveBack: (works) => void waiting.unshift(...works.map((work) => ({ ticket: 0, work }))),
  };
}
