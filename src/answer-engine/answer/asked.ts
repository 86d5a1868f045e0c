import type { Query } from '../index/query.ts';
import { asksTwice, mayDo, tellsFault } from './cues.ts';
import { askedPart } from './evidence.ts';
import { readLine } from './line.ts';
import { countUnsaid, focusTold, personNames } from './focus.ts';
import type { CloseReading } from './reading.ts';

const hardly = 0.4;

const textsOf = ({ document }: CloseReading): string[] => [
  document.title,
  ...document.lines.map(({ text }) => text),
];

// A need that the story before the question tells as well.
const needsAccess =
  /(?<!\p{L})(?:rollstuhl\p{L}*|rollator|gehbehindert\p{L}*|barrierefrei\p{L}*|wheelchair|accessible)(?!\p{L})/iu;
const tellsAccess = /barriere|rollstuhl|stufen|aufzug|ebenerdig|behinderteng/i;

const lacksAccess = (query: Query, page: CloseReading): boolean =>
  needsAccess.test(query.text) && !textsOf(page).some((text) => tellsAccess.test(text));

// A word of what is asked, not of the story before it, that must be met by one of its kind: who asks for the rent of a hall is not told its admission fee.
const kinds: readonly (readonly [RegExp, RegExp])[] = [
  [/(?<!\p{L})(?:zins(?:en|satz|sätze)?|verzinst|interest rates?)(?!\p{L})/iu, /zins|interest/i],
  [
    /miet(?:e|preise?|kosten)(?!\p{L})|was kostet .{0,60}(?:mieten|leihen|ausleihen)|(?<!\p{L})rents?(?!\p{L})/iu,
    /miet|leihgebühr|rent/i,
  ],
  [/(?:pacht|pachtpreise?)(?!\p{L})/iu, /pacht/i],
  [
    /(?<!\p{L})wie ?viel (?:geld|euro)(?!\p{L})|welche (?:geld)?summe|wie hoch (?:ist|war) (?:die|der) (?:\p{L}*spende|summe|betrag)(?!\p{L})/iu,
    /\d[\d.,]*\s?(?:€|euro|tausend|tsd|mio|million)|milliarde/i,
  ],
  [
    /(?<!\p{L})(?:verdien(?:t|en|ste?)|lohn|löhne|gehalt|gehälter|stundenlohn|salary|wages?)(?!\p{L})/iu,
    /verdien|lohn|löhne|gehalt|gehälter/i,
  ],
  [/(?<!\p{L})(?:umsatz|umsätze|gewinn|turnover|revenue)(?!\p{L})/iu, /umsatz|umsätze|gewinn/i],
  [/(?:mitgliedschaft|mitgliedsbeitrag|\p{L}*-beitrag|beitragssatz)(?!\p{L})/iu, /beitrag|beiträge/i],
  [/(?<!\p{L})(?:bußgeld|strafe|strafzettel|knöllchen)(?!\p{L})/iu, /bußgeld|strafe/i],
  [
    /(?<!\p{L})(?:quadratmeterpreis|bodenrichtwert|kostet (?:der|ein) quadratmeter|preis (?:pro|je) quadratmeter|(?:qm|m²)[ -]?preis|preis (?:pro )?(?:qm|m²)|how much is a square met\p{L}*|price per square met\p{L}*)(?!\p{L})/iu,
    /€\/m|euro (?:je|pro) quadratmeter|quadratmeterpreis|bodenrichtwert/i,
  ],
  [
    /(?:kost|preis|eintritt|gebühr|zahl).{0,40}(?<!\p{L})(?:kinder|jugendliche|rentner|senioren|studenten|studierende|schüler|familien|gruppen|schwerbehinderte)(?!\p{L})/iu,
    /kind|jugend|rentner|senior|stud|schüler|famili|gruppe|ermäßig/i,
  ],
  [
    /wann genau|an welchem (?:tag|datum)|genaue[rsnm]? (?:uhrzeit|datum)/iu,
    /\d\.\s?(?:\d|jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez|tag)|\d uhr|\d:\d\d|tags(?!\p{L})/iu,
  ],
  [/(?<!\p{L})tilgung\p{L}*(?!\p{L})/iu, /tilgung/i],
  [
    /(?<!\p{L})(?:in raten|ratenzahlung|stunden lassen|stundung)(?!\p{L})/iu,
    /(?<!\p{L})raten?(?!\p{L})|ratenzahlung|stundung/iu,
  ],
  [
    /(?:ab|bis zu) (?:welchem alter|wie ?vielen? jahren)|mindestalter|altersgrenze/iu,
    /alter(?!n)|\d jahren?/i,
  ],
  [
    /(?<!\p{L})(?:kann|kannst|können|geht|gibt|muss|wann) .{0,60}(?<!\p{L})online(?![\p{L}-])/iu,
    /online|digital|internet|www|portal|app(?!\p{L})/iu,
  ],
  [
    /(?<!\p{L})(?:nachts|nachmittags|abends|mittags|am wochenende)(?!\p{L})/iu,
    /nachts?(?!\p{L})|nachmittag|abend|mittag|wochenende|\d uhr|\d:\d\d|rund um die uhr/iu,
  ],
  [/(?:bis|ab|um) (?:wie ?viel uhr|welche(?:r)? uhrzeit)|what time/iu, /\d uhr|\d:\d\d/i],
  [
    /welche (?:unterlagen|dokumente|papiere|nachweise|formulare)/iu,
    /unterlage|dokument|nachweis|zeugnis|bestätigung|ausweis|vertrag|formular/i,
  ],
  [
    /was (?:muss|brauche?n?|soll) (?:ich|man|wir).{0,40}(?:mitbringen|mitnehmen|vorlegen|beilegen|einreichen)/iu,
    /mitbring|mitzubring|unterlage|verlang|vorleg|vorzuleg|benötig|erforderlich|nachweis|zeugnis/i,
  ],
  [
    /in welcher (?:straße|strasse)|welche (?:adresse|anschrift)|what address/iu,
    /(?:straße|strasse|str\.|platz|weg|allee|ring|gasse|damm|chaussee)(?!\p{L})|(?<!\d)\d{5}\s\p{Lu}/iu,
  ],
  [
    /wieder (?:frei|offen|befahrbar)|(?<!\p{L})gesperrt|sperrung|umleitung/iu,
    /gesperrt|sperrung|befahrbar|umleitung|wieder frei/i,
  ],
  [
    /(?<!\p{L})(?:bar (?:be)?zahlen|barzahlung|bargeld|mit (?:der )?(?:ec-?)?karte|ec-?karte|kreditkarte|kartenzahlung|paypal|lastschrift|pay (?:by|with|in) (?:card|cash)|credit cards?)(?!\p{L})/iu,
    /(?<!\p{L})(?:bar|\p{L}*karten?|paypal|lastschrift|überweis\p{L}*|bargeld|sepa)(?!\p{L})/iu,
  ],
  [
    /rückwirkend|nachträglich|im nachhinein/iu,
    /rückwirkend|nachträglich|nachhinein|gleichzeitig|vor beginn/i,
  ],
  [
    /(?<!\p{L})(?:huawei|iphones?|ipads?|android|windows|linux|playstore|play store|app store)(?!\p{L})/iu,
    /android|(?<!\p{L})ios(?!\p{L})|iphone|app store|google play|play store|windows|linux/iu,
  ],
  [
    /(?:auf|in) (?:englisch|polnisch|russisch|ukrainisch|türkisch|arabisch|französisch)|(?:which|what|other) languages?|welchen? sprachen?|mehrsprachig/iu,
    /sprach|englisch|polnisch|russisch|ukrainisch|türkisch|arabisch|französisch/i,
  ],
  [
    /ohne termin|(?:brauche?|muss|kann) (?:ich|man|wir) .{0,40}(?<!\p{L})(?:termin|voranmeldung)(?!\p{L})|termin (?:buchen|vereinbaren|machen|ausmachen)|appointment/iu,
    /termin|vereinbar|anmeld/i,
  ],
  [
    /gestimmt|stimmverhältnis|(?:wie ?viele|wer) .{0,30}(?<!\p{L})(?:dagegen|dafür)(?!\p{L})|gegenstimme|enthaltung|voted (?:for|against)/iu,
    /stimmen(?!\p{L})|einstimmig|gegenstimm|enthaltung|mehrheit|gestimmt/iu,
  ],
  [
    /(?<!\p{L})(?:bringt|bringen|spült|nimmt|nehmen) .{0,60}(?<!\p{L})ein\s*[?.!]*$|einnahmen|steueraufkommen/iu,
    /einnahm|ertrag|erträge|aufkommen(?!sneutral)|eingenommen|einbrach/i,
  ],
  [
    /(?<!\p{L})(?:parken|parkplatz|parkplätze|parkgebühr\p{L}*|parking)(?!\p{L})/iu,
    /park(?!ett|chim)|stellpl/i,
  ],
  [/(?<!\p{L})(?:hund|hunde|hundes|hunden|dogs?)(?!\p{L})/iu, /hund(?!ert)/i],
  [/(?<!\p{L})(?:wlan|wi-?fi)(?!\p{L})/iu, /wlan|wi-?fi/i],
  [
    /ermäßigung|rabatt|gutschein|jahreskarte|dauerkarte|discount|voucher/iu,
    /ermäßig|rabatt|gutschein|karte|kostenlos|frei(?!\p{L})/iu,
  ],
];

