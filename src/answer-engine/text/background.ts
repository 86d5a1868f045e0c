/** In how many of 442 municipal pages a word stands; counted by `bench/answers/training/train-words.ts` from OMoS-QA (CC BY 4.0). */
export const backgroundPages = 442;

const counted = `
219 information
164 weit
159 deutschland person
148 deutsch
141 kind
136 mehr
131 and berat jahr
130 mensch
122 arbeit
121 www
120 erhalt
118 angebot
116 wichtig
109 unterstutz
104 sprach verschied
99 schul
97 munch
91 hilf
85 kostenlos
84 beruf
81 monat
80 augsburg
75 landkreis
74 folgend
73 jugend
72 englisch such
71 stell
70 bestimmt leb
67 wend
66 bay erst
64 termin
63 regel uhr
62 ausbild gesetz montag
61 elt helf lern
60 besuch neu
59 gut
58 freitag
57 beantrag famili zustand
56 donnerstag murr sozial zwei
55 recht rem unterschied
54 antrag drei onlin
53 fall frau kontakt kreis
52 fluchtling stadt thema
51 moglich
50 anmeld kost lang tag
49 jung
48 benot erwachs
47 info land leistung zugang
45 geld vereinbar
44 alter arab ausland dienstag them
43 komm mindest woch
42 beratungsstell besond biet seit
41 allgemein bildung jeweil
40 anspruch gilt
39 auslanderbehord landratsamt russisch
38 unterstutzt
37 alt gemeinsam integration mittwoch zeit
36 adress besteht freiwill grund grupp off ort schutz speziell steh turkisch zahl
35 art bereit dies finanziell staatlich voraussetz websit
34 aufenthalt gefluchtet hoh meist
33 aufenthaltstitel dau einricht entscheid gesund jobcent
32 amt app gemeind hilft informi kurz wohnung
31 arzt direkt gross unternehm
30 beacht individull teil ziel
29 bamf barrierefrei gewalt migration sech studium telefon wohn
28 asylbewerb asylverfahr best gultig lra richtig zusamm
27 asyl aufenthaltserlaubnis behord beschaft betroff danach gleich international rechtlich stund wahl
26 abschluss anerkannt bereich bezahl kostenfrei oft teilnehm
25 franzos haus sich sprech steht
24 aufgab bezieh einkomm gebaud gelt hangt kostet krankheit offent schulabschluss staat verein waibling zusatz
23 acht behinder betreu burg erford internet nam nehm rathaus raum teilnahm unabhang zahlreich
22 beid berufsausbild betrieb einzeln krank meld migrant nachweis offnungszeit orientier verfug vertraulich wunsch
21 arbeitgeb der dolmetsch geeignet genannt https klass medizin nah schnell schritt situation tipps ubersicht unterricht
20 also anlaufstell arbeitsmarkt arbeitsplatz dien ehrenamt erlaubt fest freizeit munchn treff uberblick
19 backnang bewerb bundesamt dual farsi grundsatz informiert nutz passend platz praktisch problem spat sport strass ukrain
18 agentur alltag arbeitnehm befind begleit besucht betrag bezahlt bleib dauert den dokument europa frist fuhr geburt gefahr genau gesprach herkunftsland kinderbetreu krankenhaus krankenkass kur lebensjahr les miet programm religion sozialleist str unterlag vorhand wirtschaft zentral
17 asylantrag ausbildungsplatz bad dienstleist end erklar euro frei funf gehor gering integrationskur kultur niemand polit rahm regelmass samstag schorndorf schreib schriftlich schulisch schwangerschaft spiel stuttgart tatig vermittl wenig
16 beginn behandl dauerhaft einreis erfolgt form hinweis html humanitar inhalt kennenlern kindergart liegt list minut portal projekt pruf schwierig setz sexull spanisch unterkunft veranstalt weiterfuhr wurttemberg
15 aktivitat anfang anzahl arztlich asylbewerberleistungsgesetz aufenthaltsrecht aufenthg ausreis beginnt bekomm bescheid besteh duldung email erfullt erzieh formular gepruft kauf kenn kommt kontaktdat kurs lebensunterhalt manchmal mann notwend privat region selbststand sorg sozialburgerhaus suchbegriff verfahr weg
14 ablauf aktull anerkenn aufhalt bayer beitrag betragt brauch com diakoni erteilt fahr funktioniert ganz gehalt gemacht grundschul italien landeshauptstadt lebenssituation migrationshintergrund mitarbeit pflicht polizei raumlich richtet senior sgb sowohl staatsangehor stichwort umfass umgeb unbefristet verdi verlass verpflichtet vorh wechsel wohnsitz zeitpunkt
13 abs angehor auswahl benotigt berucksichtigt berufsschul chanc dari ebenfall geschaft geschloss gezahlt gunstig haufig jedoch kommun krankenversicher leicht mitgebracht mittl national prufung schulpflicht sogenannt stellt ubernomm versorg vhs vielfalt visum weis weiterbild wohnort zeig zeugnis zusammenleb
12 anonym arztin aufgrund ausreich automat befristet begleitet behindertengerecht berufstat besitz bess bundesland buro caritas deutschkur durchfuhr entsprech erkrank erlaubnis erwerbstat fachkraft festgelegt geduldet gewahlt gleichzeit kumm kundig lag manch migrationsberat mutt natur nennt org organisiert pass polnisch religios sonstig sprachkenntnis standort taglich team video zunach
11 ahnlich aktiv allein ansprechpartn arbeitslosengeld arbeitszeit aufnahm ausfuhr ausgestellt beantragt bedarf behandelt beispiel berufsabschluss beziehungsweis burgergeld deutschkurs ding ehe einverstand empfehl entscheidet erfahr erfolgreich erwerb feri gebiet geoffnet gericht gesamt grundgesetz halt haushalt heirat impfung insgesamt interess kart klag klein maximal mittelschul musik niveau normalerweis notfall organisation paar positiv qualifikation registrier rentenversicher ruman schwang schwer sieh sofort studier uben vermittel verpflicht vertret videos vorbereit
10 abgeschloss abitur abschieb abschliess arbeitsagentur artikel asylblg aufenthaltsgenehm aufenthaltsgesetz aufnehm auslanderwes ausnahm auss ausstell austausch ausweis beding beratungsgesprach brief broschur bus dritt einig endet engagiert entwickl erfolg erlern fach familiar feiertag forder geburtsurkund gehort gestellt gesundheitsamt grundlag gymnasium herkunft ide kenntnis lad lehr mehrsprach neusass perspektiv pfleg pruft realschul registriert seh selbstand sinnvoll sozialamt sprachlich stark text umfasst verbot verfugbar verlangert vermittelt verstand vier volkshochschul zeitraum zweck zweit
9 abend achtung alternativ anbiet anhor antragstell arbeitet beendet befreit berufsfachschul betreut bezeichnet bildungsberat bildungsportal cafe deutschkenntnis droht egal einmal engagi erreich freiheit fremdsprach fruh gefordert geregelt gesellschaft heimatland hierzu hilfreich hinaus integrationskurs integrationsmanagement jederzeit job kinderarzt klick kulturell kunst langfrist lieg lokal massnahm mitglied not offiziell oktob pasing passiert praxis psychisch schwerwieg sonntag stadtisch standesamt studi teilhab umstand unbedingt unsich verband vermeid verteilt willkomm wohngeld wort zeitlich zertifikat zurst
8 absolvi angemeldet anlieg antwort arbeitserlaubnis arbeitslos asylgesetz ausfull auszubild auto bearbeit befindet begrenzt begrundet berufsberat berufserfahr beschein bestimm buch bulgar dat download dringend einschrank einstieg einwohnermeldeamt einzelfall elektron eng enthalt ermoglicht folg ford freie freund fruhzeit gearbeitet geltend geschicht geschlecht geschutzt gesproch glaub grundsicher hochschul hochschulreif identitat integrationsbeauftragt interessant jugendamt kindertageseinricht kommunal konkret kundigungsfrist kurdisch leg letzt menschenrecht mitbring netz niederlassungserlaubnis plan professionell qualifizier rat rechtmass regelt reif reisepass roll schad scheng schwab schwabmunch septemb serbisch setzt sogar spass spatest sprachniveau sprechstund straf strafverfahr terminvereinbar tigrinya trennung ubertrag universitat unterrichtsein verantwort verbind verlanger verletzt vermiet vermog versicher versteh verstoss vorsorgeuntersuch vorteil welt wohnraum zehn zentrum zukunft
7 abgelehnt abschiebungsverbot aktion alban allerding angestellt ankunft anschliess anson apothek april arbeitslosenversicher arztpraxis august bahn beend behindertentoilett benachteiligt benutz beratungsangebot bereitet beschaftigt bezirk bezug bild blau bleibt bundesagentur bundesministerium but deutschlern digital duhi durchgefuhrt erkrankt erkund ernahr erreicht erteil ess facharzt fachhochschulreif fahrt fellbach finanzier flyer gebraucht gebuhr gegenub gekundigt germany gersthof gesichert ggmbh gleichberecht gleichberechtigt handelt hausarzt hierfur hilfetelefon hort integrationsberat integrationsmanag internetseit jahrlich jemand jugendmigrationsdien karri kindergeld kindertagesstatt kirch klarung konflikt konigsbrunn kontaktstell korp lernt ludwigsburg marz mittagess nachhilf nachhol nachles netzwerk neugebor notig partn personengrupp portugies post praktikum preis prozent queer reis schulamt schulferi schutzform schwerpunkt selbsthilfegrupp seminar solang solch sozialpadagog spataussiedl sprachkur steu studiengang subsidiar sucht teilzeit theat theoret ticket tur ubergang ubernehm uberpruf umgang unterhalt unterschrieb urlaub vereinbart verfolgt verhut verkehr verletz verli vertrag verwalt verwaltungsgericht verwendet vollzeit vorlieg vorubergeh weinstadt winnend workshops xii zahlt zeitung zimm
6 ablehn alkohol ambulant angeleg ankunftsnachweis anonymitat anruf anschluss ansprechperson antragsformular arbeitsverhaltnis arbeitsvertrag attraktiv aufenthaltsgestatt ausbildungsbetrieb ausbildungsmarkt auskunft auslanderamt awo beantwortet bekannt beratungstermin berechnet berufsschulpflicht beschwerd bestat bildungsangebot bildungsort bisexull blumenstrass bobing bosnisch branch buchstab bussgeld chines diskriminier diversity drittstaat drittstaatsangehor drohend ebenso einkauf einwohn empfang entwickel erstmal erworb erzahl fachanwalt fachschul fachstell fahrrad feuerwehr film finanziert frag frauenarzt freizeitangebot freu ganztag gebor gegenseit gemeindeverwalt genehm geniess gewahr gewunscht griechisch hautfarb hol homepag ibz ihk infos institut institution integreat interkulturell januar kategori kindertagesbetreu kinderzuschlag klar klinik kontakti kontaktperson kreuz kris kroatisch laufend leist leut lohn maria materiali medikament meinung meldebeschein migrationsberatungsstell mitteil mobiltelefon mullabfuhr nach nachmittag nationalitat neun notdien nutzlich orientierungskur probl rechtsanwalt rechtsberat referat registri regular rent ruf satz schau schliess schmerz schon schutzstatus sendling sieb sozialhilf sprengel sprich syst telefonnumm theori traini treffpunkt ubernimmt ubersetz ubung uneingeschrankt union unmittelbar untergebracht unterschreib verdien verhalt verkehrsmittel verwend virus vollstand vorgestellt wahr wert wochent wohnungssuch zanzu zeigt zugewandert zuruck zuruckkehr
5 abgeschob akut alphabet android anfrag angab anschau apps arbeitsamt arbeitsstell arbeitsverbot asylberecht asylbewerberleist asylg asylsuch att aufenthaltsstatus aufsuch ausbildungsberuf ausdruck auszahl bahnhof bahnhofstr bedroht begegn begrund belast bellevu beratungsdien berechtigt berucksicht berufseinstieg berufsoberschul bildungsweg bund bundesrepubl caf datum dezemb dublin einfach einhalt einschul elternab elterngeld elternteil empfohl energi entdeck entwed entwickelt enz erfull erganz erhal erhob erkenn erklart erziehungsberechtigt eva eventull ewr extra fachakademi fachoberschul fahig fahrradwerkstatt fahrschul faktor familia familienplan fernseh fiktionsbeschein finanzi find flucht fluchtlingsschutz fortbild frauenhaus freiwilligenzentr freizeitgrupp frisch fruhest fuhrerschein geburtstag gefahrdet gefund gegenstand geimpft gemeldet generell genug gestalt getrennt gewerb gezwung glaubensricht gmbh grossbritanni grundkenntnis gruppenangebot hand handwerk hauptbahnhof heimat heiss herr herzlich hilfsangebot hilfsmittel hoch industri infektion island jugendarbeit jugendberat jugendgrupp jugendhilf juli kennt kita kleidung kompetent kompetenz komplex komplikation kreativ kriteri kritik kunftig langsam lebt lernportal lesbisch liechtenstein link losung luft madch mai mathemat minderjahr minijob miteinand mittelschulabschluss modul moglicherweis moment monaco mull mundlich muslim negativ normal norweg notlag notsituation numm offlin offn ohr orienti ortlich padagog partnerschaft paschtu paus personalausweis pflegeversicher planung praktika psycholog qualifiziert radar rechn redewend regier regierungsprasidium regional republ scheidung schulzentrum seelisch selbsthilf sobald sollt sozialversicher spend spezialisiert spielt sportlich sportverein sprachkurs staatsministerium stadtplan stadtteil standig start stor strom student teilhabepaket teilweis test therapi tran trink uberpruft umsetz unt unterschrift untersuch vat verbess verbraucherzentral verfolg verlang verlor verweis videoaufnahm vorgeh vorgeschrieb vorgeseh vormittag vormund vortrag werinherstrass werk wiedereinreis wilhelm wirklich wortschatz zahnarzt zielgrupp zud zulass zurechtzufind zusammenhang zuwander zwolf
4 abgeb abgelauf abhang abschnitt akadem all angekomm angst anmeldeformular anreg ansteck antidiskriminier anzumeld arbeitsbeding arbeitssuch arbeitsuch arztbesuch aspekt astrid aufzunehm ausbildungsricht ausgebildet ausgefullt ausgenomm ausschliess ausseh ausub azubiyo baby bafog bald bar beantwort befreiung begriff behalt behandlungsschein belegt bemuh berufsbild berufsfeld beschrank bestatigt bewert bib billig botschaft bring bringt bucherei bundesfreiwilligendien bundesgebiet bundesregier bundesweit burgerburo chancengleich chat check club danemark dar demokrati dennoch detailliert deutlich dialog diskussion dreieinhalb dreimal droh druck durchfall einblick eingelad einreich einsetz einzelhandel engagement entsteh erdgeschoss erfrag erkalt erleicht erreichbar erscheint erstausstatt erstellt ethnisch evangel experimenti fachanwaltin fahrtricht fair familienangehor familiennachzug ferienangebot ferienbetreu festgestellt finanzamt fluchtlingshilf fluchtlingskonvention folt fordert frauenarztin fuhl fussweg garantiert gastronomi geduld geh geldstraf gemeinschaft genf genutzt geplant gesucht gesundheit gesundheitssyst gewahrt goth gultigkeitsdau gynakolog haftpflichtversicher handel handy hauslich hauswirtschaft heizung heranwachs hintergrund hotlin hwk identitatsnachweis iii illegal impf infothek inhab initiativ inklusion inklusiv integrationsberatungszentrum intensiv irland judisch juni kapitel kastch kdv kleinanzeig knupf kontroll konvention kreb kreisdiakonieverband kreisjugendring kreisverwaltungsreferat kummert kundigungsschutz landrat landsberg landwirtschaft laufbahn lebend lebensbedroh lebensmittel lebensverhaltnis legal lehrkraft lehrstell lernend lgbt lgbtiq lini lohnt lungenentzund mal maps material medi mehrfach merkmal mietvertrag missbrauch missverstandnis mitgliedstaat mobilitat mullerstrass muse mvg nachricht nacht nahverkehr navigationsfunktion nebeneinand neuanfang nimm niveaustuf notarzt notruf notrufnumm novemb nutzung oben oberbay obligator obst opf ordnung ost persisch petra playstor plus postanschrift prepaid probezeit profamilia psychiatr rad radweg rechnung rechtskraft rechtzeit referenzrahm regionalzug reparatur restaurant rezept rmk rot sach sachbearbeit sammel sbahn schaff schreibt schulbesuch schuljahr schulkind schulsozialarbeit schwabing schweiz schwul second sekretariat sicher sommerferi sozialbetreu speich spieler sportangebot sprachschul spricht stadtgebiet stadtverwalt stand status strassenseit suchtgefahrdet suchthilf tatsach telefonat tier trag turantur tutor ubahn uberschreit uberwieg uberzeug umfeld umwelt umzug unbegleitet unfall unterweg varii verander verbreit verbring vergleich verheiratet verhind verhindert verkehrssich verlust versich verstosst versuch verteil vertraut vertritt verursach virtull voll vollend voraus vorbei vorschrift wahrnehm wart wartezeit wass wegweis weiss weitergeh weiterhin well weltanschau west whatsapp wiedereinreisesperr wochen wohnungslos zahlung zentr zon zurkannt zusammenarbeit zuschuss zustimm zuverlass zuwand
`;

export const backgroundFrequency: ReadonlyMap<string, number> = new Map(
  counted
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const [count, ...terms] = line.split(' ');
      return terms.map((term): [string, number] => [term, Number(count)]);
    }),
);
