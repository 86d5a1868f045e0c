/**
 * Takes personal data out of a question before it is kept: mail addresses, phone numbers, plates, house numbers,
 * account numbers, names after a title, a relation or an introduction. Rather too much than too little.
 */
export function redact(question: string): string {
  return RULES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), question)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}

const NAME = String.raw`\p{Lu}[\p{L}'’-]+`;
const TITLES = String.raw`(?:Dr|Prof|Dipl)\.?(?:-\p{L}+\.?)?`;
/** 12, 12 a, 3-5, 8/10; not the hour, price or date a street may be followed by. */
const HOUSE_NUMBER = String.raw`\d{1,3}(?:\s?[a-z])?\b(?:\s?[-–/]\s?\d{1,3}(?:\s?[a-z])?\b)*(?!\s?[-–/:.]\s?\d|\.\s?\p{L}|\s*(?:Uhr|Euro|€|Prozent|%|Stunden|Tage|Wochen|Monate|Jahre|Kinder|Personen|Meter|km|kg)(?!\p{L}))`;
const STREET = String.raw`\p{L}*(?:straße|strasse|str\.?|weg|platz|allee|ring|gasse|damm|chaussee|ufer|hof|berg|promenade|siedlung)`;
const NO_NAMES =
  'und|oder|als|mit|in|im|für|bei|zu|am|an|hat|ist|wird|kann|darf|will|sein|werden|der|die|das|den';
const KIN =
  'Nachbar|Sohn|Söhne|Tochter|Mann|Frau|Kolleg|Vermieter|Mieter|Chef|Mutter|Vater|Bruder|Schwester|Oma|Opa|Kind|Freund';

// The commonest first names in Germany of four generations: before another capital letter they are a person.
const FIRST_NAMES =
  'Achim|Alexander|Alexandra|Alina|Andrea|Andreas|Angelika|Anja|Anke|Anna|Anne|Annette|Anton|Antje|Astrid|Axel|Barbara|Beate|Ben|Benjamin|Bernd|Bernhard|Bettina|Birgit|Björn|Brigitte|Burkhard|Carola|Caroline|Carsten|Charlotte|Christa|Christian|Christiane|Christina|Christine|Christoph|Claudia|Cornelia|Dagmar|Daniel|Daniela|David|Dennis|Detlef|Diana|Dieter|Dirk|Dominik|Doris|Elena|Elisabeth|Elke|Emil|Emilia|Emma|Emily|Eric|Erik|Erika|Ernst|Eva|Fabian|Felix|Finn|Florian|Frank|Franz|Franziska|Friedrich|Gabriele|Georg|Gerd|Gerhard|Gisela|Gudrun|Günter|Günther|Hanna|Hannah|Hannelore|Hans|Harald|Hartmut|Heike|Heiko|Heinrich|Heinz|Helga|Helmut|Henning|Herbert|Hermann|Holger|Horst|Ingeborg|Ingo|Ingrid|Ines|Irene|Jakob|Jan|Jana|Janina|Jannik|Jens|Jessica|Joachim|Jochen|Johann|Johanna|Johannes|Jonas|Jörg|Josef|Julia|Julian|Jürgen|Jutta|Kai|Karin|Karl|Karla|Karsten|Kathrin|Katja|Katrin|Kerstin|Kevin|Klaus|Konrad|Kristin|Kurt|Lara|Laura|Lea|Lena|Leon|Leonie|Lina|Lisa|Louis|Luca|Lucas|Luisa|Lukas|Lutz|Maik|Manfred|Manuela|Marc|Marcel|Marco|Marcus|Maren|Margarete|Margit|Maria|Marie|Marina|Mario|Marion|Markus|Marlies|Martin|Martina|Mathias|Matthias|Max|Maximilian|Melanie|Michael|Michaela|Mia|Mike|Mirko|Mohammed|Monika|Moritz|Nadine|Nicole|Niklas|Nina|Noah|Norbert|Olaf|Oliver|Otto|Patrick|Paul|Paula|Peter|Petra|Philipp|Rainer|Ralf|Regina|Reiner|Reinhard|Renate|Rene|Rita|Robert|Rolf|Ronny|Rosemarie|Rudolf|Sabine|Sandra|Sara|Sarah|Sascha|Sebastian|Siegfried|Silke|Silvia|Simon|Simone|Sonja|Sophia|Sophie|Stefan|Stefanie|Steffen|Stephan|Susanne|Sven|Sylvia|Tanja|Thomas|Thorsten|Tim|Tina|Tobias|Tom|Torsten|Udo|Ulf|Ulrich|Ulrike|Ursula|Ute|Uwe|Vanessa|Vera|Volker|Walter|Waltraud|Werner|Wilhelm|Winfried|Wolfgang|Yvonne';

