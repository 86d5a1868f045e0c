import { expect, test } from 'vitest';
import { answer, buildIndex } from '../../src/answer-engine/index.ts';
import { checkQuestions } from './hagenow.ts';
import { townPages, townQuestions } from './town.ts';

test('every own question names pages that exist, facts that stand in them and roles that the town has', () => {
  expect(checkQuestions(townQuestions(), townPages())).toEqual([]);
});

test('there are at least two hundred own questions, and a quarter of them has no answer', () => {
  const questions = townQuestions();
  const silent = questions.filter((question) => ['unanswerable', 'out-of-domain'].includes(question.kind));
  expect(questions.length).toBeGreaterThanOrEqual(200);
  expect(silent.length / questions.length).toBeGreaterThanOrEqual(0.25);
  expect(new Set(questions.map((question) => question.question)).size).toBe(questions.length);
});

test('wrong answers of the demo town, seen once, are not given again', () => {
  const town = buildIndex(townPages());
  const told = [
    'Welche Schulen gibt es in Hagenow?',
    'Welche Größe hat das Gewerbegebiet Sudenhof?',
    'Wie melde ich mich zum Kurs an?',
    'Wo ist die Straße mit den meisten Geschäften?',
    'Meine Heizung funktioniert nicht',
    'Meine Mülltonne ist kaputt',
    'Gibt es einen Arzt in Hagenow?',
    'Where can I register my address?',
    'Ich bin neu hier, was muss ich machen?',
    'Wann wurde Hagenow gegründet?',
  ].filter((text) => answer(town, { text }).outcome === 'answered');
  expect(told).toEqual([]);
});

test.each([
  ['Wie heißt der Bürgermeister von Hagenow?', 'Stadtverwaltung Hagenow'],
  ['Was zahlt man im Monat für einen Krippenplatz?', 'Stadtverwaltung Hagenow'],
  ['Wie lese ich meinen Gaszähler ab?', 'Kundenservice der Stadtwerke Hagenow'],
])('who is named where no page answers: "%s"', (text, role) => {
  expect(answer(buildIndex(townPages()), { text }).contact?.role).toBe(role);
});
