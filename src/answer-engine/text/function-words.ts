import { foldUmlauts } from './stem.ts';

// Words that carry no subject: articles, pronouns, auxiliaries, question words, politeness, filler of spoken German.
const german = `
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
ich du er sie es wir ihr man mich mir dich dir ihn ihm uns euch ihnen sich
mein meine meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner seines
ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unserm euer eure euren eurem eurer
dieser diese dieses diesen diesem jener jene jenes jenen jenem welcher welche welches welchen welchem
alle alles allem allen aller jeder jede jedes jeden jedem mancher manche einige etwas nichts viel viele vielen mehrere solche solcher
und oder aber denn sondern doch sowie als wenn weil dass daß ob damit sodass obwohl während bevor nachdem bis
in im ins an am ans auf aufs aus bei beim bis durch für fürs gegen mit nach ohne seit über um unter von vom vor vorm zu zum zur zwischen
wegen trotz statt per pro laut innerhalb außerhalb hinter neben oberhalb unterhalb entlang bisher seitdem
wer was wo wann wie warum wieso weshalb wozu wofür womit woran worin worauf wovon wohin woher wobei wodurch worüber wonach woraus inwiefern inwieweit wessen wem wen
bin bist ist sind seid war warst waren wart wäre wären gewesen sei
habe hast hat haben habt hatte hatten hätte hätten gehabt hab
werde wirst wird werden werdet wurde wurden würde würden worden geworden
kann kannst können könnt konnte konnten könnte könnten
muss musst müssen müsst musste mussten müsste muß
soll sollst sollen sollt sollte sollten will willst wollen wollt wollte wollten
darf darfst dürfen dürft durfte dürfte mag magst mögen möchte möchten möchtest
lassen lässt lasse gibt geben gab gäbe geht gehen ging macht machen mache mach tun tut
nicht nur auch noch schon mal eben halt ja nein so sehr eigentlich überhaupt denn dann da dort hier hin her
nun jetzt immer wieder einfach vielleicht bitte danke gerne gern etwa rund circa ca bzw zb usw etc evtl ggf sonst genau
ne nen nem ner n s nich nix is wat haste kannste gibts gehts isses obs wos wirds hats wärs ums
eigene eigenen eigener selbst selber
sehr geehrte geehrter hallo moin guten freundlichen grüßen grüße mfg liebe lieber
sagen sag sagt wissen weiß weiss wüsste erfahren finde finden findet findest
endlich trotzdem außerdem dabei dazu davon dafür darüber daran darauf darin darum daher deshalb dadurch
bekomme bekommen bekommt kriege krieg kriegen kriegt brauche brauchen braucht brauch
heutzutage heute derzeit aktuell momentan gerade zurzeit
ganz ziemlich eher fast bloß wohl etwa ungefähr möglich möglichst
wieviel wievielen wieviele worum eurem euch euer bei ab je dass sowas irgendwo irgendwie irgendwas irgendwer
frage fragen wissen meine meinst
beispiel beispielsweise insbesondere vor allem
lautet heißt heisst bedeutet bietet anbieten
`;

const english = `
the a an of in on at to for from by with about into is are was were be been being am do does did have has had can could
would should will shall may might must i you he she it we they me my your his her its our their this that these those
what where when who whom which how why there here and or but if not no any some please tell give find get need want
much many long high often also just it's i'm exactly actually really currently already still yet only even ever now
today then than so too very more most other another same such own up out over again as by per via without within
one us ours yours theirs myself yourself anyone someone something anything everything able possible
happen happens go goes going come comes take takes make makes put look looking want wants like supposed
hello hi dear thanks thank regards sir madam us let know
`;

const fold = (list: string): string[] => list.split(/\s+/).filter(Boolean).map(foldUmlauts);

/** Folded function words of German; dropped from questions, kept out of ranking. */
export const functionWords: ReadonlySet<string> = new Set(fold(german));
export const englishFunctionWords: ReadonlySet<string> = new Set(fold(english));

/** True when a typed word says nothing about the subject of a question. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word) || functionWords.has(readable(word)) || isContraction(word);
}

const takesN = new Set([
  'is',
  'ist',
  'was',
  'wo',
  'wie',
  'wer',
  'hat',
  'kann',
  'war',
  'gibts',
  'wann',
  'warum',
]);

// Spoken German hangs "es" and "denn" on little words: wirds, habs, isn, wasn.
function isContraction(word: string): boolean {
  if (word.endsWith('s')) return word.length > 4 && functionWords.has(word.slice(0, -1));
  return word.endsWith('n') && takesN.has(word.slice(0, -1));
}

// "fuer" and "für" are the same word; so are "ueber" and "über".
function readable(word: string): string {
  return foldUmlauts(word).replace(/(?<![aeiouq])(a|o|u)e/g, '$1');
}
