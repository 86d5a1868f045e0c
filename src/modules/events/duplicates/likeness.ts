/** What two events are compared by. */
export interface Likeness {
  title: string;
  startsAt: Date;
  allDay: boolean;
  venue: string;
  street: string;
}

const SAME_TITLE = 0.72;
const LIKE_TITLE = 0.5;
const LIKE_PLACE = 0.6;
const NEAR_MINUTES = 90;
const SAME_MINUTES = 30;

/**
 * Whether two events are probably one: nearly the same title at about the same time of one day, or a like title at the
 * same time and place. Sources round times and put their own words around a name, but rarely both.
 */
export function looksAlike(a: Likeness, b: Likeness): boolean {
  const minutes = Math.abs(a.startsAt.getTime() - b.startsAt.getTime()) / 60_000;
  // One source knows the day only.
  const near = a.allDay || b.allDay ? 0 : minutes;
  if (near > NEAR_MINUTES) return false;
  const title = similarity(a.title, b.title);
  if (title >= SAME_TITLE) return !contradictEachOther(a, b);
  return title >= LIKE_TITLE && near <= SAME_MINUTES && placeSimilarity(a, b) >= LIKE_PLACE;
}

/** Two places that have nothing in common are two gatherings: "Blutspende" takes place in many villages on one day. */
function contradictEachOther(a: Likeness, b: Likeness): boolean {
  const isKnown = [a, b].every(({ venue, street }) => venue + street !== '');
  return isKnown && placeSimilarity(a, b) < 0.25;
}

function placeSimilarity(a: Likeness, b: Likeness): number {
  const names = [a.venue, a.street].flatMap((mine) =>
    [b.venue, b.street].map((theirs) => similarity(mine, theirs)),
  );
  return Math.max(...names);
}

/** From 0 to 1: how much of two texts is the same (Dice coefficient over pairs and triples of letters). */
export function similarity(a: string, b: string): number {
  const [mine, theirs] = [piecesOf(a), piecesOf(b)];
  if (mine.size === 0 || theirs.size === 0) return 0;
  const common = [...mine].filter((piece) => theirs.has(piece)).length;
  const dice = (2 * common) / (mine.size + theirs.size);
  // "Adventsmarkt" and "Adventsmarkt auf dem Lindenplatz" are one name, with words around it.
  const contained = common / Math.min(mine.size, theirs.size);
  return contained === 1 && Math.min(mine.size, theirs.size) >= LEAST_PIECES ? Math.max(dice, 0.8) : dice;
}

// A name of less than about nine letters is found inside others by chance.
const LEAST_PIECES = 9;
const FILLERS =
  /(?<!\p{L})(der|die|das|den|dem|des|im|in|am|an|auf|und|zum|zur|mit|für|von|bei|ein|eine|the|of|and)(?!\p{L})/gu;

function piecesOf(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(FILLERS, ' ')
    .match(/[\p{L}\p{N}]+/gu);
  const pieces = (words ?? []).flatMap((word) => {
    const padded = ` ${word} `;
    return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
  });
  return new Set(pieces);
}
