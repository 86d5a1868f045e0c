import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foundations, gatherers, subjects } from '../../architecture.mjs';
import { codeIn, filesIn, foldersBelow, foldersIn, lineAt, ROOT } from './source-files.ts';

const modules = foldersIn('src/modules');
const named = [...foundations, ...Object.keys(subjects), ...gatherers];

test('architecture.mjs names every module that has a folder', () => {
  expect(modules.filter((name) => !named.includes(name))).toEqual([]);
});

test('architecture.mjs names no module twice and no module without a folder', () => {
  expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
  expect(named.filter((name) => !modules.includes(name))).toEqual([]);
});

test('neighbours are rooms that exist', () => {
  const neighbours = Object.values<string[]>(subjects).flat();
  expect(neighbours.filter((name) => !named.includes(name))).toEqual([]);
});

test('every module tells in a README of at most 15 lines what it is', () => {
  const lines = modules.map((name) => {
    const path = join(ROOT, 'src/modules', name, 'README.md');
    return { name, lines: existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').length : 0 };
  });
  expect(lines.filter((readme) => readme.lines === 0 || readme.lines > 15)).toEqual([]);
});

test('every room of the platform has a README', () => {
  const without = foldersIn('src/platform').filter(
    (name) => !existsSync(join(ROOT, 'src/platform', name, 'README.md')),
  );
  expect(without).toEqual([]);
});

test('every module has both doors', () => {
  const missing = modules.flatMap((name) =>
    ['index.ts', 'index.server.ts']
      .map((door) => `src/modules/${name}/${door}`)
      .filter((door) => !existsSync(join(ROOT, door))),
  );
  expect(missing).toEqual([]);
});

test('no folder has a name that says nothing', () => {
  const nameless = /\/(lib|libs|utils?|shared|helpers?|core|common|misc)$/;
  const folders = ['src', 'tests', 'bench', 'docs', 'database'].flatMap(foldersBelow);
  expect(folders.filter((path) => nameless.test(path))).toEqual([]);
});

test('worker and command line run modules and platform without a page', () => {
  const files = [...codeIn('src/modules'), ...codeIn('src/platform')].filter(
    (file) => !/^src\/modules\/[^/]+\/ui\//.test(file.path),
  );
  expect(places(files, /['"]\$app\//g)).toEqual([]);
});

test('the answer engine imports nothing but itself', () => {
  const files = codeIn('src/answer-engine');
  expect(places(files, /(?:from|import\()\s*['"](?!\.{1,2}\/)/g)).toEqual([]);
});

/** Components that may print HTML as it is, and why nobody can put a script there. */
const RAW_HTML: Readonly<Record<string, string>> = {
  'src/routes/verwaltung/desk.client.ts':
    'the preview as the server wrote it: title and lead escaped, the text by renderMarkdown',
  'src/ui/Icon.svelte': 'drawings of lucide-static, chosen by name',
  'src/ui/Prose.svelte': 'what renderMarkdown of platform/formats wrote, which knows no raw HTML',
  'src/ui/StructuredData.svelte': 'JSON-LD with every < escaped',
};

test('raw HTML is printed where it is known to be harmless, and nowhere else', () => {
  const found = codeIn('src').filter((file) =>
    /\{@html\b|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write/.test(file.text),
  );
  expect(found.map((file) => file.path)).toEqual(Object.keys(RAW_HTML));
});

test('no unfinished work is left without a number', () => {
  const files = filesIn('src', /\.(ts|svelte|css|mjs|sql)$/);
  expect(places(files, /\b(TODO|FIXME|XXX)\b(?!\s*\(?#\d)/g)).toEqual([]);
});

function places(files: { path: string; text: string }[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map((match) => `${path}:${lineAt(text, match.index)}`),
  );
}
