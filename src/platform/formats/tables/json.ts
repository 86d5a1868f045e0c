import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { decodeText } from '../rows/decode.ts';
import type { EncodingFault } from '../rows/decode.ts';
import { lineCounter } from '../rows/faults.ts';

/** Reads a JSON document; `json-broken` names the line where reading had to stop. */
export function readJson(bytes: Uint8Array): Outcome<unknown, EncodingFault | 'json-broken'> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value.replace(/^\ufeff/, '');
  try {
    return done(JSON.parse(text) as unknown);
  } catch {
    const offset = brokenAt(text);
    const part = text
      .slice(offset, offset + 40)
      .split('\n')[0]!
      .trim();
    return refuse('json-broken', { values: { line: lineCounter(text)(offset), part } });
  }
}

const TOKEN =
  /\s*(?:([{}[\],:])|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)/iy; // eslint-disable-line no-control-regex -- JSON forbids exactly these

/** Where a text stops being JSON. The runtime's own message does not tell the place in most cases. */
function brokenAt(text: string): number {
  const open: string[] = [];
  let expected: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'next' = 'value';
  TOKEN.lastIndex = 0;
  for (let at = 0; ; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    const place = at + /^\s*/.exec(text.slice(at, at + 10_000))![0].length;
    if (!match) return Math.min(place, text.length);
    const sign = match[1] ?? (match[0].trim().startsWith('"') ? 'text' : 'word');
    const isValue = expected === 'value' || expected === 'value-or-end';
    const closes = (sign === '}' && open.at(-1) === '{') || (sign === ']' && open.at(-1) === '[');
    if (isValue && (sign === '{' || sign === '[')) {
      open.push(sign);
      expected = sign === '{' ? 'key-or-end' : 'value-or-end';
    } else if (closes && (expected === 'next' || expected.endsWith('-or-end'))) {
      open.pop();
      expected = 'next';
    } else if (isValue && (sign === 'text' || sign === 'word')) expected = 'next';
    else if (expected.startsWith('key') && sign === 'text') expected = 'colon';
    else if (expected === 'colon' && sign === ':') expected = 'value';
    else if (expected === 'next' && sign === ',' && open.length > 0)
      expected = open.at(-1) === '{' ? 'key' : 'value';
    else return place;
  }
}
