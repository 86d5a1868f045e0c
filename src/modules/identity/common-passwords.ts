/**
 * Words people build passwords from, in small letters without umlauts. Our own collection for a German town hall:
 * keyboard walks, greetings, love words, first names, clubs, months, animals, cars, towns, offices. Rules put one or two
 * of them together with any digits and signs, so each line here stands for very many passwords.
 */
const WORDS = `
passwort password passwd kennwort passphrase geheim geheimnis secret losung losungswort zugang zugangscode einloggen login
logon signin anmelden anmeldung admin administrator adminadmin root toor superuser sysadmin system server netzwerk
network user benutzer gast guest test tester testing testtest demo default standard muster beispiel sample temp temporaer
changeme changethis aendern aendermich bitteaendern neu neues neuespasswort newpassword mypassword meinpasswort
deinpasswort einpasswort keinpasswort nopassword nopass letmein lassmichrein openup opensesame sesam sesamoeffnedich
qwertz qwertzu qwertzui qwertzuio qwertzuiop qwerty qwertyu qwertyui qwertyuiop azerty asdf asdfg asdfgh asdfghj asdfghjk
asdfghjkl asdfasdf yxcv yxcvb yxcvbn yxcvbnm zxcv zxcvb zxcvbn zxcvbnm wasd wsxedc qazwsx qayxsw edcrfv tgbzhn qaywsx
poiuz poiuzt lkjhgf mnbvcxy mnbvcxz uiop hjkl abcd abcde abcdef abcdefg abcdefgh abcdefghi abcdefghij aaaa bbbb xxxx xyzxyz
abc xyz abcabc alphabet buchstaben eins zwei drei vier fuenf sechs sieben acht neun zehn einszweidrei einszweidreivier one two
three four five six seven eight nine ten onetwothree null zero
hallo hallohallo hello hellohello hey hi huhu moin moinmoin servus gruessgott gutentag gutenmorgen gutenabend guten tag morgen
abend nacht willkommen welcome tschuess ciao ahoi hola bonjour salut danke bitte dankeschoen thanks please sorry
ich du er sie es wir ihr mich dich mein dein sein unser euer meine deine unsere ichbins ichbin binich dubist iam mine
ichliebedich ichliebdich liebedich iloveyou iloveu ily love lover lovers loveyou loveme liebe lieben liebling schatz schatzi
schaetzchen schatzilein hase hasi haeschen hasilein maus mausi maeuschen mausebaer baer baerchen engel engelchen
prinz prinzessin princess prince koenig koenigin king queen kaiser kuss kuesschen bussi herz herzchen herzblatt heart
suesse suesser suess sweet sweety sweetheart honey baby babe babygirl babyboy darling knuddel knuddelbaer kuschel
kuschelbaer zuckerpuppe spatz spatzl puppe puppi traum traumfrau traummann ewig fuerimmer immer forever always
sex sexy sexsex arsch arschloch scheisse scheiss mist kacke fick ficken fuck fucker fuckyou fuckoff shit asshole bitch penis
titten pussy porno nackt hure idiot depp doof bloed bloedmann stinker furz
sonne sonnenschein sunshine sunny sun mond moon stern sterne sternchen star stars starlight himmel heaven sky wolke regen
regenbogen rainbow schnee schneeflocke snow snowflake eis wind sturm storm blitz donner thunder feuer fire flamme wasser
water meer see ocean strand beach welle wave berg berge mountain wald forest baum bluemchen blume blumen flower flowers
rose rosen rosi tulpe lilie lily sonnenblume gaensebluemchen veilchen natur nature erde earth welt world
fruehling spring sommer summer sommerzeit herbst autumn fall winter winterzeit januar februar maerz april mai juni juli
august september oktober november dezember january february march may june july october december jan feb mrz apr jun jul
aug sep okt nov dez montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag monday tuesday wednesday
thursday friday saturday sunday woche wochenende weekend heute gestern jahr monat stunde ostern weihnachten weihnacht
nikolaus christmas xmas silvester neujahr pfingsten fasching karneval helau alaaf geburtstag birthday happybirthday urlaub
ferien holiday feierabend party feier
fussball football soccer basketball baseball hockey handball volleyball tennis tischtennis golf schwimmen turnen reiten
angeln jagen jaeger fischer sport sportler sportverein training trainer spieler stuermer torwart tor tore goal fan ultra
ultras meister champion champions weltmeister bundesliga bayern fcbayern bayernmuenchen fcb muenchen dortmund borussia
bvb schalke schalkenull hsv hamburger werder bremen werderbremen hansa hansarostock rostock fchansa hertha herthabsc union
eisern unionberlin koeln effzeh fckoeln gladbach moenchengladbach leverkusen bayer stuttgart vfb wolfsburg vfl frankfurt
eintracht nuernberg club freiburg mainz augsburg hoffenheim leipzig rbleipzig dresden dynamo magdeburg paderborn stpauli
pauli kiel holstein duisburg bochum aachen alemannia kaiserslautern betze barcelona barca realmadrid madrid juventus chelsea
arsenal liverpool manchester united ronaldo messi beckenbauer ballack klose podolski schweinsteiger mueller neuer kroos lahm
jordan michaeljordan schumacher schumi vettel senna ferrari formel rennen
hund hunde hundi wauwau hundchen welpe dog doggy dogs katze katzen katzi kater kaetzchen miezi miez mieze cat cats kitty kitten
pferd pferde pony horse esel kuh kaelbchen schwein schweinchen ferkel schaf schaefchen ziege huhn hahn ente gans taube
adler eagle falke falcon eule storch kranich moewe papagei vogel voegel bird fisch fische fish hai shark delfin delphin
dolphin wal tiger loewe lion panther puma leopard gepard wolf wolfi fuchs fox dachs igel hirsch reh elch elefant elephant
giraffe affe affen monkey gorilla zebra krokodil schlange snake drache dragon einhorn unicorn schmetterling butterfly biene
bienchen maja kaefer marienkaefer spinne spider frosch froggy schnecke hamster meerschwein kaninchen bunny rabbit
schildkroete turtle pinguin penguin panda koala dino dinosaurier
bello rex hasso waldi lumpi struppi fiffi snoopy lassie rocky balu baloo simba lucky luna bella nala kira amy emma lilly
minka mimi felix garfield tom jerry sammy max buddy charly charlie oskar paul strolch susi flocke blacky
auto autos car cars bmw audi mercedes benz mercedesbenz daimler porsche volkswagen golfgti gti vwgolf polo passat opel
corsa astra kadett manta ford mustang escort focus fiesta trabant trabi wartburg skoda octavia seat renault peugeot citroen
fiat volvo saab toyota honda yamaha suzuki kawasaki ducati harley harleydavidson motorrad moped simson schwalbe roller
traktor trecker fendt deutz claas johndeere lkw laster bus bahn zug eisenbahn lokomotive flugzeug fahrrad bike
rot blau gruen gelb schwarz weiss grau braun lila rosa pink orange violett gold golden silber silver red blue green yellow
black white purple brown bunt color farbe
apfel aepfel apple birne banane banana kirsche kirschen cherry erdbeere strawberry himbeere pflaume pfirsich peach orangen
zitrone lemon melone traube ananas nuss kartoffel kartoffelsalat tomate gurke paprika zwiebel salat kaese cheese
kaesekuchen kuchen torte brot broetchen butter wurst bratwurst currywurst schnitzel pizza spaghetti nudeln pommes doener
hamburger burger suppe schokolade schoki chocolate cookie cookies keks kekse gummibaer zucker sugar honig eiscreme
kaffee coffee tee bier beer wein wine sekt schnaps wodka vodka whisky whiskey rum cola cocacola pepsi milch milk limo
computer rechner pc laptop notebook internet google facebook instagram youtube twitter whatsapp telegram amazon ebay
microsoft windows office excel word outlook linux ubuntu debian android iphone ipad samsung nokia sony apple macbook
playstation xbox nintendo mario supermario zelda pokemon pikachu minecraft fortnite counterstrike warcraft starcraft
diablo gamer gaming spiel spielen spass game games killer sniper ninja pirat pirate ritter knight soldat krieger warrior hunter
batman superman spiderman ironman hulk thor avengers joker starwars startrek skywalker lukeskywalker vader darthvader yoda
jedi matrix neo trinity gandalf frodo hobbit bilbo sauron hogwarts harrypotter potter hermione hermine dumbledore merlin
magic magier zauberer hexe witch dracula vampir zombie monster geist ghost teufel devil satan hoelle hell tod death
gott jesus christus jesuschrist maria josef mose engelein kirche glaube hoffnung faith hope god lord amen segen frieden
peace freiheit freedom wahrheit glueck gluecklich happy lucky freude spassbremse leben life
musik music rock rocknroll metal metallica nirvana acdc rammstein beatles elvis queen abba madonna michaeljackson slipknot
ironmaiden kiss scorpions dietotenhosen totenhosen toten hosen aerzte dieaerzte onkelz boehse helene helenefischer gitarre
guitar klavier piano trommel bass techno disco tanzen dance singen lied
familie family mama mami mutter mutti papa papi vater vati oma opa omi opi bruder brother schwester sister sohn tochter
kind kinder kids baby mann frau maedchen junge girl boy girls boys enkel onkel tante freund freunde freundin friend friends
bestfriend haus house home heim garten zuhause daheim wohnung tuer fenster tisch stuhl lampe bett kueche
schule school schueler lehrer lehrerin student studium uni klasse arbeit arbeiten work job chef chefin boss buero firma
company betrieb geschaeft laden sparkasse bank volksbank konto geld money cash euro dollar million millionaer reich
rathaus stadt stadtverwaltung gemeinde gemeindeverwaltung verwaltung amt amtsverwaltung buergermeister buergermeisterin
buergerbuero buerger buergerservice ordnungsamt bauamt standesamt kaemmerei bauhof feuerwehr polizei post landkreis kreis
kreisverwaltung landrat ministerium behoerde sachbearbeiter sekretariat vorzimmer poststelle zentrale hausmeister meldeamt
einwohnermeldeamt gewerbeamt sozialamt jugendamt finanzamt ortsteil dorf doerfchen marktplatz markt kommune ortskern digital
digitalisierung homepage webseite website portal internetseite cms typo wordpress joomla redaktion redakteur
deutschland germany german deutsch bundesrepublik ddr berlin hamburg muenchen koeln frankfurt stuttgart duesseldorf
leipzig dortmund essen bremen dresden hannover nuernberg rostock schwerin wismar stralsund greifswald neubrandenburg
guestrow parchim ludwigslust hagenow boizenburg wittenburg luebtheen neustrelitz waren mueritz ruegen usedom ostsee nordsee
mecklenburg vorpommern mecklenburgvorpommern pommern brandenburg sachsen sachsenanhalt thueringen hessen saarland
niedersachsen schleswig holstein schleswigholstein rheinland pfalz rheinlandpfalz baden wuerttemberg westfalen nordrhein
bayern augsburg potsdam erfurt magdeburg halle kiel luebeck europa europe oesterreich austria wien schweiz switzerland
zuerich italien italy rom spanien spain mallorca frankreich france paris england london amerika america usa newyork
kalifornien california florida texas polen polska russland moskau tuerkei istanbul china japan tokyo afrika africa australien
norwegen schweden daenemark holland amsterdam
alexander alex alexandra andreas andi andrea andre angela angelika anja anke anna anne annika anton antje antonia arne
astrid axel barbara baerbel bastian beate benjamin benni ben benno bernd bernhard bettina birgit bjoern bodo boris britta
brigitte carina carla carmen carola carolin carsten chantal christa christian christiane christina christine christoph
christopher clara claudia claus conny cornelia dagmar daniel daniela danny david dennis detlef dieter dirk dominik doris
dorothea eckhard edgar elena eleonore elias elisabeth elke ella ellen emil emilia emily erich erik erika erna ernst eva
evelyn fabian ferdinand finn florian frank franz franziska frauke frida frieda friedrich fritz gabi gabriel gabriele georg
gerd gerda gerhard gertrud gisela greta gudrun guenter guenther gunnar hanna hannah hannelore hannes hans harald hartmut
heike heiko heiner heinrich heinz helga helge helmut henning henrik henry herbert hermann hilde hildegard holger horst
hubert ida ilona ilse ines inga inge ingo ingrid irene iris irmgard isabel isabell isabella jakob jan jana janina jasmin
jens jessica jessy joachim jochen johann johanna johannes jonas jonathan joerg juergen judith julia julian juliane jutta kai
karin karl karla karsten kathrin katharina katja katrin kerstin kevin kim klara klaus konrad kristin kurt lara lars laura
lea lena lennard leon leonie levin lina linda linus lisa lothar lotte louis louisa luca lucas lucy ludwig luisa lukas luise
lutz maik maike malte manfred manuel manuela marc marcel marco marcus mareike margarete margit marianne marie marina mario
marion marius mark marko markus marlene marlies martha martin martina marvin mathias mathilde matthias maximilian
maren meike melanie merle mia michael michi michaela michelle mike mila milan mirko miriam mohammed monika monja moritz nadine
nadja natalie natascha nele nick nico nicole niklas nils nina noah nora norbert olaf ole oliver olli olga otto pascal patricia
patrick paula pauline peter peterle petra philipp phillip pia rainer ralf ralph ramona raphael rebecca regina reiner reinhard
renate rene ricarda richard rita robert robin roland rolf roman ronald ronny rosemarie rudi rudolf ruediger ruth sabine sabrina
samuel sandra sandy sara sarah sascha saskia sebastian basti selina siegfried sigrid silke silvia silvio simon simone sina sonja
sophia sophie stefan stefanie steffen steffi stephan stephanie susan susann susanne sven svenja swen sybille sylvia tamara tanja
tatjana thea theo theresa thomas thorben thorsten tim timo tina tino tobias tobi tom toni torben torsten tristan udo uli ulrich
ulrike ulf ursula uschi ute uwe valentin valerie vanessa vera verena veronika viktoria vincent volker walter waltraud werner
wilfried wilhelm willi willy winfried wolfgang yannick yvonne adam andrew anthony ashley austin brandon brian charles chris dan
george harry heather jack jackie james jamie jason jennifer jenny jeremy joe john johnny joseph joshua justin karen kate kathy
kelly kenneth larry lauren maggie mary matt matthew melissa mickey mike nathan nicholas nicolas pamela richard rob ryan
samantha scott sean shannon steven stephen sue taylor tiffany tony tyler victoria william zoe
mustermann maxmustermann erikamustermann musterfrau mueller schmidt schneider fischer weber meyer meier maier wagner becker
schulz schulze hoffmann schaefer koch bauer richter klein wolf schroeder neumann schwarz zimmermann braun krueger hofmann
hartmann lange schmitt werner krause lehmann schmid koehler herrmann huber kaiser peters lang scholz moeller weiss jung
hahn vogel friedrich keller guenther berger winkler roth beck lorenz baumann franke albrecht schuster simon ludwig boehm
winter kraus martin schumacher kraemer vogt stein jaeger otto sommer gross seidel heinrich brandt haas schreiber graf schulte
dietrich ziegler kuhn kuehn pohl engel horn busch bergmann thomas voigt sauer arnold wolff pfeiffer
sicher sicherheit security safe safety schloss schluessel key keys code pin tan nummer zahl wort woerter satz text token
firewall hacker hack virus matrixcode master masterkey masterpassword meisterpasswort hauptpasswort privat private intern
extern public service support hilfe help helpdesk info kontakt email mail webmaster postmaster account accounts konto
profil profile backup datenbank database mysql oracle postgres cisco router switch wlan wifi telekom vodafone
fritzbox drucker printer scanner kamera camera telefon phone handy mobile
super toll mega cool hot heiss geil krass hammer bombe best beste bester besten gut besser schoen schoenes gross kleiner
klein grosser neuer alt alter lang kurz schnell langsam stark strong schlau klug verrueckt crazy lustig funny froh boese evil
gute liebe lieber nett nice wunderbar wonderful perfekt perfect genial wow yes nein ja no nicht kein okay ok los komm go gogo
und oder mit ohne fuer von der die das den dem ein eine einer the and for you me my your is bin ist sind war
test123 abc123 a1b2c3
`;

export const COMMON_ROOTS: ReadonlySet<string> = new Set(
  WORDS.split(/\s+/)
    .map((word) => word.replace(/[^a-z]/g, ''))
    .filter((word) => word.length >= 2),
);
