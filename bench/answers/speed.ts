import {
  answer,
  buildIndex,
  decodeIndex,
  encodeIndex,
  type SearchDocument,
} from '../../src/answer-engine/index.ts';
import { omosDocument, readOmos } from './omos.ts';
import { townPages } from './town.ts';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync, constants } from 'node:zlib';
import { seeded } from './training/boost.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

export interface Growth {
  pages: number;
  buildMs: number;
  p50Ms: number;
  p95Ms: number;
  decodeMs: number | null;
  packedMb: number | null;
  memoryMb: number;
}

export const sizes = [1_000, 10_000, 20_000, 100_000];
const asked = 150;
const linesPerPage = 12;

/** How the engine behaves as a town grows: real pages, cut and varied by made-up words so that the vocabulary grows too. */
export function growth(pages: number): Growth {
  const before = memoryMb();
  const varied = variedPages(pages);
  let index = buildIndex([]);
  const buildMs = elapsed(() => (index = buildIndex(varied)));
  const memory = memoryMb() - before;
  const questions = readOmos().questions.slice(0, asked);
  for (const { question } of questions.slice(0, 20)) answer(index, { text: question });
  const times = questions
    .map(({ question }) => elapsed(() => answer(index, { text: question })))
    .sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  const packed = pages <= 20_000 ? encodeIndex(index) : null;
  return {
    pages,
    buildMs,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    memoryMb: memory,
    decodeMs: packed && elapsed(() => decodeIndex(packed)),
    packedMb: packed && packed.length / 1e6,
  };
}

/** Size of the demo town's pack as it goes over the wire, and how long a phone takes to open it. */
export function townPack(): { kilobytes: number; decodeMs: number } {
  const packed = encodeIndex(buildIndex(townPages()));
  decodeIndex(packed);
  const small = brotliCompressSync(packed, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { kilobytes: small.length / 1000, decodeMs: elapsed(() => decodeIndex(packed)) };
}

// Processor time of this process, so that a busy machine does not change the figures.
function elapsed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function memoryMb(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6 + process.memoryUsage().arrayBuffers / 1e6;
}

function variedPages(count: number): SearchDocument[] {
  const random = seeded(11);
  const { pages } = readOmos();
  const syllables = [
    'ba',
    'ken',
    'dor',
    'feld',
    'gra',
    'holm',
    'lin',
    'mar',
    'now',
    'ost',
    'ring',
    'sen',
    'tal',
    'ulm',
    'wit',
    'zar',
  ];
  const name = (): string =>
    Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)]).join('');
  return Array.from({ length: count }, (_, i) => {
    const page = pages[i % pages.length]!;
    if (i < pages.length) return omosDocument(page);
    const from = Math.floor(random() * Math.max(1, page.lines.length - linesPerPage));
    const own = name();
    const lines = page.lines
      .slice(from, from + linesPerPage)
      .map((line) =>
        line.replace(/\p{Lu}\p{Ll}{6,}/gu, (word) => (random() < 0.3 ? `${word} ${name()}` : word)),
      );
    return omosDocument({ id: `${page.id}-${i}`, title: `${page.lines[0]} ${own}`, lines });
  });
}
