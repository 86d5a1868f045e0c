import { expect, test } from 'vitest';
import { defaultRoles } from './permissions.ts';
import {
  isOver,
  linkOrigin,
  needsSecondFactor,
  passwordFault,
  returnPath,
  roleKeyOf,
  withNewRights,
} from './rules.ts';

test('a password needs twelve characters', () => {
  expect(passwordFault('Klee9!Ufer')).toBe('password-too-short');
  expect(passwordFault('vier Störche am Ufer')).toBe(null);
  expect(passwordFault('x'.repeat(40) + 'abcdefgh'.repeat(40))).toBe('password-too-long');
});

test.each([
  'Passwort1234',
  'P4ssw0rt2026!',
  'Sommer2026!!!',
  'SommerSonne2026',
  'qwertzuiop123',
  'Schatzi-Maus77',
  'Bürgermeister1',
  'Hansa-Rostock-1',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  '123456789012',
  'abcdefghijkl',
  'Willkommen2026',
  'geheim!geheim!',
])('%s is what everyone tries first', (password) => {
  expect(passwordFault(password)).toBe('password-common');
});

test('the own name and the own town make no password', () => {
  expect(passwordFault('Hagenow-Kleist-99', ['Erika Kleist', 'Hagenow'])).toBe('password-common');
  expect(passwordFault('Hagenow-Kleist-99')).toBe(null);
});

test.each([
  'Kranich-Zinnober-Fuge',
  'korrekt pferd batterie heftklammer',
  'vT7#qLm2zR9w',
  'Wo3Ziegen4Heu5fressen',
])('%s is a good password', (password) => expect(passwordFault(password)).toBe(null));

test.each([
  ['/verwaltung/meldungen?zustand=draft', '/verwaltung/meldungen?zustand=draft'],
  ['https://evil.example/verwaltung', '/verwaltung'],
  ['//evil.example/verwaltung', '/verwaltung'],
  ['/\\evil.example', '/verwaltung'],
  ['/verwaltung/../aktuelles', '/verwaltung'],
  ['/verwaltung\t//evil.example', '/verwaltung'],
  ['/verwaltung@evil.example', '/verwaltung'],
  ['javascript:alert(1)', '/verwaltung'],
  ['/verwaltung.evil.example', '/verwaltung'],
  ['/aktuelles', '/verwaltung'],
  ['', '/verwaltung'],
  [null, '/verwaltung'],
])('after signing in %s leads to %s', (wanted, path) => {
  expect(returnPath(wanted)).toBe(path);
});

test('a session ends after half an hour of rest, and after twelve hours however busy', () => {
  const opened = new Date('2026-11-23T08:00:00Z');
  const after = (minutes: number) => new Date(opened.getTime() + minutes * 60_000);
  const expiresAt = after(720);
  expect(isOver({ lastSeenAt: opened, expiresAt }, after(29))).toBe(false);
  expect(isOver({ lastSeenAt: opened, expiresAt }, after(31))).toBe(true);
  expect(isOver({ lastSeenAt: after(719), expiresAt }, after(720))).toBe(true);
});

test('links in mails begin with a host of the town', () => {
  const domains = ['hagenow.example'];
  expect(linkOrigin(new URL('https://hagenow.example/verwaltung'), domains)).toBe('https://hagenow.example');
  expect(linkOrigin(new URL('https://evil.example/verwaltung'), domains)).toBe('https://hagenow.example');
  expect(linkOrigin(new URL('http://hagenow.localhost:3000/'), domains)).toBe(
    'http://hagenow.localhost:3000',
  );
});

test('the administration needs a second factor, others are offered one', () => {
  expect(needsSecondFactor(['administrator'], false)).toBe(true);
  expect(needsSecondFactor(['administrator'], true)).toBe(false);
  expect(needsSecondFactor(['author', 'editor'], false)).toBe(false);
});

test('an author writes what an editor approves, and publishes nothing', () => {
  const author = defaultRoles(['news.edit', 'news.publish', 'waste.edit']).find(
    ({ key }) => key === 'author',
  );
  expect(author?.permissions).toEqual(['news.edit', 'publishing.media']);
});

test('a new room gives its rights to the roles that have them by default, and brings nothing back that was taken away', () => {
  const editor = { id: 'e', permissions: ['news.edit'], offered: ['news.edit', 'news.publish'] };
  const known = ['news.edit', 'news.publish', 'reports.handle', 'reports.configure'];
  expect(withNewRights(editor, ['news.edit', 'news.publish', 'reports.handle'], known)).toEqual({
    id: 'e',
    permissions: ['news.edit', 'reports.handle'],
    offered: known,
  });
  expect(withNewRights({ ...editor, offered: known }, known, known)).toBeNull();
});

test('a role gets a key of plain letters that no other role has', () => {
  expect(roleKeyOf('Öffentlichkeits-Arbeit 2', [])).toBe('oeffentlichkeits-arbeit');
  expect(roleKeyOf('Verein', ['verein', 'verein-a'])).toBe('verein-b');
  expect(roleKeyOf('2026', [])).toBe('rolle');
});
