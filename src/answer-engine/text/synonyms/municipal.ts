/**
 * Words of German town life that mean the same, one group a line, kept by hand.
 * `a, b, c` finds each other; `a > b, c` means that a question with a also finds b and c, not the reverse.
 */
export const municipalSynonyms = `
# people and papers
Personalausweis, Ausweis, Ausweisdokument
Perso, ePerso > Personalausweis, Ausweis
Reisepass, Pass, ePass
Kinderreisepass, Kinderpass, Kinderausweis
Führerschein, Fahrerlaubnis, Lappen, Fahrerlaubnisbehörde, Führerscheinstelle
Kfz-Zulassung, Zulassungsstelle, Autoanmeldung, Fahrzeugzulassung, Zulassungsbehörde
Auto anmelden, Auto ummelden, Moped anmelden, Motorrad anmelden, Anhänger anmelden, Auto zulassen > Kfz-Zulassung, Zulassungsstelle
Kennzeichen, Nummernschild, Autokennzeichen, Kfz-Kennzeichen
Auto, Pkw, Kfz, Fahrzeug, Wagen
Moped, Mofa, Motorrad, Roller, Anhänger, Wohnmobil, Wohnwagen, Traktor > Kfz, Fahrzeug, Auto
Lkw, Lastwagen, Lastkraftwagen, Laster, Brummi
Führungszeugnis, polizeiliches Führungszeugnis
Geburtsurkunde, Geburtsschein
Geburt, Baby, Neugeborenes, Entbindung
Heirat, Hochzeit, Eheschließung, Trauung, heiraten, Ehe
Scheidung, Trennung, scheiden
Tod, Sterbefall, gestorben, Todesfall, verstorben
Friedhof, Grab, Grabstelle, Beerdigung, Bestattung
Standesamt, Personenstand
Ummeldung, ummelden, Umzug, umziehen, Wohnsitz, Anmeldung der Wohnung, Wohnsitzanmeldung
Meldebescheinigung, Meldebestätigung, Aufenthaltsbescheinigung
Einwohnermeldeamt, Meldebehörde, Meldestelle, Bürgeramt, Bürgerbüro, Bürgerservice
Rathaus, Stadtverwaltung, Gemeindeverwaltung, Stadthaus
Amt, Behörde, Verwaltung, Dienststelle
Kreisverwaltung, Landratsamt, Landkreis, Kreis, Kreishaus
Amtsverwaltung, Amt
Bürgermeister, Stadtoberhaupt, Gemeindeoberhaupt, Rathauschef
Stadtvertretung, Stadtrat, Gemeinderat, Gemeindevertretung, Rat, Ratsversammlung, Stadtparlament
Stadtvertreter, Ratsmitglied, Stadträte, Gemeindevertreter, Abgeordnete
Ausschuss, Gremium, Fachausschuss
Sitzung, Tagung, Versammlung, tagen
Tagesordnung, Tagesordnungspunkt, Themenliste
Niederschrift, Protokoll, Sitzungsprotokoll, Mitschrift
Beschluss, beschlossen, verabschiedet, entschieden, Entscheidung, beschließen, Beschlussergebnis
ablehnen, abgelehnt, gekippt, abgeschmettert, verworfen, lehnte ab, durchgefallen
Ratsinformationssystem, Ratsinfo, Bürgerinformationssystem
Satzung, Ortsrecht, Verordnung
Bekanntmachung, amtliche Mitteilung, Veröffentlichung, Aushang
Amtsblatt, Stadtanzeiger, Mitteilungsblatt, Gemeindeblatt
Wahl, wählen, Abstimmung, Wahllokal
abstimmen, stimmberechtigt, Stimmrecht, Stimme
Briefwahl, Wahlschein
Ausschreibung, Vergabe, öffentlicher Auftrag
Haushalt, Haushaltsplan, Haushaltssatzung, Etat, Stadtkasse
Haushaltssicherung, Sparkurs, Sparkonzept, Haushaltskonsolidierung
Beglaubigung, beglaubigen, Unterschriftsbeglaubigung
Fundbüro, Fundsachen, verloren, gefunden
Einbürgerung, Staatsbürgerschaft, Staatsangehörigkeit
Aufenthaltserlaubnis, Aufenthaltstitel, Visum, Bleiberecht
Ausländerbehörde, Ausländeramt, Migrationsamt
Flüchtling, Geflüchtete, Asylbewerber, Asylsuchende, Schutzsuchende
Zuwanderer, Migrant, Ausländer, Einwanderer, Migration
Dolmetscher, Übersetzer, Sprachmittler, übersetzen
Deutschkurs, Sprachkurs, Integrationskurs, Deutsch lernen
Ehrenamt, ehrenamtlich, freiwillig, Freiwilliger, Engagement
Verein, e. V., Initiative
wohnen, gewohnt, leben, gelebt > Einwohner
zählen zu, zählt, gehören zu, gehört zu > gehören, gehört
Einwohner, Bewohner, Bürger, Bevölkerung, Menschen, Leute
Ortsteil, Stadtteil, Dorf, Ortschaft, Dörfer
Stadt, Gemeinde, Kommune, Ort
Umland, Umgebung, Nachbargemeinden, Region, Gegend, Nachbarschaft
Fläche, Größe, Quadratkilometer, Hektar
Postleitzahl, PLZ
Vorwahl, Telefonvorwahl, Ortsvorwahl
Telefon, Telefonnummer, Rufnummer, Tel, Nummer, Hotline, anrufen, Handynummer, Durchwahl, Fon
E-Mail, Mail, Mailadresse, E-Mail-Adresse
Anschrift, Adresse, Sitz, Standort, Hausanschrift
Website, Internetseite, Homepage, Webseite, Internetauftritt
Öffnungszeiten, Sprechzeiten, geöffnet, Sprechstunde, offen, Dienststunden, Geschäftszeiten, aufhaben, auf haben, Servicezeiten, Besuchszeiten, öffnen
geschlossen, zu, schließen, Schließung, dicht
Termin, Terminvereinbarung, Terminbuchung, Zeitfenster
zuerst wenden, zuerst hingehen > erste Ansprechstelle, erste Anlaufstelle
Ansprechpartner, Kontaktperson, zuständig, Ansprechstelle, Kontakt, Zuständigkeit, Anlaufstelle, Ansprechperson
Leiter, Chef, Leitung, Vorsitz, Vorsitzender
Mitarbeiter, Beschäftigte, Angestellte, Personal, Belegschaft, Arbeitnehmer, Arbeitskräfte, Leute
Geschäftsstelle, Büro, Sekretariat
sitzen, liegen, befinden, Sitz haben, ansässig
# money
Kosten, Gebühr, Preis, kosten, teuer, Entgelt, bezahlen, zahlen, Tarif
kostenlos, gratis, umsonst, kostenfrei, gebührenfrei, unentgeltlich
günstig, billig, preiswert, ermäßigt
Steuer, Abgabe, Steuern
Gewerbesteuer, Gewerbesteuerhebesatz, Gewerbesteuersatz
Grundsteuer, Grundabgaben, Grundsteuerhebesatz, Grundsteuersatz
Hebesatz, Steuersatz, Realsteuer, Prozentsatz, Steuerhebesatz
Ackerland, Acker, Landwirtschaftsfläche, landwirtschaftlicher Betrieb, Wiese, Feld
Ackerland > Grundsteuer A
Wald > Grundsteuer A
Wohnhaus, Eigenheim, Einfamilienhaus, Haus
Eigenheim > Grundsteuer B
Hundesteuer, Hund anmelden, Hundemarke
Zuschuss, Förderung, Fördermittel, Beihilfe, Zuwendung, Fördergeld, Fördergelder, Subvention, finanzielle Unterstützung, bezuschussen, fördern, gefördert, Förderprogramm
Darlehen, Kredit, Finanzierung, leihen
Bürgschaft, bürgen, Sicherheiten, absichern, Bürge, Bürgschaftsbank
Beteiligung, Beteiligungskapital, Eigenkapital, Investor, Risikokapital
Antrag, beantragen, Antragstellung, Bewerbung, Formular
antragsberechtigt, Anspruch, berechtigt, förderfähig, wer bekommt
Obergrenze, Höchstbetrag, höchstens, maximal, Maximum, Höchstgrenze, Limit
Untergrenze, mindestens, Mindestbetrag, minimal, Minimum
Eigenanteil, selbst tragen, Eigenmittel, Eigenleistung
Laufzeit, Dauer, Zeitraum
Frist, Einsendeschluss, Stichtag, Abgabetermin, Antragsfrist
aufgebraucht, ausgeschöpft, alle, erschöpft, leer, vergriffen
Richtlinie, Förderrichtlinie, Regelwerk, Vorschrift
Einkommen, Lohn, Gehalt, Verdienst, verdienen
Rente, Altersrente, Rentner, Pension, Ruhestand
Bürgergeld, Hartz IV, Grundsicherung, Arbeitslosengeld II, ALG II, Sozialhilfe, Jobcenter
Arbeitslosengeld, arbeitslos, Arbeitslosigkeit, erwerbslos
Arbeitslosenquote, Arbeitslosenzahl, Arbeitslosigkeit
Wohngeld, Mietzuschuss, Lastenzuschuss
Kindergeld, Familienkasse, Kinderzuschlag
Elterngeld, Elternzeit
Unterhalt, Unterhaltsvorschuss, Alimente
BAföG, Ausbildungsförderung, Studienfinanzierung
Schulden, Verschuldung, Schuldnerberatung, Insolvenz
Konto, Bankkonto, Girokonto
Spende, spenden, Spender, gespendet
# business
Gewerbe, Betrieb, Unternehmen, Firma, Geschäft, Gewerbebetrieb, Firmen
Gewerbeanmeldung, Gewerbeschein, Gewerbeanzeige, Gewerbe anmelden, Gewerbe anzeigen
Laden aufmachen, Geschäft aufmachen, Betrieb aufmachen, Firma aufmachen, Laden eröffnen, Geschäft eröffnen > Gewerbeanmeldung, Gewerbe anmelden
Imbiss aufmachen, Imbissbude aufmachen, Kneipe aufmachen, Café aufmachen, Restaurant aufmachen, Gaststätte eröffnen, Café eröffnen, Restaurant eröffnen > Gaststättenerlaubnis, Gaststättengewerbe
Gewerbeabmeldung, Gewerbe abmelden, Betriebsaufgabe
Künstler, Musiker, Journalist, Architekt, Steuerberater, Rechtsanwalt, Dolmetscher > freie Berufe, Freiberufler
Freiberufler, freiberuflich, freie Berufe, freier Beruf, Freelancer
Selbstständigkeit, selbstständig, selbständig, Existenzgründung, Selbständigkeit
Gründer, Gründung, Existenzgründer, Start-up, Startup, Gründerszene, gründen, Neugründung, Unternehmensgründung
Unternehmer, Selbstständiger, Geschäftsmann, Gewerbetreibender
KMU, Mittelstand, kleine und mittlere Unternehmen, Kleinbetrieb, mittelständisch
Handwerk, Handwerker, Handwerksbetrieb, Meisterbetrieb
Maler, Tischler, Schlosser, Elektriker, Klempner > Handwerk
Einzelhandel, Laden, Geschäft, Handel, Händler, Läden
Gaststätte, Restaurant, Kneipe, Gastronomie, Imbiss, Café, Gasthaus, Gastwirtschaft, Wirtshaus
Gaststättenerlaubnis, Schanklizenz, Konzession, Schankerlaubnis, Ausschankgenehmigung, Gaststättenkonzession
Gestattung, Ausschank, Schankgenehmigung, Getränkestand, Bierstand, Bierwagen, ausschenken, Alkoholausschank, Getränkeausschank
Hotel, Pension, Unterkunft, Übernachtung, Ferienwohnung
Gewerbegebiet, Industriegebiet, Gewerbepark, Industriepark
Gewerbefläche, Gewerbegrundstück, Industriefläche, Bauplatz für Betriebe, Baugrund, Gewerbebauland
Gewerbeimmobilie, Halle, Gewerbehalle, Lagerhalle, Produktionshalle, Werkstatt, Gewerberaum
Halle > Gewerbefläche
Grundstück, Bauplatz, Bauland, Parzelle, Baugrundstück
Leerstand, leerstehend, leer, ungenutzt, leere Läden
Innenstadt, Zentrum, Stadtmitte, Ortskern, Stadtkern, Kernstadt
Kernstadt, Städte, Stadtgebiet
Ansiedlung, ansiedeln, niederlassen, Niederlassung, Zuzug von Betrieben, Neuansiedlung
Erweiterung, erweitern, Ausbau, vergrößern, ausbauen, Vergrößerung, Ausweitung
Bebauungsplan, B-Plan, Bauleitplan, Bauleitplanung
Flächennutzungsplan, F-Plan
Altlasten, Munition, Kampfmittel, Verunreinigung
Lärm, Krach, Geräusche, laut, Lärmbelästigung
Beschwerde, beschweren, Klage, Ärger
Wirtschaftsförderung, Wirtschaftsförderer, Unternehmensservice, Gewerbeförderung
Wirtschaftsförderer, Wirtschaftsbeauftragter
Industrie- und Handelskammer, IHK
IHK, Handelskammer, Wirtschaftskammer
Kammer > Handelskammer, Handwerkskammer
Handwerkskammer, HWK
Kammer, Berufskammer, Kammerbezirk
Standort, Wirtschaftsstandort, Lage
Standortvorteil, Vorzüge, Vorteil, Stärken, Pluspunkt
Branche, Wirtschaftszweig, Wirtschaftsbereich, Schwerpunkt, Gewerbezweig, Sektor
Ernährungsindustrie, Lebensmittelindustrie, Ernährungswirtschaft, Lebensmittelbranche, Nahrungsmittel
Lebensmittel, Nahrung, Essen, Ernährung
Landwirtschaft, Bauer, Landwirt, Agrar, Bauernhof, Landwirte, Farming
Fabrik, Werk, Produktion, Herstellung, Produktionsstätte
herstellen, produzieren, fertigen, produziert, gemacht
Joghurt, Molkerei, Milch
Kartoffel, Erdäpfel, Pellkartoffel
Arbeitsplatz, Job, Stelle, Arbeitsplätze, Beschäftigung, Arbeitsstelle, Jobs
Stellenangebot, Stellenausschreibung, freie Stelle, Jobangebot, Stellenanzeige
Arbeitgeber, Betrieb, Firma
Arbeit, Beruf, Tätigkeit, Job, arbeiten
Ausbildung, Lehre, Lehrstelle, Ausbildungsplatz, Azubi, Lehrling, Berufsausbildung
Praktikum, Praktikant, Schnupperlehre
Weiterbildung, Fortbildung, Qualifizierung, Seminar, Schulung, Kurs, Workshop, Webinar
Fachkräfte, Fachkräftemangel, Personalnot
Pendler, pendeln, Einpendler, Auspendler, Arbeitsweg, Einpendlerstadt, zur Arbeit fahren
auspendeln, Auspendler, wegfahren, pendelten aus, wegpendeln
einpendeln, Einpendler, pendelten ein, herfahren
Kaufkraft, Wohlstand
Umsatz, Erlös, Einnahmen
Investition, investieren, Investoren, investiert
Auslastung, Auftragslage
Übernahme, übernommen, übernahm, übergab, Käufer, gekauft, kaufen, kaufte, erwerben, übergeben
Rückzug, Schließung, geschlossen, eingestellt, aufgegeben, zugemacht
Konzern, Großunternehmen, Gruppe
Unternehmensnachfolge, Nachfolger, Betriebsübergabe
Auszeichnung, Preis, Ehrung, ausgezeichnet, prämiert, Gewinner
Innovation, Neuerung, innovativ, neue Idee
Forschung, Wissenschaft, forschen, Entwicklung, FuE, erforschen, Forscher
Forschungseinrichtung, Institut, Forschungsinstitut, Forschungszentrum
Universität, Uni, Hochschule, Fachhochschule, FH, studieren, Studium
Studium, studieren, Student, Studiengang, Studienplatz
Technologietransfer, Wissenstransfer, Transferstelle
Patent, Erfindung, Patentanmeldung, Schutzrecht, patentieren, erfinden, erfunden, Erfinder
Gebrauchsmuster, kleines Patent
Marke, Markenschutz, Markenname, Warenzeichen
Design, Geschmacksmuster
Patentamt, DPMA, Deutsches Patent- und Markenamt
Stand der Technik, Neuheit, Recherche
Prototyp, Prototypenwerkstatt, Muster, 3D-Druck, 3D-Drucker, Makerspace
Coworking, Gemeinschaftsbüro, Arbeitsplatz auf Zeit
Netzwerk, Zusammenschluss, Kooperation, Verbund, zusammenarbeiten, Partner, Zusammenarbeit
Beratung, beraten, Hilfe, Unterstützung, Auskunft, helfen
Digitalisierung, digital, digitale Transformation, digitaler Wandel
Digitale Agenda, Digitalstrategie, Digitalisierungsstrategie, Smart City
Smart City, smarte Stadt, schlaue Stadt, vernetzte Stadt
Maßnahme, Vorhaben, Projekt, Aktion, Plan
Modellprojekt, Pilotprojekt, Pilot, Modellvorhaben
umgesetzt, realisiert, verwirklicht, fertig
weitergeführt, fortgesetzt, Fortsetzung, verstetigt, weitergehen, weiter
auslaufen, Ende, endete, abgelaufen, vorbei, beendet, Abschluss
KI, künstliche Intelligenz, AI
Chatbot, Bot, Sprachassistent, Assistent
Cloud, Rechenzentrum, Cloud-Lösungen
IT-Sicherheit, Cybersicherheit, Datensicherheit
Datenschutz, DSGVO, persönliche Daten
Software, Programm, Anwendung, App
App, Stadt-App, Handy-App, Anwendung, Smartphone-App
App > heruntergeladen
herunterladen, Download, heruntergeladen, installieren, laden
quelloffen, Open Source, freie Software
Messe, Kongress, Convention, Ausstellung
Vortrag, Talk, Rede, Referat, Präsentation
Referent, Sprecher, Redner, Speaker, Vortragender
Moderation, Moderator, moderieren
Programm, Ablauf, Agenda
# connection
Breitband, Internet, Internetanschluss, DSL, schnelles Internet, Internetversorgung, Datenleitung
Glasfaser, FTTH, FTTB, Glasfaseranschluss, Glasfaserausbau, Lichtwellenleiter
Gigabit, 1000 Mbit, 1.000 Mbit/s, Gbit, ein Gigabit
Netzausbau, Ausbau, Breitbandausbau, Trasse, Leitung
Anschluss, Hausanschluss, Leitung, angeschlossen
Anbieter, Betreiber, Versorger, Provider, Netzbetreiber
Open Access, offener Netzzugang, gebunden
Mobilfunk, Handynetz, LTE, 5G, Funkloch, Empfang, Handyempfang
WLAN, WiFi, Hotspot, freies Internet
unterversorgt, weißer Fleck, langsam
# waste
Müll, Abfall, Restmüll, Hausmüll, Restabfall, Unrat
Müllabfuhr, Abfallentsorgung, Entsorgung, Abfallwirtschaft, Müllentsorgung, Entsorger
Mülltonne, Abfallbehälter, Tonne, Restmülltonne, Behälter, Abfalltonne, Hausmülltonne
Gelber Sack, Gelbe Tonne, gelbe Säcke, Leichtverpackungen, Verpackungsmüll, Plastikmüll
Biotonne, Biomüll, Bioabfall, braune Tonne, Kompost, Küchenabfälle
Papiertonne, Altpapier, blaue Tonne, Pappe, Papier
Sperrmüll, Sperrabfall, alte Möbel
Grünschnitt, Gartenabfälle, Laub, Strauchschnitt, Grünabfall, Rasenschnitt
Wertstoffhof, Recyclinghof, Deponie, Müllplatz, Schrottplatz, Bauhof, Entsorgungshof
Elektroschrott, Altgeräte, Elektrogeräte
Schadstoffe, Sondermüll, Giftmüll, Schadstoffmobil, Problemstoffe
Altglas, Glascontainer, Flaschencontainer
Abfuhrtermin, Abfallkalender, Müllkalender, Leerung, Abholung, geleert, geholt, abgeholt, Abfuhr, Entsorgungstermin
wöchentlich, jede Woche, pro Woche, einmal die Woche
vierzehntägig, alle 14 Tage, alle zwei Wochen, zweiwöchentlich
Feiertag, Ostern, Weihnachten, Pfingsten, Feiertage, Karfreitag
Ostern > Karfreitag, Ostermontag, Feiertag
bereitstellen, rausstellen, hinausstellen, rausbringen, an die Straße stellen
Tonne an die Straße, Mülltonne an die Straße, Mülltonne rausstellen, Tonne rausstellen > Behälter bereitstehen, Behälter bereitstellen
Tonnengröße, Behältergröße, Mülltonnengröße > Tonnen Liter, Hausmülltonnen Liter, Behälter Liter
verschieben, verschiebt, Verlegung, nachgefahren, verlegt, nachholen
Abwasser, Kanalisation, Kanal, Klärwerk, Schmutzwasser
Trinkwasser, Wasser, Leitungswasser, Wasserversorgung, Wasserwerk
Strom, Elektrizität, Stromversorgung, Stromanschluss
Gas, Erdgas, Gasversorgung
Fernwärme, Heizung, Wärme, heizen
Stadtwerke, Versorger, Energieversorger, Energieversorgung
Notdienst, Bereitschaftsdienst, Entstörungsdienst, Störung, Havarie, Störungsdienst
Energieeffizienz, Energiesparen, Energieeinsparung
erneuerbare Energien, Ökostrom, Solar, Photovoltaik, Windkraft, Windenergie, regenerativ
# getting around
Bus, Buslinie, Linienbus, Omnibus, Rufbus, ÖPNV, Nahverkehr
Busbahnhof, ZOB, Omnibusbahnhof
Bahn, Zug, Eisenbahn, Bahnanbindung, Schiene, Züge
Bahnhof, Haltepunkt, Bahnstation
Haltestelle, Bushaltestelle, Station
Fahrplan, Abfahrt, Abfahrten, Verbindung, Fahrplanauskunft
Fahrkarte, Ticket, Fahrschein, Monatskarte
Deutschlandticket, 49-Euro-Ticket, 58-Euro-Ticket
Autobahn, A24, BAB, A 24, Autobahn 24
Bundesstraße, B 321, B321, Bundesstraße 321
Flughafen, Airport, Flugplatz
Hafen, Seehafen, Häfen
Entfernung, weit, Kilometer, entfernt, Abstand, Strecke, weg
Parken, Parkplatz, Stellplatz, Parkhaus, Parkausweis
Bewohnerparkausweis, Anwohnerparken, Bewohnerparken
Fahrrad, Rad, Bike, E-Bike, Radweg, radeln
Fußweg, Gehweg, Bürgersteig, zu Fuß
Straßensperrung, Sperrung, Baustelle, Umleitung, Vollsperrung
Straßenbau, Straßensanierung, Straßenausbau, Straßenarbeiten, Baustelle
Straße sanieren, Straße bauen, Straße machen, Straße erneuern, Straße ausbessern, Straße saniert, Straße gebaut, Straße erneuert > Straßenbau, Straßensanierung
Straßenlaterne, Straßenbeleuchtung, Laterne, Straßenlampe, Lampe
Winterdienst, Schneeräumen, Streupflicht, Glatteis
Taxi, Mietwagen, Fahrdienst
Elektroauto, Ladestation, Ladesäule, E-Auto, Elektromobilität
Mobilität, Verkehr, unterwegs
# families and health
Kita, Kindergarten, Kindertagesstätte, Krippe, Kinderbetreuung, Kinderkrippe, Kindertageseinrichtung, Tagesmutter, Kindertagespflege
Hort, Nachmittagsbetreuung, Ganztagsbetreuung, Schulkindbetreuung
Schule, Grundschule, Gymnasium, Regionalschule, Mittelschule, Realschule, Schulen
Schulanmeldung, Einschulung, Schuleintritt, einschulen
Schüler, Schulkinder, Schülerin, Schulkind
Lehrer, Lehrkraft, Pädagoge
Schulbus, Schülerbeförderung, Schülerverkehr
Zeugnis, Schulabschluss, Abschluss, Anerkennung
Abitur, Hochschulreife, Matura
Volkshochschule, VHS, Erwachsenenbildung
Musikschule, Musikunterricht
Kinder, Kind, Kids, Nachwuchs, Kleinkinder
Jugendliche, Jugend, Teenager, junge Leute, Heranwachsende
Jugendamt, Jugendhilfe
Jugendzentrum, Jugendclub, Jugendhaus, Jugendtreff
Spielplatz, Spielgeräte, Spielgerät, Klettergerüst
Eltern, Familie, Mutter, Vater, Familien, Alleinerziehende
Schwangerschaft, schwanger, Hebamme, werdende Mutter
Senioren, alte Menschen, Ältere, Rentner, Seniorenbeirat
Pflege, Pflegeheim, Pflegedienst, Altenpflege, Altenheim, Seniorenheim
Pflegegeld, Pflegegrad, Pflegestufe, Pflegekasse
Behinderung, behindert, Schwerbehinderung, Handicap, Beeinträchtigung
Schwerbehindertenausweis, Behindertenausweis
barrierefrei, rollstuhlgerecht, Barrierefreiheit, Rollstuhl
Arzt, Hausarzt, Doktor, Mediziner, Praxis, Ärztin, Ärzte
Patient, Patienten, Sprechstunde > Arzt
Kinderarzt, Kinderärztin, Pädiater
Zahnarzt, Zahnmedizin, Zahnärztin
Frauenarzt, Gynäkologe, Frauenärztin
Krankenhaus, Klinik, Klinikum, Hospital
Krankenkasse, Krankenversicherung, Gesundheitskarte, Krankenversicherungskarte
Apotheke, Medikamente, Arznei, Medizin, Notapotheke
Krankheit, krank, Erkrankung, Beschwerden
Impfung, impfen, Schutzimpfung, Impfstelle
Gesundheitsamt, Amtsarzt, öffentlicher Gesundheitsdienst
Psychotherapie, Psychologe, psychische Hilfe, seelische Gesundheit, Depression, Krisendienst
Sucht, Drogen, Suchtberatung, Alkoholsucht, abhängig
Gewalt, häusliche Gewalt, Frauenhaus, Misshandlung, Missbrauch
Diskriminierung, Rassismus, Benachteiligung, rassistisch
Obdachlosigkeit, wohnungslos, obdachlos, Notunterkunft
Notruf, Notfall, 112, Rettungsdienst, Rettungsleitstelle
Polizei, Polizeirevier, 110, Wache
Feuerwehr, Freiwillige Feuerwehr, Brandschutz
Katastrophenschutz, Warnung, Sirene, Zivilschutz
Ordnungsamt, Ordnungsbehörde, Ordnungswidrigkeit
Lebensmittelausgabe, Tafel, Tafelladen
Kleiderkammer, Second Hand, Sozialkaufhaus, Gebrauchtkleidung
# living
Wohnung, Mietwohnung, Wohnraum, Unterkunft, Apartment, wohnen
Sozialwohnung, Wohnberechtigungsschein, WBS, geförderte Wohnung, B-Schein
Miete, mieten, Mieter, Mietvertrag, vermieten, Vermieter, Vermietung
Kaution, Mietkaution, Mietsicherheit
Nebenkosten, Betriebskosten, Mietnebenkosten
Rundfunkbeitrag, GEZ, Rundfunkgebühr
Baugenehmigung, Bauantrag, Bauerlaubnis, bauen dürfen, Baurecht
Bauamt, Fachbereich Bauen, Bauaufsicht, Bauordnungsamt, Stadtplanung
bauen, Bau, Neubau, errichten, gebaut
Sanierung, sanieren, Renovierung, Modernisierung
Denkmalschutz, Denkmal, denkmalgeschützt
Kataster, Liegenschaftskataster, Flurkarte, Vermessung
Baum fällen, Baumfällung, Baumfällgenehmigung
Hund, Haustier, Tierhaltung, Vierbeiner
Tierheim, Fundtier, Tierschutz
Einkaufen, Supermarkt, Shopping, Geschäfte, einkaufen
Wochenmarkt, Markt, Markttag, Bauernmarkt, Marktplatz
Markthändler, Marktstand, Standgebühr
Bank, Sparkasse, Geldinstitut, Volksbank
Geldautomat, Bankautomat, EC-Automat
Post, Postfiliale, Paket, Briefkasten
Mängelmelder, Schaden melden, Schadensmeldung, defekt, kaputt, Mangel, Mängelmeldung
kaputt, defekt, beschädigt, Schaden, zerstört
melden, Meldung, anzeigen, Bescheid geben
Umfrage, Befragung, Umfragewerkzeug, Bürgerbefragung
Bürgerbeteiligung, Beteiligung, mitreden, Mitsprache, mitbestimmen
# culture and free time
Museum, Ausstellung, Heimatmuseum, Dauerausstellung
Synagoge, jüdisch, Judentum, jüdisches Leben, Juden
Kirche, Gemeinde, Gottesdienst, Pfarramt, Religion
Bibliothek, Bücherei, Stadtbibliothek, Büchereiausweis
Leseausweis, Bibliotheksausweis, Büchereiausweis
Kino, Film, Filmtheater, Lichtspielhaus
Theater, Bühne, Schauspiel
Konzert, Musik, Auftritt, Wandelkonzert
Veranstaltung, Event, Fest, Veranstaltungen, Feier
Dorffest, Stadtfest, Volksfest, Straßenfest, Fest, Schützenfest
Weihnachtsmarkt, Adventsmarkt, Christkindlmarkt
Schwimmbad, Freibad, Hallenbad, Badeanstalt, schwimmen, baden, Badesee
Sport, Sportverein, Sportplatz, Turnhalle, Sporthalle, trainieren
Fußball, Fußballverein, Kicker
Fitnessstudio, Fitness, Training
Freizeit, Hobby, Freizeitangebot
Urlaub, Ferien, Reise, Tourismus, Fremdenverkehr
Tourist, Gast, Besucher, Urlauber
Touristinformation, Tourismusbüro, Gästeinformation, Tourist-Info
Sehenswürdigkeit, Attraktion, Ausflugsziel, anschauen, sehenswert, besichtigen
Stadtführung, Führung, Rundgang
Eintritt, Eintrittspreis, Eintrittskarte, Karten
Stadtgeschichte, Geschichte, Historie, früher, Vergangenheit, ehemalig, damals, historisch
Kaserne, Militär, Garnison, Soldaten, Armee
Garten, Kleingarten, Schrebergarten, Gartenverein
Wald, Forst, Wäldchen, Bäume
See, Gewässer, Fluss, Teich
Wetter, Regen, Temperatur, Sonne
Camping, Campingplatz, Wohnmobil, Zelten, Wohnmobilstellplatz
Vermietung, Raum mieten, Saal mieten, Festsaal, Saal
Handarbeit, Volkskunde, Brauchtum, Heimat
Chor, singen, Gesang
# time, number, way of asking
anmelden, Anmeldung, registrieren, Registrierung
abmelden, Abmeldung, kündigen, Kündigung
verlängern, Verlängerung, erneuern, Neuausstellung
abholen, Abholung, mitnehmen
Voraussetzung, Bedingung, Anforderung, erforderlich, nötig, notwendig, benötigen
Unterlagen, Dokumente, Papiere, Nachweise, mitbringen, Nachweis
Genehmigung, Erlaubnis, Zulassung, Bewilligung, erlaubt
verboten, Verbot, untersagt, nicht erlaubt
Pflicht, verpflichtet, müssen, Verpflichtung
Ausnahme, ausgenommen, ausgeschlossen, befreit, Befreiung, keine Anzeige
Recht, Rechte, Gesetz, gesetzlich
Anwalt, Rechtsanwalt, Rechtsberatung, Jurist
Gericht, Amtsgericht, Justiz
Finanzamt, Steuerbehörde, Steuererklärung
Zoll, Einfuhr, Import
Export, Ausfuhr, exportieren
Bundesland, Land, Mecklenburg-Vorpommern, MV, M-V, Meck-Pomm, McPomm
Mitglied, Mitgliedschaft, beitreten, gehören, angehören, Teil
Metropolregion, Großraum, HH, Hamburg
Partnerstadt, Städtepartnerschaft
Region, Gebiet, Raum, Landstrich
Gebiet, Bereich, Areal, Gelände
Eröffnung, eröffnet, Einweihung, aufgemacht
Anfang, Beginn, Start, beginnen, starten, anfangen
Geld, Mittel, Finanzen, Kohle, Knete, Summe, Betrag
Anzahl, Zahl, wie viele, Menge
Anteil, Prozent, Quote, Prozentsatz
durchschnittlich, Durchschnitt, Mittelwert, Landesdurchschnitt
Schwerin, Landeshauptstadt
Landesregierung, Ministerium, Wirtschaftsministerium, Minister
Bund, Bundesregierung, Bundesrepublik, Bundesministerium
Europäische Union, EU, Europa
LEADER, Lokale Aktionsgruppe, LAG, Aktionsgruppe
Auswahl, aussuchen, auswählen, Entscheidungsgremium
Karte, Landkarte, Stadtplan, Übersicht
Suchmaschine, Suche, suchen, Recherche
neu, neue, Neuerung, künftig
alt, ehemalig, früher
geplant, vorgesehen, Planung, planen, angekündigt, soll
Bericht, Meldung, Artikel
Workshop, Seminar, Arbeitstreffen
Newsletter, Rundbrief, Abo, abonnieren
Frau, Frauen, weiblich, Damen
Mann, Männer, männlich, Herren
LGBTIQ, queer, lesbisch, schwul, trans
Herzschrittmacher, Stents, Implantate, Medizintechnik, Biomedizinische Technik
Wasserbedarf, Wasserverbrauch, Wassernutzung
Rohstoff, Material, Ausgangsstoff
Kind anmelden, Kitaplatz, Betreuungsplatz
Rat, Empfehlung, Tipp
stark, Schwerpunkt, führend, wichtig
schlucken, verbrauchen, nutzen, verbraucht, Bedarf, Verbrauch
Großteil, Mehrheit, Prozent, Hauptteil
bauernhof, Hofladen, Direktvermarkter, regional einkaufen
Schnelligkeit, Geschwindigkeit, Tempo, Mbit
Unterwassertechnik, Meerestechnik, Ocean
Biotechnologie, Life Science, Biologie
Plasma, Kernfusion, Fusion
Weltraum, Raumfahrt, Luft- und Raumfahrt, Satellit
Maschinenbau, Anlagenbau, Fertigungstechnik, Ingenieurwissenschaften
Schiffbau, Werft, maritim
Stahl, Metall, Schweißen, Edelstahl
Holz, Holzverarbeitung, Tischlerei, Sägewerk
Verein der Gründer, Gründungswerft, Startup-Verein
Digitallotse, Lotse, Innovationslotse, Guide
Experimentierraum, Reallabor, Digitallabor, Makerspace
Technik ausprobieren, Geräte ausprobieren, Technik testen, 3D-Drucker ausprobieren > Experimentierraum, Makerspace
Gründe, Grund, Ursache, warum, wieso
Tagespendler, Berufspendler
Spielzeug, spielen, Spiele
Beteiligte, Partner, mitmachen, beteiligt
öffentlich, für alle zugänglich, Zuschauer, zuhören
Gemeindeschlüssel, AGS, Gemeindekennziffer, Gemeindekennzahl, amtlicher Schlüssel
Bevölkerungsdichte, Einwohnerdichte, Personen je Quadratkilometer, Einwohner je Quadratkilometer
Fehlbetrag, Defizit, Haushaltsloch, Minus
Kürzung, einsparen, sparen, gespart, Einsparung
reinstecken, hineinstecken, reingesteckt, investiert
Sammlung, Datenbank, Archiv, Verzeichnis, Register
DLR, Luft- und Raumfahrt, Deutsches Zentrum für Luft- und Raumfahrt
Werkzeug, Hilfsmittel, Finder, Tool
Bäcker, Metzger, Fleischer > Handwerk
Wirtschaftsminister, Wirtschaftsministerium
Textilreinigung, Reinigung
Landkreis, Kreis, LUP, Ludwigslust-Parchim
groß > Größe, Fläche, Quadratkilometer
Land > Fläche
weit > Kilometer, entfernt, Entfernung
teuer > Euro, Kosten
hoch > Höhe, Prozent, Euro
alt > erbaut, Jahr, seit
schnell > Mbit, Geschwindigkeit
kein Geld, ausgeschlossen, nicht förderfähig
Arbeit fahren, pendeln, Pendler
fahren weg, auspendeln, pendelten aus, Auspendler
zuhören, öffentlich
Haus > Grundsteuer B
beantragen, anmelden, anzeigen
zuständig, verantwortlich, Zuständigkeit
`;
