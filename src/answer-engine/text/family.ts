import { keptWhole, remember } from './words.ts';

const separable =
  'ab|an|auf|aus|bei|durch|ein|fest|her|hin|mit|nach|um|unter|vor|weg|weiter|wieder|zu|zurück|zuruck|zusammen|heraus|herunter';
const participle = new RegExp(`^(${separable})?ge(?=.{3,}(?:t|en?)$|.{4,}$)`);
const shortest = 4;
// Words whose last letter is no ending: Markt is no form of Marke, what reicht is not reich.
const whole = new Set(
  'markt kraft haupt macht schrift dienst kunst gast post rest obst lust herbst angst test recht pflicht nacht licht stadt frist reicht'.split(
    ' ',
  ),
);

/**
 * A rougher stem that brings verbs and their nouns together (fördern, fördert, gefördert, Förderung; investiert,
 * Investition). Too rough to index by; used to find related words of the town's vocabulary.
 */
export function familyOf(term: string): string {
  return remember(families, term, makeFamily);
}

const families = new Map<string, string>();

/** The same for many terms that are looked at once: nothing is remembered. */
export function makeFamily(term: string): string {
  if (!/^\p{L}{5,}$/u.test(term) || keptWhole.has(term) || whole.has(term)) return term;
  let root = term.replace(participle, (_, prefix: string | undefined) => prefix ?? '');
  if (root.length < shortest) root = term;
  // Zentrum, Zentren; Museum, Museen.
  root = cut(root, /(?<=tr|se|[mrt]i)um$/);
  root = cut(root, /(?:al|ell|isch|lich|haft)$/);
  root = cut(root, /(?:ation|ition|ion)$/);
  root = cut(root, /(?:et|t)$/);
  root = cut(root, /(?:ier|isier)$/);
  root = cut(root, /(?:er|el|en|nd)$/);
  // A last n is an ending after r, l or e (fördern, Regeln); in Person it belongs to the word.
  return cut(root, /(?:er|(?<=[rle])n)$/);
}

function cut(word: string, ending: RegExp): string {
  const short = word.replace(ending, '');
  return short.length >= shortest ? short : word;
}
