// Short and common words say nothing about which record is meant.
const LEAST_LETTERS = 4;

/** Whether a question names a record: one of its words stands in the title, also as part of a compound. */
export function namesTitle(question: string, title: string): boolean {
  const asked = subjectWordsOf(question);
  return subjectWordsOf(title).some((word) => asked.some((one) => word.includes(one) || one.includes(word)));
}

/**
 * How much of what a question is about a title names, 0 to 1: "Seniorenheim" is more than "Senioren", but "Café" is
 * part of "Bücherei-Café".
 */
export function namedShare(question: string, title: string): number {
  const asked = subjectWordsOf(question);
  const titled = subjectWordsOf(title);
  const isNamed = (one: string): boolean =>
    titled.some(
      (word) => word.includes(one) || (one.startsWith(word) && one.length - word.length <= LONGEST_ENDING),
    ) ||
    // "Adventskonzert" is the "Konzert zum Advent".
    titled.filter((word) => one.includes(word)).length > 1;
  return asked.length === 0 ? 0 : asked.filter(isNamed).length / asked.length;
}

const LONGEST_ENDING = 2;

/** The words of a question that may name what it is about. */
export function subjectWordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter(
    (word) => word.length >= LEAST_LETTERS && !COMMON.has(word) && !SAYS_WHEN.test(word),
  );
}

/**
 * The first that says something of the kind: the question itself, then what was asked before it, the latest first.
 * "Und in Sudenhof?" names the village; which bin is meant was said before.
 */
export function firstSaid<Found>(
  question: string,
  before: readonly string[],
  read: (text: string) => readonly Found[],
): readonly Found[] {
  return [question, ...before].map(read).find((found) => found.length > 0) ?? [];
}

/** The question whose words name the subject: this one, else the latest before it that names any. */
export function subjectOf(question: string, before: readonly string[]): string {
  return [question, ...before].find((text) => subjectWordsOf(text).length > 0) ?? question;
}

/** Words found in a question, as the asker wrote them. */
export function asWritten(question: string, words: readonly string[]): string {
  return (question.match(/\p{L}+/gu) ?? []).filter((word) => words.includes(word.toLowerCase())).join(' ');
}

const SAYS_WHEN =
  /^(?:(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|wochenendes?|wochen?|monate?|(?:über)?morgen|feiertags?|vormittags?|nachmittags?|mittags?|abends?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|weekend|week|januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember)$/;

const COMMON = new Set(
  `wann wird wird wurde haben hatte heute morgen gerade jetzt offen geöffnet geschlossen öffnungszeiten öffnungszeit sprechzeiten
  nächste nächster nächsten nächstes findet statt eigentlich bitte danke noch mein meine dein unser stadt ist sind eine einen
  einer einem nicht auch oder aber dann denn mach macht machen öffnet schließt lange wieder dort hier dieser diese dieses dieses
  teuer kostet kosten viel wieviel welche welcher welches welchen gibt kann können möchte wissen frage mal schon immer
  guten hallo vielen dank ihre ihrer sein seine dazu dafür davon damit beim über unter nach eure euer
  when does open closed next the for from what which where much cost price thanks please this that there today tonight`.split(
    /\s+/,
  ),
);
