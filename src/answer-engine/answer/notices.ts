import type { Notice } from '../types.ts';
import { isOtherLanguage } from './other-language.ts';
import { readSmallTalk } from './small-talk.ts';

// Who stands against whom, and over what: quarrels of private law, told by their shape.
const counterpart =
  '(?:mein|meine|meinem|meinen|meines|meiner|unser|unsere|unserem|unseren|dem|der|den|vom) (?:\\p{L}+ )?(?:vermieter|mieter|untermieter|hausverwalt|arbeitgeber|chef|nachbar|ex\\b|ex-|exmann|exfrau|verkäufer|händler|versicherung|krankenkasse|bank\\b|bruder|schwester|autohaus|werkstatt\\b|makler)';
const quarrel =
  '(?<!\\p{L})(?:kündig|rauswerf|rauswirft|rausschmei|kaution|mieterhöhung|miete|nebenkosten|eigenbedarf|abmahn|mahnung|zurücktret|widerruf|gewährleist|garantie|umtausch|unterhalt\\b|sorgerecht|scheid|erbe|erbt|testament|pflichtteil|haft|auszahl|urlaub|überstunden|abfindung|lohn|gehalt|schadens|schaden|äste|hecke|zaun|baum|überwachs|rüberwachs|betreten|filmen|kamera)';
const between = (one: string, other: string): string => `(?:${one}.{0,60}?${other}|${other}.{0,60}?${one})`;
const mayOrMust =
  /(?<!\p{L})(?:darf|dürfen|muss|müssen|kann|können|soll|sollte|wie (?:hoch|lange|viel)|recht)(?!\p{L})/iu;
const privateLaw = new RegExp(between(counterpart, quarrel), 'iu');
const anyLaw =
  /mietminderung|miete (?:mindern|kürzen|einbehalten|zurückhalten)|kaution zurück|räumungsklage|eigenbedarf|kündigungsschutz|pflichtteil|sorgerecht|unterhalt (?:zahlen|zahlt|bekomme|berechnen)|inkasso|welche strafe (?:droht|bekomme)|mache ich mich strafbar|ist das strafbar|darf man nach \p{L}+ (?:bier|schnaps|wein|promille)/iu;

const ailment =
  'ausschlag|fieber|schmerz\\p{L}*|(?:kopf|bauch|hals|zahn|rücken|ohren)(?:weh|schmerz\\p{L}*)|husten|durchfall|übelkeit|schwindel|juck\\p{L}*|schwellung|entzünd\\p{L}*|migräne|zeckenbiss|herzrasen|headache|fever|rash|cough';
const asksAboutAilment = new RegExp(
  `(?:${ailment}).{0,50}(?:was (?:kann|könnte|ist) (?:das|es)|was (?:soll|hilft|tun|mach|nehm)|schlimm|normal|gefährlich|ansteckend|what (?:can|should|is))|(?:what|which) (?:pill|medicine|drug|tablet|medication)\\p{L}*|(?:was|welche\\p{L}*) .{0,25}(?:hilft|helfen|gegen|bei) .{0,12}(?:${ailment})`,
  'iu',
);

const isLegalQuarrel = (text: string): boolean =>
  (privateLaw.test(text) && mayOrMust.test(text)) || anyLaw.test(text);

