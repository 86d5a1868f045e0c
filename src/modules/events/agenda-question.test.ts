import { expect, test } from 'vitest';
import { readAgendaQuestion } from './agenda-question.ts';

// A Friday.
const today = '2026-11-27';
const at = (first: string, last = first) => ({ first, last });

test.each([
  ['Was ist am Wochenende los?', at('2026-11-28', '2026-11-29'), []],
  ['Gibt es heute Veranstaltungen?', at(today), []],
  ['Ist heute Abend was los?', at(today), []],
  ['Welche Termine gibt es am Sonntag?', at('2026-11-29'), []],
  ["What's on this weekend?", at('2026-11-28', '2026-11-29'), []],
  ['Veranstaltungen', null, []],
  ['Sport am Sonntag', at('2026-11-29'), ['sport']],
  ['Was ist hier los?', null, []],
  ['Veranstaltungen für Kinder', null, ['kinder']],
  ['Was kann man am Wochenende mit Kindern machen?', at('2026-11-28', '2026-11-29'), ['kinder']],
  ['Welche Konzerte gibt es?', null, [null]],
  ['Gibt es Sport für Senioren?', null, ['senioren', 'sport']],
])('%s', (question, days, topics) => {
  const read = readAgendaQuestion(question, today);
  expect(read && [read.days, read.topics.map(({ category }) => category)]).toEqual([days, topics]);
});

test.each([
  'Was ist los?',
  'Termine',
  'Was gibt es für Gründer?',
  'Welche Veranstaltungen gab es auf der SCCON 2024?',
  'Wie melde ich eine Veranstaltung an?',
  'Wer erlaubt eine Veranstaltung auf dem Markt?',
  'Ist morgen Bücherei-Café?',
  'Was kostet ein Ausweis morgen?',
  'Welche Unternehmen gibt es in Hagenow?',
])('%s is nobody’s agenda', (question) => {
  expect(readAgendaQuestion(question, today)).toBeNull();
});
