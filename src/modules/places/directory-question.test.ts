import { expect, test } from 'vitest';
import { readDirectoryQuestion } from './directory-question.ts';

// A Friday.
const today = '2026-11-27';
const any = { categories: [], facts: [], when: null };

test.each([
  ['Wer hat jetzt offen?', { ...any, when: 'now' }],
  ['Wer hat gerade auf?', { ...any, when: 'now' }],
  ['Was hat morgen geöffnet?', { ...any, when: '2026-11-28' }],
  ['Welche Cafés haben am Sonntag auf?', { ...any, categories: ['cafe'], when: '2026-11-29' }],
  ['Welche Spielplätze gibt es?', { ...any, categories: ['spielplatz'] }],
  ['Welche Bäckerei hat sonntags offen?', { ...any, categories: ['baeckerei'], when: '2026-11-29' }],
  ['Which cafés are open on Friday?', { ...any, categories: ['cafe'], when: today }],
  ['Wo ist eine rollstuhlgerechte Toilette?', { ...any, categories: ['toilette'], facts: ['toilet'] }],
  ['Wo kann ich parken?', { ...any, categories: ['parkplatz'] }],
  ['Wo gibt es einen Behindertenparkplatz?', { ...any, categories: ['parkplatz'], facts: ['parking'] }],
  ['Welche Cafés sind barrierefrei?', { ...any, categories: ['cafe'], facts: ['step-free'] }],
  ['Welche Orte haben eine Induktionsschleife?', { ...any, facts: ['induction-loop'] }],
])('%s', (question, wish) => {
  expect(readDirectoryQuestion(question, today)).toEqual(wish);
});

test.each([
  'Welche Stelle ist offen für Bewerbungen?',
  'Wo beantrage ich einen Parkausweis?',
  'Was ist am Wochenende los?',
  'Hat das Museum gerade offen?',
  'Wo ist das Museum?',
  'Welche Museen gibt es?',
  'Wer ist Ansprechpartner für Gewerbeflächen?',
  'Wie barrierefrei ist diese Seite?',
  'Wo finde ich Angebote für Menschen mit Rollstuhl?',
])('%s is no question to the directory', (question) => {
  expect(readDirectoryQuestion(question, today)).toBeNull();
});
