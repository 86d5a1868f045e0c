// A part of a page has its styles tied to a class of its own, which Svelte makes: `.button.svelte-1j8p21y`.
const SCOPE = /svelte-[a-z0-9]+/g;
const SHEET = /(<style[^>]*>)([^]*?)(<\/style>)/g;
const RULE = /([^{}]*)\{[^{}]*\}/g;
const EMPTY_BLOCK = /@media[^{}]*\{\s*\}/g;
/** On an element in which a script sets parts of other pages, which then need their styles. */
const GROWS = ' data-grows';
const MOST_SHEETS = 300;

/** A piece of a style sheet, and the one part of a page it is for; the rest is for all. */
interface Piece {
  text: string;
  scope: string | null;
}
const known = new Map<string, readonly Piece[]>();

/**
 * Leaves out the styles of parts that are not on this page. A route carries the styles of all its states (the form, its
 * errors, the preview, the empty list), and a reader with a slow line sees one of them.
 */
export function withoutUnusedStyles(html: string): string {
  if (html.includes(GROWS)) return html;
  const used = new Set(html.replace(SHEET, '').match(SCOPE));
  return html.replace(SHEET, (_, open: string, sheet: string, close: string) => {
    const kept = piecesOf(sheet).filter(({ scope }) => scope === null || used.has(scope));
    const text = kept.map((piece) => piece.text).join('');
    return open + text.replace(EMPTY_BLOCK, '') + close;
  });
}

/** Taken apart once: each route has one style sheet. */
function piecesOf(sheet: string): readonly Piece[] {
  const before = known.get(sheet);
  if (before) return before;
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: text, 1: selector, index } of sheet.matchAll(RULE)) {
    const scope = selector!.match(SCOPE)?.[0] ?? null;
    if (scope === null) continue;
    pieces.push({ text: sheet.slice(end, index), scope: null }, { text, scope });
    end = index + text.length;
  }
  pieces.push({ text: sheet.slice(end), scope: null });
  // While developing, sheets change without end.
  if (known.size >= MOST_SHEETS) known.clear();
  known.set(sheet, pieces);
  return pieces;
}
