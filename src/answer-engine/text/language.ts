import { englishFunctionWords, functionWords } from './function-words.ts';
import { englishLexicon, lowGermanWords } from './lexicon.ts';
import { foldUmlauts } from './stem.ts';

const lowGermanMarks = new Set([
  'ick',
  'ik',
  'dat',
  'vun',
  'mutt',
  'gifft',
  'hett',
  'wat',
  'een',
  'mien',
  'dörp',
  'hüüt',
  'geiht',
  'nich',
  'sünd',
  'heff',
  'op',
  'för',
  'uns',
  'woneem',
  'wokeen',
  'wannehr',
  'vör',
  'kümmt',
  'ji',
  'wi',
  'schall',
  'maakt',
  'segg',
  'tünn',
  'straat',
  'stroot',
  'stahn',
  'kost',
  'steiht',
  'rathuus',
  'huus',
  'lüüd',
  'veel',
  'worüm',
  'levern',
  'allens',
  'stadtwarke',
  'köpen',
  'betahlen',
  'betohlen',
  'anmellen',
  'de',
  'wull',
  'moken',
  'mookt',
  'liernen',
  'dochter',
  'künnt',
  'dor',
  'dörv',
  'keen',
  'ook',
  'bruuk',
  'mööt',
  'sünndag',
  'water',
  'kinner',
  'int',
  'hebbt',
  'vundaag',
  'apen',
]);
const onlyEnglish = new Set([
  'the',
  'is',
  'are',
  'what',
  'where',
  'how',
  'which',
  'who',
  'when',
  'of',
  'do',
  'does',
  'can',
  'could',
  'i',
  'my',
  'there',
  'for',
  'and',
  'to',
  'you',
  'please',
  'me',
  'many',
  'much',
]);

/** True when a question is asked in English. */
export function isEnglish(words: readonly string[]): boolean {
  let english = 0;
  let german = 0;
  for (const word of words) {
    if (onlyEnglish.has(word)) english += 2;
    else if (functionWords.has(foldUmlauts(word))) german += 2;
    else if (englishFunctionWords.has(word) || englishLexicon.has(word)) english += 1;
  }
  return english >= 2 && english > german;
}

/** Low German words of a question in standard German, when the question is coloured by it. */
export function fromLowGerman(words: readonly string[]): string[] {
  const marks = words.filter((word) => lowGermanMarks.has(word)).length;
  return marks < 2 ? [...words] : words.map((word) => lowGermanWords.get(word)?.toLowerCase() ?? word);
}
