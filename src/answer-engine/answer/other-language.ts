import { functionWords } from '../text/function-words.ts';
import { foldUmlauts } from '../text/stem.ts';

const otherScript = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu;
// Letters that neither German nor English write.
const otherLetters = /[ąćęłńśźżğşıčďěňřšťůžőűșțãõñçøåæœ¿¡]/iu;
// Words by which a question begins or hangs together, of the languages most spoken in German towns.
const marks: ReadonlySet<string> = new Set(
  `gdzie jest czy jak kiedy dlaczego ile kosztuje mogę chcę potrzebuję w na i nie się proszę dzień dobry
  nerede ne zaman nasıl nasil kadar var mı mi için icin ve bir bu istiyorum açık acik merhaba belediye
  unde este când cum pot cât costă vreau bună sunt pentru și
  où est comment puis je quand combien pourquoi le la les est-ce que une des pour bonjour
  dónde donde está como cómo cuándo cuando cuánto cuesta puedo quiero hola el los las una para
  dove è quando quanto costa posso voglio come ciao il gli per sono
  waar hoe wanneer hoeveel kan ik het een niet voor
  gde kada kako koliko mogu gdje je da li kde kdy jak kolik mohu prosím
  ku kur si kam dua sa kushton ku është
  onde quando quanto posso como`.split(/\s+/),
);
const leastMarks = 2;

/** True when a question is asked neither in German nor in English. */
export function isOtherLanguage(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  if ((text.match(otherScript) ?? []).length > letters.length / 2) return true;
  const words = text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  const own = words.filter((word) => functionWords.has(foldUmlauts(word)) || english.has(word)).length;
  const other = words.filter(
    (word) => marks.has(word) && !functionWords.has(foldUmlauts(word)) && !english.has(word),
  );
  const needed = otherLetters.test(text) ? 1 : leastMarks;
  return other.length >= needed && other.length > own;
}

const english = new Set(
  'the is are what where how which who when of do does can i my there for and to you a in on'.split(' '),
);