const RULES: [RegExp, string][] = [
  [/[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu, '[E-Mail]'],
  [/[\p{L}\d._%+-]+\s?(?:\(at\)|\[at\]|\{at\})\s?[\p{L}\d.-]+\.\p{L}{2,}/giu, '[E-Mail]'],
  [/https?:\/\/\S+/gi, '[Adresse]'],
  [/\b[A-Z]{2}\d{2}(?:\s?\d{4}){3,7}(?:\s?\d{1,4})?\b/g, '[Nummer]'],
  // Plates: district letters, letters, digits; in small letters only with the hyphen, for "bis zu 100" is none.
  [/\b(?!(?:DIN|EN|ISO|IP|VO|EU)\b)[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4}[EH]?\b/g, '[Kennzeichen]'],
  [/(?<![\p{L}-])[a-zäöü]{1,3}-[a-z]{1,2}[- ]?\d{1,4}[eh]?(?![\p{L}\d])/giu, '[Kennzeichen]'],
  [/(?<![\d.,])(?!\d{4}-\d\d-\d\d(?!\d))(?:\+|00)?\d[\d\s/()-]{6,}\d/g, '[Nummer]'],
  // Street with house number; the street stays, for the editors need to know where.
  [new RegExp(String.raw`(${STREET})\s*${HOUSE_NUMBER}`, 'giu'), '$1'],
  [
    new RegExp(
      String.raw`\b((?:Am|An de[rn]|Im|In der|Zum|Zur|Auf de[mr]|Hinter de[mr]|Vor de[mr]|Straße de[rs])\s+${NAME}(?:\s+${NAME})?)\s+${HOUSE_NUMBER}`,
      'gu',
    ),
    '$1',
  ],
  [/\b(Hausnummer|Hausnr\.?|Haus Nr\.?)\s*\d+(?:\s?[a-z])?\b/giu, '$1'],
  [
    new RegExp(
      String.raw`\b(Herrn?|Frau|Hr\.|Fr\.|Dr\.|Prof\.|Familie|Mr\.?|Mrs\.?|Ms\.?)(?:\s+${TITLES})*\s+(?:${NAME}\s?){1,3}`,
      'gu',
    ),
    '$1 [Name] ',
  ],
  [new RegExp(String.raw`\b(herrn?|frau|familie)\s+(?!(?:${NO_NAMES})\b)\p{Ll}{3,}`, 'gu'), '$1 [Name]'],
  [
    new RegExp(
      String.raw`\b(ich heiße|ich heisse|mein Name ist|my name is|ich bin (?:der|die) |i am called)\s*(?:${NAME}\s?){1,3}`,
      'giu',
    ),
    '$1 [Name] ',
  ],
  [new RegExp(String.raw`\b([Ii]ch bin|[Hh]ier ist|I am)\s+${NAME}\s+${NAME}`, 'gu'), '$1 [Name]'],
  [
    new RegExp(
      String.raw`\b((?:[Mm]ein|[Uu]nser|[Dd]ein|[Ss]ein|[Ii]hr)\p{Ll}*\s+(?:${KIN})\p{Ll}*)(?:\s+${NAME}){1,2}`,
      'gu',
    ),
    '$1 [Name]',
  ],
  [new RegExp(String.raw`\b(?:${FIRST_NAMES})(?:\s+${NAME}){1,2}`, 'gu'), '[Name]'],
  [/\b(?:geboren|geb\.)\s+(?:am\s+)?\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}/gi, 'geboren [Datum]'],
];
