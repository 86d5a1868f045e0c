import { expect, test } from 'vitest';
import { readNotice } from './notices.ts';

test.each([
  // The wish for a person.
  ['Ich möchte mit einem Menschen sprechen', 'person'],
  ['Kann ich bitte mit einem Mitarbeiter reden?', 'person'],
  ['Ich will jemanden anrufen', 'person'],
  ['Ich möchte mit jemandem über Gewerbeflächen sprechen', 'person'],
  ['Bitte um Rückruf', 'person'],
  ['Können Sie mich zurückrufen?', 'person'],
  ['Verbinden Sie mich bitte', 'person'],
  ['Mitarbeiter sprechen', 'person'],
  ['Can I talk to a human?', 'person'],
  // What this is.
  ['Kannst du mir helfen?', 'abilities'],
  ['Was kannst du?', 'abilities'],
  ['Hallo, wer bist du eigentlich?', 'abilities'],
  ['Bist du ein Mensch?', 'abilities'],
  ['Ich brauche Hilfe', 'abilities'],
  ['what can I do here', 'abilities'],
  // What no town's pages know.
  ['wie ist das wetter', 'abilities'],
  ['Wie wird das Wetter morgen?', 'abilities'],
  ['Wie spät ist es?', 'abilities'],
  ['Welcher Tag ist heute?', 'abilities'],
  ['erzähl einen witz', 'abilities'],
  ['Wen soll ich wählen?', 'abilities'],
  ['Wen soll ich anrufen?', null],
  ['Wetter beim Stadtfest', null],
  ['What can you do?', 'abilities'],
  // Greetings and thanks, however long.
  ['Hallo!', 'greeting'],
  ['Guten Morgen, ich hätte da mal eine Frage', 'greeting'],
  ['Moin, wie geht es dir?', 'greeting'],
  ['Vielen Dank für die Hilfe, das war super', 'thanks'],
  ['Danke, das hat mir sehr geholfen!', 'thanks'],
  ['ok alles klar, danke und tschüss', 'thanks'],
  ['super', 'thanks'],
  ['ok', 'greeting'],
  ['Morgen!', 'greeting'],
  ['und morgen?', null],
  ['Thank you very much for your help', 'thanks'],
  // Insults, and insults with a question.
  ['scheiß stadt', 'insult'],
  ['ihr seid alle doof', 'insult'],
  ['Du bist so dumm', 'insult'],
  // Law, health, private persons.
  ['Mein Nachbar ist zu laut, was kann ich rechtlich machen?', 'legal-advice'],
  ['Soll ich gegen meinen Bescheid Widerspruch einlegen?', 'legal-advice'],
  ['Lohnt sich eine Klage gegen den Bescheid?', 'legal-advice'],
  ['Welche Telefonnummer hat Frau Schulz privat?', 'private-person'],
  ['Hat der Wirt nebenan Steuerschulden?', 'private-person'],
  ['Hat die Stadt Schulden?', null],
  ['Hat Musterstadt Schulden?', null],
  ['Hat die Muster GmbH offene Steuerschulden?', 'private-person'],
  ['Auf meinem Bescheid stehen 380 Prozent, der Nachbar redet von 438. Wer hat recht?', null],
  ['Mein Nachbar meldet ein Gewerbe an, muss ich das auch?', null],
  ['Mein Vermieter will mich rauswerfen, darf er das?', 'legal-advice'],
  // Danger, and despair.
  ['Feuer! Es brennt!', 'emergency'],
  ['Notruf', 'emergency'],
  ['ich brauche einen krankenwagen', 'emergency'],
  ['I need an ambulance', 'emergency'],
  ['Wann braucht ein Verein die Feuerwehr?', null],
  ['Hilfe, mein Mann schlägt mich', 'emergency'],
  ['Ich rieche Gas, es riecht nach Gas', 'emergency'],
  ['Ich will nicht mehr leben', 'despair'],
  ['ich denke an Suizid', 'despair'],
  ['I want to kill myself', 'despair'],
  // Other languages.
  ['Belediye ne zaman açık?', 'other-language'],
  ['Gdzie jest ratusz?', 'other-language'],
  ['Де можна зареєструватися?', 'other-language'],
  ['أين مبنى البلدية؟', 'other-language'],
  ['Où est la mairie?', 'other-language'],
  ['¿Dónde está el ayuntamiento?', 'other-language'],
  ['Unde este primăria?', 'other-language'],
])('%s: %s', (question, notice) => {
  expect(readNotice(question)).toBe(notice);
});

test.each([
  'ihr seid alle doof, wann macht das bürgerbüro auf',
  'Guten Morgen, ich hätte da mal eine Frage: wo kann ich meinen Hund anmelden?',
  'Danke. Und wie teuer ist das?',
  'Kannst du mir helfen, mein Gewerbe anzumelden?',
  'Mit wem kann ich über Förderung sprechen?',
  'Wer ist Ansprechpartner für Gewerbeflächen?',
  'Wie viele Mitarbeiter hat die Stadt?',
  'Welche Hilfe gibt es für Gründer?',
  'Wo gibt es gute Auskunft?',
  'Die Laterne in der Feuerwehrstraße brennt nicht',
  'Wann ist das Osterfeuer?',
  'Hundescheiße auf dem Spielplatz',
  'Was kostet ein Café au lait im Café?',
  'where can I register my address',
  'Moin, wo mutt ick denn hen?',
  'Gewerbe anmelden',
  'IPC A23L',
])('%s is a plain question', (question) => {
  expect(readNotice(question)).toBeNull();
});
