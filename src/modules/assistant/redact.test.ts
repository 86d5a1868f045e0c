import { expect, test } from 'vitest';
import { redact } from './redact.ts';

test.each([
  ['Mein Name ist Erika Musterfrau, wann kommt der Müll?', 'Mein Name ist [Name] , wann kommt der Müll?'],
  ['Ist Frau Meier heute da?', 'Ist Frau [Name] heute da?'],
  ['Rückruf bitte an 03883 623-0 oder erika@example.org', 'Rückruf bitte an [Nummer] oder [E-Mail]'],
  ['Laterne kaputt in der Lange Straße 28b', 'Laterne kaputt in der Lange Straße'],
  ['LUP-AB 123 parkt auf dem Gehweg', '[Kennzeichen] parkt auf dem Gehweg'],
  ['Überweisung auf DE02 1203 0000 0000 2020 51', 'Überweisung auf [Nummer]'],
])('%s', (asked, kept) => {
  expect(redact(asked)).toBe(kept);
});

test('what names nobody stays as it was', () => {
  const question = 'Wie hoch ist der Gewerbesteuerhebesatz 2025?';
  expect(redact(question)).toBe(question);
});
