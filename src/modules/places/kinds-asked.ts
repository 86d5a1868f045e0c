/** A kind of place as people ask for it. */
export interface AskedKind {
  categories: readonly string[];
  /** Names of places that are of this kind, whatever kind they were filed under; also what texts call it. */
  named: RegExp;
  /** One looks for it by "Wo …?" alone; of others the town's texts know more than the directory. */
  isLookedFor: boolean;
}

interface Kind extends AskedKind {
  asked: RegExp;
}

const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');

/** @param named what a title says; without it the words asked by. */
const kind = (asked: string, categories: readonly string[], named = asked, isLookedFor = true): Kind => ({
  asked: word(asked),
  categories,
  named: new RegExp(named, 'iu'),
  isLookedFor,
});

const KINDS: readonly Kind[] = [
  kind('(?:öffentliche )?toiletten?|wcs?|klos?|toilets?|restrooms?', ['toilette'], '\\btoilette|\\bwc\\b'),
  kind(
    'parken?|(?:can i|to) park|park(?:platz|plätze|plaetze|plätzen|möglichkeiten|häuser|haus)|behindertenpark\\p{L}+|parking(?: lots?)?|car parks?',
    ['parkplatz'],
    'parkplatz|parkhaus',
  ),
  kind(
    'lade(?:säulen?|stationen?|punkte?)|e-autos? laden|charging stations?',
    ['ladestation'],
    'ladesäule|ladestation',
  ),
  kind('cafés?|cafes?|kaffee trinken|kaffeehaus', ['cafe'], '(?<!\\p{L})caf[eé]\\b'),
  kind(
    'restaurants?|gaststätten?|gaststätte|gasthäuser|gasthaus|gasthof|wirtshaus|lokale?|kneipen?|pizzeria',
    ['restaurant', 'gastronomie'],
    'restaurant|gaststätte|gasthaus|gasthof',
  ),
  kind(
    'essen gehen|(?:etwas )?essen|mittagessen|mittagstisch|abendessen|einkehren|eat|food',
    ['restaurant', 'gastronomie', 'cafe', 'imbiss'],
    'restaurant|gaststätte|gasthaus|gasthof',
  ),
  kind('imbisse?|imbissbuden?|döner|pommes', ['imbiss'], 'imbiss'),
  kind('bäcker(?:ei(?:en)?)?|brötchen|brot|bakery|bakeries', ['baeckerei'], 'bäckerei'),
  kind('eisdielen?|eiscafés?|eis essen|ice cream', ['eisdiele'], 'eisdiele|eiscafé'),
  kind('apotheken?|pharmacy|pharmacies', ['apotheke'], 'apotheke'),
  kind(
    'ärzte?|ärztin(?:nen)?|arzt|arztpraxis|arztpraxen|hausärzt\\p{L}+|hausarzt|zahnärzt\\p{L}+|zahnarzt|kinderärzt\\p{L}+|kinderarzt|doktor|doctors?|dentists?',
    ['arzt'],
    'arzt(?!el)|ärztin|ärzte|(?<!\\p{L})praxis(?!\\p{L})',
  ),
  kind('krankenhäuser|krankenhaus|klinik|hospitals?', ['krankenhaus'], 'krankenhaus|klinik'),
  kind('pflegeheime?|altenheime?|altersheime?|seniorenheime?|pflegedienste?', ['pflege'], 'pflege|senioren'),
  kind(
    'supermärkte?|supermarkt|lebensmittel(?:laden|läden|geschäfte?|markt)|discounter|supermarkets?|groceries',
    ['lebensmittel'],
    'supermarkt|lebensmittel(?:laden|markt)',
  ),
  kind('hofläden|hofladen|farm shops?', ['hofladen'], 'hofladen'),
  kind(
    'läden|laden|geschäfte|einkaufen|einkaufsmöglichkeiten|shops|shopping',
    ['einkaufen', 'lebensmittel', 'baeckerei', 'hofladen', 'laden'],
    'laden\\b',
  ),
  kind(
    'spielplatz|spielplätze|spielplaetze|playgrounds?|(?:kids|child|children) (?:can )?play|play outside|(?:kinder|kind|enkel) (?:draußen )?spielen',
    ['spielplatz'],
    'spielplatz',
  ),
  kind('sportplatz|sportplätze|fußballplatz|stadion|bolzplatz', ['sportplatz'], 'sportplatz|stadion'),
  kind('sporthallen?|turnhallen?', ['sporthalle'], 'sporthalle|turnhalle'),
  kind(
    'schwimmbad|schwimmbäder|freibad|freibäder|hallenbad|schwimmhalle|badestellen?|schwimmen|baden|swimming(?: pools?)?|swim',
    ['bad'],
    '(?:frei|hallen|schwimm|wald)bad|schwimmhalle|badestelle',
  ),
  kind('trinkwasser(?:brunnen)?|trinkbrunnen', ['trinkwasser'], 'trinkbrunnen|trinkwasserbrunnen'),
  kind('museum|museen|museums', ['museum'], 'museum|museen', false),
  kind(
    'bibliothek(?:en)?|bücherei(?:en)?|stadtbibliothek|stadtbücherei|library|libraries',
    ['bibliothek'],
    'bibliothek|bücherei',
    false,
  ),
  kind('kirchen?|church(?:es)?', ['kirche'], 'kirche', false),
  kind(
    'kitas?|kindergärten|kindergarten|kindertagesstätten?|krippen?|kindergartens?|daycare',
    ['kita'],
    'kita|kindergarten|kindertagesst',
    false,
  ),
  kind(
    '(?:grund|ober|real|haupt|förder|musik|gesamt|regional)?schulen?|gymnasium|gymnasien|schools?',
    ['schule'],
    '(?<!hoch|fach)schule(?!\\p{L}*amt)|gymnasium',
    false,
  ),
  kind(
    'hotels?|pensionen|pension|unterkünfte?|unterkunft|übernachten|übernachtung(?:en|smöglichkeiten)?|accommodation',
    ['hotel', 'uebernachten', 'ferienwohnung'],
    'hotel|pension',
  ),
  kind('ferienwohnung(?:en)?|ferienhaus|ferienhäuser', ['ferienwohnung'], 'ferienwohnung|ferienhaus'),
  kind(
    'campingplatz|campingplätze|camping|wohnmobilstellpl\\p{L}+|campsites?',
    ['camping'],
    'camping|wohnmobil',
  ),
  kind(
    'geldautomaten?|banken|bank(?=\\s*(?:[?.!]|$))|geld abheben|bankfiliale|sparkassen?|atms?',
    ['bank'],
    'sparkasse|bank\\b|geldautomat',
  ),
  kind(
    'post(?:filialen?|ämter|amt|stellen?)?|briefkasten|briefkästen|paketshops?|post offices?',
    ['post'],
    '(?<!\\p{L})post(?:filiale)?\\b',
  ),
  kind('tankstellen?|tanken|gas stations?|petrol stations?', ['tankstelle'], 'tankstelle'),
  kind('friseure?|friseursalon|hairdressers?', ['friseur'], 'friseur'),
  kind('kinos?|cinemas?', ['kino'], '(?<!\\p{L})kino'),
  kind(
    'polizei(?:wache|station|revier)?|police(?: station)?',
    ['polizei'],
    '^polizei|polizei(?:wache|station|revier|inspektion|posten)',
    false,
  ),
  kind('feuerwehr(?:haus|wache)?', ['feuerwehr'], 'feuerwehr', false),
  kind('rathaus|rathäuser|town hall|city hall', [], 'rathaus'),
  kind('ämter|behörden', ['verwaltung', 'rathaus', 'behoerde'], '(?<!\\p{L})amt\\b', false),
];

/** Stops are many; they are looked through only when somebody asks for them. */
const STOPS = kind(
  '(?:bus)?haltestellen?|bushalte|bus ?stops?|bahnhöfe',
  ['haltestelle', 'bahnhof'],
  '(?<!\\p{L})haltestelle|bahnhof',
);

/** The kinds of places a question names. */
export function kindsAsked(question: string): AskedKind[] {
  return [...KINDS, STOPS].filter(({ asked }) => asked.test(question));
}

export const areStops = (kinds: readonly AskedKind[]): boolean => kinds.some((one) => one === STOPS);

/** Whether a word of a question is the kind itself, or a piece of it: "essen gehen". */
export function isKindWord(one: string): boolean {
  return [...KINDS, STOPS].some(({ asked }) => asked.test(one)) || /^(?:gehen|trinken|laden|park)$/.test(one);
}
