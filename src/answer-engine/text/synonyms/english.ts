/**
 * English words of town life and business and the German words that pages use for them, kept by hand.
 * Phrases are tried before single words.
 */
export const englishToGerman = `
town hall: Rathaus, Stadtverwaltung
city hall: Rathaus, Stadtverwaltung
opening hours: Öffnungszeiten
office hours: Sprechzeiten, Öffnungszeiten
business hours: Öffnungszeiten
open: geöffnet, Öffnungszeiten
closed: geschlossen
mayor: Bürgermeister
city council: Stadtvertretung, Stadtrat
town council: Stadtvertretung, Stadtrat
council: Stadtvertretung, Rat
committee: Ausschuss
meeting: Sitzung, Treffen
minutes: Niederschrift, Protokoll
agenda: Tagesordnung, Agenda
decision: Beschluss
vote: abstimmen, Stimme
members: Mitglieder
member: Mitglied
election: Wahl
budget: Haushalt
tax: Steuer
taxes: Steuern
trade tax: Gewerbesteuer
business tax: Gewerbesteuer
property tax: Grundsteuer
land tax: Grundsteuer
tax rate: Hebesatz, Steuersatz
rate: Satz, Hebesatz, Quote
assessment rate: Hebesatz
multiplier: Hebesatz
dog tax: Hundesteuer
fee: Gebühr, Kosten
fees: Gebühren, Kosten
cost: Kosten, kosten, Gebühr
costs: Kosten
price: Preis, Kosten
expensive: teuer
cheap: günstig
free: kostenlos
free of charge: kostenlos
pay: bezahlen, zahlen
money: Geld
euro: Euro
euros: Euro
grant: Zuschuss, Förderung
grants: Zuschuss, Förderung, Fördermittel
funding: Förderung, Fördermittel
subsidy: Zuschuss, Förderung
subsidies: Fördermittel, Förderung
support: Unterstützung, Förderung, Hilfe
financial support: Förderung, finanzielle Unterstützung
financial: finanziell
financing: Finanzierung
loan: Darlehen, Kredit
loans: Darlehen, Kredit
guarantee: Bürgschaft
guarantees: Bürgschaft
collateral: Sicherheiten, Bürgschaft
investment: Investition
investments: Investitionen
invest: investieren, Investition
investor: Investor
equity: Beteiligungskapital
eligible: antragsberechtigt, förderfähig
eligibility: antragsberechtigt, Voraussetzung
apply: beantragen, Antrag, bewerben
application: Antrag, Anmeldung
applications: Anträge, Anmeldungen
form: Formular
deadline: Frist
maximum: höchstens, maximal
minimum: mindestens
percent: Prozent
percentage: Prozent, Anteil
share: Anteil, Prozent
company: Unternehmen, Firma
companies: Unternehmen, Firmen
firm: Firma, Unternehmen
firms: Firmen, Unternehmen
business: Unternehmen, Gewerbe, Betrieb
businesses: Unternehmen, Gewerbe, Gewerbebetriebe
enterprise: Unternehmen
small business: Kleinbetrieb, kleine Unternehmen
small and medium: kleine und mittlere
sme: KMU, Mittelstand
start a business: Gewerbe anmelden, Gründung, Existenzgründung
register a business: Gewerbe anmelden, Gewerbeanmeldung
open a business: Gewerbe anmelden, Gründung
trade licence: Gewerbeschein, Gewerbeanmeldung
trade license: Gewerbeschein, Gewerbeanmeldung
business licence: Gewerbeschein, Gewerbeanmeldung
business license: Gewerbeschein, Gewerbeanmeldung
business registration: Gewerbeanmeldung
business premises: Gewerbestandorte, Gewerbe, Gewerbeflächen
business park: Gewerbegebiet
business parks: Gewerbegebiete
industrial estate: Gewerbegebiet
industrial area: Gewerbegebiet, Industriegebiet
industrial park: Gewerbegebiet
industrial: Industrie, gewerblich
commercial: gewerblich, Gewerbe
commercial area: Gewerbegebiet
commercial areas: Gewerbegebiete
commercial space: Gewerbefläche
commercial property: Gewerbeimmobilie
commercial land: Gewerbefläche
premises: Räume, Standort, Gewerbestandorte
industry: Industrie, Branche
industries: Branchen, Industrie
sector: Branche
sectors: Branchen, Schwerpunkte
food: Lebensmittel, Ernährung
food industry: Ernährungsindustrie, Lebensmittel
freelancer: Freiberufler, freie Berufe
freelance: freiberuflich
self-employed: selbstständig
founder: Gründer
founders: Gründer
startup: Start-up, Gründung
startups: Start-up, Gründung
start-up: Start-up, Gründung
entrepreneur: Unternehmer, Gründer
entrepreneurs: Unternehmer, Gründer
craft: Handwerk
crafts: Handwerk
craftsmen: Handwerker
craftsman: Handwerker
trade: Handel, Gewerbe
retail: Einzelhandel
shop: Laden, Geschäft
shops: Läden, Geschäfte
store: Laden, Geschäft
restaurant: Gaststätte, Restaurant
pub: Gaststätte, Kneipe
bar: Gaststätte
alcohol: Ausschank, Alkohol
serve alcohol: Ausschank, Gestattung
sell alcohol: Ausschank, Gestattung
hotel: Hotel
permit: Genehmigung, Erlaubnis, Gestattung
permission: Genehmigung, Erlaubnis
licence: Erlaubnis, Genehmigung
license: Erlaubnis, Genehmigung
building permit: Baugenehmigung
construction: Bau
build: bauen
building: Gebäude
land use plan: Flächennutzungsplan
development plan: Bebauungsplan
zoning plan: Bebauungsplan
zoning: Bebauungsplan
plot: Grundstück
land: Fläche, Grundstück
area: Fläche, Gebiet
site: Standort, Fläche
sites: Flächen
vacant: leerstehend, Leerstand
vacancy: Leerstand
vacancies: Leerstand
empty: leerstehend, leer
warehouse: Lagerhalle, Halle
hall: Halle
factory: Fabrik, Werk
plant: Werk, Fabrik
production: Produktion
produce: herstellen, produzieren
manufacture: herstellen
expansion: Erweiterung, Ausbau
expand: erweitern
extension: Erweiterung
economic development: Wirtschaftsförderung
business development: Wirtschaftsförderung
economy: Wirtschaft
economic: wirtschaftlich, Wirtschaft
chamber of commerce: IHK, Industrie- und Handelskammer
chamber of industry: IHK, Industrie- und Handelskammer
chamber of crafts: Handwerkskammer
chamber: Kammer
contact: Ansprechpartner, Kontakt
contact person: Ansprechpartner
person: Person
responsible: zuständig
in charge: zuständig
phone: Telefon, Rufnummer
phone number: Rufnummer, Telefonnummer
telephone: Telefon
number: Nummer, Zahl
call: anrufen, Telefon
email: E-Mail
address: Anschrift, Adresse
located: liegt, Standort
location: Standort, Lage
website: Internetseite
online: online, Internet
download: herunterladen
downloads: heruntergeladen
downloaded: heruntergeladen
app: App
city: Stadt
town: Stadt
village: Dorf, Ortsteil
villages: Dörfer, Ortsteile
district: Ortsteil, Landkreis
districts: Ortsteile
county: Landkreis
state: Land, Bundesland
federal: Bund
region: Region
regional: regional
local: örtlich, lokal
inhabitants: Einwohner
residents: Einwohner
population: Einwohner, Bevölkerung
people: Menschen, Einwohner
size: Fläche, Größe
big: groß, Größe
postal code: Postleitzahl
postcode: Postleitzahl
zip code: Postleitzahl
area code: Vorwahl
distance: Entfernung
far: entfernt, Entfernung
kilometers: Kilometer
kilometres: Kilometer
work: Arbeit
worker: Beschäftigte
workers: Beschäftigte, Arbeitskräfte
job: Arbeitsplatz, Stelle
jobs: Arbeitsplätze, Stellen
employee: Beschäftigte, Mitarbeiter
employees: Beschäftigte, Mitarbeiter
employer: Arbeitgeber
employment: Beschäftigung
unemployment: Arbeitslosigkeit, Arbeitslosenquote
unemployed: arbeitslos
commuter: Pendler
commuters: Pendler
commute: pendeln
salary: Gehalt
wage: Lohn
apprenticeship: Ausbildung
training: Ausbildung, Weiterbildung, Schulung
trainee: Azubi
internship: Praktikum
skilled: Fachkräfte
university: Universität, Hochschule
universities: Universitäten, Hochschulen
college: Hochschule
study: studieren, Studium
student: Student
students: Studierende, Schüler
research: Forschung
researcher: Forscher
science: Wissenschaft
scientific: wissenschaftlich
institute: Institut
institutes: Institute
technology: Technologie
technology transfer: Technologietransfer
innovation: Innovation
development: Entwicklung
patent: Patent
patents: Patente
patent application: Patentanmeldung
patent applications: Patentanmeldungen
filed: angemeldet, Anmeldung
utility model: Gebrauchsmuster
trademark: Marke
trademarks: Marken
brand: Marke
invention: Erfindung
inventions: Erfindungen
intellectual property: Schutzrechte
prototype: Prototyp
partner: Partner
partners: Partner
cooperation: Zusammenarbeit, Kooperation
advice: Beratung
consulting: Beratung
help: Hilfe, Beratung
digital: digital
digital agenda: Digitale Agenda
digitization: Digitalisierung
digitalization: Digitalisierung
digitalisation: Digitalisierung
smart city: Smart City
project: Projekt
projects: Projekte, Maßnahmen
measures: Maßnahmen
results: Ergebnisse
result: Ergebnis
implemented: umgesetzt
planned: geplant
plans: Pläne, geplant
artificial intelligence: künstliche Intelligenz
ai: künstliche Intelligenz, KI
chatbot: Chatbot
cloud: Cloud
security: Sicherheit
data protection: Datenschutz
software: Software
internet: Internet, Breitband
broadband: Breitband
fast internet: Breitband, Glasfaser
fibre: Glasfaser
fiber: Glasfaser
fibre optic: Glasfaser
fiber optic: Glasfaser
gigabit: Gigabit, 1.000 Mbit/s
gigabit internet: 1.000 Mbit/s, Gigabit
connection: Anschluss, Verbindung
connections: Anschlüsse
household: Haushalt
households: Haushalte
provider: Anbieter
mobile network: Mobilfunk
wifi: WLAN
waste: Abfall, Müll
rubbish: Müll, Abfall
garbage: Müll, Abfall
trash: Müll, Abfall
bin: Tonne, Abfallbehälter
bins: Tonnen, Abfallbehälter
recycling: Recycling, Wertstoffhof
recycling centre: Wertstoffhof
recycling center: Wertstoffhof
recycling yard: Wertstoffhof
yellow bag: Gelber Sack
yellow bags: Gelber Sack
yellow bin: Gelbe Tonne
organic waste: Biotonne
bulky waste: Sperrmüll
garden waste: Grünschnitt
collection: Abfuhr, Abholung
collected: Abfuhr, geleert
emptied: geleert
week: Woche
weekly: wöchentlich
holiday: Feiertag
holidays: Feiertage, Ferien
public holiday: Feiertag
water: Wasser
drinking water: Trinkwasser
electricity: Strom
gas: Gas
heating: Heizung
power: Strom
public utility: Stadtwerke
utilities: Stadtwerke
municipal utilities: Stadtwerke
energy: Energie
renewable energy: erneuerbare Energien
train: Bahn, Zug
trains: Bahn, Züge
railway: Bahn
railway station: Bahnhof
train station: Bahnhof
station: Bahnhof
bus: Bus
bus station: Busbahnhof, Omnibusbahnhof
bus stop: Haltestelle
timetable: Fahrplan
ticket: Fahrkarte, Ticket
highway: Autobahn
motorway: Autobahn
road: Straße
street: Straße
airport: Flughafen
port: Hafen
ports: Häfen
seaport: Seehafen
harbour: Hafen
parking: Parken, Parkplatz
car: Auto, Kfz
car registration: Kfz-Zulassung
vehicle registration: Kfz-Zulassung
register my car: Kfz-Zulassung
driving licence: Führerschein
driving license: Führerschein
driver's license: Führerschein
driver license: Führerschein
bicycle: Fahrrad
bike: Fahrrad
id card: Personalausweis
identity card: Personalausweis
passport: Reisepass
residence permit: Aufenthaltserlaubnis
register: anmelden
registration: Anmeldung
move: umziehen, Umzug
moving: Umzug
address change: Ummeldung
birth certificate: Geburtsurkunde
marriage: Heirat, Eheschließung
marry: heiraten
wedding: Hochzeit
death: Sterbefall
citizens office: Bürgerbüro
citizen office: Bürgerbüro
citizens: Bürger
office: Büro, Amt
authority: Behörde, Amt
administration: Verwaltung
official gazette: Amtsblatt
gazette: Amtsblatt
announcement: Bekanntmachung
announcements: Bekanntmachungen
notice: Bekanntmachung
appointment: Termin
documents: Unterlagen
required: erforderlich
requirements: Voraussetzungen
law: Gesetz
rule: Regel
rules: Regeln
complaint: Beschwerde
report: melden, Meldung
damage: Schaden
broken: defekt, kaputt
street light: Straßenlaterne
streetlight: Straßenlaterne
pothole: Schlagloch
playground: Spielplatz
play: spielen, Spielplatz
outside: draußen
outdoors: draußen
kindergarten: Kindergarten, Kita
nursery: Kita, Krippe
daycare: Kita
childcare: Kinderbetreuung, Kita
school: Schule
schools: Schulen
teacher: Lehrer
child: Kind
children: Kinder
family: Familie
parents: Eltern
young people: Jugendliche
youth: Jugend
seniors: Senioren
elderly: Senioren
disabled: Behinderung
disability: Behinderung
wheelchair: Rollstuhl
doctor: Arzt
doctors: Ärzte
dentist: Zahnarzt
hospital: Krankenhaus
pharmacy: Apotheke
health: Gesundheit
health insurance: Krankenversicherung
insurance: Versicherung
nursing: Pflege
care: Pflege, Betreuung
emergency: Notfall, Notdienst
police: Polizei
fire brigade: Feuerwehr
fire department: Feuerwehr
apartment: Wohnung
flat: Wohnung
house: Haus
housing: Wohnen, Wohnung
rent: Miete
landlord: Vermieter
live: wohnen, leben, Einwohner
people live: Einwohner
small companies: KMU, kleine Unternehmen
small company: KMU, kleine Unternehmen
offer: anbieten, Leistung
supply: versorgen, Versorgung
supplies: versorgen, Versorgung
living: leben, wohnen
market: Markt
weekly market: Wochenmarkt
event: Veranstaltung
events: Veranstaltungen
festival: Fest
fair: Messe, Fest
trade fair: Messe
concert: Konzert
museum: Museum
exhibition: Ausstellung
synagogue: Synagoge
jewish: jüdisch
church: Kirche
library: Bibliothek
library card: Leseausweis
library ticket: Leseausweis
book: Buch
books: Bücher
cinema: Kino
theatre: Theater
swimming pool: Schwimmbad
swim: schwimmen
sport: Sport
sports: Sport
club: Verein
association: Verein
tourism: Tourismus
tourist: Tourist
tourist information: Touristinformation
sights: Sehenswürdigkeiten
history: Geschichte
admission: Eintritt
entrance fee: Eintritt
adults: Erwachsene
weather: Wetter
dairy: Molkerei
milk: Milch
yogurt: Joghurt
yoghurt: Joghurt
potato: Kartoffel
potatoes: Kartoffeln
vinegar: Essig
wood: Holz
award: Auszeichnung
barracks: Kaserne
soviet: sowjetisch
year: Jahr
today: heute
current: aktuell
new: neu
former: ehemalig, früher
first: erste
speech: Vortrag
talk: Talk, Vortrag
lecture: Vortrag
speaker: Referent
ministry: Ministerium
parliament: Landtag, Bundestag
government: Regierung
refugees: Geflüchtete
refugee: Geflüchtete
asylum: Asyl
language course: Sprachkurs, Deutschkurs
german course: Deutschkurs
interpreter: Dolmetscher
translation: Übersetzung
volunteer: Ehrenamt
volunteering: Ehrenamt
pregnant: schwanger
pregnancy: Schwangerschaft
child benefit: Kindergeld
parental allowance: Elterngeld
pension: Rente
bank: Bank
bank account: Bankkonto
post office: Post
owner: Eigentümer
employs: Beschäftigte
founded: gegründet
opened: eröffnet
belong: gehören, gehört
belongs: gehört
metropolitan region: Metropolregion
metropolitan area: Metropolregion
motorways: Autobahn
pioneers: Pioneers
make: herstellen, produziert
vinegar: Essig
centre: Zentrum
center: Zentrum
innovation centre: Innovationszentrum
innovation center: Innovationszentrum
innovation centers: Innovationszentren
innovation centres: Innovationszentren
grow: erweitern, wachsen
beer: Bier, Ausschank
wine: Wein, Ausschank
drinks: Getränke, Ausschank
sell: verkaufen
buy: kaufen
owned: gehört
bought: gekauft
closed down: geschlossen
shut down: geschlossen
close: schließen
director: Leiter
manager: Leiter
head: Leiter
forest: Wald
farmer: Landwirt
farmers: Landwirte
farm: Landwirtschaft
agriculture: Landwirtschaft
livestock: Tierhaltung
field: Acker, Feld
noise: Lärm
crowdfunding: Finanzierung
tourism concept: Tourismuskonzept
tax office: Finanzamt
job centre: Jobcenter
job center: Jobcenter
employment agency: Agentur für Arbeit
marriage certificate: Heiratsurkunde
sewage: Abwasser
snow: Winterdienst
dog: Hund
pet: Haustier
tree: Baum
cut down a tree: Baum fällen
cemetery: Friedhof
grave: Grab
funeral: Beerdigung
driving school: Fahrschule
taxi: Taxi
flea market: Flohmarkt
christmas market: Weihnachtsmarkt
newspaper: Zeitung
parking permit: Parkausweis
seaports: Seehäfen
ship: verschiffen, Schiff
shipping: Schifffahrt, Transport
overseas: Export, Übersee
export: Export
exports: Exporte
close to: Nähe
near: Nähe
nearby: Nähe, Umland
nearest: nächste, Nähe
neighbouring: Nachbarstädte, Umland
surrounding: Umland
surroundings: Umland
branch: Zweigstelle, Standbein
branch office: Zweigstelle
eastern: östlich
western: westlich
northern german: norddeutsch
southern: südlich
north: Nord
south: Süd
east: Ost
west: West
agency: Agentur
innovation agency: Innovationsagentur
search engine: Suchmaschine
own search engine: Suchmaschine
websites: Webseiten
website address: Internetseite
local history: Stadtgeschichte
local history museum: Museum
permanent exhibition: Dauerausstellung
concerts: Konzerte
reading: Lesung
spoke: sprach, sprachen
moderate: moderieren
moderated: moderierte
hosted: moderierte, Stand
booth: Stand
stand: Stand
convention: Convention, Messe
opening: Eröffnung
ceremony: Veranstaltung
final event: Abschlussveranstaltung
closing event: Abschlussveranstaltung
end: Ende, endete
ended: endete
finish: Ende, endete
finished: beendet, Ende
start: Beginn, Start
started: begann, begonnen
begin: Beginn
began: begann
launch: eingeführt, Start
launched: eingeführt
introduced: eingeführt
established: gegründet, besteht
built: erbaut, gebaut
building it: bauen
since when: seit
sunday: Sonntag, sonntags
sundays: sonntags
saturday: Samstag
saturdays: samstags
monday: Montag
tuesday: Dienstag
wednesday: Mittwoch
thursday: Donnerstag
friday: Freitag
weekend: Wochenende
entry fee: Eintritt
admission fee: Eintritt
adult: Erwachsener
kids: Kinder
makerspace: Experimentierraum
lab: Labor, Experimentierraum
laboratory: Labor
potato flakes: Kartoffelflocken
vinegar factory: Essigfabrik
timber: Holz
farmland: Ackerland, Ackerfläche
agricultural: landwirtschaftlich, Landwirtschaft
farming: Landwirtschaft, Farming
acreage: Anbaufläche
tonnes: Tonnen
tons: Tonnen
capacity: Kapazität
output: Menge
raw material: Rohstoff
raw materials: Rohstoffe
supplier: Lieferant, versorgt
owners: Eigentümer
property owner: Eigentümer, Eigentümerin
sold: verkauft
took over: übernahm, übergab
take over: Übernahme
taking over: Übernahme
acquired: kauften
close down: geschlossen
closure: Schließung, geschlossen
shut: geschlossen
leave: weg, geschlossen
left: weg, geschlossen
laid off: Beschäftigte betroffen
reason: Grund
reasons: Gründe
cause: Ursache, Grund
difference: Unterschied
faster: schneller
quicker: schneller
quick: schnell
fast: schnell
speed: Mbit, Geschwindigkeit
cheaper: billiger, unter
higher: höher, über
lower: niedriger, unter
above: über
below: unter
average: Durchschnitt
state average: Landesdurchschnitt
compared: Vergleich
compare: Vergleich
increase: erhöhen, Erhöhung, Anhebung
increased: erhöht
raise: erhöhen
raised: erhöht
reduce: senken
reduced: gesenkt
savings: sparen, Haushaltssicherungskonzept
save: sparen, einsparen
saved: eingespart, sparte
deficit: Defizit, Finanzdefizit
debt: Schulden
debts: Schulden
rejected: abgelehnt
reject: ablehnen, abgelehnt
turned down: abgelehnt
refused: abgelehnt
adopted: beschlossen
passed: beschlossen
approved: beschlossen
approve: beschließen
statute: Satzung
bylaw: Satzung
by-law: Satzung
resolution: Beschluss
public: öffentlich
open to the public: öffentlich
announced: kündigte an, angekündigt
published: veröffentlicht, erscheinen
read: lesen, stehen unter
find out: Auskunft
information: Information, Auskunft
document: Unterlagen
paperwork: Unterlagen
requirement: Voraussetzung
necessary: nötig
allowed: erlaubt
exempt: ausgenommen, keine Anzeige
exception: Ausnahme
excluded: ausgeschlossen
not covered: ausgeschlossen
covered: gefördert, förderfähig
covers: finanziert, fördert
cover: finanziert, fördert
supplementary loan: Ergänzungsdarlehen
interest: Zinsen
interest rate: Zinsen
term: Laufzeit
repay: Laufzeit, zurückzahlen
repayment: Laufzeit
amount: Betrag, Höhe
sum: Summe
limit: Höchstbetrag, höchstens
upper limit: höchstens
lower limit: mindestens
at most: höchstens
at least: mindestens
up to: bis zu
between: zwischen
before: vor Beginn, vorher
in advance: vorher
already started: begonnen
already begun: begonnen
already ordered: begonnen
ordered: bestellt
machine: Maschine
machines: Maschinen
machinery: Maschinen
equipment: Anlagen, Geräte
tourists: Tourismus
customer: Kunde
customers: Kunden
guideline: Richtlinie
guidelines: Richtlinie
regulation: Regelung
retroactively: rückwirkend
branch of industry: Branche
large company: große Unternehmen
large companies: große Unternehmen
big companies: große Unternehmen
small firm: kleine Unternehmen
small firms: kleine Unternehmen
medium-sized: mittlere, Mittelstand
r&d: Forschung, Entwicklung
feasibility: Durchführbarkeitsstudien
federal programme: Bundesprogramme
federal program: Bundesprogramme
federal programmes: Bundesprogramme
programme: Programm
program: Programm
programmes: Programme
run out: ausgeschöpft
used up: ausgeschöpft
exhausted: ausgeschöpft
money left: ausgeschöpft
still available: Fortsetzung, ausgeschöpft
continue: weitergeführt, Fortsetzung
continued: weitergeführt
continues: weitergeführt
local action group: Lokale Aktionsgruppe
action group: Aktionsgruppe
selected: ausgewählt, Auswahl
select: Auswahl
selects: Auswahl
choose: Auswahl
chooses: Auswahl
chosen: ausgewählt
decide: entscheiden, Entscheidungsgremium
decides: Entscheidungsgremium
voting: abstimmen, stimmen
votes: stimmen, abstimmen
idea: Idee
ideas: Ideen
submit: eingereicht, einreichen
submitted: eingereicht
municipalities: Gemeinden
municipality: Gemeinde
towns: Städte
cities: Städte
neighbour: Nachbar
part of: gehört
member of: Mitglied
capital: Landeshauptstadt, Schwerin
state capital: Landeshauptstadt, Schwerin
square kilometres: Quadratkilometer
square kilometers: Quadratkilometer
square metres: Quadratmeter
square meters: Quadratmeter
hectares: Hektar
density: Quadratkilometer
women: weiblich
female: weiblich
men: männlich
male: männlich
municipal code: Gemeindeschlüssel
official key: Gemeindeschlüssel
dialling code: Vorwahl
dial: Vorwahl, Telefon
purchasing power: Kaufkraft
unemployment rate: Arbeitslosenquote
military: Kaserne, Militär
army: Kaserne
ammunition: Munition
munitions: Munition
explosives: Munition
bombs: Munition
contaminated: Altlasten
contamination: Altlasten
noisy: Lärm
complaints: Beschwerden
unsuitable: ungeeignet
suitable: geeignet
airfield: Flugplatz
compensation: Ausgleich
empty shops: Leerstand
empty shop: Leerstand
vacant shops: Leerstand
vacant shop: Leerstand
vacant stores: Leerstand
town centre: Innenstadt
city centre: Innenstadt
town center: Innenstadt
city center: Innenstadt
downtown: Innenstadt
donate: spenden, Spender
donated: Spender
donation: Spende
prize: Auszeichnung
won: ausgezeichnet, gewonnen
business-friendly: wirtschaftsfreundlich
business friendly: wirtschaftsfreundlich
most business-friendly: wirtschaftsfreundlichste
supported: unterstützt
operator: Betreiber, Anbieter
open access: Open Access
other providers: andere Anbieter
cable: Kabel
route: Trasse
trench: Trasse
lay: verlegen, Trasse
laid: Trasse
rollout: Ausbau
roll-out: Ausbau
expansion project: Ausbau
subsidised: gefördert
subsidized: gefördert
funded: gefördert
coverage: Versorgung, Prozent
homes: Haushalte
underserved: unterversorgt
cyber security: IT-Sicherheit
cybersecurity: IT-Sicherheit
it security: IT-Sicherheit
open source: quelloffen
open-source: quelloffen
based on: beruht
report a defect: Mängelmelder
report damage: Mängelmelder, Schäden
defect: Mangel, Mängelmelder
street lamp: Straßenlaterne
survey: Umfrage
pilot: Pilot, Modellprojekt
pilot region: Pilotregion
model project: Modellprojekt
federal funding: Bundesförderung
guides: Digitallotsen, Lotsen
digital guides: Digitallotsen
target group: Zielgruppe
target groups: Zielgruppen
map: Karte
patent map: Patentlandschaft, Karte
human: menschlich
knowledge: Wissen
seminar: Seminar
seminars: Seminare
webinar: Webinare
webinars: Webinare
course: Kurs, Seminar
courses: Kurse, Seminare
3d printing: 3D-Druck
3d printer: 3D-Druck
print: drucken, 3D-Druck
workshop space: Werkstatt
startup association: Verein Gründer
database: Datenbank
archive: Archiv
register it: anmelden
novelty: Neuheit
examined: geprüft
examination: Prüfung
checked: geprüft
protect: schützen, Schutzrechte
protection: Schutz
patent attorney: Patentanwälte
patent lawyer: Patentanwälte
consultation: Beratung, Erstberatungen
initial consultation: Erstberatungen
design: Design
federal state: Bundesland
federal states: Bundesländer
fewest: so wenige
lowest: so wenige, niedrig
medical: medizinisch, Medizin
pacemaker: Herzschrittmacher
pacemakers: Herzschrittmacher
ocean: Ocean, Meer
underwater: Unterwassertechnik
marine: maritim
maritime: maritim
shipbuilding: Schiffbau
plasma: Plasma
fusion: Kernfusion
space: Raumfahrt
aerospace: Luft- und Raumfahrt
satellite: Erdbeobachtung
climate: Klima
biotechnology: Biotechnologie
infection: Infektionsbiologie
disease: Krankheit
diseases: Krankheiten
engineering: Ingenieurwissenschaften, Maschinenbau
engineer: Ingenieur
engineers: Ingenieurwissenschaften
electrical engineering: Elektrotechnik
mechanical engineering: Maschinenbau
computer science: Informatik
steel: Stahl
welding: Schweißen
renewable resources: nachwachsende Rohstoffe
public administration: Verwaltung
music: Musik
takeover: Übernahme
notify: anzeigen
notification: Anzeige
legal form: Rechtsform
restaurant licence: Gaststättenerlaubnis
restaurant license: Gaststättenerlaubnis
liquor licence: Gaststättenerlaubnis, Ausschank
liquor license: Gaststättenerlaubnis, Ausschank
pub licence: Gaststättenerlaubnis
party: Fest
temporary: vorübergehend
certificate of conduct: Führungszeugnis
tenancy: Mietvertrag
lease: Pachtvertrag, Mietvertrag
litre: Liter
litres: Liter
liters: Liter
container: Behälter
containers: Behälter
garbage bin: Mülltonne
rubbish bin: Mülltonne
trash can: Mülltonne
waste bin: Mülltonne
bio bin: Biotonne
every two weeks: 14 Tage
fortnight: 14 Tage
how often: geleert
good friday: Karfreitag
easter: Ostern
christmas: Weihnachten
postponed: verschieben
moved: verschieben
delayed: verschieben
dispose: entsorgen
disposal: Entsorgung
drop off: abgeben
hand in: abgeben
take old: Wertstoffhof
bulky: Sperrmüll
old furniture: Sperrmüll
branches: Grünschnitt
grass: Grünschnitt
paper bags: Papiersäcke
ask: fragen
question: Frage
talk to: Ansprechpartner
speak to: Ansprechpartner
speak with: Ansprechpartner
turn to: wenden, Ansprechstelle
first point of contact: Ansprechstelle
point of contact: Ansprechstelle
mayor's report: Bericht des Bürgermeisters
finance committee: Finanzausschuss
economic committee: Wirtschaftsausschuss
main committee: Hauptausschuss
audit committee: Rechnungsprüfungsausschuss
room: Raum
o'clock: Uhr
time: Uhr, Uhrzeit
take place: statt, Sitzung
took place: Sitzung
electricity bill: Strom
energy price: Energiepreis
relief: Entlastung
automatically: automatisch
commercial customers: Gewerbebetriebe, Gewerbe
heat: Wärme
motorbike: Motorrad, Kfz
tenant: Mieter
square metre: Quadratmeter
square meter: Quadratmeter
metre: Meter
meter: Meter
payment: Zahlung, bezahlen
invoice: Rechnung
session: Sitzung
attend: teilnehmen, zuhören
resident: Einwohner, Bürger
kilometre: Kilometer
bridge: Brücke
freight: Fracht, Logistik
truck: Lkw
lorry: Lkw
logistics: Logistik
manufacturer: Hersteller
staff: Mitarbeiter, Beschäftigte
hire: einstellen, mieten
hiring: Stellenangebote, einstellen
apprentice: Auszubildende, Ausbildung
learn: lernen
teenager: Jugendliche
senior: Senioren
pensioner: Rentner, Senioren
pensioners: Rentner, Senioren
shopping: einkaufen
supermarket: Supermarkt
bakery: Bäckerei
guest: Gast
guests: Gäste
guesthouse: Pension, Gasthaus
stay: bleiben, übernachten
overnight: übernachten
camping: Camping, Zelten
sightseeing: Sehenswürdigkeiten
visit: besuchen, Besuch
borrow: ausleihen
upload: Upload, hochladen
install: installieren
metal: Metall
institution: Einrichtung
institutions: Einrichtungen
scientist: Wissenschaftler, Forscher
inventor: Erfinder
innovative: innovativ
cooperate: zusammenarbeiten
partnership: Zusammenarbeit, Partner
plastic: Plastik, Kunststoff
pickup: Abholung, Abfuhr
extend: erweitern
extended: erweitert
environment: Umwelt
soil: Boden
bog: Moor
moor: Moor
sea: See, Meer
physics: Physik
biology: Biologie
biotech: Biotechnologie
crop: Anbau
hectare: Hektar
acre: Hektar
winner: Gewinner, ausgezeichnet
membership: Mitgliedschaft
damaged: beschädigt, kaputt
lantern: Laterne
swing: Schaukel
bench: Bank
opinion: Meinung, Umfrage
participate: teilnehmen, Beteiligung
participation: Beteiligung
assistant: Assistent, Chatbot
name: Name, heißt
outcome: Ergebnis
success: Erfolg
total: insgesamt, gesamt
exist: gibt es
happened: passiert, geschehen
purpose: Zweck, Ziel
aim: Ziel
goal: Ziel
condition: Bedingung, Voraussetzung
conditions: Bedingungen, Voraussetzungen
beginning: Beginn
purchase: kaufen, Kauf
energy-efficient: Energieeffizienz
solar: Solar, Photovoltaik
commuting: pendeln, Pendler
moderator: moderieren, Moderation
panel: Podium, Ausschuss
discussion: Diskussion, Gespräch
minister: Minister, Ministerium
set up: gründen, aufbauen
go digital: Digitalisierung, digital
turn into: werden
next to: neben
responsible for: zuständig
`;
