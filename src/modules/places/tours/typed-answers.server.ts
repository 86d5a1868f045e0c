import { subjectWordsOf } from '#modules/publishing';
import { newestReader } from '#modules/publishing.server';
import { tourKind } from './kind.server.ts';

const BY_BIKE = /rad(?:tour|weg|rund)|fahrrad|(?<!\p{L})(?:bike|cycling)/iu;
const ON_FOOT = /wander|rundg(?:a|ä)ng|führung|spazierg(?:a|ä)ng|(?<!\p{L})(?:walks?|hik\p{L}*)(?!\p{L})/iu;
const TOURS =
  /(?<!\p{L})(?:(?:rad|fahrrad|wander|stadt)?tour(?:en|s)?|(?:stadt|orts|dorf)?rundg(?:a|ä)nge?|(?:stadt|orts)führung(?:en)?|führung(?:en)? durch die (?:stadt|innenstadt)|wandern|wander(?:weg|wege|ung|ungen)|radweg\p{L}*touren|spazierg(?:a|ä)nge?|walks|hikes?|hiking(?: trails?)?|bike tours?)(?!\p{L})/iu;
const FRAME =
  /^(?:\p{L}*tour(?:en|s)?|\p{L}*rundg[aä]nge?|(?:stadt|orts)?führung(?:en)?|durch|innenstadt|wander\p{L}*|spazierg[aä]nge?|walks|hik\p{L}*|bike|fahrrad|finde|machen|empfehlen|schöne\p{L}*|gute\p{L}*|umgebung|nähe|trails?)$/u;

/** "Welche Touren gibt es?", "Wanderwege in Hagenow" */
export const tourReader = newestReader(tourKind, {
  isTimeless: true,
  asks: (question) =>
    TOURS.test(question) &&
    !/(?<!\p{L})(?:wann|kost\p{L}*|when|how much)(?!\p{L})/iu.test(question) &&
    subjectWordsOf(question).every((word) => FRAME.test(word)),
  isMeant(question, { details: { means } }) {
    if (BY_BIKE.test(question)) return means === 'bike';
    return !ON_FOOT.test(question) || means === 'walk';
  },
});
