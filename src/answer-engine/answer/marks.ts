/**
 * Most words of a page are not asked about. Each has a mark, and the marks of what is asked lie in a short list of bytes:
 * a look there passes over nearly all of them before anything is looked up by name.
 */
const markBits = 12;
const markCount = 1 << markBits;

/** The mark of each text; equal texts have equal marks. */
export function marksOf(texts: readonly string[]): Uint16Array {
  return Uint16Array.from(texts, markOf);
}

function markOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return markOfNumber(hash);
}

/** The mark of a number, for letter grams. */
export function markOfNumber(number: number): number {
  return (Math.imul(number, 0x9e3779b1) >>> (32 - markBits)) & (markCount - 1);
}

/** Marks with 1 where one of these has its mark. */
export function lookedFor(marks: Iterable<number>): Uint8Array {
  const bytes = new Uint8Array(markCount);
  for (const mark of marks) bytes[mark] = 1;
  return bytes;
}
