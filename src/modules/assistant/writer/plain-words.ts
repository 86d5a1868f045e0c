// Lists the check of a model's wording needs. In lower case, as the check compares.

/** Words that may begin a sentence or are always capitalised and name nothing. */
export const UNSAYING_WORDS: ReadonlySet<string> = new Set(
  `sie ihr ihre ihren ihrem ihrer ihres ihnen es er wir man das die der den dem des ein eine einen einem einer eines
  dies diese dieser dieses diesen dort hier da dann wenn weil dass ob damit dafür dazu darauf daran dabei davon darüber
  in im am an auf für mit bei von vom zum zur zu nach aus über unter ab bis seit um und oder aber auch nur noch schon
  ja nein bitte derzeit aktuell zurzeit heute wer was wo wie wann welche welcher welches alle jede jeder jedes
  angabe angaben antwort frage fragen auskunft hinweis quelle quellen laut gemäß außerdem zusätzlich
  nicht kein keine keinen
  the a an this that these those it its he she they you your we our i there here in on at for from to of with by as and or but if when
  yes no please not currently today who what where how which all every each according also only more further
  is are can may must do does`.split(/\s+/),
);

/** Names of months and days, English to German, for answers in English from German sentences. */
export const CALENDAR_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    monday: 'montag',
    mondays: 'montag',
    tuesday: 'dienstag',
    tuesdays: 'dienstag',
    wednesday: 'mittwoch',
    wednesdays: 'mittwoch',
    thursday: 'donnerstag',
    thursdays: 'donnerstag',
    friday: 'freitag',
    fridays: 'freitag',
    saturday: 'samstag',
    saturdays: 'samstag',
    sunday: 'sonntag',
    sundays: 'sonntag',
    january: 'januar',
    february: 'februar',
    march: 'märz',
    may: 'mai',
    june: 'juni',
    july: 'juli',
    october: 'oktober',
    december: 'dezember',
  }),
);

/** Numbers written as words; "ein" and "one" are articles as often as numbers. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    zwei: '2',
    drei: '3',
    vier: '4',
    fünf: '5',
    sechs: '6',
    sieben: '7',
    acht: '8',
    neun: '9',
    zehn: '10',
    elf: '11',
    zwölf: '12',
    zwanzig: '20',
    dreißig: '30',
    fünfzig: '50',
    hundert: '100',
    tausend: '1000',
    million: '1000000',
    millionen: '1000000',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    eleven: '11',
    twelve: '12',
    twenty: '20',
    thirty: '30',
    fifty: '50',
    hundred: '100',
    thousand: '1000',
  }),
);
