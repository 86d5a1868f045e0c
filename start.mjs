// `npm start`: plain JavaScript, so that any Node from 20 on can begin; the pinned Node 24 does the rest.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installIfMissing, pinnedNode, ROOT, toolEnvironment } from './src/wiring/start-install.mjs';

const startedAt = Date.now();
const main = join(ROOT, 'src/wiring/start-main.ts');

try {
  process.stdout.write('\n  Ortskern\n\n');
  await installIfMissing();
  if (process.execPath === pinnedNode()) {
    process.env.PATH = toolEnvironment().PATH;
    const { start } = await import('./src/wiring/start-main.ts');
    await start(startedAt);
  } else handOver(pinnedNode());
} catch (error) {
  process.stderr.write(`\n  ${error.message}\n\n`);
  process.exitCode = 1;
}

/** Runs the rest under the pinned Node and ends as it ends. The channel tells it when this process is killed. */
function handOver(node) {
  const child = spawn(node, [main, String(startedAt), ...process.argv.slice(2)], {
    env: toolEnvironment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C reaches both processes by itself; the others are passed on.
    process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  }
  child.on('exit', (code) => process.exit(code ?? 1));
  if (process.env.npm_lifecycle_event) stopWithParent(child);
}

/** npm passes a signal to the shell it began, and the shell dies of it without telling us. */
function stopWithParent(child) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 300);
}
