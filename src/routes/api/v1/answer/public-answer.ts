import type { TownAnswer } from '#modules/assistant';

/** An answer as the open interface tells it: two outcomes, whole addresses. */
export function publicAnswer(given: TownAnswer, origin: string) {
  const whole = <Linked extends { url: string }>(linked: Linked): Linked => ({
    ...linked,
    url: new URL(linked.url, origin).href,
  });
  return {
    ...given,
    // "possible" is a decline that names pages worth a look.
    outcome: given.outcome === 'answered' ? ('answered' as const) : ('declined' as const),
    possible: given.outcome === 'possible',
    citations: given.citations.map(whole),
    closest: given.closest.map(whole),
  };
}

export type PublicAnswer = ReturnType<typeof publicAnswer>;
