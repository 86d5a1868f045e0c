import { civilDate, instantOf, showDay } from '#platform/formats';
import { askedAlone } from '#platform/scope';
import type { Asking, Recall } from '#platform/scope';
import { firstSaid } from '#modules/publishing';
import type { TenantScope } from '#platform/scope.server';
import type { CollectionArea, Stream } from './model.ts';
import { streamsOf } from './plans.server.ts';
import { START_PAGE } from './searchable.server.ts';
import { findAddresses, listAreas, listCollections } from './queries.server.ts';
import { nextOfEachStream } from './rules.ts';

const ASKS =
  /(?<!\p{L})(?:wann|when|what day|n(?:ä|ae)chste[rns]?|heute|morgen|today|tomorrow|next)(?!\p{L})/iu;
const ABOUT =
  /tonne|m(ü|ue)ll|abf(ä|ae)lle|abfall|abfuhr|gelbe[rn]? s(a|ä)ck|leer(t|ung)|sperrm|weihnachtsb(a|ä|ae)um|\b(?:bins?|rubbish|waste|garbage|trash|recycling)\b/i;

const IS_FETCHED =
  /abgeholt|geholt|abfuhr|geleert|leerung|holt|rausstellen|raus|(?:kommt|fährt) .*(?:müll|abfuhr)|collected|collection|picked up|pick-?up/i;
/** "Abfuhrtermine", "Müllkalender", "garbage collection dates" ask when without saying so. */
const CALENDAR =
  /(?:abfuhr|leerungs?|m(?:ü|ue)ll|abfall|tonnen)(?:termine?|kalender|plan|tage?)(?!\p{L})|(?<!\p{L})m(?:ü|ue)llabfuhr\s*[?.!]*$|(?:garbage|rubbish|waste|bin|trash) (?:collection|pick-?up)(?: (?:dates?|days?|times?|calendar|schedule))?/iu;

const ASKS_ELSE =
  /(?<!\p{L})(?:wer|warum|wieso|wie viel|seit wann|ab wann|bis wann|kam|gab|eingeführt|gültig|verschieb\p{L}*|ostermontag|ostern|feiertag\p{L}*|spätestens|handy|app|telefon\p{L}*|\p{L}*nummer|kost\p{L}*|gebühr\p{L}*|who|why|cost)(?!\p{L})/iu;

/** "Gelbe Tonne Sudenhof", "Biotonne": the bin and a place, and nothing is asked of it but when. */
const BARE =
  /^\s*(?:(?:die|der) )?(?:(?:gelbe[rn]?|blaue|braune|schwarze|graue) (?:tonne|sack)|\p{L}+tonne|(?:rest|bio|haus)m(?:ü|ue)ll|(?:yellow|paper|organic|residual) (?:bin|waste))((?: in| im)?(?: \p{L}+)?)\s*[?.!]*$/iu;

/** What "der Müll" is without another word. */
const EVERYDAY: readonly Stream[] = ['residual', 'organic', 'paper', 'packaging'];

// More areas than this are no answer; the page asks for the street.
const AREAS_SAID = 3;

/** "Wann wird bei mir die Papiertonne geholt?" is answered from the plan, for the street named or for each area. */
export const collectionReader = {
  kind: 'waste',
  readsAll: true,
  asks: (question: string) =>
    !ASKS_ELSE.test(question) &&
    (CALENDAR.test(question) ||
      BARE.test(question) ||
      (ASKS.test(question) &&
        ABOUT.test(question) &&
        (streamsOf(question).length > 0 || IS_FETCHED.test(question)))),

  async read(tenant: TenantScope, question: string, { recall, before }: Asking = askedAlone) {
    const all = await recall('waste areas', () => listAreas(tenant));
    const named = await areasNamed(tenant, all, [question, ...before], recall);
    // "Biotonne bestellen" names no place.
    if (named.length === 0 && BARE.exec(question)?.[1]) return null;
    const areas = named.length > 0 ? named : all;
    if (areas.length === 0) return null;
    // "Müll" alone may be any bin, and without a street any of many areas: the page asks for the street.
    const streams = firstSaid(question, before, streamsOf);
    const isVague = streams.length === 0 && areas.length > 1;
    if (isVague || areas.length > AREAS_SAID)
      return { id: START_PAGE, sentences: [{ key: 'waste.answer.which', values: {} }] };
    const wanted = streams.length > 0 ? streams : EVERYDAY;
    const found = await Promise.all(
      areas.map(async (area) => ({
        id: area.id,
        sentences: await sentencesOf(tenant, area, wanted, recall),
      })),
    );
    const told = found.filter(({ sentences }) => sentences.length > 0);
    return told.length > 0 ? told : null;
  },
};

/** The areas of the street or village that the latest of the questions names. */
async function areasNamed(
  tenant: TenantScope,
  areas: readonly CollectionArea[],
  questions: readonly string[],
  recall: Recall,
): Promise<CollectionArea[]> {
  for (const question of questions) {
    const named = areas.filter((area) => question.toLowerCase().includes(area.name.toLowerCase()));
    if (named.length > 0) return named;
    for (const words of placeNames(question)) {
      const addresses = await recall(`waste addresses ${words}`, () => findAddresses(tenant, words));
      const found = addresses.filter(
        // Without "in" or "am" before it only the whole name of a village is one.
        ({ locality }) => words !== barePlace(question) || locality.toLowerCase() === words.toLowerCase(),
      );
      const keys = new Set(found.map((address) => address.areaKey));
      if (keys.size > 0) return areas.filter((area) => keys.has(area.key));
    }
  }
  return [];
}

/** What may be a street or village: what stands after "in", "in der", "am". */
function placeNames(question: string): string[] {
  const after =
    /\b(?:in|im|am|an|auf)\s+(?:de[rmn]\s+)?(\p{L}[\p{L}.-]+(?:\s+(?:stra(?:ß|ss)e|str\.?|weg|platz|heide))?)/giu;
  return [...[...question.matchAll(after)].map((match) => match[1]!), barePlace(question) ?? []].flat();
}

/** "Abfuhrtermine Sudenhof": the last word, where it is a name. */
function barePlace(question: string): string | null {
  return /\s(\p{L}{4,})\s*[?.!]*$/u.exec(question)?.[1] ?? null;
}

async function sentencesOf(
  tenant: TenantScope,
  area: CollectionArea,
  wanted: readonly Stream[],
  recall: Recall,
) {
  const today = civilDate(tenant.now());
  const collections = await recall(`waste collections ${area.id} ${today}`, () =>
    listCollections(tenant, area, { from: today, to: area.coveredUntil }),
  );
  return nextOfEachStream(collections, today)
    .filter((one) => wanted.includes(one.stream))
    .map((one) => ({
      key: one.reason ? 'waste.answer.moved' : 'waste.answer',
      values: {
        area: area.name,
        stream: { key: `waste.stream.${one.stream}` },
        day: showDay(instantOf(one.date), tenant.locale),
        reason: one.reason ?? '',
      },
    }));
}
