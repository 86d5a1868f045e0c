import { expect, test } from 'vitest';
import { answer, buildIndex } from '../../src/answer-engine/index.ts';
import { checkQuestions } from './hagenow.ts';
import { townPages, townQuestions } from './town.ts';

test('every own question names pages that exist, facts that stand in them and roles that the town has', () => {
  expect(checkQuestions(townQuestions(), townPages())).toEqual([]);
});

test('there are at least two hundred own questions, and a quarter of them has no answer', () => {
  const questions = townQuestions();
  const silent = questions.filter((question) => ['unanswerable', 'out-of-domain'].includes(question.kind));
  expect(questions.length).toBeGreaterThanOrEqual(200);
  expect(silent.length / questions.length).toBeGreaterThanOrEqual(0.25);
  expect(new Set(questions.map((question) => question.question)).size).toBe(questions.length);
});

test('wrong answers of the demo town, seen once, are not given again', () => {
  const town = buildIndex(townPages());
  const told = [
    'Welche Schulen gibt es in Hagenow?',
    'Welche Größe hat das Gewerbegebiet Sudenhof?',
    'Wie melde ich mich zum Kurs an?',
    'Wo ist die Straße mit den meisten Geschäften?',
    'Meine Heizung funktioniert nicht',
    'Meine Mülltonne ist kaputt',
    'Gibt es einen Arzt in Hagenow?',
    'Where can I register my address?',
    'Ich bin neu hier, was muss ich machen?',
    'Wann wurde Hagenow gegründet?',
    'Wie viele Leute passen in den Betraum der Synagoge?',
    'Wie viel Geld hat biotherm der Feuerwehr gespendet?',
    'Ich sitze im Rollstuhl. Komm ich im Museum in alle Räume?',
    'Reisepass',
    'pass verlängern',
    'anmelden',
    'Führung durch die Stadt',
    'Führungszeugnis',
    'umzug',
    'Feuerwehr',
    'wohnung',
    'Jobs',
    'Fundbüro',
    'Sehenswürdigkeiten',
    'Bürgermeister',
    'nächste stadtvertretung',
    'next council meeting',
  ].filter((text) => answer(town, { text }).outcome === 'answered');
  expect(told).toEqual([]);
});

