import { expect, test } from 'vitest';
import { holidayCalendar } from '#platform/formats';
import {
  chooseOffice,
  dueOn,
  eraseOn,
  isOverdue,
  knowledgeIn,
  mayAnswer,
  mayAssign,
  mayReply,
  topicOf,
} from './rules.ts';

const MV = holidayCalendar('MV');

test.each([
  ['2026-11-23', '2026-11-26', 'on a Monday: Thursday'],
  ['2026-11-26', '2026-12-01', 'on a Thursday: the weekend does not count'],
  ['2026-11-28', '2026-12-02', 'on a Saturday: from Monday on'],
  ['2026-12-23', '2026-12-29', 'before Christmas: both holidays are left out'],
  ['2027-03-25', '2027-04-01', 'before Easter: Good Friday and Easter Monday are left out'],
  ['2026-10-29', '2026-11-03', 'before Reformation Day, which is a Saturday: nothing is lost'],
])('a question of %s is due on %s (%s)', (receivedOn, due) => {
  expect(dueOn(receivedOn, MV)).toBe(due);
});

test("the state's own holidays count: Corpus Christi in Bavaria, not in Mecklenburg", () => {
  expect(dueOn('2026-06-01', holidayCalendar('BY'))).toBe('2026-06-05');
  expect(dueOn('2026-06-01', MV)).toBe('2026-06-04');
});

test('an inquiry is overdue the day after its due day, and never once it is answered', () => {
  expect(isOverdue({ state: 'new', dueOn: '2026-11-26' }, '2026-11-26')).toBe(false);
  expect(isOverdue({ state: 'assigned', dueOn: '2026-11-26' }, '2026-11-27')).toBe(true);
  expect(isOverdue({ state: 'answered', dueOn: '2026-11-26' }, '2026-12-27')).toBe(false);
});

test('contact data goes 30 days after the answer, and after half a year in any case', () => {
  expect(eraseOn('2026-11-23', '2026-11-25')).toBe('2026-12-25');
  expect(eraseOn('2026-11-23', null)).toBe('2027-05-22');
  expect(eraseOn('2026-11-23', '2027-05-20')).toBe('2027-05-22');
});

test('one question back, and only to an answer', () => {
  expect(mayReply({ state: 'answered', repliedAt: null })).toBe(true);
  expect(mayReply({ state: 'answered', repliedAt: new Date() })).toBe(false);
  expect(mayReply({ state: 'assigned', repliedAt: null })).toBe(false);
});

test('a guide without rights answers what was given to them, and nothing else', () => {
  const guide = { actor: { id: 'g' }, may: () => false };
  expect(mayAnswer(guide, { assignedTo: 'g' })).toBe(true);
  expect(mayAnswer(guide, { assignedTo: null })).toBe(false);
  expect(mayAnswer({ actor: { id: null }, may: () => false }, { assignedTo: null })).toBe(false);
});

test('who answers may take an inquiry, who assigns may give it to anyone', () => {
  const clerk = { actor: { id: 'c' }, may: (right: string) => right === 'handover.answer' };
  expect(mayAssign(clerk, 'c')).toBe(true);
  expect(mayAssign(clerk, 'g')).toBe(false);
  expect(mayAssign({ actor: { id: 'b' }, may: (right: string) => right === 'handover.assign' }, 'g')).toBe(
    true,
  );
});

const offices = [
  { role: 'Bürgerbüro', topics: ['Ausweise', 'Ummeldung'] },
  { role: 'Fachbereich Finanzen', topics: ['Steuern', 'Hundesteuer'] },
  { role: 'Wirtschaftslotse', topics: ['Gewerbeflächen', 'Förderung'] },
];
const wish = (question: string, more: Partial<Parameters<typeof chooseOffice>[1]> = {}) =>
  chooseOffice(offices, { role: '', question, audience: 'resident', defaultRole: 'Bürgerbüro', ...more })
    ?.role;

test('the role the answer named wins, when the town has it', () => {
  expect(wish('Wie hoch ist die Gewerbesteuer?', { role: 'Bürgerbüro' })).toBe('Bürgerbüro');
  expect(wish('Wie hoch ist die Gewerbesteuer?', { role: 'Erfundene Stelle' })).toBe('Fachbereich Finanzen');
});

test('without a role the topic decides, then the audience, then the town', () => {
  expect(wish('Gibt es eine Förderung für Glasfaser?')).toBe('Wirtschaftslotse');
  expect(wish('Wo kann ich etwas loswerden?')).toBe('Bürgerbüro');
  expect(wish('Wo kann ich etwas loswerden?', { audience: 'business' })).toBe('Wirtschaftslotse');
  expect(chooseOffice([], { role: '', question: 'Was?', audience: 'resident', defaultRole: '' })).toBeNull();
});

test('the topic of an office the question is about is told', () => {
  expect(topicOf(offices[1]!, 'Was kostet die Grundsteuer?')).toBe('Steuern');
  expect(topicOf(offices[0]!, 'Wo ist es warm?')).toBe('');
});

test.each([
  ['Guten Tag Frau Muster,\n\nja, zwölf Plätze.\n\nMit freundlichen Grüßen\nKarla Amt', 'ja, zwölf Plätze.'],
  ['Sehr geehrte Frau Muster. Es gibt zwölf Plätze.', 'Es gibt zwölf Plätze.'],
  ['Moin! Es gibt zwölf.\nViele Grüße, Karla', 'Es gibt zwölf.'],
  ['Liebenswerte Orte gibt es hier viele.', 'Liebenswerte Orte gibt es hier viele.'],
])('greeting and regards are no knowledge: %s', (answer, knowledge) => {
  expect(knowledgeIn(answer)).toBe(knowledge);
});
