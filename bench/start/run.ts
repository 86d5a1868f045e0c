import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// How long a newcomer waits: the first start on an empty data folder (installed and built), the second start,
// and what one question costs end to end over HTTP. Times are told, bounds are those of the promise to users.
const ROOT = join(import.meta.dirname, '../..');
const BASELINE = join(import.meta.dirname, 'baseline.json');
const MOST = { firstStartSeconds: 60, restartSeconds: 5, answerP95Ms: 150 };
const QUESTIONS = [
  'Welche Fördermittel gibt es für die Digitalisierung meines Betriebs?',
  'Wer ist Ansprechpartner für Gewerbeflächen?',
  'Wie hoch ist der Gewerbesteuerhebesatz?',
  'Wann hat das Rathaus offen?',
  'Wie ist das Wetter auf dem Mars?',
];
const ROUNDS = 40;

const folder = mkdtempSync(join(tmpdir(), 'ortskern-start-'));
try {
  const first = await measureStart();
  const second = await measureStart(measureAnswers);
  const figures = { firstStartSeconds: first.seconds, restartSeconds: second.seconds, ...second.result! };
  report(figures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

type Answers = { answerP50Ms: number; answerP95Ms: number };

async function measureStart(
  work?: (base: string) => Promise<Answers>,
): Promise<{ seconds: number; result?: Answers }> {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'start.mjs')], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: folder, RATE_LIMITS: 'off', DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await untilReady(base, child);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    return work ? { seconds, result: await work(base) } : { seconds };
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.on('exit', resolve));
  }
}

async function untilReady(base: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (child.exitCode !== null) throw new Error(`start ended with ${child.exitCode}`);
    const ready = await fetch(`${base}/api/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('not ready after two minutes');
}

async function measureAnswers(base: string): Promise<Answers> {
  const ask = async (question: string) => {
    const startedAt = performance.now();
    const response = await fetch(`${base}/api/v1/answer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question, audience: 'business' }),
    });
    if (!response.ok) throw new Error(`answer: HTTP ${response.status}`);
    await response.text();
    return performance.now() - startedAt;
  };
  for (const question of QUESTIONS) await ask(question);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const question of QUESTIONS) times.push(await ask(question));
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)]! * 10) / 10;
  return { answerP50Ms: at(0.5), answerP95Ms: at(0.95) };
}

function report(figures: Record<string, number>): void {
  const update = process.argv.includes('--update');
  const baseline = update ? {} : (JSON.parse(readFileSync(BASELINE, 'utf8')) as Record<string, number>);
  let failed = false;
  for (const [name, value] of Object.entries(figures)) {
    const most = MOST[name as keyof typeof MOST];
    const over = most !== undefined && value > most;
    failed ||= over;
    console.log(
      `${name.padEnd(20)} ${String(value).padStart(8)}   zuletzt ${baseline[name] ?? '–'}   Grenze ${most ?? '–'}${over ? '   ZU VIEL' : ''}`,
    );
  }
  if (update) writeFileSync(BASELINE, `${JSON.stringify(figures, null, 2)}\n`);
  if (failed) process.exitCode = 1;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
