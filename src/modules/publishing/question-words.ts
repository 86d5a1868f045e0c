// Short and common words say nothing about which record is meant.
const LEAST_LETTERS = 4;

/** Whether a question names a record: one of its words stands in the title, also as part of a compound. */
export function namesTitle(question: string, title: string): boolean {
  const asked = wordsOf(question);
  return wordsOf(title).some((word) => asked.some((one) => word.includes(one) || one.includes(word)));
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter(
    (word) => word.length >= LEAST_LETTERS && !COMMON.has(word),
  );
}

const COMMON = new Set(
  'wann wird wird wurde haben hatte heute morgen gerade jetzt offen geöffnet geschlossen öffnungszeiten nächste nächster nächsten findet statt eigentlich bitte noch mein meine dein unser stadt hagenow ist sind eine einen einer einem nicht auch oder aber when does open closed next the for from'.split(
    ' ',
  ),
);
