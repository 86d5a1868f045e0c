/**
 * Words of general German that stand for each other in texts about history, nature, technology and persons, kept by
 * hand; one group a line, read as in `municipal.ts`.
 */
export const generalSynonyms = `
# life and death
sterben, starb, gestorben, Tod, umkommen, kam um, kamen um, ums Leben kommen, kam ums Leben, kamen ums Leben
umbringen, umgebracht, ermorden, ermordet, Mord, töten, getötet
Opfer, Tote, Todesopfer
tot > starb, gestorben
Todesursache > starb an
Selbstmord, Suizid, Selbsttötung
geboren, zur Welt kommen, kam zur Welt, Geburt
Geburtsort, Geburtsstadt > geboren
Geburtsjahr, Geburtsdatum > geboren
Ehefrau, Gattin, Ehepartnerin > heiratete, Frau, verheiratet
Ehemann, Gatte > heiratete, Mann, verheiratet
heiraten, heiratete, geheiratet, Hochzeit, vermählen
Kindheit, Jugend > aufgewachsen, wuchs
aufwachsen, wuchs, aufgewachsen
Beruf > arbeitete, tätig
begraben, beigesetzt, bestattet, Grab, Beisetzung, Begräbnis
Herkunft > stammte, stammt
# making
erfinden, erfand, erfunden, Erfinder, Erfindung
entwickeln, entwickelte, Entwicklung
entdecken, entdeckte, Entdeckung, Entdecker
finden, fand, gefunden, Fund
gründen, gegründet, gründete, Gründung, Gründer
Gründer, Begründer
Architekt, Baumeister > Entwurf, Pläne, entworfen, entwarf
entwerfen, entwarf, entworfen, Entwurf
errichten, erbauen, bauen, gebaut, erbaut, errichtet
Erbauer, Bauherr > errichtet, gebaut, bauen
Bauwerk, Gebäude
Bauzeit > gebaut, errichtet
Autor, Verfasser, Schriftsteller > schrieb, verfasste, geschrieben
schreiben, schrieb, geschrieben, verfassen, verfasste, verfasst
Komponist > komponierte, Musik
Maler > malte, gemalt
Werk, Arbeit
herstellen, hergestellt, Herstellung, produzieren, Produktion, fertigen
Material, Werkstoff > besteht
zusammensetzen > besteht, bestehen
bestehen, besteht > enthält, zusammengesetzt
umbauen, Umbau
zerstören, zerstört, Zerstörung, vernichtet, vernichten
# beginning and end
beginnen, begann, begonnen, anfangen, Beginn, Anfang, Start
enden, endete, Ende, beenden, beendet, aufhören
entstehen, entstand, entstanden, Entstehung
eröffnen, eröffnet, Eröffnung, Einweihung, eingeweiht
schließen, geschlossen, Schließung
einführen, eingeführt, Einführung
abschaffen, abgeschafft, Abschaffung, aufgehoben, Aufhebung
vorher, zuvor, früher
später, danach, anschließend
Nachfolger > folgte, löste ab
Vorgänger > zuvor, vorher
scheitern, scheiterte, gescheitert
aufgeben, aufgegeben, gab auf
# cause
Grund, Ursache, Anlass, Auslöser
Folge, Auswirkung, Wirkung, Konsequenz
führen, führte > bewirkte, verursachte
verursachen, auslösen, ausgelöst, verursacht
Zweck, Ziel, Absicht
dienen, diente, dient > genutzt, verwendet
verwenden, verwendet, nutzen, genutzt, benutzen, Verwendung, Nutzung
Vorteil, Nutzen
Nachteil, Problem
Voraussetzung, Bedingung
# measure
Höhe > Meter, hoch
Länge > Kilometer, Meter, lang
Breite > Meter, breit
Tiefe > Meter, tief
Gewicht, Masse > Kilogramm, Tonnen, wiegt
wiegen, wiegt, wog, schwer, Gewicht
Größe > Meter, Zentimeter, groß
Fläche > Quadratkilometer, Hektar
Geschwindigkeit, Tempo > Kilometer, schnell
Temperatur > Grad
heiß, warm > Grad
Entfernung, Abstand, Distanz
Alter > Jahre alt
Dauer > dauerte, dauert
dauern, dauerte, Dauer
Anzahl, Zahl, Menge
Anteil, Prozentsatz > Prozent
Hälfte > Prozent
Kosten, Preis, kosten, kostete, gekostet
Einwohner, Bevölkerung, Bewohner, Einwohnerzahl
durchschnittlich, Durchschnitt, Mittel, mittlere
ungefähr, etwa
mindestens, wenigstens
höchstens, maximal
zunehmen, steigen, stieg, wachsen, wuchs, Zunahme, Anstieg
abnehmen, sinken, sank, zurückgehen, Rückgang, Abnahme
# states and wars
Krieg, Kämpfe
kämpfen, kämpfte, Kampf, Schlacht
siegen, siegte, Sieg, gewinnen, gewann, besiegen, besiegte, schlug
Sieger, Gewinner
verlieren, verlor, Niederlage, unterliegen
erobern, erobert, Eroberung, einnehmen, eingenommen
angreifen, Angriff, überfallen, überfiel, Überfall
verteidigen, Verteidigung, verteidigte
Feind, Gegner
Soldaten, Truppen, Heer, Armee, Mann
Herrscher, König, Kaiser, Fürst
herrschen, regieren, regierte, herrschte, Herrschaft, Regierung
ernennen, ernannt, Ernennung
wählen, gewählt, wählte, Wahl
Regierungschef, Premierminister, Ministerpräsident, Kanzler
Staatsoberhaupt, Präsident
Vertrag, Abkommen, Vereinbarung
unterzeichnen, unterschreiben, unterzeichnet, unterschrieben, Unterzeichnung
verbieten, verboten, Verbot, untersagt
erlauben, erlaubt, gestattet, dürfen
Aufstand, Rebellion, Revolte
fliehen, floh, geflohen, Flucht, flüchten
auswandern, Auswanderung, emigrieren, emigrierte, Emigration
Hinrichtung, hingerichtet, hinrichten
verhaften, verhaftet, festgenommen, Gefängnis, inhaftiert, Haft
Strafe, bestrafen, bestraft
Gesetz, Vorschrift
Gericht, Prozess
Mitglied, angehören, gehört
Anhänger, Unterstützer
Hauptstadt, Regierungssitz
USA, Vereinigte Staaten, US-amerikanisch, amerikanisch, Amerika
EU, Europäische Union
Großbritannien, Vereinigtes Königreich, England, britisch
DDR, Ostdeutschland
WM, Weltmeisterschaft
Endspiel, Finale
Fußballweltmeisterschaft, Fußball-Weltmeisterschaft
# people and speech
nennen, genannt, nannte, bezeichnen, bezeichnet, Bezeichnung, Name
Spitzname, Beiname > genannt
heißen, hieß > genannt, Name
Bedeutung > bedeutet
Wort, Begriff, Ausdruck
glauben, meinen, Ansicht, Meinung, Auffassung
behaupten, behauptete, Behauptung
vorschlagen, schlug vor, vorgeschlagen, Vorschlag
fordern, forderte, Forderung, verlangte, verlangen
kritisieren, Kritik, kritisiert
unterstützen, unterstützt, Unterstützung, helfen, half
beeinflussen, Einfluss, beeinflusst
lehren, lehrte, unterrichten, unterrichtete, Unterricht, Lehrer
studieren, studierte, Studium
Auszeichnung, Preis, ausgezeichnet
erhalten, erhielt, bekommen, bekam, verliehen
kaufen, kaufte, gekauft, erwerben, erwarb, Kauf
verkaufen, verkaufte, verkauft, Verkauf
besitzen, besitzt, gehört, Eigentum
bezahlen, zahlte, zahlen, bezahlt
leben, lebte, wohnen, wohnte
Wohnort, Wohnsitz > lebte, wohnte
reisen, reiste, Reise
zurückkehren, Rückkehr, kehrte zurück, zurück
ankommen, Ankunft, erreichte
verlassen, verließ
# nature
Lebensraum, vorkommen > lebt, leben
Nahrung, fressen, ernähren, Futter, Speiseplan
Nachwuchs, Junge, Jungtiere
Feinde > gejagt, bedroht
ausgestorben, ausgerottet, aussterben
Tierart, Art
Krankheit, Erkrankung, Leiden
ansteckend, anstecken, infizieren, Infektion
Gift, giftig
Erdbeben, Beben
Überschwemmung, Hochwasser, Flut
Unwetter, Gewitter, Sturm
Brand, Feuer, brannte
Klima, Wetter
Zufluss, Nebenfluss
münden, mündet, Mündung
Quelle, entspringt, entspringen
Berg, Gipfel
Weltall, All, Weltraum
`;
