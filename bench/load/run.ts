import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { startTownServer } from '#tests/town-server';
import { letThemAsk } from './askers.ts';
import type { Load, Measured } from './askers.ts';
import { processorMs } from './processor.ts';

// 200 people ask the built app with the demo town at the same time, over HTTP, on this machine, app, database and askers
// sharing its cores. `--update` writes the baseline, `--seconds 5` makes it short, `--base http://localhost:3000` asks a
// server that runs already (with RATE_LIMITS=off). Beside other work the figures say more of that work than of the app.
const BASELINE = join(import.meta.dirname, 'baseline.json');
const QUESTIONS = join(import.meta.dirname, '../../demo/hagenow/questions.jsonl');
const ASKERS = 200;
const MOST_P95_MS = 150;
const SECONDS = Number(/--seconds[= ](\d+)/.exec(process.argv.join(' '))?.[1] ?? 15);
const READING_MS = 2_000;

const questions = readFileSync(QUESTIONS, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => (JSON.parse(line) as { question: string }).question);

const GREETINGS = [
  '',
  'Guten Tag, ',
  'Hallo, ',
  'Moin, ',
  'Guten Morgen, ',
  'Servus, ',
  'Eine Frage: ',
  'Bitte: ',
  'Sagen Sie mal, ',
  'Kurze Frage: ',
];
const THANKS = [
  '',
  ' Danke!',
  ' Vielen Dank.',
  ' Danke schön.',
  ' Besten Dank!',
  ' Danke im Voraus.',
  ' Herzlichen Dank!',
  ' Dankeschön!',
  ' Merci!',
  ' Tausend Dank!',
];

/** The n-th of so many questions that no answer can be remembered from an earlier one. */
function newQuestion(n: number): string {
  // Not one subject after the other, as they stand in the list.
  const question = questions[(n * 7919) % questions.length]!;
  const round = Math.floor(n / questions.length);
  const greeting = GREETINGS[round % GREETINGS.length]!;
  const thanks = THANKS[Math.floor(round / GREETINGS.length) % THANKS.length]!;
  return `${greeting}${question}${thanks}`;
}

// Of what a town is asked most is asked by many; the app remembers a thousand questions a town.
const ASKED_BY_MANY = 500;
const askedBefore = (n: number) => questions[n % ASKED_BY_MANY]!;

// More different questions than are remembered, each as likely as any other: a town's people ask less evenly.
const atRandom = () => questions[Math.floor(Math.random() * questions.length)]!;

// Without a pause and all new, the engine alone needs more than the cores have: that load tells the most a machine answers.
const LOADS: Record<string, Omit<Load, 'base' | 'seconds'>> = {
  'people who read the answer': { askers: ASKERS, pauseMs: READING_MS, question: newQuestion },
  'people, questions asked before': { askers: ASKERS, pauseMs: READING_MS, question: askedBefore },
  'without a pause, asked before': { askers: ASKERS, pauseMs: 0, question: askedBefore },
  'without a pause, at random': { askers: ASKERS, pauseMs: 0, question: atRandom },
  'without a pause, all new': { askers: ASKERS, pauseMs: 0, question: newQuestion },
};

/** Loads that hold the promise; the others tell how far it reaches. */
const BOUND = ['people who read the answer', 'without a pause, asked before', 'without a pause, at random'];

const given = /--base[= ](\S+)/.exec(process.argv.join(' '))?.[1];
const town = given ? null : await startTownServer({ env: { LOG_LEVEL: 'warn' } });
try {
  const base = given ?? town!.url;
  // The first questions build the index and warm the engine up.
  await letThemAsk({ base, askers: 20, seconds: Math.min(5, SECONDS), pauseMs: 0, question: newQuestion });
  const figures: Record<string, Figures> = {};
  for (const [name, load] of Object.entries(LOADS)) {
    figures[name] = await measure({ ...load, base, seconds: SECONDS });
    tell(name, figures[name]);
  }
  compare(figures);
} finally {
  await town?.stop();
}

/** With the processor time of app and database a request, where this run started them. */
interface Figures extends Measured {
  processorMs: number | null;
}

async function measure(load: Load): Promise<Figures> {
  const used = (): number | null => (town?.process.pid ? processorMs(town.process.pid) : null);
  const before = used();
  const measured = await letThemAsk(load);
  const after = used();
  const isKnown = before !== null && after !== null && measured.requests > 0;
  return {
    ...measured,
    processorMs: isKnown ? Math.round(((after - before) / measured.requests) * 100) / 100 : null,
  };
}

function tell(
  name: string,
  { requests, perSecond, p50Ms, p95Ms, p99Ms, failed, processorMs: processor }: Figures,
): void {
  const columns = [
    `${perSecond}/s`,
    `p50 ${p50Ms}`,
    `p95 ${p95Ms}`,
    `p99 ${p99Ms} ms`,
    `${failed} of ${requests} failed`,
    ...(processor === null ? [] : [`${processor} ms of processor each`]),
  ];
  console.log(`${name.padEnd(32)} ${columns.join('  ')}`);
}

function compare(figures: Record<string, Figures>): void {
  const now = { cores: availableParallelism(), askers: ASKERS, seconds: SECONDS, figures };
  const isGood = Object.values(figures).every(({ failed }) => failed === 0);
  // Refusals are quick; their times are no figures.
  if (process.argv.includes('--update') && isGood)
    writeFileSync(BASELINE, `${JSON.stringify(now, null, 2)}\n`);
  const before = existsSync(BASELINE) ? (JSON.parse(readFileSync(BASELINE, 'utf8')) as typeof now) : null;
  for (const [name, { p95Ms, failed }] of Object.entries(figures)) {
    const known = before?.figures[name]?.p95Ms;
    if (known !== undefined) console.log(`${name.padEnd(32)} p95 ${p95Ms} ms, baseline ${known} ms`);
    if (failed > 0) process.exitCode = 1;
  }
  for (const name of BOUND) {
    const { p95Ms } = figures[name]!;
    console.log(`${name.padEnd(32)} p95 ${p95Ms} ms, at most ${MOST_P95_MS} ms`);
    if (p95Ms > MOST_P95_MS) process.exitCode = 1;
  }
}
