import { civilDate, instantOf, showDay } from '#platform/formats';
import { readAnew } from '#platform/scope';
import type { Recall } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import type { CollectionArea, Stream } from './model.ts';
import { streamsOf } from './plans.server.ts';
import { START_PAGE } from './searchable.server.ts';
import { findAddresses, listAreas, listCollections } from './queries.server.ts';
import { nextOfEachStream } from './rules.ts';

const ASKS = /(?<!\p{L})(?:wann|when|n(?:ä|ae)chste[rns]?|heute|morgen|today|tomorrow)(?!\p{L})/iu;
const ABOUT =
  /tonne|m(ü|ue)ll|abfuhr|gelbe[rn]? sack|leer(t|ung)|bioabfall|sperrm|weihnachtsb(a|ä|ae)um|\bbin\b|rubbish|waste/i;

const IS_FETCHED = /abgeholt|geholt|abfuhr|geleert|leerung|holt|rausstellen|raus|collected|picked up/i;

/** What "der Müll" is without another word. */
const EVERYDAY: readonly Stream[] = ['residual', 'organic', 'paper', 'packaging'];

// More areas than this are no answer; the page asks for the street.
const AREAS_SAID = 3;

/** "Wann wird bei mir die Papiertonne geholt?" is answered from the plan, for the street named or for each area. */
export const collectionReader = {
  kind: 'waste',
  asks: (question: string) =>
    ASKS.test(question) &&
    ABOUT.test(question) &&
    (streamsOf(question).length > 0 || IS_FETCHED.test(question)),

  async read(tenant: TenantScope, question: string, _: readonly string[] = [], recall = readAnew) {
    const areas = await areasMeant(tenant, question, recall);
    if (areas.length === 0) return null;
    // "Müll" alone may be any bin, and without a street any of many areas: the page asks for the street.
    const isVague = streamsOf(question).length === 0 && areas.length > 1;
    if (isVague || areas.length > AREAS_SAID)
      return { id: START_PAGE, sentences: [{ key: 'waste.answer.which', values: {} }] };
    const sentences = [];
    for (const area of areas) sentences.push(...(await sentencesOf(tenant, area, question, recall)));
    return sentences.length > 0 ? { id: areas[0]!.id, sentences } : null;
  },
};

async function areasMeant(tenant: TenantScope, question: string, recall: Recall): Promise<CollectionArea[]> {
  const areas = await recall('waste areas', () => listAreas(tenant));
  const named = areas.filter((area) => question.toLowerCase().includes(area.name.toLowerCase()));
  if (named.length > 0) return named;
  for (const words of placeNames(question)) {
    const addresses = await recall(`waste addresses ${words}`, () => findAddresses(tenant, words));
    const keys = new Set(addresses.map((address) => address.areaKey));
    if (keys.size > 0) return areas.filter((area) => keys.has(area.key));
  }
  return areas;
}

/** What may be a street or village: what stands after "in", "in der", "am". */
function placeNames(question: string): string[] {
  const after =
    /\b(?:in|im|am|an|auf)\s+(?:de[rmn]\s+)?(\p{L}[\p{L}.-]+(?:\s+(?:stra(?:ß|ss)e|str\.?|weg|platz|heide))?)/giu;
  return [...question.matchAll(after)].map((match) => match[1]!);
}

async function sentencesOf(tenant: TenantScope, area: CollectionArea, question: string, recall: Recall) {
  const today = civilDate(tenant.now());
  const named = streamsOf(question);
  const wanted = named.length > 0 ? named : EVERYDAY;
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
