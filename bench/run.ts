import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// `npm run bench` runs all benches, `npm run bench -- answers pages` those named; `--update` writes their baselines.
const folder = import.meta.dirname;
const known = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'run.ts')))
  .map((entry) => entry.name);
const wished = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));

const unknown = wished.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Unbekannt: ${unknown.join(', ')}. Es gibt: ${known.join(', ')}.`);
  process.exit(2);
}

let failed = 0;
for (const name of wished.length > 0 ? wished : known) {
  console.log(`\n== ${name} ==`);
  if ((await run(name)) !== 0) failed++;
}
process.exit(failed > 0 ? 1 : 0);

function run(name: string): Promise<number> {
  const child = spawn(process.execPath, [join(folder, name, 'run.ts'), ...options], { stdio: 'inherit' });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
