import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from './start-install.mjs';
import { chooseLanguage } from './start-steps.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ortskern-install-'));
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function lock(file: string, packages: Record<string, object>): void {
  writeFileSync(join(root, file), JSON.stringify({ packages }));
}

const wanted = {
  '': {},
  'node_modules/pg': { version: '8.23.1' },
  'node_modules/vitest': { version: '5.1.1', dev: true },
  'node_modules/other-os': { version: '1.0.0', optional: true },
};

test('what the lockfile names is there: nothing has to be installed', () => {
  lock('package-lock.json', wanted);
  lock('node_modules/.package-lock.json', {
    'node_modules/pg': { version: '8.23.1' },
    'node_modules/vitest': { version: '5.1.1' },
  });
  expect(isInstalled(root)).toBe(true);
});

test('another version is not what the lockfile names', () => {
  lock('package-lock.json', wanted);
  lock('node_modules/.package-lock.json', {
    'node_modules/pg': { version: '8.0.0' },
    'node_modules/vitest': { version: '5.1.1' },
  });
  expect(isInstalled(root)).toBe(false);
});

test('running does without the tools for testing, testing does not', () => {
  lock('package-lock.json', wanted);
  lock('node_modules/.package-lock.json', { 'node_modules/pg': { version: '8.23.1' } });
  expect([isInstalled(root, false), isInstalled(root, true)]).toEqual([true, false]);
});

test('a fresh clone has nothing', () => {
  lock('package-lock.json', wanted);
  expect(isInstalled(root)).toBe(false);
});

test.each([
  [{}, 'de'],
  [{ LANG: 'C.UTF-8' }, 'de'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_ALL: 'de_DE.UTF-8' }, 'de'],
  [{ LANG: 'de_DE.UTF-8', ORTSKERN_LANG: 'en' }, 'en'],
])('of %j the start speaks %s', (env, language) => {
  expect(chooseLanguage(env)).toBe(language);
});
