import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Database } from '#platform/db.server';
import { readEnvironment } from '#env';
import type { Environment } from '#env';
import { DatabaseFault } from '#platform/supervisor.server';
import { listen, prepareAdapter } from './server.ts';
import type { Handler, TownServer } from './server.ts';
import { build, fingerprintSources, isBuildStale } from './start-build.ts';
import { isEmpty, migrateDatabase, openConfiguredDatabase } from './start-database.ts';
import type { RunningDatabase } from './start-database.ts';
import { explain, StartFault } from './start-faults.ts';
import { installationSecret, notedAddress, noteAddress, prepareFolder } from './start-folder.ts';
import { pinnedNode, ROOT, toolEnvironment } from './start-install.mjs';
import { formatDuration, say, step } from './start-steps.mjs';

const WANTS_DEV = process.argv.includes('--dev');
const WANTS_NEXT_PORT = process.argv.includes('--next-port');
const DRAIN_MS = 10_000;
const STOP_MS = 25_000;
const PORTS_TRIED = 20;

/** Everything `npm start` does once Node 24 runs. Returns when the town can be visited. */
export async function start(startedAt: number): Promise<void> {
  const endings: (() => Promise<void>)[] = [];
  const stop = stopOnSignals(endings);
  try {
    const environment = readEnvironment();
    const { server, running, settled } = await moveIn(environment, endings);
    const isNew = await migrateAndFill(running.database, settled);
    const address = WANTS_DEV ? await serveDev(settled, endings) : await serve(server!, settled);
    noteAddress(settled.dataFolder, address);
    endings.push(async () => noteAddress(settled.dataFolder, null));
    if (isNew) await inviteFirstAdministrator(running.database, address);
    announceReady(address, settled, startedAt);
    // Visitors need neither; loading both takes longer than everything before.
    if (settled.worker === 'inside') await startWorkerInside(running, settled, endings);
    if (!isNew) await inviteFirstAdministrator(running.database, address);
    await bringRolesUpToDate(running.database);
    await sealKeys(running.database, settled);
  } catch (error) {
    await stop(1, `\n${reasonOf(error)}\n\n`);
  }
}

interface Settled {
  server: TownServer | null;
  running: RunningDatabase;
  settled: Environment;
}

/** Takes port and data folder; when they are taken and the operator allows it, the next port with a folder of its own. */
async function moveIn(wished: Environment, endings: (() => Promise<void>)[]): Promise<Settled> {
  const mayMove = WANTS_NEXT_PORT || wished.nextPort;
  for (let offset = 0; ; offset++) {
    const port = wished.port + offset;
    const environment =
      offset === 0 ? wished : { ...wished, port, dataFolder: join(wished.dataFolder, `port-${port}`) };
    try {
      return await openHouse(environment, endings);
    } catch (error) {
      const isTaken =
        (error instanceof StartFault && error.code === 'port-taken') ||
        (error instanceof DatabaseFault && error.code === 'in-use');
      if (!mayMove || !isTaken || offset >= PORTS_TRIED) throw error;
    }
  }
}

async function openHouse(environment: Environment, endings: (() => Promise<void>)[]): Promise<Settled> {
  // Vite listens by itself in development.
  const server = WANTS_DEV ? null : await listen(environment);
  try {
    const room = prepareFolder(environment.dataFolder);
    if (room.isLow)
      warn({ de: `Nur noch ${room.freeMegabytes} MB frei.`, en: `Only ${room.freeMegabytes} MB left.` });
    if (!WANTS_DEV) await buildIfStale();
    const running = await startDatabase(environment);
    endings.push(() => running.stop());
    if (server) endings.push(() => server.drain(DRAIN_MS));
    return { server, running, settled: publish(environment, running) };
  } catch (error) {
    await server?.drain(0);
    if (error instanceof DatabaseFault && error.code === 'in-use')
      error.values.address = notedAddress(environment.dataFolder);
    throw error;
  }
}

async function startDatabase(environment: Environment): Promise<RunningDatabase> {
  let running: RunningDatabase;
  await step({ de: 'Datenbank starten', en: 'Start the database' }, async (note) => {
    running = await openConfiguredDatabase(environment, 'app');
    const { version, adopted } = running;
    note({
      de: `PostgreSQL ${version}${adopted ? ', lief noch' : ''}`,
      en: `PostgreSQL ${version}${adopted ? ', was still running' : ''}`,
    });
  });
  return running!;
}

/** The built app reads its environment when it is loaded; what was found out here is handed to it the same way. */
function publish(environment: Environment, running: RunningDatabase): Environment {
  const secret = environment.secret ?? installationSecret(environment.dataFolder);
  Object.assign(process.env, {
    DATABASE_URL: running.url,
    SECRET: secret,
    PORT: String(environment.port),
    DATA_DIR: environment.dataFolder,
  });
  return { ...environment, databaseUrl: running.url, secret };
}

async function buildIfStale(): Promise<void> {
  const fingerprint = fingerprintSources();
  if (!isBuildStale(fingerprint)) return;
  await step({ de: 'Anwendung bauen', en: 'Build the application' }, () => build(fingerprint));
}

/** Brings the tables up to date and fills an empty database. @returns whether it was filled just now. */
async function migrateAndFill(database: Database, environment: Environment): Promise<boolean> {
  await step({ de: 'Datenbank auf Stand bringen', en: 'Bring the database up to date' }, async (note) => {
    const applied = await migrateDatabase(database);
    if (applied.length > 0) note({ de: `${applied.length} Schritte`, en: `${applied.length} steps` });
  });
  return environment.demo && (await seedDemoTowns(database, environment));
}

