import { expect, test } from 'vitest';
import { asksAboutReporting } from './report-question.ts';

test.each([
  'Wo melde ich ein Schlagloch?',
  'Ist das Schlagloch in der Bahnhofstraße schon gemeldet?',
  'Schlagloch in der Bahnhofstraße',
  'Die Straßenlaterne vor meinem Haus ist kaputt',
  'Die Ampel an der Kreuzung funktioniert nicht',
  'Jemand hat Müll im Wald abgeladen, was tun?',
])('"%s" is led to the form or to the report', (question) => {
  expect(asksAboutReporting(question)).toBe(true);
});

test.each([
  'Wo ist die Bahnhofstraße?',
  'Wie lange dauert es, bis ein Schlagloch repariert wird?',
  'Wer haftet bei einem Schlagloch?',
  'Meine Mülltonne ist kaputt',
  'Wie melde ich eine Mülltonne an?',
  'Wann wird der Müll abgeholt?',
])('"%s" is not', (question) => {
  expect(asksAboutReporting(question)).toBe(false);
});
