/** What kind of thing a question asks for; each is a yes or no read from its words. */
export const askedFor = {
  where: /\b(wo|wohin|woher|anschrift|adresse|sitz|sitzt|where|address|located|location|standort)\b/,
  who: /\b(wer|wen|wem|wessen|ansprechpartner\w*|ansprechperson|zuständig|who|whom|contact person)\b/,
  when: /\b(wann|seit wann|bis wann|ab wann|when|datum|uhrzeit|termine?)\b/,
  opening:
    /öffnungszeit|oeffnungszeit|sprechzeit|geöffnet|(?<!für (?:alle|jeden|jedermann) )offen\b(?! für)|(?:wann|um wie viel|heute|morgen|sonntags?|samstags?)\b.*\baufmach|\b(hat|haben|habt|is|ist)\b.*\b(auf|zu|offen)\s*[?!.]*$|an welchen tagen|\b(heute|morgen|jetzt|noch|gerade|samstags?|sonntags?|montags?)\b.*\b(auf|offen|zu)\b(?=\s*(?:[?!.,]|$|hat\b|haben\b|habt\b|ist\b|sind\b|oder\b))|\bwann (?:kann|darf|können|dürfen)\b.{0,30}\b(?:in|ins|rein|hin|besuchen)\b|opening hours|office hours|\bopen\b(?![ -](?:source|access|air|data))|\bclosed\b/,
  duration: /\bwie lange|wie lang\b|dauer|how long|laufzeit|wartezeit/,
  cost: /\b(was|wie ?viel|how much).{0,25}\b(kostet?n?|kost|zahle?n?|bezahle?n?|macht das)\b|\bgekostet\b|\bkosten\b|\bgebühr|\bgebuehr|preise?n?\b(?!.{0,40}(gewonnen|bekommen|verliehen|geholt|für unternehm))|\bteuer\b|entgelt|\beintritt(spreis)?\b|\bcosts?\b|\bfees?\b|\bprices?\b|\bcharge\b|wie ?viel (euro|geld)|\btarife?\b/,
  count:
    /wie ?viele?\b|how many|how much|anzahl|wie hoch|wie groß|wie weit|prozent|percent|share|höchst|maximal|mindestens|how (high|big|large|far)|\bab welche|hebesatz|quote/,
  phone:
    /telefon|rufnummer|\btel\b|\bnummer\b|\banrufen\b|erreiche(n|t)? .{0,30}telefon|hotline|\bphone|handynummer|durchwahl/,
  mail: /e-?mail|\bmail|schreiben/,
  web: /internetseite|website|webseite|homepage|\bonline\b|\blink\b/,
  need: /brauch|benötig|notwendig|nötig|voraussetzung|unterlagen|erforderlich|bedingung|mitbringen|anforderung|required?|\bneed/,
  may: /\b(darf|dürfen|kann|können|erlaubt|möglich|may|can|allowed)\b/,
  why: /\b(warum|wieso|weshalb|weswegen|why|grund|gründe)\b/,
  which: /\b(welche[rnsm]?|which|was für)\b/,
  what: /\b(was|what|worum|wofür|wozu)\b/,
  how: /\b(wie|how)\b/,
  yesNo:
    /^\s*(ist|sind|hat|haben|habt|gibt|kann|können|könnte|darf|dürfen|muss|müssen|wird|werden|soll|sollen|bekomm\w*|braucht?|brauchen|gilt|gelten|is|are|can|do|does|may|gehör\w*|bin|war|wurden?|stimmt)\b/,
  list: /\b(welche|alle|liste|übersicht|arten|möglichkeiten|angebote|beispiele|themen|städten|which)\b/,
  forWhom:
    /für wen|wer (darf|kann|bekommt|hat anspruch|ist berechtigt)|zielgruppe|anspruch|berechtigt|eligible/,
} as const;

/** "Wo melde ich mich um?" – people register where they live; nothing else is named that they could register for. */
export const registersOneself =
  /^(?!.*(?<!\p{L})(?:zum|zur|für|beim?|als|gewerbe|betrieb|kurs)(?!\p{L})).*(?<!\p{L})(?:meld\p{L}* (?:ich |wir |man )?(?:mich|uns|sich|(?:mein\p{L}*|den|die|unser\p{L}*) (?:haupt|neben)?(?:wohnsitz|wohnung|adresse)) (?:hier |neu |in \p{L}+ )?(?:um|ab|an)(?!\p{L})|(?:mich|uns|sich|(?:mein\p{L}*|den|die|unser\p{L}*) (?:haupt|neben)?(?:wohnsitz|wohnung|adresse)) (?:hier |neu |in \p{L}+ )?(?:um|ab|an)(?:zu)?melden)|(?<!\p{L})register (?:my|our|an?) (?:new )?(?:address|home|residence)(?!\p{L})/iu;

/** "Wie melde ich mich zum Kurs an?" – somebody wants to be registered, taken off a list or moved on it. */
export const registers =
  /(?<!\p{L})(?:meld\p{L}* .{0,60}(?<!\p{L})(?:an|ab|um)\s*[?.!]*$|(?:an|ab|um)(?:zu)?melde\p{L}*|sign(?:ing)? (?:\p{L}+ )?up)(?!\p{L})/iu;

