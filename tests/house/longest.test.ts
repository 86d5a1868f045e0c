import { test } from 'vitest';
import ts from 'typescript';
import { codeIn } from './source-files.ts';

interface Length {
  lines: number;
  what: string;
}

// Sizes we like: a function 5–40 lines, a file below 300 (house style). A longer one may have its reasons.
test('the ten longest functions and files are told, not scolded', () => {
  const files = codeIn('src').filter((file) => !/\/(weights|messages|synonyms)\//.test(file.path));
  const lengths = files.map(({ path, text }) => ({ lines: text.split('\n').length, what: path }));
  const functions = files
    .filter((file) => file.path.endsWith('.ts'))
    .flatMap((file) => functionsOf(file.path, file.text));
  print('Longest files', lengths);
  print('Longest functions', functions);
});

function functionsOf(path: string, text: string): Length[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Length[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const first = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      found.push({ lines: last - first + 1, what: `${nameOf(node)} (${path}:${first + 1})` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function nameOf(node: ts.SignatureDeclaration): string {
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named?.getText() ?? 'a function without a name';
}

function print(title: string, lengths: Length[]): void {
  const longest = lengths.sort((a, b) => b.lines - a.lines).slice(0, 10);
  const rows = longest.map(({ lines, what }) => `  ${String(lines).padStart(5)}  ${what}`);
  console.log([`${title}:`, ...rows].join('\n'));
}
