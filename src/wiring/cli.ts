import { parseArgs } from 'node:util';
import { openFiles } from '#platform/files.server';
import { readEnvironment } from '#env';
import { CommandFault } from './cli/command.ts';
import type { Command } from './cli/command.ts';
import { migrateDatabase, openConfiguredDatabase } from './start-database.ts';
import { explain } from './start-faults.ts';
import { installationSecret, prepareFolder } from './start-folder.ts';

// One file a verb, loaded when it is asked for: `--help` must not need a database, nor the whole house.
const COMMANDS: Record<string, () => Promise<Command>> = {
  create: async () => (await import('./cli/create.ts')).create,
  import: async () => (await import('./cli/import.ts')).importCommand,
  seed: async () => (await import('./cli/seed.ts')).seed,
  export: async () => (await import('./cli/export.ts')).exportCommand,
  user: async () => (await import('./cli/user.ts')).user,
  backup: async () => (await import('./cli/backup.ts')).backup,
  restore: async () => (await import('./cli/restore.ts')).restore,
};

/** Runs `npm run town -- <befehl> …` and answers the exit code. */
async function main(words: string[]): Promise<number> {
  const [name, ...rest] = words;
  if (!name || name === '--help' || name === '-h') {
    process.stdout.write(await overview());
    return name ? 0 : 1;
  }
  const load = COMMANDS[name];
  if (!load)
    throw new CommandFault(`Den Befehl „${name}“ gibt es nicht. Alle Befehle: npm run town -- --help`);
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) process.stdout.write(helpOf(command));
  else await runCommand(command, readWords(command, rest));
  return 0;
}

async function overview(): Promise<string> {
  const lines = ['Werkzeug für den Betrieb von Ortskern.', '', '  npm run town -- <befehl> [angaben]', ''];
  for (const load of Object.values(COMMANDS)) {
    const { name, summary } = await load();
    lines.push(`  ${name.padEnd(9)} ${summary}`);
  }
  return [...lines, '', 'Mehr zu einem Befehl: npm run town -- <befehl> --help', ''].join('\n');
}

function helpOf(command: Command): string {
  const positionals = (command.positionals ?? []).map((word) => ` <${word}>`).join('');
  const options = Object.entries(command.options).map(([name, { value, help, required }]) => {
    const left = `--${name}${value ? ` ${value}` : ''}`;
    return `  ${left.padEnd(26)} ${help}${required ? ' (nötig)' : ''}`;
  });
  return [
    `npm run town -- ${command.name}${positionals}  ${command.summary}`,
    ...(command.description ? ['', command.description] : []),
    ...(options.length > 0 ? ['', ...options] : []),
    '',
    `Beispiel: npm run town -- ${command.example}`,
    '',
  ].join('\n');
}

function readWords(
  command: Command,
  words: string[],
): Record<string, string | boolean | string[] | undefined> {
  const { name, options, positionals = [] } = command;
  const hint = `Hilfe: npm run town -- ${name} --help`;
  try {
    const types = Object.fromEntries(
      Object.entries(options).map(([key, { type, multiple }]) => [
        key,
        { type, multiple: multiple ?? false },
      ]),
    );
    const parsed = parseArgs({ args: words, options: types, allowPositionals: positionals.length > 0 });
    const given = { ...parsed.values } as Record<string, string | boolean | string[] | undefined>;
    positionals.forEach((word, i) => (given[word] = parsed.positionals[i]));
    const required = [...positionals, ...Object.keys(options).filter((key) => options[key]!.required)];
    const missing = required
      .filter((key) => !given[key])
      .map((key) => (positionals.includes(key) ? `<${key}>` : `--${key}`));
    if (missing.length > 0) throw new CommandFault(`Es fehlt: ${missing.join(', ')}. ${hint}`);
    return given;
  } catch (error) {
    if (error instanceof CommandFault) throw error;
    const word = /'(-[^' ]*)/.exec((error as Error).message)?.[1];
    throw new CommandFault(word ? `Mit „${word}“ stimmt etwas nicht. ${hint}` : `Zu viele Wörter. ${hint}`);
  }
}

async function runCommand(
  command: Command,
  given: Record<string, string | boolean | string[] | undefined>,
): Promise<void> {
  const environment = readEnvironment();
  prepareFolder(environment.dataFolder);
  const running = await openConfiguredDatabase(environment, 'guest');
  try {
    process.env.DATABASE_URL = running.url;
    process.env.SECRET ||= installationSecret(environment.dataFolder);
    if (!command.keepSchema) await migrateDatabase(running.database);
    await command.run({
      database: running.database,
      files: openFiles(environment),
      environment,
      given,
      now: new Date(),
      print: (line) => void process.stdout.write(`${line}\n`),
    });
  } finally {
    await running.stop();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const sentence = error instanceof CommandFault ? error.message : explain(error)?.de;
  process.stderr.write(`${sentence ?? (error as Error).stack}\n`);
  process.exitCode = 1;
}
