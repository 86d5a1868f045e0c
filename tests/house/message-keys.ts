import { codeIn, lineAt } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

export interface KeyUse {
  /** The key, or its pattern where parts are filled in: `news.category.*`. */
  key: string;
  at: string;
}

const code = codeIn('src').filter((file) => !file.path.startsWith('src/answer-engine/'));

/** Keys handed to the translator by name: `t('ui.start')`, `t(open ? 'places.open' : 'places.closed')`. */
export function shownKeys(): KeyUse[] {
  return code.flatMap((file) =>
    [...file.text.matchAll(/(?<![\w$])t\(/g)].flatMap((match) =>
      keysIn(firstArgument(file.text, match.index + match[0].length)).map((key) =>
        at(file, match.index, key),
      ),
    ),
  );
}

/** Keys that fields name for others to show: `label: 'news.field.link'`. */
export function namedKeys(): KeyUse[] {
  return code.flatMap((file) =>
    [...file.text.matchAll(/\b(?:label|hint):\s*'([a-z][a-z\d]*\.[\w.-]+)'/g)].map((match) =>
      at(file, match.index, match[1]!),
    ),
  );
}

/** Everything in the code that could be a key or a pattern of keys. */
export function possibleKeys(): Set<string> {
  return new Set(
    code.flatMap(({ text }) => [
      ...keysIn(text),
      // Choices of a select: `choice('desk.source.publish-as', […])` asks for `….draft`.
      ...[...text.matchAll(/\bchoice\(\s*'([\w.-]+)'/g)].map((match) => `${match[1]}.*`),
      // What belongs to a key named elsewhere: `${key}.text`.
      ...[...text.matchAll(/`\$\{[\w.]+\}\.([\w-]+)`/g)].map((match) => `*.${match[1]}`),
    ]),
  );
}

/** Whether `key` is `pattern`, or what it can become. */
export function fits(pattern: string, key: string): boolean {
  if (!pattern.includes('*')) return pattern === key;
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`).test(key);
}

const KEY =
  /'([a-z][a-z\d]*(?:\.[\w-]+)+)'|"([a-z][a-z\d]*(?:\.[\w-]+)+)"|`([a-z][a-z\d]*\.(?:[\w.-]|\$\{[^{}`]*(?:\{[^{}]*\}[^{}`]*)*\})+)`/g;

function keysIn(text: string): string[] {
  return [...text.matchAll(KEY)].map((match) =>
    (match[1] ?? match[2] ?? match[3]!).replace(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, '*'),
  );
}

/** The text up to the comma or bracket that ends an argument. */
function firstArgument(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length && at < start + 500; at++) {
    const sign = text[at]!;
    if ('([{'.includes(sign)) depth++;
    else if (depth === 0 && ',)'.includes(sign)) return text.slice(start, at);
    else if (')]}'.includes(sign)) depth--;
  }
  return '';
}

function at(file: SourceFile, position: number, key: string): KeyUse {
  return { key, at: `${file.path}:${lineAt(file.text, position)}` };
}
