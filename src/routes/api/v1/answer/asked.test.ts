import { expect, test } from 'vitest';
import { readAsked } from './asked.ts';

const faultOf = (sent: unknown) => {
  const asked = readAsked(sent);
  return 'fault' in asked ? asked.fault : null;
};

test('a question alone is one of a resident, without earlier ones', () => {
  expect(readAsked({ question: ' Wann ist Markt? ', somethingElse: 1 })).toEqual({
    question: { question: 'Wann ist Markt?', audience: 'resident', history: [] },
  });
});

test('a question that is too long is told its length', () => {
  expect(faultOf({ question: 'x'.repeat(501) })).toEqual({
    title: 'Frage zu lang',
    detail: 'Diese Frage hat 501 Zeichen, höchstens 500 sind möglich. Fragen Sie kürzer.',
  });
});

test.each([
  [{}, '„question“'],
  [{ question: 7 }, '„question“'],
  [{ question: 'x', audience: 'mayor' }, '„audience“'],
  [{ question: 'x', audience: null }, '„audience“'],
  [{ question: 'x', locale: 'x'.repeat(13) }, '„locale“'],
  [{ question: 'x', history: 'y' }, '„history“'],
  [{ question: 'x', history: ['y'.repeat(501)] }, '„history“'],
  [{ question: 'x', history: Array(21).fill('y') }, '„history“'],
])('%j is refused by the name of what is wrong', (sent, field) => {
  expect(faultOf(sent)?.detail).toMatch(new RegExp(`^${field} fehlt oder ist nicht wie erwartet`));
});

test.each([null, 'Wann ist Markt?', ['Wann ist Markt?'], 7])('%j is no question', (sent) => {
  expect(faultOf(sent)?.detail).toContain('{"question": "Wann ist Markt?"}');
});
