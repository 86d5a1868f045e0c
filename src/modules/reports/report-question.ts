/** Whether a question is about reporting: how to, whether something is known already, or a fault simply told. */
export function asksAboutReporting(question: string): boolean {
  if (REGISTERS.test(question)) return false;
  return ABOUT_REPORTING.test(question) || (TELLS_A_FAULT.test(question) && !ASKS_MORE.test(question));
}

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
  /(?<!\p{L})(?:kaputt\p{L}*|defekt\p{L}*|beschädigt\p{L}*|zerbrochen\p{L}*|umgeknickt\p{L}*|umgefallen\p{L}*|(?:leuchtet|brennt|funktioniert) nicht|schlagl(?:o|ö)ch\p{L}*|schmiererei\p{L}*|graffiti|wilder müll|müll .{0,40}(?:abgeladen|abgekippt|weggeworfen)|potholes?|broken)(?!\p{L})/iu;
/** Neither who wants to know more nor whose own things are broken is helped by the form. */
const ASKS_MORE =
  /(?<!\p{L})(?:wie lange|wie viele?|wann|warum|wieso|was kostet|wer (?:zahlt|haftet|repariert)|wie repariere|how long|when|why|who pays|(?:mein|unser)e? \p{L}+ (?:ist|sind|funktioniert|geht|leuchtet))(?!\p{L})/iu;
const NAMES_STREET = /stra(?:ß|ss)e|str\.|weg|platz|allee|ring|damm/i;
