import { expect, test } from 'vitest';
import { redact } from './redact.ts';

test.each([
  ['Mein Name ist Erika Musterfrau, wann kommt der Müll?', 'Mein Name ist [Name] , wann kommt der Müll?'],
  ['Ist Frau Meier heute da?', 'Ist Frau [Name] heute da?'],
  ['ist frau meier heute da', 'ist frau [Name] heute da'],
  ['Sprechzeit von Herrn Dr. Karl-Heinz Müller', 'Sprechzeit von Herrn [Name]'],
  ['Ich bin Anna Schmidt und suche Bauland', 'Ich bin [Name] und suche Bauland'],
  ['Darf mein Nachbar Schulze so laut sein?', 'Darf mein Nachbar [Name] so laut sein?'],
  ['Hat Peter Schulze eine Baugenehmigung?', 'Hat [Name] eine Baugenehmigung?'],
  ['Rückruf bitte an 03883 623-0 oder erika@example.org', 'Rückruf bitte an [Nummer] oder [E-Mail]'],
  ['schreibt an erika.muster (at) example.org', 'schreibt an [E-Mail]'],
  ['Laterne kaputt in der Lange Straße 28b', 'Laterne kaputt in der Lange Straße'],
  ['Baulärm Dorfstraße 3-5 und Parkstr.7', 'Baulärm Dorfstraße und Parkstr.'],
  ['Ratten An der Bahn 3, Am Markt 12 a', 'Ratten An der Bahn, Am Markt'],
  ['Wer wohnt Hausnummer 12?', 'Wer wohnt Hausnummer?'],
  ['LUP-AB 123 parkt auf dem Gehweg', '[Kennzeichen] parkt auf dem Gehweg'],
  ['Wem gehört HGN AB123E?', 'Wem gehört [Kennzeichen]?'],
  ['wem gehört sn-xy 99', 'wem gehört [Kennzeichen]'],
  ['Überweisung auf DE02 1203 0000 0000 2020 51', 'Überweisung auf [Nummer]'],
  ['Mein Kind ist geb. 12.03.2019', 'Mein Kind ist geboren [Datum]'],
])('%s', (asked, kept) => {
  expect(redact(asked)).toBe(kept);
});

test.each([
  'Wie hoch ist der Gewerbesteuerhebesatz 2025?',
  'Was ist am Montag um 10 Uhr auf dem Marktplatz?',
  'Am Samstag 10-12 Uhr offen?',
  'Ist die A 24 bis zu 100 Meter gesperrt?',
  'Gilt DIN EN 301 für Holzbau?',
  'Gibt es eine Messe Frau und Beruf?',
  'Ist am 24.12.2026 oder bis 2026-12-24 offen?',
  'Bekommen Betriebe 100.000 Euro Förderung?',
  'Was steht in § 34 BauGB?',
])('what names nobody stays as it was: %s', (question) => {
  expect(redact(question)).toBe(question);
});
