/**
 * How people say it and how pages of a town write it: \`a, b > c, d\` means that a question with a or b also finds c and d.
 * The left side is what stands in a question, mostly a narrower or a plainer word; kept by hand, subject by subject.
 */
export const everydayWords = `
# machines, goods and works of a firm
Fräse, Drehbank, Presse, Bagger, Kran, Stapler, CNC, Roboter, Ofen, Trockner > Maschine, Anlage
Gerät, Geräte, Apparat > Maschine, Gerät
bestellt, gekauft, angeschafft, anschaffen, Anschaffung, kaufen > Investition, Vorhaben
losgelegt, loslegen, angefangen, anfangen, begonnen, schon begonnen, gestartet > begonnen, Beginn, Vorhabens
reinstecken, stecken, anlegen, ausgeben, Geld ausgeben > investieren, Investition
Neubau, Anbau, Umbau, Werkshalle, Fabrikhalle > Halle, Gebäude, Investition
Produktionslinie, Fließband, Maschinenpark > Anlagen, Maschinen
Container, verschiffen, Fracht, Seefracht, Reederei > Häfen, Seehäfen, Exporte
verladen, Spedition, Transport, Logistik, liefern, Lieferung > Verkehr, Logistik
Sattelzug, Sattelschlepper, Schwerlast, Tieflader, Truck, Lieferwagen, Transporter > Lkw, Verkehr
Autobahnauffahrt, Auffahrt, Anschlussstelle, Autobahnanschluss, Autobahnkreuz > Autobahn
Dorf durch, Dörfer durch, Ort durch, durchs Dorf > Ortsdurchfahrt
fliegen, Flugzeug, Flieger, Flug, einfliegen, landen > Flughafen
Schiff, Schiffe, Boot, Kai, Meer, See > Häfen, Schiffbau, maritim
Ladenfläche, Ladengeschäft, Schaufenster, Fußgängerzone, Verkaufsraum, Geschäftsräume > Laden, Leerstand, Innenstadt
leer stehen, steht leer, frei stehen, frei steht, Laden frei, freie Läden > Leerstand
Stadtzentrum, Altstadt, City, Fußgängerzone, mittendrin > Innenstadt
Nachmieter, Pächter, pachten > Leerstand, mieten
Boutique, Schneiderei, Friseur, Bäckerei, Blumenladen, Buchladen, Kiosk > Laden, Gewerbe
Metzgerei, Tischlerei, Schreinerei, Schlosserei, Malerbetrieb, Zimmerei, Klempnerei, Dachdecker, Maurer, Schweißer, Geselle, Gesellen, Meister, Malermeister, Friseur, Kfz-Werkstatt > Handwerk, Handwerksbetrieb
Werkstatt > Betrieb, Gewerbe
Konzern, Großunternehmen, Großbetrieb, Großer > große Unternehmen
Kleinunternehmen, Einmannbetrieb, Ein-Mann-Betrieb, Familienbetrieb, kleiner Betrieb, kleine Firma > kleine Unternehmen, KMU
Mann, Leute, Köpfe, Kollegen > Beschäftigte
Kollege, Kollegin, Job, Jobs, Stellen, Posten > Beschäftigte, Arbeitsplätze
Stelle, Job, Arbeitsstelle > Arbeitsplatz
Job suchen, Arbeit suchen, arbeitslos, ohne Job, ohne Arbeit, Arbeitslose > Arbeitslosenquote
Arbeit verlieren, Arbeit verloren, Job verloren, entlassen, gekündigt, Entlassung > Beschäftigte betroffen
einstellen, dichtmachen, dichtgemacht, zugemacht, Aus, Schluss, Ende, aufgehört, Rückzug, abgezogen, weggegangen, weg > geschlossen, eingestellt
zumachen, Pleite, Werksschließung, stillgelegt > geschlossen
übernommen, übernehmen, aufgekauft, gekauft, Käufer, Nachfolger, neuer Besitzer, neuer Eigentümer > kauften, übergab, übernahm
Besitzer, Inhaber, gehört, gehören, Eigentümer, Träger, steckt dahinter > gehört, Eigentümer, Einrichtung
Chef, Boss, Leiter, Geschäftsführer, Inhaber > Leitung
Arbeitsgruppe, Team > AG, Gruppe
Umsatz, Gewinn > Umsatz
verkaufen, vertreiben, Kunden, Kundschaft, Abnehmer > Absatz, absetzen
Umkreis, Nähe, Nachbarschaft, um die Ecke, vor Ort, in der Gegend > Region, regional, Umland
weit weg, außerhalb, auswärts, bundesweit, deutschlandweit > überregional
Webshop, Onlineshop, Internetladen, Online-Handel, Homepage > digital, Geschäftsmodelle
papierlos, Warenwirtschaft, ERP, Digitalisieren > Digitalisierung, digitale Prozesse
Rechner, PC, Computer, Laptop, Drucker, Tablet > Standardgeräte, Geräte
Office, Word, Excel, Programme > Standardsoftware, Software
Hacker, Virus, Virenschutz, Firewall, Cyberangriff > IT-Sicherheit
Essig, Gurken, Senf > Essigfabrik, Lebensmittel
sauer > Essig
Knollen, Pommes, Chips, Püree, Kartoffelbrei, Klöße, Kartoffelfabrik, Kartoffelwerk > Kartoffeln, Kartoffelveredelung
Bauer, Bauern, Landwirtin, Agrarbetrieb, Hof > Landwirte, Landwirtschaft
Hof, Acker, wächst, anbauen, züchten, Saatgut, Ernte, Obst, Gemüse, Vieh, Kühe > Landwirtschaft, Anbaufläche, Urproduktion
Land, Boden > Fläche
Joghurtfabrik, Joghurtwerk, Milchwerk, Molkereiwerk, Milchfabrik > Joghurt, Molkerei
Käse, Quark, Butter > Molkerei, Milch
Sägewerk, Bretter, Möbel > Holzverarbeitung
gespendet, geschenkt, Sponsor, sponsern > Spender, Spende
# founding a firm, permits
selbständig machen, selbstständig machen, eigener Chef, Firma gründen, aufmachen, Neugründung > Gewerbe anmelden, Gründung
Nebengewerbe, Nebenjob, nebenbei, Kleingewerbe, Nebenberuf > Gewerbe, Gewerbe anmelden
Betrieb übernehmen, Firma übernehmen, Geschäft übernehmen, Nachfolge, Betriebsnachfolge > Übernahme
umfirmieren, GmbH machen, Rechtsform, GmbH gründen, Umwandlung > Rechtsform, Umwandlung
Filiale, zweiter Standort, Außenstelle, Zweigniederlassung > Zweigstelle
Hof verkaufen, selbst angebaut, eigene Ernte, Ab-Hof-Verkauf > Urproduktion
Texterin, Texter, Grafiker, Designer, Designerin, Fotograf, Hebamme, Coach, Übersetzerin, Dozent, Arzt, Anwältin, Ingenieurbüro, Heilpraktiker, Schriftsteller, Autorin > freie Berufe
Papiere, Papierkram, Formulare, vorlegen, beibringen, einreichen > Unterlagen, verlangt
Kneipe, Wirt, Wirtin, Bar, Imbisswagen, Foodtruck, Bistro, Eisdiele, Pizzeria, Dönerladen > Gaststätte
Kneipe übernehmen, Kneipe eröffnen, Bar eröffnen, Wirt werden, Gaststätte übernehmen, Restaurant übernehmen, Lokal eröffnen, Lokal übernehmen, Imbiss eröffnen, Pizzeria eröffnen > Gaststättenerlaubnis
Kneipenkonzession, Gaststättengenehmigung, Wirtschaftskonzession, Schanklizenz > Gaststättenerlaubnis
Bier zapfen, Bier verkaufen, Bier ausschenken, Wein verkaufen, Glühwein, Sekt, Cocktails, Bierverkauf, Schnaps, zapfen, Zapfanlage, Theke > Ausschank, ausschenken, Gestattung
Sommerfest, Vereinsfest, Feuerwehrfest, Scheunenfest, Osterfeuer, Kirmes, Jubiläum, Party, Feier > Fest, besonderer Anlass
Genehmigung, schriftlich, Schriftliches, Wisch, Zettel, Papier, Lizenz > Erlaubnis, Gestattung
zwei Wochen, 2 Wochen, vierzehn Tage > 14 Tage
# money and support
Geld vom Land, Geld vom Staat, Staat, Zuschüsse, Förderpott, Fördertopf, Topf, Töpfe, Staatsknete, Prämie, Finanzspritze, bezuschusst, dazugeben, dazu gibt, zubuttern, zahlt mit, übernimmt Kosten > Förderung, Zuschuss
Land dazu, Staat dazu, was dazu > Zuschuss
Kreditgeber, Hausbank, Bankkredit, Geld leihen, Fremdkapital, abzahlen, zurückzahlen, tilgen, Raten > Darlehen, Laufzeit
wie viele Jahre, Jahre Zeit, abzahlen, Rückzahlung > Laufzeit
Tisch legen, selber zahlen, selbst zahlen, selbst aufbringen, eigenes Geld, aus eigener Tasche > selbst tragen
Kapitalgeber, Geldgeber, Teilhaber, einsteigen, beteiligen, stiller Teilhaber > Beteiligungskapital, Beteiligungsgesellschaft
Sicherheit, Pfand, haften, geradestehen, Rückendeckung > Bürgschaft, Sicherheiten, sichert ab
höchste, größte, meiste, wie viel höchstens, wie viel maximal, Maximalbetrag, Deckel, gedeckelt > höchstens, bis zu
kleinste, geringste, wenigste, ab welcher Summe, ab welchem Betrag, unter > mindestens, zwischen, unter
reinkommen, reingekommen, mitmachen dürfen, Anrecht, in Frage kommen, infrage kommen, passt das, zählt das > antragsberechtigt, richtete sich
rausfallen, fällt raus, durchs Raster, nicht gefördert, keine Förderung, kein Geld > ausgeschlossen
leer, alle, weg, verbraucht, Geld im Topf, Geld da, noch Geld, noch was da > ausgeschöpft, Mittel
läuft noch, gibt es noch, noch möglich, Fortsetzung, weiterhin, neu aufgelegt, Neuauflage > Fortsetzung
rückwirkend, nachträglich, im Nachhinein > rückwirkend
Regel, Regeln, Regelung, Vorgabe, Bestimmung > Richtlinie
Fördermittelsuche, Förderdatenbank, Suchportal, Überblick Förderung, Programmsuche, durchblicken, durchblick > Förderfinder
Entwicklung, Entwicklungsprojekt, tüfteln, Versuch, Prototyp, F&E, FuE, Forschungsprojekt, Forschungsgeld > Forschung, Entwicklung, Forschungsvorhaben
Machbarkeit, Machbarkeitsstudie, Vorstudie > Durchführbarkeitsstudien
Bund, Berlin, Bundesprogramm, Bundesebene > Bundes, Bund
Land, Landesprogramm, Landesebene, Landesmittel > Landesförderung, Landesrichtlinie
zuerst, erst, als Erstes, vorrangig, Reihenfolge, Vorrang > zuerst, vorrangig
ganze Branche, gemeinsam forschen, Gemeinschaftsforschung, branchenweit > Industrielle Gemeinschaftsforschung
eigenes Labor, eigene Forschung, Entwicklungsabteilung, Forschungsabteilung, kein Labor > eigene Forschung
mitnutzen, mitbenutzen, teilen, gemeinsam nutzen > Mitnutzung, veröffentlicht
grün, ökologisch, nachhaltig, klimafreundlich, umweltfreundlich, klimaneutral > grüne, Energieeffizienz
Energie sparen, Stromverbrauch, dämmen, Dämmung > Energieeffizienz
Projektidee, Idee, Ideen, Vorschlag > Projektideen, Vorhaben
entscheiden, entscheidet, aussuchen, auswählen, Jury > Entscheidungsgremium, Auswahl
Ablauf, läuft ab, Verfahren, Prozedere, Schritte > Verfahren, eingereicht, Auswahl
Geld > Förderung, Zuschuss, Fördermittel
Dörfer, Ortschaften > Gemeinden
# research and protection of ideas
Uni, Unis > Universität
FH, Fachhochschule, Fachhochschulen, HAW > Hochschule
Professor, Professorin, Prof, Wissenschaftler, Forscher, Forscherin, Forschende, Fachleute > Forschung, Wissenschaft, Institut
Labor, Labore, Testlabor, Prüfstand, Versuchsanlage > Forschungszentrum, Institut
auskennen, kennt sich aus, Experte, Experten, Spezialist, Fachmann, Ahnung > Forschung, Institut, Schwerpunkt
forscht, forschen, untersucht, Themen, beschäftigt sich > forscht, Schwerpunkte
studieren, Studium, Studiengang, lernen, Bachelor, Master > Hochschule, Universität
Studenten, Studentin, Studierende, Absolvent > Hochschule
dichtesten, nächste, nächstgelegen, am nächsten, nächsten > liegt am nächsten
Ingenieur, Ingenieure, Techniker, Technik > Ingenieurwissenschaften
Elektronik, Elektriker, Schaltung, Platine, Mikrochip > Elektrotechnik, Informatik
Programmierer, IT, Softwareentwicklung > Informatik
Polizist, Polizistin, Kommissar, Beamter, Beamtin, Verwaltungsbeamter, Justiz > Polizei, Verwaltung, Rechtspflege
Küste, Ostsee, Meer > Ostsee, maritim
tauchen, Taucher, Tauchroboter, Unterwasser, Unterwasserdrohne, U-Boot, Meeresboden, Ozean, Tiefsee > Unterwassertechnik, Unterwasserforschung
Reaktor, Fusionsreaktor, Kernfusion, Stellarator > Kernfusionsexperiment, Plasma
beschichten, Beschichtung, Lack, lackieren, Oberfläche, kaltes Plasma > Oberflächentechnik, Niedertemperaturplasmen, Plasma
Schweißen, Stahlteile, Stahlbau, Großteile, Fertigung, Blech > Stahlbau, Fertigungstechnik, Maschinenbau
Fertigung verbessern, Produktion verbessern, Montage > Fertigungstechnik, Produktionssysteme
Satellitendaten, Satellitenbild, Weltall, Rakete, Astronaut > Erdbeobachtung, Luft- und Raumfahrt
Klima, Atmosphäre, Luftschichten, Wetterforschung > Atmosphärenphysik
Gen, Gene, Zelle, Biotech, Enzyme, Bakterien, Keime > Biotechnologie
Virus, Seuche, Krankheit, Krankheiten, Infektion, Tier Mensch, Zoonose > Infektionsbiologie, One Health
Pflanzenfaser, Bioplastik, Stroh, Hanf, nachwachsend > nachwachsende Rohstoffe
Sensoren, Drohne, Acker Sensoren, Präzisionslandwirtschaft > Smart Farming
Nahrungsmittel, Lebensmittelproduktion, Lebensmitteltechnik > Ernährungswirtschaft
Kernforschung, Physik > Plasmaphysik, Atmosphärenphysik
Design lernen, Design studieren, Gestaltung > Design
Arbeitsagentur, Arbeitsamt > Bundesagentur für Arbeit
erfunden, Erfinder, Idee schützen, schützen lassen, Schutz, Tüftler, Geistesblitz > Erfindung, Patent, Schutzrechte
schützen, schützen lassen, sichern > Patent, Gebrauchsmuster, Schutzrechte
nachsehen, nachschauen, nachgucken, prüfen, ob es das schon gibt, schon gibt, schon erfunden > recherchiert, Stand der Technik, Neuheit
kopieren, Plagiat, nachmachen, nachgemacht, abkupfern > Patent, Schutzrechte
Logo, Markenname, Name schützen, Warenzeichen > Marke
fixer, flotter, zügiger, zügig, fix, rascher, schneller, eher > schneller
Unterschied, unterscheiden, vergleichen > ohne Prüfung, geprüft
Patentanwalt, Patentanwälte, Beratung kostenlos, Erstgespräch, erstes Gespräch, kostenloses Gespräch > Erstberatungen, Patentanwälte
anmelden, angemeldet, eingereicht > Anmeldung
Schlusslicht, Letzter, letzter Platz, hinten, Nachzügler, wenigsten, am wenigsten > so wenige wie kein anderes, wenige
alte Patente, früher erfunden, historische Erfindungen, vor dem Krieg, DDR, DDR-Zeit, Kaiserzeit > Patentdatenbank
nachschlagen, nachlesen, stöbern, Archiv, durchsuchen > Datenbank, stehen unter
3D, ausdrucken, drucken lassen, 3D-Teil, Plastikteil, Ersatzteil > 3D-Druck, Prototypenwerkstatt
Gründerszene, Startups, Startup-Szene, Klub, Community, Stammtisch, Gleichgesinnte > Verein, Gründer
Weiterbildung, Fortbildung, Kurs, Kurse, Schulung, Lehrgang, Schulungen > Seminare, Webinare
Berater, Beraterin, beraten lassen, Hilfe bekommen, hilft weiter, weiterhelfen > Beratung
# council, taxes, budget
Stadtpolitik, Lokalpolitik, Politiker, Ratsherren, Abgeordnete > Stadtvertretung
gekippt, durchgefallen, abgeschmettert, Nein gestimmt, dagegen gestimmt, abgelehnt, nicht angenommen, verhindert > lehnte ab, abgelehnt
durchgewunken, durch, angenommen, zugestimmt, grünes Licht, abgesegnet, verabschiedet > beschlossen, beschloss
Ergebnis, Ausgang, ausgegangen, rausgekommen, herausgekommen, kam raus, kam dabei raus > Ergebnis, beschlossen, umgesetzt
nachlesen, nachgucken, Mitschriften, mitlesen > Niederschriften, stehen unter
zuhören, zugucken, zuschauen, reinsetzen, dabei sein, teilnehmen, Zuschauer, für alle offen, jeder rein > öffentlich
los, losging, losgehen, ging los, Beginn, angefangen, Uhrzeit, um wie viel Uhr > Uhr
Zimmer, Saal, Raum > Raum
Pleite, klamm, pleite, Geldnot, Schieflage, Finanzloch, rote Zahlen, Schuldenberg > Finanzdefizit, Haushaltssicherung
sparen, Sparpaket, Sparprogramm, Rotstift, gestrichen, einsparen, kürzen > Haushaltssicherungskonzept, sparte ein
Etat, Stadthaushalt, Stadtkasse, Haushaltsplan, Haushaltssatzung, Finanzplan > Haushalt, Haushaltssatzung
ohne Haushalt, ohne Etat, ohne Haushaltsplan, kein Haushalt, Notetat, Nothaushalt > vorläufige Haushaltsführung
Steuerschraube, Steuererhöhung, Steuern erhöhen, Steuern rauf, Steuern hoch, teurer geworden > Hebesätze, Realsteuer-Hebesätze
Steuerbescheid, Grundbesitz, Hausbesitzer, Hauseigentümer, Eigentumswohnung, Häuschen, Immobilie > Grundsteuer B, Grundsteuer
Haus gekauft, Haus geerbt, Haus gebaut, Einfamilienhaus, Wohnung gekauft, Bungalow, Reihenhaus > Grundsteuer B
Wiese, Weide, Acker geerbt, Landwirt, Bauernhof, Forst, Waldstück, Ackerland, Felder > Grundsteuer A
Mehreinnahmen, mehr einnimmt, gleich viel, gleich viel einnehmen, aufkommensneutral, neutral > aufkommensneutral
Satz, Sätze, Prozentsatz, Steuersätze > Hebesatz
unverändert, gleich geblieben, nicht erhöht, nicht angepasst, zuletzt geändert > nicht angepasst
anderswo, andere Städte, woanders, Vergleich, im Vergleich, verglichen > Landesdurchschnitt, Durchschnitt
Straße machen, Straßen gemacht, Straße neu, neu asphaltiert, asphaltieren, Straßen dran, Straßen saniert > Straßenbau
Aktenzeichen, Schlüsselnummer, Gemeindecode, Kennziffer, achtstellig, Code der Gemeinde > Gemeindeschlüssel
vorwählen, vor der Nummer, Nummer davor, durchklingeln, Ortsnetz > Telefonvorwahl, Vorwahl
Brief schicken, Post schicken, adressieren, einwerfen, hinschicken, Briefkopf > Anschrift
besiedelt, dicht besiedelt, Leute pro > Personen je Quadratkilometer
Frauenanteil, Frauen, Mädchen > weiblich
Männer, Jungs > männlich
Kreisstadt, Kreis, Kreisangehörig, Landkreis > Landkreis
eigenständig, selbständige Stadt, eigene Stadt > amtsfrei
Ecke, Himmelsrichtung, wo liegt, Gegend > liegt
eingemeindet, Teil von, gehört zu, Ortschaften, Nester, Dörfer, Weiler, Ortsteile > Ortsteile
Kaufkraft, Geld in der Tasche, wohlhabend, Geldbeutel, ausgeben können > Kaufkraft
von außerhalb, auswärtige, reinfahren, reinkommen, zum Arbeiten her, zur Arbeit nach > Einpendler, kommen täglich zur Arbeit
rausfahren, wegfahren, auswärts arbeiten, woanders arbeiten, zum Arbeiten weg > pendelten aus
Job, Arbeit, schaffen, malochen, schuften > Arbeit
Wende, Mauerfall, Wiedervereinigung > seit 1990
Preis geholt, Preis gewonnen, Lob, gelobt, Titel, ausgezeichnet, prämiert, Sieger, gewonnen, Wettbewerb > Auszeichnung, ausgezeichnet
unternehmerfreundlich, Unternehmerfreundlichkeit, firmenfreundlich > wirtschaftsfreundlich
hinter, zweiter, zweite Plätze, Plätze, dritter > Plätze
Russen, Sowjets, Rote Armee, Soldaten, Truppen > sowjetische Kaserne
Granaten, Bomben, Blindgänger, Minen, Patronen, Kampfmittel, Kampfmittelräumung > Munition
vergrößert, vergrößern, Vergrößerung, größer machen, wachsen, anbauen, weiter bauen, weiterbauen, breiter machen > Erweiterung, erweitern
Bauplan, Bauleitplan, Plan einsehen, Plan ansehen, ansehen, einsehen > Bebauungsplan, eingesehen
Feld, Acker, Wiese, Ackerfläche > Ackerfläche
Hürden, Hindernis, Haken, Probleme, dagegen sprechen, spricht dagegen, Nachteile, geht nicht > Hürden, ungeeignet, bedingt geeignet
laut, Krawall, Lärmbelästigung, Ruhestörung, Radau > Lärm
beschwert, Beschwerden, gemeckert, Anwohner, Ärger > Beschwerden
Matsch, sumpfig, Sumpf, nass, Moor > mooriger Untergrund
Gift im Boden, verseucht, Klärschlamm, belasteter Boden > Altlasten
Wasser schlucken, Wasser ziehen, Wasserverbrauch, Wasser brauchen, Wasser verbrauchen > geförderten Wassers
# internet
schnelles Netz, Netz, Highspeed, Netzanschluss, ruckelt, Surfen, Leitung, Internetleitung > Breitband, Internet, Glasfaser
Internetfirma, Firma Internet, Telekom, Vodafone, Netzbetreiber > Anbieter
baut, verlegt, buddelt, bauen, verlegen, Bagger, legt > Ausbau, baut
Tarif wechseln, Anbieter wechseln, gebunden, festgelegt, Wahl, anderer Provider, anderer Anbieter > Open Access, andere Anbieter
geförderte, Förderung Glasfaser, kostenloser Anschluss > Förderaufruf, geförderten Anschlüsse
Orte rund um, Nachbarorte, Umlandgemeinden, Dörfer rundrum, drumherum > Umland
Gbit, 1000er Leitung, Gigabitleitung, Tausender, 1000 > 1.000 Mbit/s
16000er, 50er Leitung, 50000er > 50 Mbit/s
symmetrisch, Upload, hochladen > symmetrisch
# smart city
Digitalplan, digitaler Fahrplan, Digitalkonzept, Digitalstrategie, Agenda > digitale Agenda
mitreden, mitgewirkt, mitgemacht, dabei, beteiligt, mitmachen > beteiligt, waren beteiligt
Gedöns, Kram, Zeug, Zirkus > Projekt
was gebracht, gebracht, Bilanz, Erfolg, am Ende, Schlussbilanz > Ergebnisse, umgesetzt
Finale, Abschlussfeier, Abschluss, Schlussveranstaltung, letzte Veranstaltung > Abschlussveranstaltung, endete
Handy anzeigen, Handy sehen, Smartphone, Telefon-App > App
Müll-App, Müllwecker, Erinnerung Tonne, Tonne dran, wann Tonne, Handy Tonne > App, Abfalltermine
anzeigen lassen, nachschauen, nachsehen, zeigt an > zeigt
Technik dahinter, basiert, aufgebaut auf, Grundlage > beruht
Installationen, installiert, Nutzer, nutzen, runtergeladen, geladen > heruntergeladen
Schaukel, Rutsche, Wippe, Bank kaputt, Parkbank, Mülleimer, Papierkorb > Spielgeräte, Schäden, Mängelmelder
Schlagloch, Laterne aus, Lampe aus, Schmiererei, Graffiti, wilder Müll, Müll im Wald, umgekippt, abgebrochen, zerbrochen, locker, wackelt > Schäden, Mängelmelder
Kids, Jugendliche, Schüler, Teenies > Kinder und Jugendliche
Makerspace, Werkraum, Bastelraum, Tüftelraum > Experimentierraum
Bücherei > Bibliothek
Konferenz, Kongress, Messe, Ausstellung, Tagung, Event > Convention, Messe
Bühne, Podium, Runde, Podiumsrunde, saß auf der Bühne, gesprochen, geredet > sprachen, Talk
Google-Beitrag, geschrieben, Bericht, Artikel > Beitrag
Gesprächsroboter, sprechender Computer, Chatroboter, Sprachbot, virtueller Assistent > Chatbot
echter Mensch, richtiger Mensch, Mensch aus Fleisch, Ansprechpartner aus Fleisch > menschliche, Innovationslotsen
Altenpflege, Pflegeheim, alte Menschen > Pflege
Urlauber, Touristen, Gäste, Reisende, Urlaubskonzept > Tourismus, Tourismuskonzept
Nachbarstadt, Nachbarstädte, Nachbarn > Nachbarstädte
# waste
Müllabfuhr, Müllwagen, Müllauto, Müllmänner, Müllfahrer > Abfallentsorgung, geleert, Abfuhr
Kübel, Mülleimer, Ascheimer, Abfalleimer, Container, Mülltonne > Abfallbehälter, Behälter
Kübel rausstellen, Kübel draußen, Tonne draußen, Tonne raus, Eimer raus, rausgestellt, morgens draußen > Behälter bereitstehen
leeren, geleert, ausgeleert, abholen, geholt, gefahren, Turnus, Rhythmus, wie oft > geleert
Plastik, Verpackungen, Folie, Dosen, Tetrapak, Joghurtbecher > Gelbe Tonne
Essensreste, Speisereste, Bio, Küchenabfall > Biotonne
Zweige, Äste, Hecke, Heckenschnitt, Laub, Rasen, Gras, Garten, Gestrüpp, Baumschnitt > Grünschnitt
Gerümpel, alter Kram, Schrott, Bauschutt, Kühlschrank, Waschmaschine, Fernseher, Matratze, Sofa, Teppich, Farbeimer, Batterien, Reifen, Kram > Wertstoffhof
abgeben, entsorgen, loswerden, hinbringen, wegwerfen, wegschmeißen, hinfahren, fahr hin > Wertstoffhof, Entsorgung
Montag frei, freier Tag, Brückentag, Pfingsten, Himmelfahrt, Neujahr, Silvester, 1. Mai, Tag der Arbeit, Reformationstag, Feiertagswoche > Feiertag
trotzdem holen, Müll trotzdem, fällt aus, verschiebt sich, später, ein Tag später > verschieben sich, nachgefahren
# town hall and culture
Auto zulassen, Auto gekauft, neues Auto, Fahrzeug gekauft, Nummernschild holen, Wagen anmelden > Kfz-Zulassung
Führerschein verlängern, Lappen, Führerschein umtauschen, Führerschein verloren > Führerscheinstelle
Grundstücksgrenze, Flurstück, Grundbuch, Flurkarte > Liegenschaftskataster
Amtsgeschäfte, Behördengang, Behördengänge, Behördenkram, erledigen > Bürgerbüro, Leistungen
Sachen vom Kreis, Kreissachen > Leistungen des Landkreises
Anzeigenblatt, Blatt, Zeitung der Stadt, Stadtzeitung > Amtsblatt
Netz, Internet, digital, online > Internetseite, digitale Ausgabe
Heimatmuseum, Stadtmuseum, Regionalmuseum, Museumsbesuch > Museum
Gotteshaus, jüdisches Gotteshaus, Tempel > Synagoge, Betraum
gebaut, erbaut, Baujahr, wie alt > von
Eintrittsgeld, reinkommen, Eintritt zahlen, zahlt ein Erwachsener, Tickets, Karte > Eintritt
zu sehen, anschauen, angucken, bestaunen, gezeigt, ausgestellt > zeigt, Ausstellung
Lesung, Vortrag halten, Konzert geben, auftreten, Auftritt > Konzerte, Lesungen, Vorträge
Gas, Wasser, Wärme, heizen, versorgt > versorgt, Stadtwerke
Nachlass, Preisnachlass, Rabatt, Entlastung, Hilfe Energie, Gaspreisbremse, Energiepreisbremse > Entlastung
von selbst, von allein, automatisch, ohne Antrag > automatisch
# more ways to say it
lahm, träge, schneckenlangsam, schwach > Breitband, unterversorgt
Herausforderung, Baustelle, Problem, Knackpunkt, Schwierigkeit, Hemmnis > Herausforderungen, Hürden
zusammengetan, zusammengeschlossen, gemeinsam, zusammen, miteinander > gemeinsam, gemeinsamen
Großvorhaben, Großprojekt, Anlass, Auslöser, wegen welchem, weshalb > Anlass, geplant
Pension, Ferienhaus, Gästehaus, Herberge, Hotelier, Hotelbesitzer, Vermieter Ferienwohnung > Tourismus
geheim, vertraulich, Konkurrenz, Wettbewerber, Mitbewerber, für alle sichtbar, öffentlich zugänglich > veröffentlicht, vorwettbewerblich
dunkel, Licht aus, leuchtet nicht, brennt nicht, ausgefallen, flackert > defekte
Laterne dunkel, Laterne aus, Lampe aus, Laterne kaputt, Straßenlicht > Straßenlaternen, Mängelmelder
wem sagen, wem sage, sag Bescheid, Bescheid sagen, wo melden, petzen > melden, Mängelmelder
Schweden, Dänemark, Skandinavien, Übersee, Amerika, China, Asien > Exporte, Häfen
Bahnhof Bus, weiter mit Bus, Bus weiter, umsteigen, Umstieg, Anschlussbus > Omnibusbahnhof, Knoten
Ingenieurin, Ingenieur werden, Technik studieren > Ingenieurwissenschaften
Enkel, Tochter, Sohn, Neffe, Nichte, Schülerin > Nachwuchs
für eine Weile, auf Zeit, vorübergehend, paar Monate, zeitweise > begrenzte Zeit, vorübergehend
Großstadt, Metropole, Städter, Stadtleute > Städten
machen dort, was tun > arbeiten, gestalten
erzählt, berichtet, gesagt, erklärt, vorgestellt, präsentiert > berichtete, nannte
danach kommen, als Nächstes, nächster Plan, nächster Schritt, danach > nächsten Schritt
herstellen, produzieren, hergestellt, produziert, macht, gemacht, stellt her > stellt her, Fabrik
Bundestag, Bundestagsabgeordnete, MdB, Abgeordnete > Bundestagsabgeordnete
Helmholtz, Max Planck, Leibniz, Fraunhofer > Institut, Einrichtungen
Muster, Modell, Vorserie > Prototypen
ehrenamtlich, unbezahlt, umsonst arbeiten > ehrenamtlich
Antrag vorher, vorher beantragen, bevor, ehe, schon gekauft, schon bestellt, schon angefangen > vor Beginn
Kredite, Darlehn, Finanzierung, finanzieren > Darlehen
Lkw-Fahrer, Brummifahrer, Lastwagenfahrer, Anfahrt, Zufahrt > Straßenanbindung, Autobahn
fahren weit, Fahrzeit, Fahrtzeit, Minuten, entfernt, weg von > Kilometer entfernt
Zug, Züge, Bahn, ICE, Regio, Regionalbahn > Bahnhof, Bahnanbindung, Strecken
Supermarktregal, Regal, Supermarkt, Marke > Marke
wie heißt die Marke, unter welchem Namen > Marke
Milchpreis, Milchbauer, Milchviehhalter > Milch, Landwirte
Besuchergruppe, Schulklasse, Besucher > Ausstellung
Juden, jüdisches Leben, jüdische Geschichte, Holocaust, Nazizeit > jüdischen Leben, Synagoge
Öffnungstage, welche Tage, an welchen Tagen, Ruhetag > geöffnet
bezahlen Museum, Museumseintritt > Eintritt
Ratssitzung, Ratsversammlung, Sitzungen, Stadtratssitzung > Sitzungen, Stadtvertretung
Tagesordnungen, Tagesordnungspunkte, Unterlagen Sitzung, Vorlagen > Vorlagen, Tagesordnungen
Steuern zahlen, Steuerlast, Abgabenlast > Hebesatz
Unternehmenssteuer, Firmensteuer > Gewerbesteuer
Grundstückssteuer, Haussteuer, Bodensteuer > Grundsteuer
Stellenabbau, Kündigungen, Arbeitsplatzverlust > Beschäftigte betroffen
neue Jobs, neue Stellen, Arbeitsplätze schaffen, Leute einstellen, Einstellungen > Arbeitsplätze
größter Arbeitgeber, große Firmen, wichtige Firmen, bekannte Firmen, namhafte Firmen > Gewerbebetriebe
Wirtschaftszweig, Industriezweig, Schwerpunkte Wirtschaft, was für Firmen > Schwerpunkte
Ansprechpartner Firma, Anlaufstelle Firmen, Wirtschaftsbüro > Wirtschaftsförderung
Impressum, Webadresse, Web-Adresse, Internetadresse, URL, Link > Internetseite
Preisträger, Rang, Rangliste, Ranking, Treppchen > Plätzen, ausgezeichnet
Militärgelände, Kasernengelände, Armeegelände > Kaserne
Rodung, abholzen, aufforsten, Bäume pflanzen, Ersatzwald > Wald, Ausgleich
Naturschutz, Naturschützer, Umweltschutz > naturschutzfachlich
Baugebiet, neue Flächen, Platz für Firmen, Bauland für Firmen > Gewerbeflächen
Rückstände, Schadstoffe im Boden > Altlasten
Netzausbau, Glasfaserausbau, Ausbau Internet, Internetausbau > Glasfaser, Breitband
förderfähige Häuser, wie viele Häuser, wie viele Haushalte > Hausanschlüsse, Anschlüsse
Kabelnetz, Kabelfernsehen, Fernsehkabel > Kabelnetz
App Downloads, wie oft geladen, wie viele nutzen > heruntergeladen, nutzt
Lotse, Helfer, Digitalhelfer, Kümmerer > Digitallotsen
Beteiligung, Meinung sagen, mitbestimmen, abfragen > Umfragewerkzeug, Beteiligung
Zukunftspläne, soll werden, weiterentwickelt, Ausbaustufe > weiterentwickelt
Testphase, Probebetrieb, Beta, ausprobieren, Test > Testphase, getestet
Verband, Vereinigung, Zusammenschluss > Verein, Gesellschaft
Bürge, bürgt, gutstehen > Bürgschaftsbank
Mindestsumme, Mindesthöhe, Mindestgröße, kleine Vorhaben, zu klein > unter, mindestens
große Firmen, große Betriebe, Konzerne > große Unternehmen
Erfindungen Uni, Uni-Erfindung, Hochschulerfindung > Erfindungen, Forschungseinrichtungen
Zahl der Patente, Patentzahlen, wie viele Patente > Patentanmeldungen, Patente
Bundesländervergleich, Vergleich Länder, andere Bundesländer > Bundesland
Musikhochschule, Schauspielschule > Hochschule für Musik und Theater
Medizin studieren, Arzt werden, Uniklinik > Universitätsmedizin
zieh, ziehe, zieh um, ziehe um, umziehen, hierherziehen, herziehen, umsiedeln, Laden verlegen, verlege, verlegen, verlagern > Umzug in einen anderen Bezirk
anlernen, ausbilden, ausgebildet, Auszubildende, Auszubildenden, Lehrjunge, Nachwuchs finden, Ausbilder > Ausbildung, Ausbildungsplätze, Kammer
Tischler, Schreiner, Zimmermann, Schlosser, Elektriker, Klempner, Maler, Dachdecker, Friseurin, Bäcker, Fleischer, Handwerker > Handwerk, Handwerksbetrieb, Kammer
Umzug Firma, Firma umziehen, Betrieb verlegen, Firmensitz verlegen > Umzug in einen anderen Bezirk
Tonnengrößen, welche Tonnen, Behältergrößen > Litern, Hausmülltonnen
mieten, ausleihen, buchen > genutzt, nutzen
ansiedeln, niederlassen, hinbauen > Gewerbeflächen, Erweiterung
lesen, online lesen, durchlesen > erscheinen, Ausgabe, stehen unter
Hoffest, Gartenfest, Weinfest, Weihnachtsfeier, Grillfest, Wein > Ausschank, Fest
Bezahlung, bezahlt, Lohn dafür, entlohnt > ehrenamtlich
Bereiche, Gebiete, Themen, Felder > Felder, Themen
Teile, aufgeteilt, Abschnitte, Lose > Projektgebiete, Ausschreibungen
unter die Lupe, geprüft, begutachtet, untersucht > bewerten, Bewertung
Areal, Areale, Flurstücke > Gewerbeflächen, Flächen
Kabeltrasse, Kabelstrecke, Leitungsstrecke > Trasse
warten, abwarten, vorher, zuerst Antrag > vor Beginn
Investor, Investoren, Interessent > Unternehmen, Ansprechstelle
Umzugswagen, umgezogen, Bewohner > wohnt
# words that stand in pages of towns and that nobody says at a counter
Versorgungszentrum, mittelgroßes Zentrum, Mittelstadt, zentraler Ort > Mittelzentren
Energiebranche, Kraftwerke, Energieversorger, Strombranche > Energiewirtschaft
Autobahnkreuz, Autobahndreieck, A14, Kreuzung Autobahn > Kreuz, Autobahnen
abgewichen, Abweichung, Unterschied, Differenz > weicht ab, Punkte
Messungen, Untersuchung, Gutachten, Prüfbericht, Umweltgutachten > Umweltbericht, Bewertung
weggeräumt, beseitigt, entschärft, gesäubert > geräumt
doppelt so viel, Verdopplung, mehr produzieren, Produktionsmenge > verdoppeln, Menge, Verarbeitung
Ofen, Trocknungsanlage, trocknen, Technik Werk > Walzentrocknern
Normalverbraucher, Kleinverbraucher, Normaltarif > Standardlastprofil
Lernen, Weiterbildung > Bildung
Statistik Standort, Standortdaten, Zahlen zum Standort, Überwachung Standort > Standortmonitoring
Werbung für die Stadt, Stadt bewerben, Stadtwerbung, Imagewerbung > Standortmarketing
Datenquelle, woher Daten, Quelle der Daten, Grundlage Daten > Datenbasis
Termine der Kammer, Kammertermine, Veranstaltungskalender, Sprechtage, Sprechtag > Beratungstage, Veranstaltungsportal
laufende Kosten, Löhne, Material, Waren, Lager > Betriebsmittel
auf digital umstellen, von Papier auf digital, Papier abschaffen, umstellen > Umstellung, digitale Prozesse
Abläufe verbessern, bessere Abläufe, Herstellungsverfahren, neues Verfahren > Prozessinnovationen
mehr Prozente, Bonus, Aufschlag, Zuschlag, extra Prozente > Prozentpunkte
zugelassene Branchen, erlaubte Branchen, Branchenliste, Liste der Branchen > Positivliste, Branchen
Wirkung für die Region, Nutzen für die Region, was bringt es der Region > regionalwirtschaftliche Effekte
Bewerbungsrunde, Antragsrunde, Projektaufruf, Ausschreibung > Aufruf
Satzung des Vereins, Spielregeln, Statuten > Geschäftsordnung
Liste der Projekte, Warteliste, Rangfolge > Vorhabenliste
Zweigstelle der Hochschule, Ableger, Niederlassung Hochschule > Außenstellen, Niederlassung
Forschungsschwerpunkte, Forschungsfelder, Profil, Spezialgebiet > Profillinien, Schwerpunkte
Altersforschung, Demenz, alt werden, Gerontologie > Altern
Optik, Laser, Photonik, Physik > Licht und Materie
Steuerbescheinigung, Bescheinigung Finanzamt, keine Steuerschulden > Unbedenklichkeit, Unbedenklichkeitsbescheinigung
Belehrung, Schulung IHK, Unterweisung, Gaststättenunterrichtung > IHK-Unterrichtung
Plan der Räume, Raumplan, Bauzeichnung, Zeichnung > Grundriss
Vorstrafen, polizeiliches Zeugnis, Strafregister > Führungszeugnis
Pachtvertrag, Mietvertrag, Vertrag Räume > Miet- oder Pachtvertrag
sofort, gleich, am selben Tag, zeitgleich, rechtzeitig > gleichzeitig
Samstag > Sonnabend
Laubsack, Laubsäcke, Gartensack, Grünsack, Säcke für Laub > Papiersäcke
mitwachsen, wächst mit, flexibel, anpassen, skalieren > Skalierbarkeit, Flexibilität
billiger, spart Geld, günstiger, Kosten sparen > Kosteneffizienz
wenig Einwohner, wenige Leute, plattes Land, Land, Provinz, abgelegen > dünn besiedelter, ländlichen Raum
auf dem Land, Landleben, Dorfleben, Provinz > ländlichen Raum
Straßen und Leitungen, Versorgung, Anbindung > Infrastruktur
Patenschaft, Ratgeber, Begleiter, Coach > Mentoren
Spaß an Digitalisierung, Freude, Motivation, Lust, Team motivieren, Teamgeist > Freude, Teams
Kultur im Betrieb, Unternehmenskultur, Umdenken > Kulturwandel
Leitspruch, Thema des Tages, Überschrift, Slogan > Motto
Kennenlernen, Netzwerken, Kontakte knüpfen, Austausch > Netzwerkrunde, Vernetzung
Vorträge, Programm der Messe, Messeprogramm, Bühnenprogramm > Vortrag, Talk
zugehört, moderiert, führte durch, leitete die Runde > moderierte
Pflegekräfte, Pflege Roboter, KI Pflege > Künstliche Intelligenz, Pflege
Bürgerfreundlich, Kundennähe, näher am Bürger > Bürgernähe
Beispiel aus der Praxis, Erfahrungsbericht, Bericht aus der Praxis > Praxisbericht
Prüfer, Kassenprüfung, Rechnungsprüfer, Rechnungsprüfung > Rechnungsprüfungsausschuss
Geldausschuss, Haushaltsausschuss, Ausschuss für Geld, Finanzen Ausschuss > Finanzausschuss
Sozialausschuss, Jugendausschuss, Seniorenausschuss > Ausschuss für Jugend, Senioren und Soziales
Schulausschuss, Kulturausschuss, Sportausschuss > Ausschuss für Schule, Kultur und Sport
Bauausschuss, Verkehrsausschuss > Ausschuss für Stadtentwicklung, Bau und Verkehr
Wirtschaftsausschuss, Tourismusausschuss, Handwerksausschuss > Ausschuss für Wirtschaftsförderung
verspätet, verzögert, Entwurf, Vorschlag > Entwurf, beraten
Firmensitz woanders, Mutterkonzern, Zentrale, Hauptverwaltung > Hauptsitz
kleine Firmen überall, viele kleine Firmen, Kleinbetriebe > kleinteilige Wirtschaft
Patentblatt, Patentdokument, alte Schriften > Patentschriften
welterste, neu auf der Welt, weltweit, weltweit neu > weltweite, Neuheit
Marktplatz Ideen, Verwertung, vermarkten, Idee zu Geld > Verwertungsverbund
Fachkräfte aus der Stadt, Digitalnomaden, Homeoffice auf dem Land, Coworking auf dem Land > Fachleute und Kreative
Bodenbelag, Untergrund, Boden, Baugrund > Untergrund
Bedingungen, Kleingedrucktes, Konditionen > Bedingungen
Pachtende, Laufzeit Projekt, Dauer Projekt > Laufzeit
Ortsplan, Lageplan, wo genau, welche Straßen > Bereich, südlich, westlich
Geschenk, gestiftet, Unterstützer, Förderer > Unterstützern, Spender
Lebensmittelhersteller, Lebensmittelfirma, Lebensmittelfabrik > Lebensmittelhersteller
Nahrung, Snack, Beilage, Fertigprodukt > Püree, Snacks
nachreichen, nachträglich beantragen, später beantragen, hinterher beantragen > vor Beginn
Tonne stehen, Tonne Straße stehen, Mülltonne stehen > Behälter bereitstehen
übrig geblieben, geblieben, davon geschafft, geschafft > umgesetzt
# written short
km > Kilometer
Jan > Januar
Feb > Februar
Apr > April
Jun > Juni
Jul > Juli
Aug > August
Sept, Sep > September
Okt > Oktober
Nov > November
Dez > Dezember
allererste, allerersten, allererster > erste, ersten, erster
Steuersatz, Steuersätze > Hebesatz, Hebesätze
buddeln, gebuddelt, aufbuddeln > Trasse, bauen, Bauarbeiten
Heimatmuseum, Stadtmuseum > Museum
`;