const kindsAsked = new WeakMap<Query, readonly RegExp[]>();

function lacksKind(query: Query, page: CloseReading): boolean {
  const asked =
    kindsAsked.get(query) ??
    kinds.filter(([asks]) => asks.test(askedPart(query.text))).map(([, says]) => says);
  kindsAsked.set(query, asked);
  return asked.some((says) => !textsOf(page).some((text) => says.test(text)));
}

const asksForNext =
  /(?:wann|bis wann|was|when|which|welche[rsnm]?|wer)(?!\p{L}).{0,60}(?<!am )(?<!als )(?<!\p{L})(?:nächste[rnsm]?|kommende[rnsm]?|next|upcoming) (?:\p{L}+-)?\p{L}{4,}|^\s*(?:die |der |das |the )?(?:nächste[rns]?|next) (?:\p{L}+ )?\p{L}*(?:sitzung|vertretung|ausschuss|versammlung|wahl|meeting|session|election)(?!\p{L})/iu;

// What comes next is told by a page that says so itself; dates gone by tell nothing of it.
const lacksNext = (query: Query, page: CloseReading): boolean =>
  asksForNext.test(query.text) &&
  !textsOf(page).some((text) => /(?<!\p{L})(?:nächste[rnsm]?|kommende[rnsm]?)(?!\p{L})/iu.test(text));

