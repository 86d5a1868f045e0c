import { expect, test } from 'vitest';
import type { Answer, Notice } from '#answer-engine';
import type { Town } from '#modules/tenancy';
import { presented } from './presenting.ts';

const contact = (role: string, topics: string[] = []) => ({
  role,
  topics,
  phone: '03883 623-0',
  email: '',
  street: '',
  url: '',
  note: '',
});
const town = (roles: { role: string; topics?: string[] }[], defaultContactRole = '') =>
  ({
    settings: { contacts: roles.map(({ role, topics }) => contact(role, topics)), defaultContactRole },
  }) as unknown as Town;
const declined = (notice: Notice | null, role: string | null = null): Answer => ({
  outcome: 'declined',
  confidence: 0,
  sentences: [],
  citations: [],
  contact: role ? { role } : null,
  closest: [],
  notice,
  clarify: null,
});
const hagenow = town(
  [
    { role: 'Wirtschaftsförderung' },
    { role: 'Fachbereich Ordnung' },
    { role: 'Bürgerbüro', topics: ['Meldewesen'] },
    { role: 'Fachbereich Soziales', topics: ['Pflege'] },
  ],
  'Bürgerbüro',
);

test.each<[Notice, string]>([
  ['medical-advice', 'Fachbereich Soziales'],
  ['legal-advice', 'Fachbereich Ordnung'],
  ['private-person', 'Bürgerbüro'],
])('%s is declined with the office that fits, reachable', (notice, role) => {
  const { contact: shown } = presented(declined(notice, 'Wirtschaftsförderung'), hagenow, 'Frage');
  expect(shown).toMatchObject({ role, phone: '03883 623-0' });
});

test.each<Notice>(['greeting', 'thanks', 'abilities', 'insult', 'emergency', 'despair', 'empty'])(
  '%s sends nobody to an office',
  (notice) => {
    expect(presented(declined(notice, 'Bürgerbüro'), hagenow, 'Frage').contact).toBeNull();
  },
);

test('every other decline has a contact: the engine’s, the usual one, or the first', () => {
  expect(presented(declined(null, 'Wirtschaftsförderung'), hagenow, 'Frage').contact?.role).toBe(
    'Wirtschaftsförderung',
  );
  expect(presented(declined(null), hagenow, 'Frage').contact?.role).toBe('Bürgerbüro');
  expect(presented(declined(null), town([{ role: 'Rathaus' }]), 'Frage').contact?.role).toBe('Rathaus');
  expect(presented(declined('medical-advice'), town([]), 'Frage').contact).toBeNull();
});

test('what a clerk wrote to an office goes before the engine’s guess, where nothing was answered', () => {
  const desk = town([{ role: 'Stadtverwaltung' }, { role: 'Bürgerbüro', topics: ['Perso', 'Reisepass'] }]);
  const roleFor = (question: string, given = declined(null, 'Stadtverwaltung')) =>
    presented(given, desk, question).contact?.role;
  expect(roleFor('Wo bekomme ich einen Perso?')).toBe('Bürgerbüro');
  expect(roleFor('Was kostet ein Kinderreisepass?')).toBe('Bürgerbüro');
  expect(roleFor('Wie viele Personen wohnen hier?')).toBe('Stadtverwaltung');
  expect(roleFor('Ich habe mein Passwort vergessen')).toBe('Stadtverwaltung');
  // Who wants to speak to somebody about it is sent there too.
  expect(roleFor('Ich möchte jemanden wegen meines Reisepasses sprechen', declined('person'))).toBe(
    'Bürgerbüro',
  );
  const answered = { ...declined(null, 'Stadtverwaltung'), outcome: 'answered' as const };
  expect(roleFor('Wo bekomme ich einen Perso?', answered)).toBe('Stadtverwaltung');
});

test('a choice is offered between names, not between two pages of one name', () => {
  const choiceOf = (...labels: string[]) =>
    presented(
      { ...declined(null), clarify: { options: labels.map((label) => ({ label, documentId: label })) } },
      hagenow,
      'Frage',
    ).clarify;
  expect(choiceOf('Rathaus', 'Rathaus')).toBeNull();
  expect(choiceOf('Museum', 'Rathaus', 'Museum')).toEqual({
    options: [
      { label: 'Museum', question: 'Museum' },
      { label: 'Rathaus', question: 'Rathaus' },
    ],
  });
});

test('who chooses what they meant asks the same of it', () => {
  const options = [
    { label: 'Hof A', documentId: 'a' },
    { label: 'Hof B', documentId: 'b' },
  ];
  const asked = (question: string) =>
    presented({ ...declined(null), clarify: { options } }, hagenow, question).clarify?.options.map(
      (option) => option.question,
    );
  expect(asked('Wann hat der Hof auf?')).toEqual([
    'Hof A: Wann hat der Hof auf?',
    'Hof B: Wann hat der Hof auf?',
  ]);
  expect(asked('Hof')).toEqual(['Hof A', 'Hof B']);
});