const rules: readonly (readonly [Notice, RegExp])[] = [
  [
    'injection',
    /(ignorier|vergiss|missachte|ignore|disregard|forget|override|überschreib)\w*\b.{0,60}(anweisung|quellen|regel|instruktion|vorgabe|instruction|prompt|rules|previous|vorher|oben)|system ?-?prompt|prompt injection|\bjailbreak|developer mode|entwicklermodus|du bist (jetzt|ab jetzt|nun)\b|you are now\b|act as\b|tu so als|spiel(e)? (die rolle|einen|eine)\b|verhalte dich (wie|als)|\bsystem:|(ab sofort|ab jetzt)\b.{0,20}\b(antwort|du\b|bist)|\b(antworte|antwortest)\b.{0,12}\b(ab sofort|ab jetzt|als|nur noch)\b|(reveal|show|print|repeat)\b.{0,30}\b(hidden|secret|system|initial)\b|deine (anweisungen|instruktionen|regeln)\b|your (instructions|rules|prompt)\b|\bDAN\b|<\/?script|drop table|select \* from|\bunion select|passwor[td]|zugangsdaten|api[- ]?key|admin(istrator)?(zugang|rechte|passwort)/i,
  ],
  [
    'despair',
    /(?<!\p{L})(?:(?:will|mag|möchte|kann) (?:einfach )?nicht mehr (?:leben|weiterleben)|will sterben|möchte sterben|suizid\p{L}*|selbstmord\p{L}*|lebensmüde|(?:mich|mir).{0,20}(?:umbringen|das leben nehmen|umbringe)|mir was antun|mich selbst verletz\p{L}*|kill myself|want to die|end my life|suicid\p{L}*)(?!\p{L})/iu,
  ],
  [
    'emergency',
    /(?<!\p{L})(?:es brennt(?! (?:nicht|keine?|die laterne|das licht))|brennt gerade|feuer!|hilfe!+|notruf absetzen|(?:brauche?n?|bräuchte|ruft?|rufen sie|schick\p{L}*|need) (?:\p{L}+ ){0,3}(?:krankenwagen|rettungswagen|notarzt|feuerwehr|polizei|ambulance|police)(?=\s*(?:[!.,]|$))|^\s*(?:not(?:ruf|fall|arzt)|krankenwagen|rettungswagen|11[02]|sos|emergency|ambulance)(?=\s*[!.?]*$)|gasgeruch|riecht (?:\p{L}+ )?nach gas|herzinfarkt|schlaganfall|bewusstlos\p{L}*|atmet nicht|keine luft mehr|vergiftet|ertrinkt|(?:schwer )?verletzt(?=\s*(?:[!.,]|$))|überfallen worden|(?:wurde|bin) (?:gerade |eben |soeben )?(?:überfallen|ausgeraubt|angegriffen)|(?:werde|wird) (?:gerade )?(?:bedroht|verfolgt|geschlagen|überfallen)|(?:schlägt|würgt|bedroht) mich|einbrecher (?:ist|sind) (?:im|in)|umbringen|heart attack|is on fire|is burning|can'?t breathe|call (?:the police|an ambulance)|being attacked)(?!\p{L})/iu,
  ],
  [
    'medical-advice',
    /\b(welche[sr]? (medikament|tablette|dosis|salbe)|wie ?viele? (mg|milligramm|tabletten)|dosierung|(darf|kann|soll) ich .{0,40}(ibuprofen|paracetamol|aspirin|antibiotik\w*|tabletten)|symptome? von|was hilft (gegen|bei) (kopf|hals|bauch|rücken|fieber|husten|schmerz)\w*|habe? ich (krebs|corona|grippe|diabetes)|diagnos\w*|(ausschlag|fieber|schmerzen|durchfall|schwindel) .{0,40}(was (tun|mach\w*|nehm\w*)|schlimm|normal)|which medicine|what dose|symptoms of)\b/i,
  ],
  [
    'legal-advice',
    /\b((kann|soll|darf|muss) ich .{0,60}(verklagen|klagen|anzeigen wegen|einspruch einlegen|vor gericht)|(vermieter|nachbarn?|arbeitgeber|stadt|chef) .{0,20}verklagen|habe? ich (vor gericht )?(recht|eine chance)|wie komme ich aus (dem|meinem) vertrag|ist (das|die|meine) .{0,30}(rechtens|rechtswidrig|anfechtbar|sittenwidrig)|schadensersatz|schmerzensgeld|(?:was|wie) .{0,30}rechtlich (?:machen|tun|möglich|vorgehen|wehren)|rechtlich (?:dagegen |gegen .{0,30})?vorgehen|(?:soll|sollte) ich .{0,60}(?:widerspruch|einspruch|klage|klagen|anwalt)|lohnt sich .{0,30}(?:widerspruch|einspruch|klage|anwalt)|welche rechte habe ich|brauche ich einen anwalt|wie kann ich mich .{0,20}rechtlich|erbrecht\w*|testament anfechten|can i sue|should i sue|legal advice|rechtsberatung)\b/i,
  ],
  [
    'private-person',
    /\b(privat(adresse|anschrift|nummer|telefon|handy)\w*|privat(e|er|en|es)?\b.{0,30}(nummer|handy|adresse|anschrift|telefon)|(telefon\w*|nummer|handy\w*|adresse|anschrift)\b.{0,50}\bprivat\b|(wo|wohin) wohn(t|en)\b(?!.{0,20}(man|viele|menschen|leute|studierende|familien))|wohn(t|en) .{0,30}\bprivat|handynummer (von|vom)|(privat|handy)nummer|wie alt ist (herr|frau|roland|(?:der|die|unser|unsere|mein|meine) (?:bürgermeister\w*|chef\w*|landrat\w*|nachbar\w*|wirtschaftsförderer\w*|lehrer\w*|leiter\w*|mitarbeiter\w*))|(sohn|tochter|ehefrau|ehemann|kinder|freundin|mutter|vater|geliebte|familie) (vom|von|des|der|unseres) (bürgermeister\w*|landrat\w*|wirtschaftsförderer\w*|amtsleiter\w*|chef\w*|lehrer\w*|herrn?|frau|nachbar\w*)|(die|der|seine|ihre) (frau|ehefrau|mann|ehemann|sohn|tochter|bruder|schwester) (vom|von) (?!der|dem|den|amt|rathaus|bürger|stadt|bau|landkreis|ordnung|verein|museum|bibliothek|müll)[a-zäöüß]{4,}|ist .{0,60}(verheiratet|geschieden|schwanger|vorbestraft|krank|arbeitslos|schwul|lesbisch)\b|was verdient (mein|der|die|unser|herr|frau)|wie ?viel verdient (mein|der|die|unser|herr|frau)|(kontonummer|iban|kontostand|kreditkarte\w*) (der|von|des|vom|meine[rs]?) (?!stadt|gemeinde|kreis|amt)|(gehalt|einkommen|schulden|vorstrafen|krankenakte|steuerakte|telefonnummer|adresse|anschrift) (von|vom|meine[rs]?|unsere[rs]?) (herrn?|frau|nachbar\w*|meine[rmns]*|chef\w*|kolleg\w*|ex|familie|lehrer\w*|vermieter\w*)|mein(e[rmns]?)? (nachbar\w*|kolleg\w*|ex\w*|chef\w*|vermieter\w*)\b.{0,60}(verdient|wohnt|schuldet|schulden|telefon|handy|vorbestraft|verheiratet|gemeldet|adresse)|where does .{0,30} live|home address|private (phone|number|address)|who is dating|affäre|geliebte)\b/i,
  ],
  [
    'insult',
    /\b(arschl\w*|idiot\w*|vollidiot\w*|fick\w*|wichs\w*|hurens\w*|schei(?:ß|ss)e?[rnsm]? ?(haufen|laden|verein|bot|stadt|ding|teil|amt|verwaltung|app|seite|programm|system|antwort)\w*|blöde[rs]? (bot|kuh|sau|maschine)|halt('s| die)? (maul|fresse|klappe)|dumm(er|e|es)? (bot|maschine|ding|sau)|(du bist|ihr seid|sie sind|seid ihr|bist du)( doch| echt| alle| einfach| so| total)* (dumm|blöd|doof|schei(?:ß|ss)e|nutzlos|bescheuert|unfähig)|verpiss\w*|spast\w*|missgeburt|leckt? mich|faule[rns]? (s[aä]ck\w*|bande|pack)|saftladen|sauladen|dreckslad\w*|korrupte[rns]? (schwein\w*|sau|bande)|ihr (seid|alle) .{0,20}schweine|nazischwein\w*|fuck\w*|asshole|stupid bot|you suck|bitch)\b/i,
  ],
];

// "Ihr seid alle doof, wann macht das Amt auf?" vents and asks; the question counts.
const asksSomething =
  /(?<!\p{L})(?:wann|wie|wo|wer|was|welche\p{L}*|warum|kann ich|gibt es|when|how|where|who|what)(?!\p{L}).*\p{L}+.*\p{L}+/iu;

function asksBesideInsult(text: string, insult: RegExp): boolean {
  const parts = text.split(/[,.!?;–]+/);
  return parts.length > 1 && parts.some((part) => !insult.test(part) && asksSomething.test(part));
}

// What somebody else owes or did is nobody's business; what the town owes is everybody's.
const othersDebts =
  /(?<!\p{L})(?:hat|haben)\s+(?:der|die|das|herrn?|frau|mein\p{L}*|dein\p{L}*|unser\p{L}*)\s+(?!(?:stadt|gemeinde|kommune|land(?:kreis)?|kreis|bund)(?!\p{L}))[^?.!]{2,60}?(?<!\p{L})(?:\p{L}*steuerschulden|schulden|steuerrückst\p{L}+|vorstrafen?|eine akte|privatinsolvenz)(?!\p{L})/iu;

/** Questions that are answered by a kind word or a referral instead of the town's pages. */
export function readNotice(text: string): Notice | null {
  if (!/[\p{L}\p{N}]{2}/u.test(text)) return 'empty';
  if (isOtherLanguage(text)) return 'other-language';
  for (const [notice, pattern] of rules)
    if (pattern.test(text) && !(notice === 'insult' && asksBesideInsult(text, pattern))) return notice;
  if (othersDebts.test(text)) return 'private-person';
  if (asksAboutAilment.test(text)) return 'medical-advice';
  return isLegalQuarrel(text) ? 'legal-advice' : readSmallTalk(text);
}
