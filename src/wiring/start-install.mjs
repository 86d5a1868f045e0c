// Plain JavaScript without dependencies: it runs before anything is installed, with Node 20 or newer.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { step } from './start-steps.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
const PINNED_NODE = join(ROOT, 'node_modules/node/bin/node');

/**
 * Installs what the lockfile names and node_modules does not hold.
 * @param {{ forTests?: boolean }} [wish] running needs fewer packages than testing
 */
export async function installIfMissing({ forTests = false } = {}) {
  if (isInstalled(ROOT, forTests)) return;
  await step({ de: 'Bausteine installieren (npm ci)', en: 'Install packages (npm ci)' }, async () => {
    await alone('install', async () => {
      if (isInstalled(ROOT, forTests)) return;
      await runQuietly(npmCommand(), ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    });
  });
}

/** Compares the lockfile with the list npm keeps of what it installed; packages for other machines may be absent. */
export function isInstalled(root = ROOT, withTools = true) {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const installed = packagesIn(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !installed || !existsSync(join(root, 'node_modules/.bin'))) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const found = installed[path];
    if (found) return found.version === entry.version;
    return Boolean(entry.optional || entry.devOptional || entry.peer || (entry.dev && !withTools));
  });
}

/** @param {string} file @returns {Record<string, { version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }> | null} */
function packagesIn(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** The Node that runs everything after the installation. */
export function pinnedNode() {
  if (existsSync(PINNED_NODE)) return PINNED_NODE;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    'Node 24 fehlt / is missing: node_modules/node/bin/node. `npm ci` ohne/without --ignore-scripts; oder/or Node ≥ 24.',
  );
}

/** The environment in which every program finds the pinned Node and the installed tools first. */
export function toolEnvironment(extra = {}) {
  const path = [dirname(pinnedNode()), join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, ...extra, PATH: path };
}

function npmCommand() {
  const own = process.env.npm_execpath;
  return own && /npm-cli\.js$/.test(own) ? [process.execPath, own] : ['npm'];
}

/**
 * Runs a program and shows what it wrote only when it fails.
 * @param {string[]} command @param {string[]} args @param {NodeJS.ProcessEnv} env
 */
export function runQuietly(command, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const [program, ...first] = command;
    const child = spawn(program, [...first, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (told += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(told);
      else reject(Object.assign(new Error(`${program} ${args[0] ?? ''}: ${code}\n${told.trim()}`), { told }));
    });
  });
}

/**
 * Lets one process at a time do `work`: two starts of the same clone must not install or build over each other.
 * @param {string} name @param {() => Promise<void>} work
 */
export async function alone(name, work) {
  const lock = join(ROOT, '.cache', `${name}.lock`);
  mkdirSync(dirname(lock), { recursive: true });
  while (!takeLock(lock)) await sleep(200);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** A lock whose process is gone holds nobody. @param {string} lock */
function isHeld(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
