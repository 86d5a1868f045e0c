import { foldUmlauts } from './stem.ts';

// Words of content that tell little about a subject: common verbs, adverbs, adjectives. They count less in a question.
const light = `
gehen kommen kommt kam kamen sehen sieht sah schauen stehen steht stand liegen liegt lag halten hält bringen bringt brachte
nehmen nimmt nahm stellen stellt legen setzen zeigen zeigt nennen nennt rechnen denken glauben glaubt hören hört laufen läuft
bleiben bleibt lief fallen fällt ziehen zieht führen führt tragen trägt treffen trifft reichen reicht schaffen schafft
erreichen erreicht erreiche passieren passiert klappen klappt stimmen stimmt wünschen versuchen probieren holen holt
neu neue neuer neuen neues hoch hohe hoher hohen alt gut gute guten besser beste besten schlecht schlimm klein kleine kleinen groß große großen größer viel mehr weniger wenig meist meiste meisten wenigsten
schnell schneller langsam leicht schwer einfach richtig falsch wahr wirklich genau gerade jetzig jetzige aktuell aktuelle aktuellen
erste ersten zuerst zuletzt letzte letzten nächste nächsten später früher bald damals danach vorher nachher künftig
gesamt ganze ganzen verschieden verschiedene bestimmt bestimmte einzelne weitere weiteren andere anderen anderer
lange lang weit weg rein raus rauf runter rum drin drauf draußen drinnen oben unten
überall nirgends manchmal oft selten täglich ständig dauernd
sache sachen ding dinge leute mensch menschen jemand art arten weise fall fälle seite teil
wenden wende meinen gelten gilt zählen zählt gehören gehört betreffen betrifft handeln handelt ausfallen ausfällt
zuständig zuständige zuständiger
gebaut erbaut errichtet entstanden
machen tun lassen kriegen bekommen geben nutzen benutzen verwenden suchen sucht gesucht such
interessieren interessiert benötigt haben sein werden bedanken
`;

const words: ReadonlySet<string> = new Set(light.split(/\s+/).filter(Boolean).map(foldUmlauts));

/** True when a typed word carries content but tells little. */
export const isLightWord = (word: string): boolean => words.has(foldUmlauts(word));