interface Seed {
  seedDemo(database: Database, wish: { folder: string }): Promise<unknown>;
}

/** A mark in the data folder tells that a seed was begun, so that one that was interrupted goes on. */
async function seedDemoTowns(database: Database, environment: Environment): Promise<boolean> {
  const mark = join(environment.dataFolder, 'seeding');
  if (!(await isEmpty(database)) && !existsSync(mark)) return false;
  const part = await wiringPart<Seed>('seed.server.ts');
  if (!part) return false;
  writeFileSync(mark, '');
  await step({ de: 'Beispielgemeinden einrichten', en: 'Set up the example towns' }, async () => {
    await part.seedDemo(database, { folder: join(ROOT, 'demo') });
  });
  rmSync(mark, { force: true });
  return true;
}

/** Until somebody has an account, each start prints a fresh invitation. */
async function inviteFirstAdministrator(database: Database, origin: string): Promise<void> {
  const part = await wiringPart<FirstAdministrator>('first-administrator.server.ts');
  const lines = await part?.createFirstAdministrator(database, { origin });
  if (lines) process.stdout.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
}

interface FirstAdministrator {
  createFirstAdministrator(database: Database, wish: { origin: string }): Promise<string[] | null>;
}

/** Roles of towns from before a room was built get its rights. */
async function bringRolesUpToDate(database: Database): Promise<void> {
  const part = await wiringPart<{ bringRolesUpToDate(database: Database): Promise<void> }>('roles.server.ts');
  await part?.bringRolesUpToDate(database);
}

/** Keys of other servers from before they were sealed. */
async function sealKeys(database: Database, { secret }: Environment): Promise<void> {
  const part = await wiringPart<{ sealKeys(database: Database, wish: { secret: string }): Promise<void> }>(
    'keys.server.ts',
  );
  await part?.sealKeys(database, { secret: secret! });
}

/** A part of the wiring that a house without demo or staff may do without. */
async function wiringPart<Part>(file: string): Promise<Part | null> {
  const path = join(import.meta.dirname, file);
  return existsSync(path) ? ((await import(pathToFileURL(path).href)) as Part) : null;
}

async function serve(server: TownServer, environment: Environment): Promise<string> {
  await step({ de: 'Seiten bereitstellen', en: 'Serve the pages' }, async () => {
    prepareAdapter();
    process.env.NODE_ENV ??= 'production';
    const app = (await import(pathToFileURL(join(ROOT, 'build/handler.js')).href)) as { handler: Handler };
    server.use(app.handler);
  });
  return environment.origin ?? `http://localhost:${server.port}`;
}

async function serveDev(environment: Environment, endings: (() => Promise<void>)[]): Promise<string> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const child = spawn(pinnedNode(), [vite, 'dev', '--port', String(environment.port), '--strictPort'], {
    cwd: ROOT,
    env: toolEnvironment(),
    stdio: 'inherit',
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  endings.push(() => (child.kill('SIGTERM'), ended));
  return `http://localhost:${environment.port}`;
}

async function startWorkerInside(
  running: RunningDatabase,
  environment: Environment,
  endings: (() => Promise<void>)[],
): Promise<void> {
  const starting = import('./worker.ts').then(({ startWorker }) => startWorker(running, environment));
  // Noted before it runs: a stop in the meantime has to wait for it, or it would hold the database open for ever.
  endings.push(async () => (await starting.catch(() => null))?.stop());
  await starting;
}

function announceReady(address: string, environment: Environment, startedAt: number): void {
  const took = formatDuration(Date.now() - startedAt);
  process.stdout.write(
    `\n  ${say({ de: `Bereit nach ${took}:`, en: `Ready after ${took}:` })}  ${address}\n`,
  );
  const end = say({ de: 'Beenden mit Strg-C. Daten:', en: 'Stop with Ctrl-C. Data:' });
  process.stdout.write(`  ${end} ${environment.dataFolder}\n\n`);
}

function warn(text: { de: string; en: string }): void {
  process.stderr.write(`  ! ${say(text)}\n`);
}

function reasonOf(error: unknown): string {
  const explanation = explain(error);
  return explanation ? say(explanation) : String((error as Error)?.stack ?? error);
}

type Stop = (code: number, lastWords?: string) => Promise<void>;

/** Ends everything in the reverse order of its beginning, once, on the first signal; a second one does not wait. */
function stopOnSignals(endings: (() => Promise<void>)[]): Stop {
  let isStopping = false;
  const stop: Stop = async (code, lastWords = '') => {
    // A signal in the middle of the start makes the rest of the start fail; that is no news.
    if (isStopping) return;
    isStopping = true;
    process.stderr.write(lastWords);
    // Whatever hangs: the next start takes over what is left.
    setTimeout(() => process.exit(1), STOP_MS).unref();
    for (const end of endings.reverse())
      await end().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    process.exit(code);
  };
  const onSignal = () => (isStopping ? process.exit(1) : void stop(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  // The process that began the start was killed: nobody could stop this one any more.
  process.on('disconnect', () => void stop(0));
  if (process.env.npm_lifecycle_event) stopWithParent(stop);
  return stop;
}

/** npm passes a signal to the shell it began, and the shell dies of it without telling us. */
function stopWithParent(stop: Stop): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    void stop(0);
  }, 300);
  timer.unref();
}

if (import.meta.main) await start(Number(process.argv[2]));
