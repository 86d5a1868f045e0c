import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { readInstant } from '../dates/read.ts';
import { decodeText } from '../rows/decode.ts';
import { readJson } from '../tables/json.ts';
import { readXml } from '../xml/read.ts';

export type Open311ReadRefusal = 'answer-not-open311' | 'answer-broken';
export type Node = Record<string, unknown>;

const MAX_ITEMS = 10_000;

/**
 * An answer as a tree, whichever of the two formats it has; servers send JSON as `text/html` and XML as
 * `text/plain`, so the first sign counts. A web page (an error of a proxy, a login) is no answer.
 */
export function readTree(
  bytes: Uint8Array,
  contentType?: string | null,
): Outcome<unknown, Open311ReadRefusal> {
  const start = decodeText(bytes, { contentType: contentType ?? null, guess: true });
  if (!start.ok) return refuse('answer-broken');
  const first = start.value.replace(/^[\s\ufeff]+/, '').slice(0, 200);
  if (/^[[{]/.test(first)) {
    const read = readJson(bytes);
    return read.ok ? done(read.value) : refuse('answer-broken');
  }
  if (!first.startsWith('<')) return refuse('answer-not-open311');
  const read = readXml(bytes, contentType ?? null);
  // A page is rarely well-formed XML; its doctype alone tells it apart from a cut-off answer.
  if (!read.ok) return refuse(/<!doctype html|<html/i.test(first) ? 'answer-not-open311' : 'answer-broken');
  if (read.value.rootName.toLowerCase() === 'html') return refuse('answer-not-open311');
  return done({ [read.value.rootName]: read.value.root });
}

/**
 * The rows of a list, however they are wrapped: a bare array, `{ services: [...] }`, `{ services: { service: … } }`,
 * or one row alone, told by a field it must have.
 */
export function rowsOf(tree: unknown, marks: readonly string[]): Node[] | null {
  const isRow = (one: Node) =>
    marks.some((mark) => textOf(one[mark]) !== null || childrenOf(one[mark], 'attribute').length > 0);
  if (Array.isArray(tree)) {
    const rows = tree.filter(isNode).slice(0, MAX_ITEMS);
    return tree.length === 0 || rows.some(isRow) ? rows : null;
  }
  if (!isNode(tree)) return null;
  if (isRow(tree)) return [tree];
  for (const value of Object.values(tree)) {
    const found = rowsOf(value, marks);
    if (found) return found;
  }
  return null;
}

/** The children of a list element: `<values><value/></values>` or a JSON array. */
export function childrenOf(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value;
  if (!isNode(value)) return [];
  const inner = value[name];
  return Array.isArray(inner) ? inner : inner === undefined ? [] : [inner];
}

/** The first of these fields that says something. `null`, `""` and the words "null" and "undefined" do not. */
export function textAt(node: Node, ...names: string[]): string | null {
  for (const name of names) {
    const text = textOf(node[name]);
    if (text !== null) return text;
  }
  return null;
}

export function textOf(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isNode(value)) return textOf(value['#text']);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' || text === 'null' || text === 'undefined' ? null : text;
}

export function booleanAt(node: Node, ...names: string[]): boolean {
  return /^(true|1|yes|ja)$/i.test(textAt(node, ...names) ?? '');
}

/** A decimal number, also with the comma some German servers write. */
export function numberAt(node: Node, ...names: string[]): number | null {
  const text = textAt(node, ...names);
  if (text === null || !/^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(text)) return null;
  return Number(text.replace(',', '.'));
}

/** A date of the specification, of a feed, or seconds since 1970; without zone the town's own time is meant. */
export function instantAt(node: Node, ...names: string[]): Date | null {
  const text = textAt(node, ...names);
  if (text === null) return null;
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return new Date(Number(text));
  return readInstant(text);
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
