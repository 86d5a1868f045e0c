/** A kind of answer: how a question asks for it and how running text gives it. */
interface AnswerKind {
  readonly asked: RegExp;
  readonly given: RegExp;
}

const months = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';

/** Kinds that sentences of running text show by their form: a date, a number, a name, a place, a reason. */
export const answerKinds: readonly AnswerKind[] = [
  {
    asked: /(?<!\p{L})wann(?!\p{L})|welche[mns] (?:jahr|tag|monat|datum)|jahrhundert/iu,
    given: new RegExp(`\\b[1-9]\\d{2,3}\\b|\\b\\d{1,2}\\. (?:${months})|Jahrhundert`, 'u'),
  },
  {
    asked:
      /(?<!\p{L})wie ?(?:viele?n?|hoch|lang|lange|weit|groß|schwer|tief|breit|alt|teuer|schnell|oft|stark|dick|heiß)(?!\p{L})|welche[nrs]? (?:anzahl|höhe|länge|anteil|strecke|menge|alter|höchst\p{L}*|betrag|teil|temperatur)/iu,
    given:
      /\d|(?<!\p{L})(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|elf|zwölf|\p{L}*zehn|\p{L}*zig|\p{L}*hundert|\p{L}*tausend|million\p{L}*|hälfte|drittel|viertel|doppelt|dutzend\p{L}*)(?!\p{L})/iu,
  },
  {
    asked: /(?<!\p{L})(?:wer|wen|wem|wessen)(?!\p{L})/iu,
    given:
      /(?<=\S\s)\p{Lu}\p{Ll}+(?:\s(?:von|de|van|der|den|la|di|da|du))*\s\p{Lu}\p{Ll}+|(?<!\p{L})(?:von|durch|der|des|sein|ihr|Kaiser|König|Königin)\s\p{Lu}\p{Ll}+/u,
  },
  {
    asked: /(?<!\p{L})(?:wo|woher|wohin|in welche[mnr])(?!\p{L})/iu,
    given: /(?<!\p{L})(?:in|auf|bei|nach|aus|am|im|an|von|nahe|vor)\s(?:der\s|dem\s|den\s)?\p{Lu}\p{Ll}+/u,
  },
  {
    asked: /(?<!\p{L})(?:warum|weshalb|wieso|weswegen|wodurch|woran|aus welchem grund)(?!\p{L})/iu,
    given:
      /(?<!\p{L})(?:weil|da|denn|deshalb|daher|darum|dadurch|damit|wegen|aufgrund|sodass|um\s.*\szu|grund|ursache|anlass|folge|durch|nachdem|deswegen|weshalb|sollte|wollte)(?!\p{L})/iu,
  },
];

/** Positions of the kinds a question asks for. */
export function kindsAskedFor(question: string): number[] {
  return answerKinds.flatMap(({ asked }, kind) => (asked.test(question) ? [kind] : []));
}
