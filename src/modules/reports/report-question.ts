/** Whether a question is about reporting: how to, whether something is known already, or a fault simply told. */
export function asksAboutReporting(question: string): boolean {
  if (REGISTERS.test(question)) return false;
  if (numberNamed(question) !== null || asksForOwnState(question)) return true;
  return ABOUT_REPORTING.test(question) || tellsAFault(question);
}

/** Somebody says what is wrong and asks for no more than where it goes. */
export function tellsAFault(question: string): boolean {
  if (REGISTERS.test(question) || ASKS_MORE.test(question)) return false;
  return TELLS_A_FAULT.test(question) || (COMPLAINS.test(question) && !ASKS.test(question));
}

/** What belongs to none of the usual categories and cannot wait. */
export const isOddFind = (question: string): boolean => ODD_FINDS.test(question);

/** The number of a report: "Was ist mit Meldung 12?" */
export function numberNamed(question: string): number | null {
  const [, number] = NUMBERED.exec(question) ?? [];
  return number ? Number(number) : null;
}

/** "Wie ist der Stand meiner Meldung?" */
export const asksForOwnState = (question: string): boolean =>
  ASKS_STATE.test(question) && ASKS_WHETHER_OR_HOW_IT_STANDS.test(question);

/** "Ist das schon gemeldet?" */
export const asksIfKnown = (question: string): boolean => ASKS_IF_KNOWN.test(question);

export const namesStreet = (question: string): boolean => NAMES_STREET.test(question);

/** "Wie melde ich eine Mülltonne an?" asks for a registration. */
const REGISTERS = /(?<!\p{L})meld\p{L}* .*(?<!\p{L})(?:an|ab|um)(?=\s*(?:[?.!,]|$))/iu;
const ABOUT_REPORTING =
  /(?<!\p{L})(?:(?:schon|bereits) (?:gemeldet|bekannt)|gemeldet(?: worden)?\s*\?|melde(?:n)?(?!\p{L})|already (?:been )?reported|(?:do|can) i report)/iu;
const ASKS_IF_KNOWN =
  /(?<!\p{L})(?:(?:schon|bereits) (?:gemeldet|bekannt)|gemeldet|already (?:been )?reported)(?!\p{L})/iu;
/** "Die Laterne ist kaputt" and "Schlagloch in der Bahnhofstraße" say what is wrong and ask for no more than where it goes. */
const TELLS_A_FAULT =
  /(?<!\p{L})(?:kaputt\p{L}*|defekt\p{L}*|beschädigt\p{L}*|zerbrochen\p{L}*|umgeknickt\p{L}*|umgefallen\p{L}*|(?:leuchtet|leuchten|brennt|brennen|funktioniert|funktionieren|geht|gehen) (?:\p{L}+ )?nicht|flackert|müllablagerung\p{L}*|vandalismus|schlagl(?:o|ö)ch\p{L}*|schmiererei\p{L}*|graffiti|(?:wilder|illegaler) müll|müll .{0,40}(?:abgeladen|abgekippt|weggeworfen)|potholes?|broken)(?!\p{L})/iu;
/** Words that tell a fault only where nothing is asked. */
const COMPLAINS =
  /(?<!\p{L})(?:(?:liegt|liegen|türmt sich|lagert|steht|stehen) .{0,40}(?:müll|abfall|schrott|unrat|scherben|sperrmüll|reifen|kühlschrank|matratze)|(?:müll|abfall|schrott|unrat|scherben|reifen|matratze) .{0,40}(?:liegt|liegen|rum)|ausgefallen|abgestürzt|umgestürzt\p{L}*|umgekippt\p{L}*|entwurzelt\p{L}*|abgebrochen\p{L}*|herausgebrochen\p{L}*|zugewachsen\p{L}*|überwuchert|zugewuchert|verstopft|übergelaufen|läuft über|überschwemmt|überflutet|undicht|stinkt|verdreckt|verschmutzt|vermüllt|dreckig|beschmiert\p{L}*|besprüht|locker|wackelt|gerissen|eingeschlagen|zerstört\p{L}*|demoliert|verrostet|verbogen|stockdunkel|zu dunkel|ist dunkel|ist aus|fehlt|tote[rs]? \p{L}+|ölspur|stolperfalle|ratten|(?:street ?light|lamp) (?:is )?(?:out|off)|rubbish (?:is )?(?:lying|dumped))(?!\p{L})/iu;
const ASKS =
  /(?<!\p{L})(?:wer|wie|was|wann|wo|welche\p{L}*|warum|wieso|kann|darf|gibt es|who|how|what|when|where|why)(?!\p{L})/iu;
const ODD_FINDS = /(?<!\p{L})(?:tote[rs]? \p{L}+|ölspur|stolperfalle|ratten|scherben)(?!\p{L})/iu;
/** Neither who wants to know more nor whose own things are broken is helped by the form. */
const ASKS_MORE =
  /(?<!\p{L})(?:wie lange|wie viele?|wann|warum|wieso|was kostet|wer (?:zahlt|haftet|repariert)|wie repariere|how long|when|why|who pays|(?:mein|unser)e? \p{L}+ (?:ist|sind|funktioniert|geht|leuchtet))(?!\p{L})/iu;
const NUMBERED = /(?<!\p{L})(?:meldung|report) (?:(?:nr\.?|nummer|no\.?|number|#) ?)?(\d{1,6})(?!\d)/iu;
/** The state of what somebody reported: "Was wurde aus meiner Meldung?" */
const ASKS_STATE =
  /(?<!\p{L})(?:mein|unser)\p{L}* (?:mängel|schadens)?(?:meldung|report)(?!\p{L})|(?<!\p{L})(?:status|stand) (?:der|einer|meiner|unserer)? ?(?:mängel|schadens)?meldung(?!\p{L})|(?:status|state) of (?:my|our) report|(?<!\p{L})(?:my|our) report(?!\p{L})/iu;
const ASKS_WHETHER_OR_HOW_IT_STANDS =
  /(?<!\p{L})(?:wie|was|wo|stand|status|state|schon|bearbeitet|erledigt|what|how|where|happened)(?!\p{L})/iu;
const NAMES_STREET = /stra(?:ß|ss)e|str\.|weg|platz|allee|ring|damm/i;
