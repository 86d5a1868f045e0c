import type { Notice } from '../types.ts';

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll("'", '’')
    .match(/[\p{L}’']+/gu) ?? [];
const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const greetings = setOf(
  'hallo hallöchen hi hey geht’s gehts moin moinmoin servus tach grüß gott guten morgen tag abend tagchen hello good morning evening afternoon',
);
const thanks = setOf(
  'dank danke dankeschön merci thanks thank thx tschüss tschüs wiedersehen bye super toll prima perfekt klasse spitze hilfreich',
);
const praises = setOf(
  'super toll prima perfekt klasse spitze hilfreich gut nett lieb great nice helpful perfect',
);
// Words that fill a greeting or thanks without asking for anything.
const fillers = setOf(`
  vielen herzlichen besten ganz sehr schön schönen noch bis bald dann mal so auch gleichfalls auf ihnen dir euch ihr ihre deine eure du
  sie die das der den war ist wirklich echt richtig mir uns hat haben sehr weiter geholfen weitergeholfen hilfe auskunft antwort antworten
  info infos information informationen mühe für ok okay alles klar gut nett lieb von schnelle schnell und ja nein na ich wir habe hätte
  eine einen frage fragen kurze kleine zusammen alle there bot bei an da jemand wie geht läuft gehts es s how are you very much a lot for
  your help was is that tag abend tages`);

/** Nothing but a greeting, nothing but thanks: told by every single word, however long the sentence is. */
function courtesy(text: string): Notice | null {
  const words = wordsOf(text);
  const isIdle = (one: string): boolean => fillers.has(one) || greetings.has(one) || thanks.has(one);
  if (words.length === 0 || !words.every(isIdle)) return null;
  if (/^(?:ok|okay|ja|nein|na gut|alles gut)$/u.test(words.join(' '))) return 'greeting';
  // "Gut?" is neither; "die Auskunft" alone is none.
  const isThanks = words.some((one) => thanks.has(one) && (!praises.has(one) || words.length <= 6));
  if (isThanks) return 'thanks';
  // "Und morgen?" asks on.
  if (/^(?:und|and)$/u.test(words[0]!)) return null;
  return words.some((one) => greetings.has(one)) ||
    /alles klar|wie (?:geht|läuft)|how are you|eine (?:\p{L}+ )?frage/iu.test(text)
    ? 'greeting'
    : null;
}

const opening =
  '^\\s*(?:(?:hallo|hi|hey|moin|guten tag|guten morgen|guten abend|hello|entschuldigung|sorry)[\\s,!.]*)*';
const abilities = new RegExp(
  `${opening}(?:(?:wer|was) (?:bist|sind|seid) (?:du|sie|ihr)(?: eigentlich| denn)?|was (?:kannst du|können sie|kann ich (?:dich|hier|sie|euch)|weißt du|machst du|kann man hier|kann dieser (?:chat|bot|assistent))(?: denn| eigentlich| alles| so| hier| für mich)*(?: fragen| tun| machen)?|bist du (?:ein |eine )?(?:echter? |wirklich |künstlicher? )*(?:mensch|roboter|bot|echt|maschine|computer|ki|chatbot|chatgpt|intelligenz)|(?:kannst|könntest|können|könnten|würden?|kann) (?:du|sie|ihr|mir jemand) (?:mir |uns )?(?:bitte |mal |kurz |vielleicht )*(?:helfen|weiterhelfen)|(?:ich )?(?:brauche?|bräuchte) (?:mal |bitte |dringend )*(?:hilfe|unterstützung)|hilf mir(?: bitte)?|hilfe|help|wie funktioniert (?:das|dies|dieser chat|der chat|der bot)(?: hier)?|worüber kann ich (?:dich|sie) fragen|what can (?:you do|i (?:ask(?: you)?|do))|(?:can|could) you help(?: me)?|who are you|are you (?:a )?(?:human|robot|bot|real)|how does this work)(?: for me| bitte| please| hier| here)?[\\s?!.]*$`,
  'iu',
);

// What any machine is asked for fun or from habit, and no town's pages know; also its opinion.
const elsewhereKnown = new RegExp(
  `${opening}(?:(?:wie|was) (?:ist|wird|haben wir)(?: denn| heute| morgen| am wochenende| für ein)* (?:das |ein )?wetter|wetter(?:bericht|vorhersage)?|regnet es|wird es regnen|(?:how['’]?s|how is|what['’]?s|what is) the weather(?: like)?|weather(?: forecast)?|(?:wie spät ist es|wie ?viel uhr ist es|wie ?viel uhr haben wir|uhrzeit|what time is it|what['’]?s the time)|(?:welcher tag|welcher wochentag|welches datum|der wievielte) (?:ist|haben wir)|welches datum|what day is it|(?:erzähle?|sage?|kennst du|weißt du|tell)(?: mir| uns| me| us| bitte| mal| doch)* (?:einen |den |a )?(?:guten |lustigen |good )?(?:witz|joke)|(?:witz|joke)|wie (?:heißt|alt bist) du|wer hat dich (?:gemacht|gebaut|programmiert|erfunden)|(?:liebst|magst) du mich|(?:wen|was|welche partei) (?:soll|sollte|muss|würdest|wählst) (?:ich|man|du)(?: wählen)?|which party should i vote for|who should i vote for)(?: heute| morgen| jetzt| gerade| draußen| hier| bei euch| am wochenende| diese woche| today| tomorrow| now| here| bitte| please| denn)*[\\s?!.]*$`,
  'iu',
);

const somebody =
  '(?:(?:einem|einer|einen|eine|nem|ner|nen|einfach|echten|richtigen|wirklichen|lebenden|zuständigen|realen|bitte|mal|lieber|direkt|persönlich)\\s+)*(?:jemande[mn]|jemand|menschen?|person|mitarbeiter\\p{L}*|sachbearbeiter\\p{L}*|ansprechpartner\\p{L}*|berater\\p{L}*|angestellten?|zuständigen|amt|stadtverwaltung)';
const speak =
  '(?:sprechen|reden|telefonieren|verbinden|verbunden|chatten|anrufen|erreichen|unterhalten|weiterleiten|weitergeleitet)';
const wishForPerson = new RegExp(
  [
    `(?:möchte?|möcht|will|würde|wollen|wollte|kann|könnte|können|darf|lieber|bitte)(?!\\p{L}).{0,30}(?:mit |an |zu )?${somebody}(?!\\p{L}).{0,40}${speak}`,
    `^\\s*(?:bitte |nur |lieber )*(?:mit |an )?${somebody}(?: bitte| sprechen| reden)*[\\s!.]*$`,
    `(?:bitte|um|einen|erbitte|wünsche|möchte|will).{0,20}(?<!\\p{L})rückruf|^\\s*rückruf(?:bitte|service)?[\\s!.?]*$`,
    '(?:rufen sie|ruf|rufe|könn(?:en|ten) sie|kann).{0,12}(?:mich|jemand).{0,20}(?:an(?:rufen)?|zurück(?:rufen)?)(?!\\p{L})',
    '(?:verbinden|verbinde) (?:sie )?mich',
    '(?:talk|speak|chat) (?:to|with) (?:a |an |some|the )?(?:real |actual |live )?(?:human|person|someone|somebody|one|agent|clerk|employee|staff)',
    'call me(?: back)?(?!\\p{L})',
  ].join('|'),
  'iu',
);
// "Mit wem kann ich über Förderung sprechen?" wants a name, not a call.
const asksWhom = /(?<!\p{L})(?:mit wem|wen kann|wer|wo|welche\p{L}*|wie viele?)(?!\p{L})/iu;

/** What is no question about the town: a greeting, thanks, what this is, the wish to speak to a person. */
export function readSmallTalk(text: string): Notice | null {
  if (abilities.test(text) || elsewhereKnown.test(text)) return 'abilities';
  if (wishForPerson.test(text) && !asksWhom.test(text)) return 'person';
  return courtesy(text);
}
