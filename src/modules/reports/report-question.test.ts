import { expect, test } from 'vitest';
import { asksAboutReporting } from './report-question.ts';

test.each([
  'Wo melde ich ein Schlagloch?',
  'Ist das Schlagloch in der Bahnhofstraße schon gemeldet?',
  'Schlagloch in der Bahnhofstraße',
  'Die Straßenlaterne vor meinem Haus ist kaputt',
  'Die Ampel an der Kreuzung funktioniert nicht',
  'Jemand hat Müll im Wald abgeladen, was tun?',
  'hier liegt müll im wald',
  'straßenlampe kaputt',
  'ampel ausgefallen',
  'Baum umgestürzt auf der Straße',
  'Die Straßenlaterne vor meinem Haus flackert',
  'Gehweg ist total zugewachsen',
  'Es stinkt aus dem Gully',
  'Illegale Müllablagerung',
  'toter Hund auf der Straße',
  'street light is out',
  'illegaler müll',
  'Was ist mit Meldung 12?',
  'Meldung Nr. 7',
  'Wie ist der Stand meiner Meldung?',
  'status of my report',
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
  'Was fehlt noch für die Gewerbeanmeldung?',
  'Wie viel Müll liegt im Wald?',
  'Wo liegt der Wertstoffhof?',
  'Was kostet die Meldung eines Gewerbes?',
  'Gilt meine Meldung beim Finanzamt?',
  'Wer ist aus der Stadtvertretung ausgefallen?',
])('"%s" is not', (question) => {
  expect(asksAboutReporting(question)).toBe(false);
});
