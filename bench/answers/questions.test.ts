import { expect, test } from 'vitest';
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
