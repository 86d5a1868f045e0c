import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const kern = readFileSync(new URL(import.meta.resolve('@kern-ux/native/dist/kern.min.css')), 'utf8');
const tokens = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

const colours = (css: string) =>
  [...css.matchAll(/oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/g)].map((match) =>
    match.slice(1).map(Number).join(' '),
  );

test('every colour that is not the town’s own is one of KERN', () => {
  const known = new Set(colours(kern));
  expect(known.size).toBeGreaterThan(100);
  expect(colours(tokens).filter((colour) => !known.has(colour))).toEqual([]);
});

test('every KERN name used for a colour exists in KERN', () => {
  const names = [...tokens.matchAll(/^\s+(--kern-[a-z-]+):/gm)].map((match) => match[1]!);
  expect(names.filter((name) => !kern.includes(`${name}:`))).toEqual([]);
});
