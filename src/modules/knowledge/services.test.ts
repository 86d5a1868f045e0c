import { expect, test } from 'vitest';
import { asksHowToDo, namesService } from './services.ts';

test.each([
  ['Wie melde ich mein Gewerbe um?', 'Gewerbe ummelden', true],
  ['Wie melde ich mein Gewerbe an?', 'Gewerbe ummelden', false],
  ['Wie melde ich mein Gewerbe an?', 'Gewerbe anmelden', true],
  ['Gewerbeummeldung', 'Gewerbe ummelden', true],
  ['gewerbeanmeldung', 'Gewerbe anmelden', true],
  ['Gewerbeanmeldung', 'Gewerbe abmelden', false],
  ['Ummeldung Gewerbe', 'Gewerbe ummelden', true],
  ['Wo kann ich mein Gewerbe abmelden?', 'Gewerbe abmelden', true],
  ['Was brauche ich, um mein Gewerbe anzumelden?', 'Gewerbe anmelden', true],
  ['und abmelden? Wie melde ich mein Gewerbe an?', 'Gewerbe abmelden', true],
  ['Sperrmüll anmelden', 'Gewerbe anmelden', false],
  ['Wie beantrage ich eine Reisegewerbekarte?', 'Reisegewerbekarte beantragen', true],
  ['Wo ist das Rathaus?', 'Rathaus der Stadt', false],
])('"%s" names the service "%s": %s', (question, title, names) => {
  expect(namesService(question, title)).toBe(names);
});

test.each([
  ['Wie melde ich mein Gewerbe um?', true],
  ['Gewerbe abmelden', true],
  ['Was kostet es, ein Gewerbe anzumelden?', false],
  ['Wer muss ein Gewerbe anmelden?', false],
  ['Bis wann muss ich das Gewerbe ummelden?', false],
])('"%s" asks how it is done: %s', (question, asks) => {
  expect(asksHowToDo(question)).toBe(asks);
});
