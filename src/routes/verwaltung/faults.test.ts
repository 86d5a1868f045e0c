import { expect, test } from 'vitest';
import { deviceName } from './devices.ts';
import { faultOf, faultText, valueOf, valuesOf } from './faults.ts';
import { isHere } from './ways.ts';

const texts: Record<string, string> = {
  'desk.fault.title-missing': 'Titel fehlt.',
  'identity.role-missing': 'Rolle fehlt.',
  'desk.fault.not-accepted': 'Passt nicht.',
};
const t = Object.assign((key: string) => texts[key] ?? key, { has: (key: string) => key in texts });

test('a refusal is told in the words of the desk, else of its room, and never as a bare key', () => {
  expect(faultText(t, 'title-missing')).toBe('Titel fehlt.');
  expect(faultText(t, 'role-missing')).toBe('Rolle fehlt.');
  expect(faultText(t, 'Invalid type: Expected Date')).toBe('Passt nicht.');
});

test('what was typed comes back to its field', () => {
  const values = { title: 'Fest', roles: ['editor', 'author'] };
  expect([valueOf(values, 'title'), valueOf(values, 'body', 'leer'), valueOf(values, 'roles')]).toEqual([
    'Fest',
    'leer',
    'editor',
  ]);
  expect([valuesOf(values, 'title'), valuesOf(values, 'roles'), valuesOf(undefined, 'roles')]).toEqual([
    ['Fest'],
    ['editor', 'author'],
    [],
  ]);
  expect(faultOf([{ field: 'title', text: 'Titel fehlt.' }], 'title')).toBe('Titel fehlt.');
});

test('somebody knows their own device again', () => {
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0';
  expect([deviceName(firefox), deviceName('')]).toEqual(['Firefox, Windows', '–']);
});

test('the way one is on is marked, today only on its own page', () => {
  const way = (path: string) => ({ path, label: '', icon: 'house' as const });
  expect(isHere(way('/verwaltung'), '/verwaltung/inhalte')).toBe(false);
  expect(isHere(way('/verwaltung/inhalte'), '/verwaltung/inhalte/orte/neu')).toBe(true);
});
