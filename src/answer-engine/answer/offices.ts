import { registersOneself } from './cues.ts';

/**
 * Which office of a German municipality is usually asked about what: subject words against the role's name.
 * Used only for roles that the town's own pages name.
 */
export const officeHints: readonly (readonly [RegExp, RegExp])[] = [
  [registersOneself, /bürgerbüro|bürgerservice|bürgeramt|einwohnermelde/i],
  [
    /(?<!park)ausweis(?!.*(?:bibliothek|bücherei|lese))|reisepass|\bpass\b|kinderpass|ummeld|zugezogen|umgezogen|umzug|anmelden.*wohn|wohnsitz|meldebescheinigung|führungszeugnis|führerschein|kfz|zulassung|kennzeichen|aufenthalts|residence permit|passport|id card|beglaubig|fundbüro|fundsache|\bfund\b|gefunden|verloren/i,
    /bürgerbüro|bürgerservice|bürgeramt|einwohnermelde/i,
  ],
  [/lese(?:r)?ausweis|bücherei|bibliothek|library|bücher|experimentierraum/i, /bibliothek|bücherei/i],
  [/steuer|hebesatz|haushalt\b|schulden|stadtkasse|gebührenbescheid|\btax/i, /finanz|kämmerei|steuer/i],
  [
    /baugenehmigung|bauantrag|bebauungsplan|b-plan|bauplatz|bauland|building permit|anbau|garage|carport|denkmal/i,
    /bauen|bauamt|bauordnung/i,
  ],
  [
    /müll|abfall|tonne|grünschnitt|schadstoff|sperrgut|bauschutt|gelbe[rn]? s[aä]ck|sperrmüll|wertstoff|recycling|entsorg|altpapier|waste|garbage|rubbish/i,
    /abfall|entsorgung/i,
  ],
  [
    /\bstrom|\bgas\b|wasserpreis|(?:trink|ab)?wasser\b|fernwärme|heizung|stadtwerke|electricity|zählerstand|(?:gas|strom|wasser)zähler|hausanschluss|ladesäule|ladestation|e-auto lad|elektroauto/i,
    /stadtwerke/i,
  ],
  [
    /gewerbe(?:an|ab|um)?meld|gewerbeschein|gaststätte|ausschank|schank|bierwagen|getränkestand|reisegewerbe|marktstand|sondernutzung|register a business|alcohol/i,
    /gewerbeangelegenheit|ordnungsamt|gewerbeamt/i,
  ],
  [
    /glasfaser|breitband|internet(?!seite)|broadband|fibre|mobilfunk|handyempfang|funkloch|\b5g\b|\blte\b/i,
    /breitband/i,
  ],
  [/patent|gebrauchsmuster|markenanmeldung|erfindung/i, /patent/i],
  [/leader\b/i, /leader/i],
  [/museum|synagoge/i, /museum/i],
  [/zuschuss|förder|darlehen|\bgrw\b|digitrans|grant|subsid|funding/i, /förderinstitut/i],
  [/leerstand|leere[rn]? laden|laden(?:lokal|miete|fläche)|vacant/i, /leerstand/i],
  [
    /gewerbefläche|gewerbegebiet|gewerbegrundstück|industriegebiet|(?:gewerbe|lager|produktions|industrie)halle|industrial (?:hall|site|park)|warehouse|ansiedl|wirtschaftsförder|geschäftsführer|betriebsleiter|werksleiter|azubi|auszubildende|fachkräfte|umsatz|übernachtungen/i,
    /wirtschaftsförderung der/i,
  ],
  [
    /sitzung|tagesordnung|protokoll|niederschrift|ratsinfo|(?:tagt|tagen) (?:der|die|das)|stadtvertretung/i,
    /sitzungsdienst/i,
  ],
  [/bürgschaft|beteiligungskapital|guarantee/i, /finanzierung/i],
  [/\bihk\b|handelskammer|chamber of commerce/i, /^ihk/i],
  [
    /lehrling|lehrstelle|ausbild|anlernen|weiterbild|fortbild|meisterprüfung|apprentice/i,
    /^ihk|handwerkskammer/i,
  ],
  [
    /beschwer|ehrenamt|kita|kindergarten|krippe|tagesmutter|hort(?:platz)?\b|schule|schöffe|wahlhelfer|amtsblatt|heirat|standesamt|trauung|hochzeit|geburt|friedhof|freibad|schwimmbad|rufbus|\bbus\b|\bzob\b|bahnhof|\bz[uü]ge?\b|toilette|schließf[aä]ch|parken|parkpl[aä]tz|bürgermeister|\bmayor\b|falschpark|knöllchen|hund(?!esteuer)|weihnachtsmarkt|stadtfest|straßenlaterne|schlagloch|spielplatz|rathaus|stadtverwaltung|town hall|city hall|[aä]rzt|apotheke|senioren|elterngeld|kindergeld|wohngeld|sozialhilfe|schwerbehindert|arbeitslos|bürgergeld|jobcenter|stadtführung|stadtrundgang|kleingarten|wohnung|sprachkurs|feuerwehr|geldautomat|bankautomat/i,
    /stadtverwaltung|gemeindeverwaltung|amtsverwaltung/i,
  ],
];
