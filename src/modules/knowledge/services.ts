// "Wie melde ich mein Gewerbe um?": the beginning of the verb stands at the end.
const PREFIXES = ['an', 'ab', 'um', 'ein', 'aus', 'nach', 'vor', 'zu'];
const HOW = /(?<!\p{L})(?:wie|wo|womit|how|where)(?!\p{L})|(?:was|welche\p{L}*) (?:brauche|muss|benötige)/iu;
/** A price, a date or a person is more than how it is done. */
const ASKS_MORE =
  /(?<!\p{L})(?:kost\p{L}*|teuer|gebühr\p{L}*|preis|wann|wie lange|wie viele?|frist\p{L}*|warum|wieso|wer|muss ich|cost|when|why|who)(?!\p{L})/iu;
const MOST_BARE_WORDS = 4;

/** Whether somebody asks how a thing is done with an office: "Wie melde ich mein Gewerbe um?", "Gewerbe abmelden". */
export function asksHowToDo(question: string): boolean {
  if (ASKS_MORE.test(question)) return false;
  const words = wordsOf(question);
  const isBare = words.length <= MOST_BARE_WORDS && words.some((word) => /en$|ung$/.test(word));
  return HOW.test(question) || isBare;
}

/** Whether a question itself says what is done, and not only the one it leans on. */
export function saysWhatToDo(question: string, title: string): boolean {
  return does(wordsOf(question), wordsOf(title).at(-1) ?? '');
}

/** Whether the words name the thing and what is done with it, as the title of a service says both: "Gewerbe ummelden". */
export function namesService(said: string, title: string): boolean {
  const things = wordsOf(title);
  const doing = things.pop();
  if (!doing || !/(?:en|ern|eln)$/.test(doing) || things.length === 0) return false;
  const words = wordsOf(said);
  return (
    things.every((thing) => words.some((word) => stemOf(word).startsWith(stemOf(thing)))) &&
    does(words, doing)
  );
}

/** What a text says when it tells of the service under another title: the verb, or "Umzug" for "ummelden". */
export function toldInTexts(title: string): RegExp {
  const doing = wordsOf(title).at(-1)!;
  const prefix = PREFIXES.find((one) => doing.startsWith(one));
  const moves = prefix ? `|${prefix}(?:zug|züge|zieh)` : '';
  return new RegExp(`(?<!\\p{L})(?:${doing.replace(/en$/, '')}${moves})`, 'iu');
}

function does(words: readonly string[], doing: string): boolean {
  const noun = doing.replace(/en$/, 'ung');
  const prefix = PREFIXES.find((one) => doing.startsWith(one));
  if (
    words.some(
      (word) => word === doing || word === noun || word === `${prefix}zu${doing.slice(prefix?.length)}`,
    )
  )
    return true;
  const stem = doing.slice(prefix?.length ?? 0).replace(/en$/, '');
  return (!prefix || words.includes(prefix)) && words.some((word) => isFormOf(word, stem));
}

const isFormOf = (word: string, stem: string): boolean =>
  word.startsWith(stem) && word.length - stem.length <= 2;

const stemOf = (word: string): string => word.replace(/(?:es|en|er|e|s)$/, '');

// "Gewerbeanmeldung" is the thing and what is done with it.
const compound = /^(\p{L}{4,}?)s?((?:an|ab|um)meldung)$/u;

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => compound.exec(word)?.slice(1) ?? word);