const asksHowLong =
  /^(?!.*kilometer).*(?<!\p{L})(?:wie lange?|wie ?viele (?:jahre|monate|wochen|tage|stunden)|how long)(?!\p{L})(?! ist der| ist die| ist das)/iu;
const tellsHowLong =
  /(?:\d|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|halbe[sn]?|ein(?:e[nr]?)?)(?:[\d.,]*| bis \p{L}+)\s?(?:minuten?|stunden?|tagen?|wochen?|monaten?|jahren?)(?!\p{L})|\d uhr|\d:\d\d|bis (?:zum |zu )?\d|befristet|dauer/iu;

const lacksLength = (query: Query, page: CloseReading): boolean =>
  asksHowLong.test(query.text) && !textsOf(page).some((text) => tellsHowLong.test(text));

const lacksCount = (query: Query, page: CloseReading): boolean =>
  !query.english &&
  !asksTwice.test(query.text) &&
  /(?<!\p{L})wie ?viele(?!\p{L})/iu.test(query.text) &&
  countUnsaid(query, page);

const leads =
  /(?<!\p{L})wer (?:leitet|führt|betreibt)|(?:geschäftsführer|betriebsleiter|werksleiter|leiter|vorsitzende[rn]?|sachbearbeiter|ansprechpartner)(?:in)?(?!\p{L})/iu;