/** "Meine Heizung funktioniert nicht" – something is broken. */
export const tellsFault =
  /(?<!\p{L})(?:kaputt\p{L}*|defekt\p{L}*|beschädigt\p{L}*|ausgefallen|undicht|(?:funktionier|spring)\p{L}* (?:\p{L}+ )?nicht|(?:geht|läuft|tut) (?:\p{L}+ )?nicht (?:mehr|richtig)|broken|(?:not|n't) work\p{L}*)(?!\p{L})/iu;

/** "Kann man die Fabrik besichtigen?" – with the verb that may be done or not. */
export const mayDo = /^(?:kann|kannst|können|könnte|darf|dürfen|dürfte)(?!\p{L}).* (\p{Ll}{4,}n)\s*[?.!]*$/iu;

/** "Welche Häfen liegen nah und wie weit ist es?" – two questions in one. */
export const asksTwice =
  /(?<!\p{L})(?:wer|was|wann|wo|wie|welche\p{L}*|wegen|gibt|what|which|who|where|how)(?!\p{L}).{8,}(?<!\p{L})(?:und|oder|and) (?:wer|was|wann|wo|wohin|wie|wie ?viele?|welche\p{L}*|what|which|who|where|how|when)(?!\p{L})/iu;

export type AskedFor = keyof typeof askedFor;
export const askedKinds = Object.keys(askedFor) as AskedFor[];

const askedOf = new WeakMap<object, Record<AskedFor, boolean>>();

/** Reads what a question asks for; the same question is read once. */
export function readAsked(query: { readonly text: string }): Record<AskedFor, boolean> {
  const known = askedOf.get(query);
  if (known) return known;
  const plain = query.text.toLowerCase().normalize('NFC');
  const asked = Object.fromEntries(askedKinds.map((kind) => [kind, askedFor[kind].test(plain)])) as Record<
    AskedFor,
    boolean
  >;
  askedOf.set(query, asked);
  return asked;
}

const months = 'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember';

/** What kind of thing a line of a page offers. */
export const offered = {
  phone: /(?:\+49|\b0)\d{2,5}[\s/()–-]*\d[\d\s/–-]{3,}|telefon|tel\.|rufnummer|hotline/i,
  mail: /[\w.-]+@[\w-]+\.\w+/,
  web: /https?:|www\.|\b[\w-]+\.(?:de|org|com|net|eu)\b/i,
  address:
    /(?:straße|strasse|str\.|platz|weg|allee|ring|gasse|damm|chaussee|ufer|markt)\s+\d+|\b\d{5}\s+\p{Lu}/iu,
  time: /\b\d{1,2}(?:[:.]\d{2})?\s*(?:uhr|[-–]\s*\d{1,2}[:.]\d{2})|\b\d{1,2} bis \d{1,2}(?: und \d{1,2} bis \d{1,2})? uhr/i,
  weekday:
    /\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|werktag|täglich|mo|di|mi|do|fr|sa|so)s?\b[\s.,:-]/i,
  money: /€|\beuro?\b|\bcent\b|kostenlos|kostenfrei|gebühr|kosten\b|kostet|gratis|umsonst|eintritt|beitrag/i,
  date: new RegExp(
    `\\b\\d{1,2}\\.\\s?(?:\\d{1,2}\\.|${months})|\\b(?:${months})\\b|\\b(?:19|20)\\d\\d\\b`,
    'i',
  ),
  number: /\d/,
  percent: /%|prozent/i,
  duration: /\b(?:jahre?n?|monate?n?|wochen?|tagen?|stunden?|minuten)\b/i,
  need: /\b(?:muss|müssen|brauch\w*|benötig\w*|erforderlich|notwendig|nötig|voraussetzung\w*|unterlagen|nachweis\w*|mindestens|bitte)\b/i,
  may: /\b(?:kann|können|darf|dürfen|möglich|erlaubt|haben das recht|recht auf)\b/i,
  because: /\b(?:weil|da|grund|gründe|deshalb|damit|dadurch|um .* zu)\b/i,
  forWhom:
    /für wen|richtet sich an|zielgruppe|für (?:alle|frauen|familien|kinder|jugendliche|menschen|personen)|anspruch|berechtigt/i,
  refusal: /\b(?:nicht|kein\w*|ausgeschlossen|verboten|nur)\b/i,
  organisation:
    /\b(?:e\. ?v\.|gmbh|amt|behörde|verein|stelle|beratung\w*|zentrum|büro|verband|kammer|referat|ministerium)\b/i,
  person: /\b(?:herr|frau|dr\.|prof\.)\s+\p{Lu}/u,
  pointer: /^(?:mehr erfahren|hier|website|weitere informationen|kontakt|zur website|link|info)\b|»»/i,
  introduces: /:\s*$/,
  asks: /\?\s*$/,
  bullet: /^\s*(?:[-•–*]|\d+[.)])\s/,
  sentence: /[.!]\s*$/,
  example: /zum beispiel|z\. ?b\.|unter anderem|darunter|wie etwa/i,
} as const;

export type Offered = keyof typeof offered;
export const offeredKinds = Object.keys(offered) as Offered[];

/** Reads what a line offers. */
export function readOffered(text: string): Record<Offered, boolean> {
  return Object.fromEntries(offeredKinds.map((kind) => [kind, offered[kind].test(text)])) as Record<
    Offered,
    boolean
  >;
}

/** What a line should offer when a question asks for something that can be recognised. */
export const answersTo: Partial<Record<AskedFor, readonly Offered[]>> = {
  where: ['address', 'organisation'],
  who: ['organisation', 'person', 'forWhom'],
  when: ['date', 'time', 'weekday'],
  opening: ['time', 'weekday'],
  duration: ['duration', 'date'],
  cost: ['money', 'percent'],
  count: ['number', 'percent'],
  phone: ['phone'],
  mail: ['mail'],
  web: ['web'],
  need: ['need'],
  may: ['may', 'refusal'],
  why: ['because'],
  list: ['introduces', 'bullet', 'example'],
  forWhom: ['forWhom', 'need'],
};