// What anybody asks first. Each is led by a sentence of a page that is about it.
const plain: Record<string, string[]> = {
  'breitband-1call': ['Wieviel km sollten beim allerersten Aufruf gebuddelt werden?'],
  'steuern-hebesatzsatzung-2024|council:stadtvertretung@2024-11-14': [
    'Was wurde im Nov. 2024 aus den Steuersätzen?',
  ],
  'standort-lage': ['Wo liegt Hagenow?'],
  'standort-eckdaten': [
    'Wie viele Einwohner hat Hagenow?',
    'Wie groß ist Hagenow?',
    'Welche Postleitzahl hat Hagenow?',
    'Wie ist die Vorwahl von Hagenow?',
    'How many inhabitants does Hagenow have?',
    'wieviel einwohner',
    'Postleitzahl',
    'plz',
    'vorwahl',
  ],
  'standort-gewerbe-2020': ['Wie viele Betriebe gibt es in Hagenow?', 'Wie viele Arbeitsplätze gibt es?'],
  'standort-pendler-2020': ['Wie viele Pendler kommen nach Hagenow?'],
  'standort-verkehr-schiene': [
    'Bahnhof',
    'Gibt es einen Bahnhof?',
    'Wie komme ich nach Hagenow?',
    'how do I get to Hamburg',
    'Wie komme ich mit dem Zug nach Hagenow?',
  ],
  'standort-verkehr-strasse': ['Autobahn', 'Wie weit ist es zur Autobahn?'],
  'standort-haefen': ['Welcher Hafen ist in der Nähe?', 'Gibt es einen Flughafen in der Nähe?'],
  'standort-metropolregion': ['Gehört Hagenow zur Metropolregion Hamburg?'],
  'steuern-grundsteuer-2025': [
    'Wie hoch ist die Grundsteuer?',
    'Wie hoch ist der Hebesatz der Grundsteuer B?',
  ],
  'steuern-gewerbesteuer-2016': [
    'Wie hoch ist die Gewerbesteuer?',
    'Wie hoch ist der Gewerbesteuer-Hebesatz?',
  ],
  'verwaltung-rathaus|rathaus': ['Wo ist das Rathaus?'],
  'verwaltung-buergerbuero': ['Wo ist das Bürgerbüro?', 'führerschein', 'kfz zulassung', 'auto anmelden'],
  'verwaltung-wirtschaftsfoerderung': ['Wer ist für Wirtschaftsförderung zuständig?'],
  'verwaltung-wirtschaftsausschuss': ['Was macht der Wirtschaftsausschuss?'],
  'haushalt-2025': ['haushalt'],
  'verwaltung-ratsinfo': ['Ratsunterlagen', 'Wo finde ich die Unterlagen der Stadtvertretung?'],
  'verwaltung-amtsblatt': ['amtsblatt', 'Wie heißt das Amtsblatt?'],
  'flaeche-sudenhof': ['Welche Gewerbegebiete gibt es?', 'Wo liegt das Gewerbegebiet Sudenhof?'],
  'flaeche-sudenhof-erweiterung': ['Wird Sudenhof erweitert?'],
  'flaeche-leerstand': ['Gibt es leerstehende Läden in der Innenstadt?'],
  'firma-emsland-food': ['Was macht Emsland Food?'],
  'firma-kuehne': ['Was macht Kühne in Hagenow?'],
  'firma-danone-historisch': ['Gibt es das Danone-Werk noch?'],
  'firma-landmolkerei': ['Was macht die Landmolkerei?'],
  'firma-hms': ['Was macht HMS?'],
  'firma-resko': ['Was macht RESKO?'],
  'firma-biotherm': ['Was macht biotherm?'],
  'firma-stadtwerke': ['Was machen die Stadtwerke Hagenow?'],
  'breitband-6call-hagenow': ['Gibt es Glasfaser in Hagenow?'],
  'breitband-privat-2021': ['Wie schnell ist das Internet für Haushalte?'],
  'breitband-gewerbe-2021': ['Wie schnell ist das Internet für Gewerbe?'],
  'smartcity-agenda': ['Was ist die digitale Agenda?'],
  'smartcity-foerderung': ['Wie viel Förderung gab es für die Smart City?'],
  'smartcity-ergebnisse': ['Was hat das Smart-City-Projekt gebracht?'],
  'smartcity-app': ['Gibt es eine App?', 'Was kann die HageNOW App?'],
  'smartcity-maengelmelder': ['Wie funktioniert der Mängelmelder?'],
  'smartcity-experimentierraum': ['Was ist der digitale Experimentierraum?'],
  'innovation-hagenower-modell': ['Was ist das Hagenower Modell?'],
  'innovation-rbcb': ['Was ist der Business-Chatbot?'],
  'innovation-google-cloud': ['Was macht Google Cloud in Hagenow?'],
  'beratung-ihk': ['Wobei hilft die IHK?'],
  'beratung-tbi': ['Was macht das TBI?'],
  'beratung-buergschaftsbank': ['Was macht die Bürgschaftsbank?'],
  'beratung-lfi': ['Was macht das Landesförderinstitut?'],
  'beratung-innovationszentren': ['Wo gibt es digitale Innovationszentren?'],
  'beratung-gruendungswerft': ['startups', 'Was macht die Gründungswerft?'],
  'schutzrechte-patentinfo': ['Wo kann ich nach Patenten recherchieren?'],
  'schutzrechte-statistik-2019': ['Wie viele Patente wurden 2019 angemeldet?'],
  'schutzrechte-gebrauchsmuster': ['Was ist der Unterschied zwischen Patent und Gebrauchsmuster?'],
  'foerderung-grw': ['Was ist GRW?'],
  'foerderung-grw-primaereffekt': ['Was ist der Primäreffekt?'],
  'foerderung-digitrans': ['Was ist Digitrans?'],
  'foerderung-digitrans-stand': ['Gibt es Digitrans noch?'],
  'foerderung-leader-gebiet': ['Was ist LEADER?'],
  'foerderung-leader-kontakt': ['Wo ist die LEADER-Geschäftsstelle?'],
  'forschung-ueberblick': ['Welche Hochschulen gibt es in Mecklenburg-Vorpommern?'],
  'forschung-uni-rostock': ['Was erforscht die Universität Rostock?'],
  'forschung-fraunhofer-igp': ['Was macht das Fraunhofer IGP?'],
  'forschung-plasma': ['Wer forscht zu Plasma?'],
  'leistung-gewerbeanmeldung': [
    'Wie melde ich ein Gewerbe an?',
    'How do I register a business?',
    'gewerbe anmelden',
  ],
  'leistung-gaststaette': ['Brauche ich eine Gaststättenerlaubnis?'],
  'leistung-gestattung': ['Wie bekomme ich eine Ausschankgenehmigung für ein Fest?'],
  'leistung-wertstoffhof': ['Wo ist der Wertstoffhof?', 'Sperrmüll', 'Wo kann ich Sperrmüll abgeben?'],
  'leistung-abfall-gewerbe': ['Welche Mülltonne brauche ich für meinen Betrieb?'],
  'leistung-abfall-feiertag': ['Wann wird der Müll an Feiertagen abgeholt?'],
  'kultur-museum|museum': ['Was gibt es im Museum?', 'museum'],
  'kultur-synagoge|alte-synagoge': ['Was ist die Alte Synagoge?', 'Wann wurde die Synagoge gebaut?'],
  'sccon-pioneers': ['pioneers', 'Was ist Summer of Pioneers?'],
  'steuern-gewerbesteuer-2016|steuern-gewerbesteuer-widerspruch': ['How high is the business tax?'],
};

test('the plainest questions of all are answered by the page about it', () => {
  const town = buildIndex(townPages());
  const wrong = Object.entries(plain).flatMap(([pages, texts]) =>
    texts.filter((text) => {
      const { sentences, citations } = answer(town, { text, audience: 'business' });
      const led = citations[(sentences[0]?.citation ?? 0) - 1]?.articleId;
      return !pages.split('|').includes(led ?? '');
    }),
  );
  expect(wrong).toEqual([]);
});

test('nobody reads of a grant that is used up without its end, whatever page leads', () => {
  const town = buildIndex(townPages());
  const texts = [
    'Gibt es Zuschüsse wenn ich meine Bäckerei digitalisiere?',
    ...townQuestions().map(({ question }) => question),
  ];
  const silent = texts.filter((text) => {
    const cited = answer(town, { text, audience: 'business' }).citations.map(({ articleId }) => articleId);
    return cited.includes('foerderung-digitrans') && !cited.includes('foerderung-digitrans-stand');
  });
  expect(silent).toEqual([]);
});

test.each([
  ['Wie heißt der Bürgermeister von Hagenow?', 'Stadtverwaltung Hagenow'],
  ['Was zahlt man im Monat für einen Krippenplatz?', 'Stadtverwaltung Hagenow'],
  ['Wie lese ich meinen Gaszähler ab?', 'Kundenservice der Stadtwerke Hagenow'],
])('who is named where no page answers: "%s"', (text, role) => {
  expect(answer(buildIndex(townPages()), { text }).contact?.role).toBe(role);
});
