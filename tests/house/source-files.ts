import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the root of the repository, with slashes. */
  path: string;
  text: string;
}

const NOT_OURS = new Set(['node_modules', 'build', 'coverage', 'test-results']);

/** The repository's own files below a folder whose path fits, in order of their names. */
export function filesIn(folder: string, fits: RegExp): SourceFile[] {
  return pathsIn(folder)
    .filter((path) => fits.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

export function pathsIn(folder: string): string[] {
  const start = join(ROOT, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name) && !/^\.(?!ci$)/.test(entry.name))
    .flatMap((entry) => {
      const path = relative(ROOT, join(start, entry.name)).replaceAll('\\', '/');
      return entry.isDirectory() ? pathsIn(path) : [path];
    })
    .sort();
}

/** Names of the folders right below a folder; an empty one is none, as git sees it. */
export function foldersIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && pathsIn(`${folder}/${entry.name}`).length > 0)
    .map((entry) => entry.name)
    .sort();
}

/** Folders below a folder at any depth, as paths. */
export function foldersBelow(folder: string): string[] {
  return foldersIn(folder)
    .map((name) => `${folder}/${name}`)
    .flatMap((path) => [path, ...foldersBelow(path)]);
}

/** The code a process runs: no tests. */
export function isCode(path: string): boolean {
  return /\.(ts|svelte|mjs)$/.test(path) && !/\.(test|e2e|bench)\.ts$/.test(path);
}

export function codeIn(folder: string): SourceFile[] {
  return filesIn(folder, /\.(ts|svelte|mjs)$/).filter((file) => isCode(file.path));
}

/** Number of the line a position lies in, for messages one can click. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
