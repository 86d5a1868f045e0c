// `npm test`: everything that has to hold before a change goes out. `npm test -- unit store` runs some of it.
// Plain JavaScript, so that any Node from 20 on can begin; the tools run under the pinned Node 24.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  installIfMissing,
  pinnedNode,
  ROOT,
  runQuietly,
  toolEnvironment,
} from './src/wiring/start-install.mjs';
import { formatDuration, say } from './src/wiring/start-steps.mjs';

const modules = join(ROOT, 'node_modules');
const reports = join(ROOT, '.cache/tests');

/** @type {Record<string, { title: { de: string, en: string }, run: (more: string[]) => Promise<Count> }>} */
const STEPS = {
  format: {
    title: { de: 'Schreibweise', en: 'Format' },
    run: tool('prettier/bin/prettier.cjs', '--check', '.'),
  },
  lint: { title: { de: 'Regeln', en: 'Lint' }, run: tool('eslint/bin/eslint.js', '--max-warnings=0', '.') },
  types: { title: { de: 'Typen', en: 'Types' }, run: checkTypes },
  rooms: {
    title: { de: 'Räume und Türen', en: 'Rooms and doors' },
    run: tool('dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.mjs', 'src'),
  },
  knip: { title: { de: 'Ungenutztes', en: 'Unused' }, run: tool('knip/bin/knip.js') },
  unit: { title: { de: 'Entscheidungen', en: 'Unit tests' }, run: tests('unit') },
  store: { title: { de: 'Speicher', en: 'Store tests' }, run: storeTests },
  isolation: { title: { de: 'Trennung der Gemeinden', en: 'Isolation tests' }, run: tests('isolation') },
  house: { title: { de: 'Hausordnung', en: 'House tests' }, run: tests('house') },
  build: { title: { de: 'Bau', en: 'Build' }, run: script('src/wiring/start-build.ts') },
  answers: {
    title: { de: 'Güte der Antworten', en: 'Quality of answers' },
    run: script('bench/answers/run.ts'),
  },
  bytes: { title: { de: 'Bytes der Seiten', en: 'Bytes of pages' }, run: script('bench/pages/run.ts') },
  e2e: { title: { de: 'Wege im Browser', en: 'Journeys in the browser' }, run: tests('e2e') },
};

/** @typedef {{ passed: number, failed: number, output?: string }} Count */

await main();

async function main() {
  try {
    await installIfMissing({ forTests: true });
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    finish([{ passed: 0, failed: 1 }]);
    return;
  }
  const wishes = process.argv.slice(2);
  const chosen = Object.keys(STEPS).filter((name) => wishes.includes(name));
  // The journeys walk through the built app.
  if (chosen.includes('e2e') && !chosen.includes('build')) chosen.splice(chosen.indexOf('e2e'), 0, 'build');
  const more = wishes.filter((wish) => !(wish in STEPS));

  const counts = [];
  for (const name of chosen.length > 0 ? chosen : Object.keys(STEPS)) counts.push(await runStep(name, more));
  finish(counts);
}

/** @param {string} name @param {string[]} more */
async function runStep(name, more) {
  const startedAt = performance.now();
  const { title, run } = STEPS[name];
  if (process.stdout.isTTY) process.stdout.write(`  … ${say(title)}`);
  const count = await run(more);
  const mark = count.failed > 0 ? '✗' : '✓';
  const tally = count.passed + count.failed > 1 ? `${count.passed + count.failed}` : '';
  const took = formatDuration(performance.now() - startedAt);
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K');
  process.stdout.write(
    `  ${mark} ${say(title).padEnd(30)} ${name.padEnd(10)} ${tally.padStart(6)} ${took.padStart(9)}\n`,
  );
  if (count.failed > 0 && count.output) process.stdout.write(`\n${indent(count.output)}\n\n`);
  return count;
}

/** The last line is for machines: `N passed, N failed`. A check without single tests counts as one. */
function finish(counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function tool(program, ...args) {
  return () => asOne(() => runQuietly([pinnedNode(), join(modules, program)], args, toolEnvironment()));
}

function script(file) {
  return () => asOne(() => runQuietly([pinnedNode(), join(ROOT, file)], [], toolEnvironment()));
}

function checkTypes() {
  return asOne(async () => {
    const { check } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;
    await runQuietly(['sh', '-c'], [check], toolEnvironment());
  });
}

/** @returns {Promise<Count>} */
async function asOne(work) {
  try {
    await work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    return { passed: 0, failed: 1, output: error.told ?? error.message };
  }
}

/** @param {string} project */
function tests(project, env = {}) {
  return async (more = []) => {
    const report = join(reports, `${project}.json`);
    mkdirSync(reports, { recursive: true });
    rmSync(report, { force: true });
    const args = ['run', '--project', project, '--passWithNoTests', '--reporter=default', '--reporter=json'];
    const result = await asOne(() =>
      runQuietly(
        [pinnedNode(), join(modules, 'vitest/vitest.mjs')],
        [...args, `--outputFile.json=${report}`, ...more],
        toolEnvironment({ NO_COLOR: '1', ...env }),
      ),
    );
    return withTally(result, report);
  };
}

/** Takes the numbers from the report; a run that failed without a failing test still counts as failed. */
function withTally(result, report) {
  if (!existsSync(report)) return result.failed > 0 ? result : { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = result.failed > 0 ? Math.max(1, numFailedTests) : numFailedTests;
  return { ...result, passed: numPassedTests, failed };
}

/** The embedded server always, the one of TEST_DATABASE_URL in addition. */
async function storeTests(more) {
  const embedded = await tests('store', { TEST_DATABASE_URL: '' })(more);
  if (!process.env.TEST_DATABASE_URL) return embedded;
  const given = await tests('store')(more);
  return {
    passed: embedded.passed + given.passed,
    failed: embedded.failed + given.failed,
    output: [embedded.output, given.output].filter(Boolean).join('\n'),
  };
}

function indent(text) {
  return text
    .trim()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}
