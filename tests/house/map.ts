// `npm run map`: draws who enters whose room, from the real imports, between two markers of ARCHITECTURE.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foundations, gatherers, subjects } from '../../architecture.mjs';
import { codeIn, foldersIn, ROOT } from './source-files.ts';

const PAGE = join(ROOT, 'ARCHITECTURE.md');
const START = '<!-- map -->';
const END = '<!-- /map -->';

interface Arrow {
  from: string;
  to: string;
}

/** The map as the imports of today draw it: a Mermaid block. */
export function drawMap(): string {
  const rooms = foldersIn('src/modules');
  const named = (names: readonly string[]) => names.filter((name) => rooms.includes(name));
  const groups: [string, readonly string[]][] = [
    ['gathering', named(gatherers)],
    ['subjects of town life', named(Object.keys(subjects))],
    ['foundation', named(foundations)],
  ];
  return [
    '```mermaid',
    'flowchart TD',
    '  routes --> wiring',
    ...groups.flatMap(([title, names], index) => [
      `  subgraph g${index} [${title}]`,
      ...names.map((name) => `    ${name}`),
      '  end',
    ]),
    '  engine[answer-engine]',
    ...shownArrows().map(({ from, to }) => `  ${from} --> ${to}`),
    '```',
  ].join('\n');
}

/**
 * Arrows between rooms. All use the platform and the design system, so those are not drawn; wiring enters every
 * module, so it gets one arrow to each group; what another arrow already says is left out.
 */
function shownArrows(): Arrow[] {
  const between = arrows().filter(({ from }) => from !== 'wiring' && from !== 'routes');
  const wired = ['g0', 'g1', 'g2'].map((group) => ({ from: 'wiring', to: group }));
  // Every subject is content and enters publishing: one arrow for all of them.
  const content = Object.keys(subjects).every((name) =>
    between.some((arrow) => arrow.from === name && arrow.to === 'publishing'),
  );
  const drawn = content
    ? [
        { from: 'g1', to: 'publishing' },
        ...between.filter((arrow) => !(arrow.from in subjects && arrow.to === 'publishing')),
      ]
    : between;
  return [...wired, ...drawn];
}

/** Which room imports from which, once each, in order. */
export function arrows(): Arrow[] {
  const seen = new Set<string>();
  for (const { path, text } of codeIn('src')) {
    const from = roomOf(path);
    if (!from) continue;
    for (const [, target] of text.matchAll(/(?:from|import)\s*\(?\s*'(#[\w./-]+)'/g)) {
      const to = roomBehind(target!);
      if (to && to !== from) seen.add(`${from} ${to}`);
    }
  }
  return [...seen].sort().map((arrow) => {
    const [from = '', to = ''] = arrow.split(' ');
    return { from, to };
  });
}

function roomOf(path: string): string | null {
  const [, place = '', name = ''] = path.split('/');
  if (place === 'modules') return name;
  if (place === 'answer-engine') return 'engine';
  return place === 'routes' || place === 'wiring' ? place : null;
}

function roomBehind(door: string): string | null {
  if (door.startsWith('#modules/')) return door.split('/')[1]!.replace(/\.server$/, '');
  return door === '#answer-engine' ? 'engine' : null;
}

/** The page with the map of today in it; null when the page does not exist or has no place for it. */
export function pageWithMap(): { before: string; after: string } | null {
  if (!existsSync(PAGE)) return null;
  const before = readFileSync(PAGE, 'utf8');
  const start = before.indexOf(START);
  const end = before.indexOf(END);
  if (start < 0 || end < start) return null;
  const after = `${before.slice(0, start + START.length)}\n\n${drawMap()}\n\n${before.slice(end)}`;
  return { before, after };
}

if (process.argv[1] === import.meta.filename) {
  const page = pageWithMap();
  if (!page) console.log(`ARCHITECTURE.md has no ${START} … ${END}; this is the map:\n\n${drawMap()}`);
  else if (page.before === page.after) console.log('The map is up to date.');
  else {
    writeFileSync(PAGE, page.after);
    console.log('ARCHITECTURE.md shows the map of today.');
  }
}
