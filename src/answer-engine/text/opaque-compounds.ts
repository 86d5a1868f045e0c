import { stem } from './stem.ts';

// Compounds that are no kind of one of their words: a Hochschule is no Schule, a Bahnhof no Hof. Kinds (Grundschule) are not here.
const opaque = `
schule: hochschule fachhochschule volkshochschule baumschule fahrschule
hof: bahnhof busbahnhof omnibusbahnhof friedhof wertstoffhof bauhof gasthof schlachthof
werk: handwerk kraftwerk netzwerk stockwerk bauwerk fachwerk laufwerk bergwerk feuerwerk kunstwerk stadtwerke
stand: leerstand vorstand abstand zustand bestand gegenstand umstand rückstand widerstand sachstand
zeit: hochzeit mahlzeit freizeit
markt: arbeitsmarkt supermarkt baumarkt
garten: kindergarten
platz: arbeitsplatz ausbildungsplatz stellplatz studienplatz kitaplatz betreuungsplatz flugplatz
punkt: schwerpunkt standpunkt zeitpunkt stützpunkt
schein: führerschein gutschein gewerbeschein jagdschein
stoff: wertstoff rohstoff kraftstoff schadstoff wasserstoff impfstoff
raum: zeitraum freiraum spielraum
feld: umfeld handlungsfeld
dienst: verdienst
land: ausland inland deutschland
wirtschaft: gastwirtschaft landwirtschaft abfallwirtschaft
gang: jahrgang rundgang eingang zugang umgang vorgang lehrgang studiengang
führung: führungszeugnis
halt: haushalt aufenthalt unterhalt inhalt gehalt
wahl: auswahl
praxis: praxisbericht praxisbeispiel
frau: fraunhofer
hof: fraunhofer
`;

const partsByCompound = new Map<string, ReadonlySet<string>>();
for (const line of opaque.trim().split('\n')) {
  const [part = '', compounds = ''] = line.split(':');
  for (const compound of compounds.trim().split(' ')) {
    const known = partsByCompound.get(stem(compound));
    partsByCompound.set(stem(compound), new Set([...(known ?? []), stem(part)]));
  }
}

/** True when a compound, both as terms, is no kind of one of its words. */
export const isOpaque = (compound: string, part: string): boolean =>
  partsByCompound.get(compound)?.has(part) ?? false;
