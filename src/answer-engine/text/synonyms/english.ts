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
`;
