import { expect, test } from 'vitest';
import { readDirectoryQuestion } from './directory-question.ts';

// A Friday.
const today = '2026-11-27';
const any = { kinds: [], facts: [], when: null, rest: [] };

test.each([
  ['Wer hat jetzt offen?', { ...any, when: 'now' }],
  ['Wer hat gerade auf?', { ...any, when: 'now' }],
  ['Was hat morgen geöffnet?', { ...any, when: '2026-11-28' }],
  ['Welche Cafés haben am Sonntag auf?', { ...any, kinds: ['cafe'], when: '2026-11-29' }],
  ['Welche Spielplätze gibt es?', { ...any, kinds: ['spielplatz'] }],
  ['Welche Bäckerei hat sonntags offen?', { ...any, kinds: ['baeckerei'], when: '2026-11-29' }],
  ['Which cafés are open on Friday?', { ...any, kinds: ['cafe'], when: today }],
  ['Wo ist eine rollstuhlgerechte Toilette?', { ...any, kinds: ['toilette'], facts: ['toilet'] }],
  ['Wo kann ich parken?', { ...any, kinds: ['parkplatz'] }],
  ['Wo gibt es einen Behindertenparkplatz?', { ...any, kinds: ['parkplatz'], facts: ['parking'] }],
  ['Welche Cafés sind barrierefrei?', { ...any, kinds: ['cafe'], facts: ['step-free'] }],
  ['Welche Orte haben eine Induktionsschleife?', { ...any, facts: ['induction-loop'] }],
  ['Gibt es eine Bibliothek?', { ...any, kinds: ['bibliothek'] }],
  ['Gibt es hier einen guten Zahnarzt?', { ...any, kinds: ['arzt'] }],
  ['Welche Museen gibt es?', { ...any, kinds: ['museum'] }],
  ['Wo kann man hier essen gehen?', { ...any, kinds: ['restaurant'] }],
  ['Schulen hier', { ...any, kinds: ['schule'] }],
  ['eisdiele', { ...any, kinds: ['eisdiele'] }],
  ['wo kann ich tanken', { ...any, kinds: ['tankstelle'] }],
  ['where can I park', { ...any, kinds: ['parkplatz'] }],
  ['Where is the town hall?', { ...any, kinds: [undefined] }],
  ['Wo kann man schwimmen?', { ...any, kinds: ['bad'] }],
  ['Wo ist eine Bank?', { ...any, kinds: ['bank'] }],
  ['Apotheke', { ...any, kinds: ['apotheke'] }],
  ['Is there a doctor nearby?', { ...any, kinds: ['arzt'] }],
  ['Where can my kids play outside?', { ...any, kinds: ['spielplatz'] }],
  ['Wo können meine Kinder draußen spielen?', { ...any, kinds: ['spielplatz'] }],
  ['Spielplatz in Granzin', { ...any, kinds: ['spielplatz'], rest: ['granzin'] }],
  ['Welche Haltestellen gibt es in Scharbow?', { ...any, kinds: ['haltestelle'], rest: ['scharbow'] }],
])('%s', (question, wish) => {
  const read = readDirectoryQuestion(question, today);
  expect(read && { ...read, kinds: read.kinds.map(({ categories }) => categories[0]) }).toEqual(wish);
});

test.each([
  'Welche Stelle ist offen für Bewerbungen?',
  'Wo beantrage ich einen Parkausweis?',
  'Was ist am Wochenende los?',
  'Hat das Museum gerade offen?',
  'Wann hat das Museum offen und was kostet es?',
  'Wo ist das Museum?',
  'rathaus öffnungszeiten',
  'museum heute',
  'Bibliothek Telefon',
  'Wer hat ein Patent auf Melkmaschinen?',
  'Wer hat Lust auf Kino?',
  'wo melde ich mich an wenn ich umgezogen bin und wann hat das amt auf',
  'Welche Grundschule ist für uns zuständig?',
  'Wie melde ich mein Kind in der Schule an?',
  'kita platz anmelden',
  'Wann wird der neue Spielplatz gebaut?',
  'Hochschulen in Schwerin',
  'Gibt es im Museum ein Café?',
  'Wer ist Ansprechpartner für Gewerbeflächen?',
  'Wie barrierefrei ist diese Seite?',
  'Wo finde ich Angebote für Menschen mit Rollstuhl?',
])('%s is no question to the directory', (question) => {
  expect(readDirectoryQuestion(question, today)).toBeNull();
});
