import { createShelf } from './shelf.server.ts';
import type { Shelf } from './shelf.server.ts';

type Op = keyof Shelf;
type Result<Name extends Op> = ReturnType<Shelf[Name]>;
/** What a function of a shelf is given, the town first. */
export type Given<Name extends Op> = Parameters<Shelf[Name]>;

/**
 * A shelf wherever it stands.
 * @param asker whoever all of this is done for (the scope of a request): who came first is served first, all the way.
 */
export type ShelfDoor = <Name extends Op>(
  asker: object,
  name: Name,
  ...given: Given<Name>
) => Promise<Result<Name>>;

/** A shelf in this thread: each question is answered at once, and whatever else the thread does waits. */
export function shelfHere(): ShelfDoor {
  const shelf = createShelf();
  return async (_, name, ...given) => callShelf(shelf, name, given);
}

/** Calls a function of a shelf by its name. */
export function callShelf<Name extends Op>(shelf: Shelf, name: Name, given: Given<Name>): Result<Name> {
  return (shelf[name] as (...given: Given<Name>) => Result<Name>)(...given);
}