const asksName =
  /(?<!\p{L})(?:wer (?:ist|leitet|führt|war)|wie hei(?:ß|ss)t|name|who is|who runs)(?!\p{L})/iu;
const lacksLeader = (query: Query, page: CloseReading): boolean =>
  asksName.test(query.text) &&
  leads.test(query.text) &&
  !page.document.lines.some(({ text }) => personNames.test(text));

const existing =
  /(?<!\p{L})(?:[Gg]ibt(?: es|'s|s)|[Hh]abt ihr|[Hh]aben [Ss]ie)(?: (?:bei euch|hier|in|im|am|an|der|die|das|dem|den|auch|noch|schon|denn|eigentlich|irgendwo|\p{Lu}\p{L}+(?= (?:ein|kein|auch|noch|ne|\p{Lu}))))* (?:ein(?:e[nrms]?)? |ne[n]? |so was wie |sowas wie )?(?:\p{Ll}+e[nrms]? )?(?<!(?:in|im|am|an|aus|bei|nach) )(\p{Lu}[\p{L}-]{3,})/u;
const lacksExisting = (query: Query, page: CloseReading): boolean => {
  const thing = existing.exec(query.text)?.[1];
  return thing !== undefined && focusTold(query, page, thing) < hardly;
};

const year = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
// A question about a certain year is answered by a page that speaks of it or is of that year.
const lacksYear = (query: Query, page: CloseReading): boolean => {
  const years = query.text.match(year);
  const texts = [page.document.date ?? '', ...textsOf(page)];
  return years !== null && !years.some((one) => texts.some((text) => text.includes(one)));
};

// No page knows when something comes into the street of whoever asks.
const ownStreet =
  /(?<!\p{L})(?:wann|wie lange|when|how long) .{0,60}(?:meine|meiner|unsere|unserer|unsre|my|our) (?:straße|strasse|gasse|adresse|street|road)(?!\p{L})/iu;

const street =
  /(?<!\p{L})(?:in|an) (?:der |dem )?(\p{Lu}[\p{L}.-]*(?:straße|str\.|strasse|weg|ring|damm|allee|chaussee|gasse|platz))(?!\p{L})/iu;
const lacksNamedStreet = (query: Query, page: CloseReading): boolean => {
  const named = street.exec(query.text)?.[1];
  return (
    named !== undefined &&
    !tellsFault.test(query.text) &&
    !textsOf(page).some((text) => text.toLowerCase().includes(named.toLowerCase().slice(0, -1)))
  );
};

const asksWhich =
  /(?<!\p{L})[Ww]elche[rsnm]? (?:\p{Ll}+e[nrs]? )?(\p{Lu}[\p{L}-]{4,}) (?:hat|haben|nutzt|nutzen|verwendet|bekommt|zahlt|gilt|braucht)(?!\p{L})/u;

const lacksWhich = (query: Query, page: CloseReading): boolean => {
  const thing = asksWhich.exec(query.text)?.[1];
  return thing !== undefined && focusTold(query, page, thing) < hardly;
};

// "Kann man die Fabrik besichtigen?" – that there is a factory is no yes.
function lacksVerb(query: Query, { reading }: CloseReading): boolean {
  const verb = / und /i.test(query.text) ? undefined : mayDo.exec(query.text)?.[1];
  const unit = query.units.findIndex(({ word, weight }) => word === verb && weight > 0.5);
  return unit >= 0 && ![reading.title, ...reading.lines].some((line) => line.any[unit]! > hardly);
}

const asksYesOrNo =
  /^(?:und |aber |hallo,? |moin,? )?(?:ist|sind|hat|haben|gibt|gibts|kann|könnte|könnten|darf|dürfen|muss|müssen|wird|werden|soll|sollen|bekomm\p{L}*|krieg\p{L}*|braucht|nimmt|nehmen|kommt|kommen|macht|verkauft|bildet|sucht|bietet|fährt|kostet|gilt|gehört)(?!\p{L})((?:(?!(?<!\p{L})(?:wenn|falls|ob|dass|bevor|bis|weil|oder)(?!\p{L}))[^,.?!])*)(?![^.?!]*[.?!]\s+\p{L})/iu;
const tells = 3.5;
// "Ist das Wasser hart?" – the word at the end is what is asked.
const asksQuality =
  /^(?:und |aber )?(?:ist|sind|war|waren)(?!\p{L})(?!.*(?<!\p{L})(?:oder|und)(?!\p{L}))[^,.?!]* (\p{Ll}{4,})\s*[?!.]*$/iu;
const light = 0.5;

// "Nimmt der Hof auch Asbest an?" – a page that never speaks of it is neither a yes nor a no.
const lacksObject = (query: Query, { reading }: CloseReading): boolean =>
  objectsOf(query).some(
    (unit) => ![reading.title, ...reading.lines].some((line) => line.any[unit]! >= hardly),
  );

const objectsAsked = new WeakMap<Query, readonly number[]>();

// German writes the things it asks about with capitals.
function objectsOf(query: Query): readonly number[] {
  const known = objectsAsked.get(query);
  if (known) return known;
  const clause = asksYesOrNo.exec(query.text)?.[1];
  const nouns = (clause?.match(/\p{Lu}[\p{L}-]+/gu) ?? []).map((word) => word.toLowerCase());
  const quality = asksQuality.exec(query.text)?.[1];
  const made = query.units.flatMap(({ word, worth, weight, carried }, unit) =>
    !carried &&
    ((worth >= tells && nouns.some((noun) => noun.startsWith(word))) || (word === quality && weight > light))
      ? [unit]
      : [],
  );
  objectsAsked.set(query, made);
  return made;
}

const asksPriceOf =
  /(?:was|wie ?viel) (?:kostet|kosten|kost)(?: \p{Ll}+){0,2} (?:ein(?:e[nr]?)?|der|die|das|ne) (?:\p{Ll}+e[nrs]? )?([\p{L}-]{4,})/iu;

// A price on the page is the price of something else when the page never says the thing.
function lacksPriced(query: Query, page: CloseReading): boolean {
  const thing = asksPriceOf.exec(query.text)?.[1];
  return thing !== undefined && focusTold(query, page, thing) < hardly;
}

const asksPastOf = /(?<!\p{L})wann (?:wurde|wurden|entstand|entstanden) (?:\p{Ll}+ ){0,2}(\p{Lu}[\p{L}-]+)/u;

// A date tells when something was founded only in a sentence about it.
function lacksPastOf(query: Query, { document, reading }: CloseReading): boolean {
  const thing = asksPastOf.exec(query.text.replace(/^W/, 'w'))?.[1]?.toLowerCase();
  const unit =
    thing === undefined ? -1 : query.units.findIndex(({ word }) => word.split(' ').includes(thing));
  if (unit < 0 || reading.title.any[unit]! > hardly) return false;
  return !document.lines.some(
    ({ text }, i) => reading.lines[i]!.any[unit]! > hardly && readLine(text).offers.date,
  );
}

/** True when a question names the very thing it wants (a rent, the next sitting, a head, a street) and a page lacks it. */
export const lacksNamed = (query: Query, page: CloseReading): boolean =>
  lacksKind(query, page) ||
  lacksAccess(query, page) ||
  lacksNext(query, page) ||
  lacksLength(query, page) ||
  lacksCount(query, page) ||
  lacksLeader(query, page) ||
  lacksExisting(query, page) ||
  lacksYear(query, page) ||
  lacksPriced(query, page) ||
  lacksPastOf(query, page) ||
  lacksVerb(query, page) ||
  lacksObject(query, page) ||
  lacksWhich(query, page) ||
  lacksNamedStreet(query, page) ||
  ownStreet.test(query.text);
