import { expect, test } from 'vitest';
import { filesIn, lineAt } from './source-files.ts';

const migrations = filesIn('database/migrations', /\.sql$/);

/** What PostgreSQL learned after 15; a town hall may still run 15. */
const NEWER_THAN_15: Readonly<Record<string, RegExp>> = {
  'json constructors and IS JSON (16)':
    /\b(json_arrayagg|json_objectagg|json_array|json_object)\s*\(|\bis\s+(not\s+)?json\b/i,
  'any_value (16)': /\bany_value\s*\(/i,
  'random_normal (16)': /\brandom_normal\s*\(/i,
  'regexp on locale provider builtin (17)': /\blocale_provider\s*=?\s*'?builtin/i,
  'json_table, json_query, json_value, json_exists (17)':
    /\bjson_(table|query|value|exists|scalar|serialize)\s*\(/i,
  'merge … returning and merge_action (17)': /\bmerge_action\s*\(|\bmerge\s+into\b[^;]*\breturning\b/i,
  'copy … on_error (17)': /\bon_error\b/i,
  'maintain privilege (17)': /\bgrant\s+maintain\b/i,
  'identity on partitioned tables, alter … set expression (17)': /\bset\s+expression\s+as\b/i,
  'uuidv7 and uuidv4 (18)': /\buuidv[47]\s*\(/i,
  'virtual generated columns (18)': /\bgenerated\s+always\s+as\s*\([^;]*\)\s*(virtual\b|,|\n)/i,
  'temporal keys: without overlaps, period (18)':
    /\bwithout\s+overlaps\b|\bforeign\s+key\s*\([^)]*\bperiod\b/i,
  'not enforced (18)': /\bnot\s+enforced\b/i,
  'returning old and new (18)': /\breturning\b[^;]*\b(old|new)\./i,
  'not null as a named constraint, not valid (18)': /\bconstraint\s+\w+\s+not\s+null\b/i,
  'casefold, array_sort, array_reverse, crc32 (18)': /\b(casefold|array_sort|array_reverse|crc32c?)\s*\(/i,
};

test('migrations use nothing newer than PostgreSQL 15', () => {
  const found = migrations.flatMap(({ path, text }) => {
    const sql = withoutComments(text);
    return Object.entries(NEWER_THAN_15).flatMap(([what, pattern]) => {
      const match = pattern.exec(sql);
      return match ? [`${path}:${lineAt(sql, match.index)} ${what}`] : [];
    });
  });
  expect(found).toEqual([]);
});

test('migrations are numbered, each number once, and named in words', () => {
  const names = migrations.map((file) => file.path.split('/').at(-1)!);
  expect(names.filter((name) => !/^\d{4}-[a-z0-9-]+\.sql$/.test(name))).toEqual([]);
  const numbers = names.map((name) => name.slice(0, 4));
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});

test('no migration opens or ends a transaction: the runner does', () => {
  const found = migrations.filter(({ text }) =>
    /^\s*(begin|commit|rollback|start\s+transaction)\s*;/im.test(withoutComments(text)),
  );
  expect(found.map((file) => file.path)).toEqual([]);
});

/** Comments become blanks, so that lines keep their numbers. */
function withoutComments(sql: string): string {
  return sql.replace(/--[^\n]*/g, '');
}
