// Lists the check of a model's wording needs. In lower case, as the check compares.

/** Words that may begin a sentence or are always capitalised and name nothing. */
export const UNSAYING_WORDS: ReadonlySet<string> = new Set(
  `sie ihr ihre ihren ihrem ihrer ihres ihnen es er wir man das die der den dem des ein eine einen einem einer eines
  dies diese dieser dieses diesen dort hier da dann wenn weil dass ob damit dafür dazu darauf daran dabei davon darüber
  in im am an auf für mit bei von vom zum zur zu nach aus über unter ab bis seit um und oder aber auch nur noch schon
  ja nein bitte derzeit aktuell zurzeit heute wer was wo wie wann welche welcher welches alle jede jeder jedes
  angabe angaben antwort frage fragen auskunft hinweis quelle quellen laut gemäß außerdem zusätzlich
  nicht kein keine keinen
  the a an this that these those it its he she they you your we our i there here in on at for from to of with by as and or but if when
  yes no please not currently today who what where how which all every each according also only more further
  is are can may must do does`.split(/\s+/),
);

/** Names of months and days, English to German, for answers in English from German sentences. */
export const CALENDAR_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    monday: 'montag',
    mondays: 'montag',
    tuesday: 'dienstag',
    tuesdays: 'dienstag',
    wednesday: 'mittwoch',
    wednesdays: 'mittwoch',
    thursday: 'donnerstag',
    thursdays: 'donnerstag',
    friday: 'freitag',
    fridays: 'freitag',
    saturday: 'samstag',
    saturdays: 'samstag',
    sunday: 'sonntag',
    sundays: 'sonntag',
    january: 'januar',
    february: 'februar',
    march: 'märz',
    may: 'mai',
    june: 'juni',
    july: 'juli',
    october: 'oktober',
    december: 'dezember',
  }),
);

const UNITS = ['', 'ein', ...'zwei drei vier fünf sechs sieben acht neun'.split(' ')];
const TEENS = 'zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(' ');
const TENS = ['', '', ...'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')];

/** `zweihundertfünfundsechzig`; up to 999, and whole thousands. */
function inGerman(number: number): string {
  const [unit, ten] = [number % 10, Math.floor(number / 10)];
  if (number < 10) return UNITS[number]!;
  if (number < 20) return TEENS[unit]!;
  if (number < 100) return (unit > 0 ? `${UNITS[unit]}und` : '') + TENS[ten];
  if (number < 1000) return `${UNITS[Math.floor(ten / 10)]}hundert${inGerman(number % 100)}`;
  return `${inGerman(number / 1000)}tausend`;
}

type NumberWord = [word: string, number: string];

const counted = (words: string, from: number, step = 1): NumberWord[] =>
  words.split(/\s+/).map((word, index) => [word, String(from + index * step)]);

const GERMAN = [
  ...Array.from({ length: 998 }, (_, index) => index + 2),
  ...Array.from({ length: 99 }, (_, index) => (index + 1) * 1000),
].flatMap((number): NumberWord[] => {
  const word = inGerman(number);
  return [word, word.replace(/^ein(?=hundert|tausend)/, '')].map((one) => [one, String(number)]);
});
// Without "achte", which is also what a clerk asks people to do.
const GERMAN_ORDINALS = [
  ...counted('erst zweit dritt viert fünft sechst siebt', 1),
  ...counted('neunt zehnt', 9),
].flatMap(([stem, number]) =>
  ['e', 'en', 'em', 'er', 'es'].map((ending): NumberWord => [stem + ending, number]),
);

/** Numbers written as words, and places in a row; "ein" and "one" are articles as often as numbers. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ...GERMAN,
  ...GERMAN_ORDINALS,
  ...counted('two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen', 2),
  ...counted('sixteen seventeen eighteen nineteen', 16),
  ...counted('twenty thirty forty fifty sixty seventy eighty ninety hundred', 20, 10),
  ...counted('first second third fourth fifth sixth seventh eighth ninth tenth', 1),
  ['thousand', '1000'],
  ['million', '1000000'],
  ['millionen', '1000000'],
]);
