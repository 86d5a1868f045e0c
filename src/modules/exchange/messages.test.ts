import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import { IMPORTERS } from './model.ts';

/** Reasons as the code that reads and fetches names them. Open311 and catalogues of data never come by a source. */
function reasonsInCode(): string[] {
  const files = globSync('src/{platform/{formats,http},modules/exchange}/**/*.ts').filter(
    (file) => !file.endsWith('.test.ts') && !/formats\/(?:open311|dcat)\//.test(file),
  );
  const said =
    /(?:refuse\(|rowFault\(|Refused\(|reason: |MomentFault\(|Fault\(|\? |: |return )'([a-z]+(?:-[a-z]+)+)'/g;
  const found = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(said)].map((match) => match[1]!),
  );
  return [...new Set(found)].sort();
}

// Words of the code that look like reasons and are none.
const NO_REASONS = [
  'accept-encoding',
  'content-encoding',
  'content-length',
  'content-type',
  'dry-run',
  'en-GB',
  'de-DE',
  'guide-dog',
  'if-modified-since',
  'if-none-match',
  'induction-loop',
  'key-or-end',
  'last-modified',
  'never-run',
  'other-town',
  'places-json',
  'step-free',
  'user-agent',
  'utility-model',
  'utf-16be',
  'utf-16le',
  'utf-8',
  'value-or-end',
  'windows-1252',
  'x-gzip',
  'de-x-leicht',
  'rule-broken-off',
];

test('every reason the code gives has a sentence that says what to do', () => {
  const missing = reasonsInCode().filter(
    (reason) => !NO_REASONS.includes(reason) && !(`exchange.fault.${reason}` in de),
  );
  expect(missing).toEqual([]);
});

test('German and English say the same things with the same values', () => {
  expect(Object.keys(en)).toEqual(Object.keys(de));
  const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();
  for (const key of Object.keys(de) as (keyof typeof de)[])
    expect([key, values(en[key])]).toEqual([key, values(de[key])]);
});

test('every importer has a name', () => {
  expect(IMPORTERS.filter((name) => !(`exchange.importer.${name}` in de))).toEqual([]);
});
