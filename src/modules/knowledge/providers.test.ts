import { expect, test } from 'vitest';
import type { Article } from './model.ts';
import { fulfilling, saidIn, toldOfNobody, wishedAbilities, wishOf } from './providers.ts';

const article = (title: string, details: Partial<Article['details']>) =>
  ({ title, details: { abilities: '', superseded: false, ...details } }) as Article;

test.each([
  ['Wer forscht zu Sensorik?', ['institution'], ['sensorik']],
  ['Wo wird an Plasma geforscht?', ['institution'], ['plasma']],
  ['Suche Institut für Schweißen im Schiffbau', ['institution'], ['schweißen', 'schiffbau']],
  ['Wer kann Edelstahl schweißen?', ['company', 'service', 'institution'], ['edelstahl', 'schweißen']],
  ['Gibt es einen Betrieb, der Essig herstellt?', ['company', 'service'], ['essig']],
  ['Wer kann Metall bearbeiten?', ['company', 'service', 'institution'], ['metall']],
  ['Wer repariert Maschinen?', ['company', 'service'], ['maschinen']],
  ['Who can weld stainless steel?', ['company', 'service', 'institution'], ['weld', 'stainless', 'steel']],
  ['Welche Gewerbeflächen sind frei?', ['site'], []],
  ['Gibt es freie Flächen?', ['site'], []],
  ['free business sites', ['site'], []],
  ['Lebensmittel firmen', ['company', 'service'], ['lebensmittel']],
  ['Welche Firmen gibt es hier?', ['company'], []],
  ['Welche Unternehmen gibt es hier?', ['company'], []],
  ['Welche Forschungseinrichtungen gibt es in MV?', ['institution'], []],
  ['Wo kann ich mich mit meiner Firma ansiedeln?', ['site'], []],
])('%s is a wish', (question, subjects, words) => {
  expect(wishOf(question)).toEqual({ subjects, words });
});

test.each([
  'Wer ist Bürgermeister?',
  'Wie hoch ist die Hundesteuer?',
  'Wie weit ist das Gewerbegebiet Sudenhof von der Autobahn?',
  'Was kostet die Forschung?',
  'Wie viele Betriebe gibt es hier?',
  'An welcher Bundesstraße hängt das Gewerbegebiet?',
  'Wie viele Quadratmeter sind im Gewerbegebiet noch frei?',
  'Wer baut bei uns das Internet aus?',
])('%s is a question for sentences', (question) => {
  expect(wishOf(question)).toBeNull();
});

test('who says so in kindred words is found, who says something else is not', () => {
  const sensors = article('Institut A', { subject: 'institution', abilities: 'Sensoren, Messtechnik' });
  const plasma = article('Institut B', { subject: 'institution', abilities: 'Plasmaphysik' });
  const company = article('Firma C', { subject: 'company', abilities: 'Sensorik' });
  const old = article('Institut D', { subject: 'institution', abilities: 'Sensorik', superseded: true });
  const all = [plasma, sensors, company, old];
  expect(fulfilling(wishOf('Wer forscht zu Sensorik?')!, all)).toEqual([sensors]);
  expect(fulfilling(wishOf('Wer forscht zu Plasma?')!, all)).toEqual([plasma]);
  expect(fulfilling(wishOf('Wer forscht zu Bienen?')!, all)).toEqual([]);
  expect(fulfilling(wishOf('Wer kann Schaltschränke bauen?')!, all)).toEqual([]);
  // "Messtechnik" is no "Schweißtechnik", though both are a "Technik".
  expect(fulfilling(wishOf('Gibt es ein Institut für Schweißtechnik?')!, all)).toEqual([]);
});

test('the utility with water is nobody for underwater technology', () => {
  const utility = article('Stadtwerke', { subject: 'company', abilities: 'Gas, Wärme, Wasser' });
  const campus = article('Campus', { subject: 'institution', abilities: 'Unterwassertechnik' });
  const wish = wishOf('Wer macht in MV was mit Unterwassertechnik?')!;
  expect(fulfilling(wish, [utility, campus])).toEqual([campus]);
});

test('who can more of what is wished for is named first', () => {
  const half = article('Halb', { subject: 'company', abilities: 'Stahlbau' });
  const whole = article('Ganz', { subject: 'company', abilities: 'Edelstahl schweißen, Laserschneiden' });
  const wish = wishOf('Wer kann Edelstahl schweißen?')!;
  expect(fulfilling(wish, [half, whole])).toEqual([whole, half]);
  expect(wishedAbilities(whole.details.abilities, wish)).toEqual(['Edelstahl schweißen']);
  expect(saidIn('Wir schweißen alles.', wish)).toBe(1);
});

test('a text knows better only when it names somebody and the subject in one breath', () => {
  const toldOf = (question: string) => toldOfNobody(question, wishOf(question)!);
  const told = toldOf('Wer forscht an künstlicher Intelligenz?')!;
  expect(told.test('Das Institut A forscht zu künstlicher Intelligenz.')).toBe(true);
  expect(told.test('Vortrag „Künstliche Intelligenz in der Pflege“.')).toBe(false);
  expect(toldOf('Wer kann mich bei der Steuer beraten?')).toBeNull();
  expect(toldOf('Woran wird in Greifswald an der Uni geforscht?')).toBeNull();
  expect(toldOf('Gibt es einen Holzbetrieb am Ort?')).toBeNull();
});
