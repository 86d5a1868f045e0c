/**
 * Takes personal data out of a question before it is kept: mail addresses, phone numbers, plates, house numbers,
 * account numbers, names after a title or an introduction. Rather too much than too little.
 */
export function redact(question: string): string {
  return RULES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), question)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}

const NAME = String.raw`\p{Lu}[\p{L}'’-]+`;

const RULES: [RegExp, string][] = [
  [/[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu, '[E-Mail]'],
  [/https?:\/\/\S+/gi, '[Adresse]'],
  [/\b[A-Z]{2}\d{2}(?:\s?\d{4}){3,7}(?:\s?\d{1,4})?\b/g, '[Nummer]'],
  // Plates: district letters, letters, digits.
  [/\b[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4}[EH]?\b/g, '[Kennzeichen]'],
  [/(?<![\d.,])(?:\+|00)?\d[\d\s/()-]{6,}\d/g, '[Nummer]'],
  // Street with house number; the street stays, for the editors need to know where.
  [
    /(\p{L}*(?:straße|strasse|str\.|weg|platz|allee|ring|gasse|damm|chaussee|ufer|hof|berg))\s+\d+\s?[a-z]?\b/giu,
    '$1',
  ],
  [
    new RegExp(
      String.raw`\b(Herrn?|Frau|Hr\.|Fr\.|Dr\.|Prof\.|Familie|Mr\.?|Mrs\.?|Ms\.?)\s+(?:${NAME}\s?){1,3}`,
      'gu',
    ),
    '$1 [Name] ',
  ],
  [
    new RegExp(
      String.raw`\b(ich heiße|ich heisse|mein Name ist|my name is|ich bin (?:der|die) |i am called)\s*(?:${NAME}\s?){1,3}`,
      'giu',
    ),
    '$1 [Name] ',
  ],
  [/\b(?:geboren|geb\.)\s+(?:am\s+)?\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}/gi, 'geboren [Datum]'],
];
