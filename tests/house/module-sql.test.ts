import { expect, test } from 'vitest';
import { foundations } from '../../architecture.mjs';
import { codeIn, filesIn, foldersIn, lineAt } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

const schemas = filesIn('database/migrations', /\.sql$/).flatMap(({ text }) =>
  [...text.matchAll(/^create schema (\w+)/gm)].map((match) => match[1]!),
);

/** Tables other rooms may name: content is joined with the details of its kind, and only read there. */
const OPEN_TABLES = ['publishing.entry'];

const rooms = [
  ...foldersIn('src/modules').map((name) => ({ name, files: codeIn(`src/modules/${name}`) })),
  ...['audit', 'jobs'].map((name) => ({ name, files: codeIn(`src/platform/${name}`) })),
];

test('a module describes tables of its own schema only', () => {
  const foreign = rooms.flatMap(({ name, files }) =>
    files.flatMap(({ path, text }) =>
      [...text.matchAll(/pgSchema\('(\w+)'\)/g)]
        .filter((match) => match[1] !== name)
        .map((match) => `${path}:${lineAt(text, match.index)} ${match[1]}`),
    ),
  );
  expect(foreign).toEqual([]);
});

test('the SQL of a module names its own schema, and of others what content shares', () => {
  const foreign = rooms.flatMap(({ name, files }) =>
    files.flatMap((file) =>
      namedTables(file)
        .filter(({ table }) => table.split('.')[0] !== name)
        .filter(({ table }) => foundations.includes(name) || !OPEN_TABLES.includes(table))
        .map(({ table, line }) => `${file.path}:${line} ${table}`),
    ),
  );
  expect(foreign).toEqual([]);
});

test('no module writes to a table of another', () => {
  const foreign = rooms.flatMap(({ name, files }) =>
    files
      .filter((file) => name !== 'publishing' && /\b(insert|update|delete)\(entry\)/.test(file.text))
      .filter((file) => /import \{[^}]*\bentry\b[^}]*\} from '#modules\/publishing/.test(file.text))
      .map((file) => file.path),
  );
  expect(foreign).toEqual([]);
});

test('every table named in SQL spells its schema', () => {
  const bare = rooms.flatMap(({ files }) =>
    files.flatMap((file) =>
      statements(file).flatMap(({ sql, at }) => {
        const own = [...sql.matchAll(/\bwith (?:recursive )?(\w+)/g)].map((match) => match[1]);
        return [...sql.matchAll(/\b(?:from|join|into|update)\s+([a-z_]+)\b(?![.(a-z_])/g)]
          .filter((match) => !own.includes(match[1]) && !/^(set|lateral|unnest|only|select)$/.test(match[1]!))
          .map((match) => `${file.path}:${lineAt(file.text, at)} ${match[1]}`);
      }),
    ),
  );
  expect(bare).toEqual([]);
});

interface Statement {
  sql: string;
  at: number;
}

/** What stands between the backticks of sql`…`, without its parameters. */
function statements({ text }: SourceFile): Statement[] {
  return [...text.matchAll(/\bsql(?:<[^`]*?>)?`((?:[^`\\]|\\.)*)`/g)].map((match) => ({
    sql: match[1]!.replace(/\$\{[^}]*\}/g, '?'),
    at: match.index,
  }));
}

function namedTables(file: SourceFile): { table: string; line: number }[] {
  const pattern = new RegExp(`\\b(${schemas.join('|')})\\.(\\w+)\\b`, 'g');
  return statements(file).flatMap(({ sql, at }) =>
    // `article.entry_id` is a column of the table that has its schema's name nowhere: only what follows a verb counts.
    [...sql.matchAll(pattern)]
      .filter((match) => /\b(from|join|into|update)\s+$/.test(sql.slice(0, match.index)))
      .map((match) => ({ table: match[0], line: lineAt(file.text, at) })),
  );
}
