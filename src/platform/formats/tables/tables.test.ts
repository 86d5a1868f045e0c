import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable, writeTable } from './delimited.ts';
import { readJson } from './json.ts';
import { readNdjson } from './ndjson.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function tableOf(input: Uint8Array) {
  const outcome = readTable(input);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

test('a table from an office program: semicolons, quotes with line breaks, windows-1252', () => {
  const text = 'Straße;Note\r\n"Lange ""alte"" Straße";"a;b\r\nc"\r\nWeg;1\r\n';
  const input = Uint8Array.from(text, (character) => character.charCodeAt(0));
  expect(tableOf(input)).toEqual({
    columns: ['Straße', 'Note'],
    separator: ';',
    rows: [
      { line: 2, row: 1, cells: { Straße: 'Lange "alte" Straße', Note: 'a;b\r\nc' } },
      { line: 4, row: 2, cells: { Straße: 'Weg', Note: '1' } },
    ],
    faults: [],
  });
});

test('commas and tabs separate as well; rows of another width and an open quote are named with their line', () => {
  expect(tableOf(bytes('a,b\n1,2')).rows[0]!.cells).toEqual({ a: '1', b: '2' });
  expect(tableOf(bytes('a\tb\n1\t2')).rows[0]!.cells).toEqual({ a: '1', b: '2' });
  const { rows, faults } = tableOf(bytes('a;b\n1\n3;4\n"5;6\n7;8'));
  expect(rows.map((row) => row.line)).toEqual([3]);
  expect(faults.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'columns-wrong'],
    [4, 'quote-open'],
  ]);
});

test('no cell we write starts a formula, and every table comes back', () => {
  expect(writeTable(['a'], [['=cmd|x'], ['+49 3883'], [-5], ['ok']])).toBe(
    "\ufeffa\r\n'=cmd|x\r\n'+49 3883\r\n-5\r\nok\r\n",
  );
  const cell = fc.string({ unit: 'grapheme' }).map((text) => `z${text.replace(/\r\n?/g, '\n').trim()}z`);
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
      const table = tableOf(bytes(writeTable(['a', 'b'], rows)));
      expect(table.rows.map((row) => [row.cells.a, row.cells.b])).toEqual(
        rows.map((row) => row.map((text) => text.toWellFormed())),
      );
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      const first =
        writeTable(['a'], [[text]])
          .split('\r\n')[1]!
          .replace(/^"/, '')
          .trimStart()[0] ?? '';
      expect('=+-@').not.toContain(first === '' ? 'x' : first);
    }),
  );
});

test('JSON lines and documents name the line that is broken', () => {
  const outcome = readNdjson(bytes('{"a":1}\n\n{kaputt\n[2]'));
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      rows: [
        { line: 1, row: 1 },
        { line: 4, row: 3 },
      ],
      faults: [{ line: 3, reason: 'json-broken' }],
    },
  });
  expect(readJson(bytes('{\n"a": 1,\n"b": x\n}'))).toMatchObject({
    reason: 'json-broken',
    details: { values: { line: 3 } },
  });
});
