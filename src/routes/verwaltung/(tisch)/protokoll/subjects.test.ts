import { expect, test } from 'vitest';
import { subjectReader } from './subjects.ts';

const subjectOf = subjectReader({
  kinds: [{ kind: 'news', path: 'aktuelles' }],
  entries: new Map([['n1', { kind: 'news', title: 'Freibad öffnet' }]]),
  people: [{ userId: 'p1', name: 'Anna Muster' }],
  roles: [{ key: 'editor', name: 'Redaktion' }],
  sources: [{ id: 's1', name: 'Vereinskalender' }],
});
const line = (subjectKind: string, subjectId: string, details = {}) => ({ subjectKind, subjectId, details });

test('a line about an entry, a person, a role or a source leads there by name', () => {
  expect(subjectOf(line('news', 'n1'))).toEqual({
    name: 'Freibad öffnet',
    path: '/verwaltung/inhalte/aktuelles/n1',
  });
  expect(subjectOf(line('person', 'p1'))?.path).toBe('/verwaltung/personen/p1');
  expect(subjectOf(line('role', 'editor'))?.name).toBe('Redaktion');
  expect(subjectOf(line('source', 's1'))?.path).toBe('/verwaltung/quellen/s1');
});

test('a deleted draft is called by the title it had, what never had a name by none', () => {
  expect(subjectOf(line('news', 'n2', { title: 'Alter Entwurf' }))).toEqual({
    name: 'Alter Entwurf',
    path: null,
  });
  expect(subjectOf(line('account', 'blind'))).toBeNull();
});
