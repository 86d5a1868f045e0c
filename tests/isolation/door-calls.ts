import * as v from 'valibot';
import { createAssistant } from '#modules/assistant.server';
import * as assistantDoor from '#modules/assistant.server';
import { createAttendance } from '#modules/attendance.server';
import * as attendanceDoor from '#modules/attendance.server';
import * as eventsDoor from '#modules/events.server';
import { createExchange } from '#modules/exchange.server';
import * as exchangeDoor from '#modules/exchange.server';
import * as handoverDoor from '#modules/handover.server';
import * as identityDoor from '#modules/identity.server';
import * as knowledgeDoor from '#modules/knowledge.server';
import * as newsDoor from '#modules/news.server';
import * as noticesDoor from '#modules/notices.server';
import { readRequestQuery } from '#modules/open311';
import * as open311Door from '#modules/open311.server';
import * as patentsDoor from '#modules/patents.server';
import * as placesDoor from '#modules/places.server';
import type { Place, Tour } from '#modules/places';
import type { Article } from '#modules/knowledge';
import * as publishing from '#modules/publishing.server';
import * as reportsDoor from '#modules/reports.server';
import * as suggestionsDoor from '#modules/suggestions.server';
import * as tenancyDoor from '#modules/tenancy.server';
import type { CollectionArea } from '#modules/waste';
import * as wasteDoor from '#modules/waste.server';
import { momentOf } from '#platform/formats';
import { done } from '#platform/outcome';
import { askedAlone, readAnew } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { joinHandover } from '#wiring/handover.server';
import { kinds, searchables } from '#wiring/kinds.server';
import { joinOpen311 } from '#wiring/open311.server';
import { joinReports } from '#wiring/reports.server';
import { joinSuggestions } from '#wiring/suggestions.server';
import { inDays, markedDetails, markedDraft } from './marked-content.ts';
import { ownerFormOf } from './seeded-owners.ts';
import { suggested } from './seeded-suggestions.ts';
import { SECRET } from './two-towns.ts';
import type { SeededState, SeededTown, TwoTowns } from './two-towns.ts';

/** Calls a door in `scope` with every id, address and secret of the town `of`. */
export type DoorCall = (scope: TenantScope, of: SeededTown) => unknown;

/** All server doors of the modules; one that is missing here fails the test that reads the folders. */
export const doors: Readonly<Record<string, object>> = {
  assistant: assistantDoor,
  attendance: attendanceDoor,
  events: eventsDoor,
  exchange: exchangeDoor,
  handover: handoverDoor,
  identity: identityDoor,
  knowledge: knowledgeDoor,
  news: newsDoor,
  notices: noticesDoor,
  open311: open311Door,
  patents: patentsDoor,
  places: placesDoor,
  publishing,
  reports: reportsDoor,
  suggestions: suggestionsDoor,
  tenancy: tenancyDoor,
  waste: wasteDoor,
};

/** Functions that work on no single town's rows, and why. */
export const withoutTown: Readonly<Record<string, string>> = {
  'attendance.createAttendance': 'makes the room; its functions are called below',
  'assistant.createAssistant': 'makes the room; its functions are called below',
  'assistant.createModelWriter': 'speaks to a language model; is handed what it may say',
  'assistant.countRefused': 'counts in memory that somebody asked too often',
  'assistant.createEndpointEmbedder': 'speaks to an embedding model; is handed what it may say',
  'assistant.createFolderEmbedder': 'asks a model in a folder; is handed what it may say',
  'assistant.hasMeaning': 'tells whether an embedding model is configured',
  'assistant.hasModel': 'tells whether a model is configured',
  'assistant.indexesHeld': 'a number for operators',
  'assistant.usualThreads': 'a number of this machine',
  'assistant.settled': 'waits for what was kept off the way of askers',
  'identity.createAdministrator': 'for the command line; takes the id of the town',
  'identity.ensureDefaultRoles': 'called by listRoles and invite',
  'identity.offerNewRights': 'walks through all towns at the start, each in a scope of its own',
  'identity.createIdentity': 'makes the room; its functions are called below',
  'identity.hasPeople': 'asks whether the server has any account',
  'exchange.createExchange': 'makes the room; its functions are called below',
  'handover.createHandover': 'makes the room; its functions are called below',
  'reports.forEachReport': 'runs what it is handed, once for each id',
  'reports.createReports': 'makes the room; its functions are called below',
  'suggestions.createSuggestions': 'makes the room; its functions are called below',
  'identity.close': 'closes the connections',
  'open311.createOpen311': 'makes the room; its functions are called below',
  'places.createPlaceOwners': 'makes the room; its functions are called below',
  'publishing.newestReader': 'makes a reader; the readers made of it are called',
  'publishing.readCursor': 'reads a mark, no rows',
  'publishing.rssOf': 'writes a feed of what it is handed',
  'publishing.writeCursor': 'writes a mark, no rows',
  'tenancy.createTenant': 'opens a town; for the command line',
  'tenancy.createTownRegistry': 'finds the town of a host',
  'tenancy.listTowns': 'the registry of towns; for hosts and the command line',
  'tenancy.stateOf': 'two letters of the Land, of the town it is asked about',
  'tenancy.townOfHost': 'chooses among towns already known',
  'waste.readCalendarPlan': 'reads a file',
  'waste.readDistrictPlans': 'reads a file',
  'waste.readRostockPlans': 'reads a file',
  'waste.readTablePlan': 'reads a file',
};

/** For importers, in their transaction: whoever calls them has asked who may import. */
export const forImports = [
  'places.writeBoundaries',
  'publishing.flagVanished',
  'publishing.importEntry',
  'publishing.raiseEdition',
];

/** Functions of rooms that are made first. */
export function roomsOf(towns: TwoTowns) {
  const { readEdition, nextChangeAt } = publishing;
  const reports = joinReports({
    secret: SECRET,
    mail: { send: async () => undefined },
    identity: towns.identity,
    files: noFiles,
    throttled: false,
  });
  const attendance = createAttendance({
    secret: SECRET,
    mail: { send: async () => undefined },
    throttled: false,
  });
  return {
    assistant: createAssistant({ searchables, readEdition, nextChangeAt }),
    exchange: createExchange({
      targets: [{ name: 'news', kind: news }],
      fetch: () => Promise.reject(new Error('nothing is fetched here')),
    }),
    handover: joinHandover({
      secret: SECRET,
      mail: { send: async () => undefined },
      identity: towns.identity,
      throttled: false,
    }),
    attendance,
    places: placesDoor.createPlaceOwners({ secret: SECRET, mail: { send: async () => undefined } }),
    identity: towns.identity,
    reports,
    open311: joinOpen311(reports),
    suggestions: joinSuggestions({
      secret: SECRET,
      mail: { send: async () => undefined },
      files: noFiles,
      throttled: false,
      attendance,
    }),
  };
}

const noFiles = {
  write: async () => undefined,
  read: async () => null,
  remove: async () => undefined,
  async *list() {},
  sweep: async () => 0,
};

const ORIGIN = 'http://localhost';

const forReports = (of: SeededTown, call: (id: string) => Promise<unknown>) =>
  Promise.all([of.reports.shown.id, of.reports.waiting.id].map((id) => settled(() => call(id))));

const news = kinds.find((kind) => kind.kind === 'news')!;
const STATES: SeededState[] = ['published', 'draft', 'review', 'archived', 'scheduled', 'expired'];

/** The same call for every kind of content and every state. */
const forEntries =
  (call: (scope: TenantScope, kind: publishing.AnyKind, id: string, slug: string) => unknown): DoorCall =>
  async (scope, of) => {
    const results: unknown[] = [];
    for (const kind of kinds)
      for (const state of STATES) {
        const { id, slug } = of.entries[kind.kind]![state];
        results.push(await settled(() => call(scope, kind, id, slug)));
      }
    return results;
  };

/** The same call for the town's event in every state. */
const forEvents =
  (call: (scope: TenantScope, eventId: string) => Promise<unknown>): DoorCall =>
  (scope, of) =>
    Promise.all(STATES.map((state) => settled(() => call(scope, of.entries.event![state].id))));

const sender = { origin: 'http://localhost', address: '192.0.2.7' };

const guest = (eventId: string) => ({
  eventId,
  recurrenceId: null,
  decoy: '',
  origin: 'http://localhost',
  address: '192.0.2.7',
});

/** A ticket is good after three seconds. */
const aMinuteAgo = (scope: TenantScope): TenantScope => ({
  ...scope,
  now: () => new Date(Date.now() - 60_000),
});

const slugsOf = (of: SeededTown, kind: string) => STATES.map((state) => of.entries[kind]![state].slug);

const find =
  (kind: string, call: (scope: TenantScope, slug: string) => Promise<unknown>): DoorCall =>
  (scope, of) =>
    Promise.all(slugsOf(of, kind).map((slug) => call(scope, slug)));

/** A list read by every filter a visitor can set, and from the other town's marks. */
const list =
  (call: (scope: TenantScope, filter: Record<string, unknown>) => Promise<unknown>): DoorCall =>
  (scope, of) =>
    Promise.all(
      [
        {},
        { limit: 1 },
        { limit: 1_000_000 },
        { area: `${of.mark} area` },
        { audience: 'business' },
        { cursor: publishing.writeCursor('2099-01-01 00:00:00+00', of.entries.news!.published.id) },
        { cursor: publishing.writeCursor('2000-01-01 00:00:00+00', of.entries.news!.published.id) },
        { cursor: '1' },
        { topic: `${of.mark} topic` },
        { parent: of.entries.article!.published.externalId },
        { parent: null },
        { q: of.mark },
        { openNow: true },
        { from: new Date('2000-01-01'), to: new Date('2100-01-01') },
      ].map((filter) => settled(() => call(scope, filter))),
    );

const askerOf = () => {
  const { readEdition, nextChangeAt } = publishing;
  return createAssistant({ searchables, readEdition, nextChangeAt }).ask;
};

/** What somebody writes who wants an answer from a person. */
const INQUIRY = {
  question: 'Wo melde ich meinen Hund an?',
  channel: 'email',
  email: 'asker@example.org',
  consent: 'ja',
};

const changed = (of: SeededTown) => ({
  draft: markedDraft('CHANGED', 'Geändert', of.word),
});

const CHANGED_DATE = {
  start: momentOf(inDays(11), false),
  end: null,
  status: 'confirmed' as const,
  title: 'CHANGED',
  venue: 'CHANGED',
  street: null,
  note: 'CHANGED',
};

export const calls: Readonly<Record<string, DoorCall>> = {
  ...Object.fromEntries(
    (['changeDate', 'changeFollowing', 'endSeriesBefore', 'removeDate', 'restoreDate'] as const).map(
      (name) => [
        `events.${name}`,
        forEntries(async (scope, kind, id) => {
          const entry = await publishing.findDeskEntry(scope, kind, id);
          const wish = { id, version: entry?.version ?? 1, recurrenceId: momentOf(inDays(10), false) };
          return eventsDoor[name](scope, wish, CHANGED_DATE);
        }),
      ],
    ),
  ),
  'events.addDate': forEntries((scope, _kind, id) =>
    eventsDoor.addDate(scope, { id, version: 1, start: momentOf(inDays(12), false) }),
  ),
  'events.explainSeries': (scope) =>
    eventsDoor.explainSeries(
      scope,
      v.parse(eventsDoor.eventKind.details, { startsAt: inDays(1), rule: 'FREQ=DAILY' }),
    ),
  'events.findMergedInto': find('event', eventsDoor.findMergedInto),
  'events.keepApart': (scope, of) =>
    eventsDoor.keepApart(scope, {
      first: of.entries.event!.published.id,
      second: of.entries.event!.draft.id,
    }),
  'events.listDuplicates': (scope) => eventsDoor.listDuplicates(scope),
  'events.listFurtherSources': forEntries((scope, _kind, id) => eventsDoor.listFurtherSources(scope, id)),
  'events.mergeEvents': (scope, of) =>
    eventsDoor.mergeEvents(scope, {
      keep: of.entries.event!.published.id,
      merge: of.entries.event!.archived.id,
    }),
  'events.findEvent': find('event', eventsDoor.findEvent),
  'events.findOccurrence': forEntries((scope, _kind, id) =>
    Promise.all([
      eventsDoor.findOccurrence(scope, id, null),
      eventsDoor.findOccurrence(scope, id, inDays(10)),
    ]),
  ),
  'events.listCalendar': (scope, of) =>
    Promise.all([
      eventsDoor.listCalendar(scope, { from: new Date(0) }),
      eventsDoor.listCalendar(scope, { venue: `${of.mark} venue`, organizer: `${of.mark} organizer` }),
    ]),
  'events.listVenues': (scope) => eventsDoor.listVenues(scope),
  'events.listDates': forEntries((scope, _kind, id) =>
    eventsDoor.listDates(scope, id, { from: new Date(0), limit: 1_000_000 }),
  ),
  'events.listEvents': list(eventsDoor.listEvents),
  'knowledge.providerReader.read': (scope, of) =>
    Promise.all(
      [`Wer forscht zu ${of.mark}?`, 'Welche Gewerbeflächen sind frei?'].map((question) =>
        knowledgeDoor.providerReader.read(scope, question),
      ),
    ),
  'knowledge.providerDocuments': (scope) => collected(knowledgeDoor.providerDocuments(scope)),
  'patents.patentDocuments': (scope) => collected(patentsDoor.patentDocuments(scope)),
  'patents.patentReader.read': (scope, of) =>
    Promise.all(
      [`Patente zu ${of.mark}`, 'Welche Patente gibt es?', 'IPC B60'].map((question) =>
        patentsDoor.patentReader.read(scope, question),
      ),
    ),
  'knowledge.serviceReader.read': (scope, of) =>
    knowledgeDoor.serviceReader.read(scope, `Wie kann ich article published ${of.mark} anmelden?`, {
      ...askedAlone,
      ids: STATES.map((state) => of.entries.article![state].id),
    }),
  'knowledge.articlePath': (scope, of) =>
    Promise.all(
      STATES.map((state) =>
        knowledgeDoor.articlePath(scope, {
          details: { parentExternalId: of.entries.article![state].externalId },
        } as Article),
      ),
    ),
  'knowledge.findArticle': find('article', knowledgeDoor.findArticle),
  'knowledge.findArticleByExternalId': (scope, of) =>
    Promise.all(
      STATES.map((state) =>
        knowledgeDoor.findArticleByExternalId(scope, of.entries.article![state].externalId),
      ),
    ),
  'knowledge.listArticles': list(knowledgeDoor.listArticles),
  'knowledge.listTopics': (scope) =>
    Promise.all([knowledgeDoor.listTopics(scope), knowledgeDoor.listTopics(scope, 'business')]),
  'news.findNews': find('news', newsDoor.findNews),
  'news.listAlerts': (scope) => newsDoor.listAlerts(scope),
  'news.listNews': list(newsDoor.listNews),
  'notices.findNotice': find('notice', noticesDoor.findNotice),
  'notices.listNotices': list(noticesDoor.listNotices),
  'notices.listOpenDeadlines': (scope) => noticesDoor.listOpenDeadlines(scope, 1000),
  'patents.findPatent': find('patent', patentsDoor.findPatent),
  'patents.listPatents': list(patentsDoor.listPatents),
  'places.countCategories': (scope) => placesDoor.countCategories(scope),
  'places.departmentsOf': async (scope, of) =>
    placesDoor.departmentsOf(scope, { slug: of.entries.place!.published.slug } as Place),
  'places.houseOf': (scope, of) =>
    placesDoor.houseOf(scope, { details: { within: of.entries.place!.published.slug } } as Place),
  'places.findPlace': find('place', placesDoor.findPlace),
  'places.findTour': find('tour', placesDoor.findTour),
  'places.listTours': list(placesDoor.listTours),
  'places.stopsOf': (scope, of) =>
    placesDoor.stopsOf(scope, { details: { stops: [of.entries.place!.published.slug] } } as Tour),
  'places.listBoundaries': (scope) => placesDoor.listBoundaries(scope),
  'places.listPlaces': list(placesDoor.listPlaces),
  'places.openingOf': (scope) =>
    placesDoor.openingOf(scope, { details: { openingHours: 'Mo-Su 00:00-24:00' } } as Place),
  'places.townGround': (scope) => placesDoor.townGround(scope),
  'places.writeBoundaries': (scope, of) =>
    scope.write((store) =>
      placesDoor.writeBoundaries(store, scope, [
        {
          key: of.mark === 'MARK-A' ? '13076060' : '13076014',
          name: 'CHANGED',
          designation: '',
          geometry: { type: 'Polygon', coordinates: [] },
          sourceName: 'CHANGED',
          licence: 'CHANGED',
        },
      ]),
    ),

  'publishing.eachPublic': async (scope) => {
    const all: unknown[] = [];
    for (const kind of kinds) for await (const slice of publishing.eachPublic(scope, kind)) all.push(slice);
    return all;
  },
  'publishing.findPublic': forEntries((scope, kind, _id, slug) => publishing.findPublic(scope, kind, slug)),
  'publishing.listNewest': (scope, of) =>
    Promise.all(
      kinds.map((kind) => list((tenant, filter) => publishing.listNewest(tenant, kind, filter))(scope, of)),
    ),
  'publishing.listAttributions': (scope) => publishing.listAttributions(scope),
  'publishing.listPublicAddresses': (scope) => publishing.listPublicAddresses(scope),
  'publishing.loadPublic': forEntries((scope, kind, id) =>
    scope.read((store) => publishing.loadPublic(store, scope, kind, [id])),
  ),
  'publishing.recallPublic': forEntries((scope, kind, id) =>
    publishing.recallPublic(scope, kind, [id], readAnew),
  ),
  'publishing.publicRows': (scope) =>
    scope.read((store) => store.select().from(publishing.entry).where(publishing.publicRows(scope, 'news'))),
  'publishing.withDetails': (scope, of) =>
    scope.read(async (store) => {
      const row = { id: of.entries.news!.published.id, title: 'Eine fremde Kennung' };
      const found = await publishing.withDetails(store, scope, news, [row as never]);
      return found.map((content) => content.details);
    }),
  'publishing.raiseEdition': (scope) => scope.write((store) => publishing.raiseEdition(store, scope)),
  'publishing.readEdition': (scope) => publishing.readEdition(scope),
  'publishing.nextChangeAt': (scope) => publishing.nextChangeAt(scope),
  'publishing.mediaOf': (scope, of) =>
    publishing
      .mediaOf(scope, [of.entries.news!.published.id, of.entries.news!.draft.id])
      .then((found) => [...found]),
  'publishing.forgetUnusedPicture': (scope, of) => publishing.forgetUnusedPicture(scope, of.looseFile),
  'publishing.findMediumFile': (scope, of) =>
    Promise.all(Object.values(of.media).map((id) => publishing.findMediumFile(scope, id))),

  'publishing.listDeskEntries': list(publishing.listDeskEntries),
  'publishing.findDeskEntry': forEntries((scope, kind, id) => publishing.findDeskEntry(scope, kind, id)),
  'publishing.findWorkingCopy': forEntries((scope, kind, id) => publishing.findWorkingCopy(scope, kind, id)),
  'publishing.approveChange': (scope, of) =>
    publishing.approveChange(scope, news, { id: of.rewritten.id, part: 'text', writtenAt: of.proposedAt }),
  'publishing.declineChange': (scope, of) =>
    publishing.declineChange(scope, news, { id: of.rewritten.id, part: 'text', writtenAt: of.proposedAt }),
  'publishing.titlesOf': (scope, of) =>
    publishing.titlesOf(scope, [of.rewritten.id, ...Object.values(of.entries.news!).map(({ id }) => id)]),
  'publishing.deskTasks': (scope) => publishing.deskTasks(scope),
  'publishing.listMedia': (scope) => publishing.listMedia(scope, 1000),
  'publishing.listTranslations': forEntries((scope, _kind, id) => publishing.listTranslations(scope, id)),
  'publishing.listRevisions': forEntries((scope, _kind, id) => publishing.listRevisions(scope, id)),
  'publishing.checkInput': (_scope, of) =>
    publishing.checkInput(news, { ...changed(of), details: markedDetails(news, 'CHANGED', 0) }),
  'publishing.saveEntry': forEntries((scope, kind, id) =>
    publishing.saveEntry(scope, kind, {
      id,
      draft: markedDraft('CHANGED', 'Geändert', 'Wort'),
      details: markedDetails(kind, 'CHANGED', 0),
    }),
  ),
  'publishing.saveTranslation': forEntries((scope, kind, id) =>
    publishing.saveTranslation(scope, kind, id, 'en', { title: 'CHANGED', summary: '', body: '' }),
  ),
  'publishing.submitEntry': forEntries((scope, kind, id) => publishing.submitEntry(scope, kind, id)),
  'publishing.publishEntry': forEntries((scope, kind, id) => publishing.publishEntry(scope, kind, id)),
  'publishing.archiveEntry': forEntries((scope, kind, id) => publishing.archiveEntry(scope, kind, id)),
  'publishing.reopenEntry': forEntries((scope, kind, id) => publishing.reopenEntry(scope, kind, id)),
  'publishing.restoreRevision': forEntries((scope, kind, id) =>
    publishing.restoreRevision(scope, kind, id, 1),
  ),
  'publishing.addMedium': (scope) =>
    publishing.addMedium(
      scope,
      async (tenantId) => done({ key: tenantId, mediaType: 'image/png', width: 1, height: 1, sizeBytes: 1 }),
      { bytes: new Uint8Array(1), alt: 'CHANGED', licence: 'CHANGED' },
    ),
  'publishing.attachMedium': async (scope, of) => {
    const own = await publishing.listDeskEntries(scope, { kind: 'news', limit: 1 });
    const ownId = own.items[0]?.id ?? of.entries.news!.published.id;
    return [
      await publishing.attachMedium(scope, news, of.entries.news!.published.id, of.media.hidden),
      // A picture of the other town on an entry of one's own.
      await publishing.attachMedium(scope, news, ownId, of.media.shown),
    ];
  },
  'publishing.detachMedium': (scope, of) =>
    publishing.detachMedium(scope, news, of.entries.news!.published.id, of.media.shown),
  'publishing.flagVanished': (scope, of) =>
    scope.write((store) => publishing.flagVanished(store, scope, of.sourceId, [])),
  'publishing.importEntry': forEntries((scope, kind, _id, slug) =>
    scope.write((store) =>
      publishing.importEntry(store, scope, kind, {
        externalId: `again-${slug.replace(/^\w+-/, '')}`,
        sourceId: null,
        state: 'draft',
        draft: markedDraft('CHANGED', 'Geändert', 'Wort'),
        details: markedDetails(kind, 'CHANGED', 0),
      }),
    ),
  ),
  'publishing.deleteDraft': forEntries((scope, kind, id) => publishing.deleteDraft(scope, kind, id)),

  'exchange.dueSources': (scope) => exchangeDoor.dueSources(scope),
  'exchange.findSource': (scope, of) => exchangeDoor.findSource(scope, of.sourceId),
  'exchange.listRuns': (scope, of) =>
    Promise.all([exchangeDoor.listRuns(scope), exchangeDoor.listRuns(scope, { sourceId: of.sourceId })]),
  'exchange.listSources': (scope) => exchangeDoor.listSources(scope),

  'assistant.draftForGap': (scope, of) =>
    assistantDoor.draftForGap(
      scope,
      kinds.find((kind) => kind.kind === 'article')!,
      of.gapId,
    ),
  'assistant.listBadRatings': (scope) => assistantDoor.listBadRatings(scope),
  'assistant.listGapGroups': (scope) => assistantDoor.listGapGroups(scope),
  'assistant.listSynonyms': (scope) => assistantDoor.listSynonyms(scope),
  'assistant.saveSynonyms': (scope, of) =>
    assistantDoor.saveSynonyms(scope, { id: of.synonymsId, line: 'Marktfleck, Handelsort' }),
  'assistant.removeSynonyms': (scope, of) => assistantDoor.removeSynonyms(scope, of.synonymsId),
  'assistant.importSynonyms': (scope) =>
    assistantDoor.importSynonyms(scope, { text: 'Amtsstube, Schreibstube', replaces: false }),
  'assistant.rateAnswer': (scope, of) =>
    assistantDoor.rateAnswer(askerOf(), scope, {
      question: { question: `Wann öffnet das ${of.word}?`, audience: 'resident' },
      verdict: 'no',
    }),

  'events.agendaReader.read': (scope) =>
    Promise.all(
      ['Was ist nächste Woche los?', 'Was ist im Dezember los?', 'Was ist im Januar los?'].map((question) =>
        eventsDoor.agendaReader.read(scope, question),
      ),
    ),
  'events.eventFactReader.read': (scope, of) =>
    Promise.all(
      [`Was kostet event published ${of.mark}?`, `Wo ist das ${of.word}?`].map((question) =>
        eventsDoor.eventFactReader.read(scope, question, {
          ...askedAlone,
          ids: STATES.map((state) => of.entries.event![state].id),
        }),
      ),
    ),
  'events.eventDateReader.read': (scope, of) =>
    Promise.all(
      [`Wann ist event published ${of.mark}?`, `Wann ist das ${of.word}?`].map((question) =>
        eventsDoor.eventDateReader.read(scope, question, {
          ...askedAlone,
          ids: STATES.map((state) => of.entries.event![state].id),
        }),
      ),
    ),
  'attendance.seatsReader.read': (scope, of) =>
    Promise.all(
      [`Gibt es noch Plätze bei event published ${of.mark}?`, `Ist das ${of.word} ausgebucht?`].map(
        (question) =>
          attendanceDoor.seatsReader.read(scope, question, {
            ...askedAlone,
            ids: STATES.map((state) => of.entries.event![state].id),
          }),
      ),
    ),
  'places.directoryDocuments': (scope) => collected(placesDoor.directoryDocuments(scope)),
  'places.directoryReader.read': (scope) => placesDoor.directoryReader.read(scope, 'Wer hat jetzt offen?'),
  'places.departureReader.read': () => placesDoor.departureReader.read(),
  'places.placeFactReader.read': (scope, of) =>
    placesDoor.placeFactReader.read(scope, `Telefonnummer place published ${of.mark}`, {
      ...askedAlone,
      ids: STATES.map((state) => of.entries.place![state].id),
    }),
  'places.tourReader.read': (scope) => placesDoor.tourReader.read(scope, 'Welche Touren gibt es?'),
  'news.newsReader.read': (scope) => newsDoor.newsReader.read(scope, 'Was gibt es Neues?'),
  'notices.noticeReader.read': (scope) => noticesDoor.noticeReader.read(scope, 'Aktuelle Bekanntmachungen'),
  'places.openingReader.read': (scope, of) =>
    Promise.all(
      [`Wann hat place published ${of.mark} geöffnet?`, `Wann öffnet das ${of.word}?`].map((question) =>
        placesDoor.openingReader.read(scope, question, {
          ...askedAlone,
          ids: STATES.map((state) => of.entries.place![state].id),
        }),
      ),
    ),
  'waste.collectionReader.read': (scope, of) =>
    Promise.all(
      [`Wann wird in ${of.mark} street die Papiertonne geholt?`, 'Wann kommt die Papiertonne?'].map(
        (question) => wasteDoor.collectionReader.read(scope, question),
      ),
    ),
  'waste.wasteDocuments': (scope) => collected(wasteDoor.wasteDocuments(scope)),
  'waste.changeCollection': (scope, of) =>
    wasteDoor.changeCollection(scope, {
      areaKey: of.areaKey,
      stream: 'paper',
      date: inDays(7).toISOString().slice(0, 10),
      movedTo: null,
      reason: 'CHANGED',
    }),
  'waste.findAddresses': (scope, of) =>
    Promise.all([`${of.mark} street`, 'mark', '%%'].map((typed) => wasteDoor.findAddresses(scope, typed))),
  'waste.findArea': (scope, of) => wasteDoor.findArea(scope, of.areaKey),
  'waste.listAreas': (scope) => wasteDoor.listAreas(scope),
  'waste.listCollections': async (scope, of) => {
    const area = (await wasteDoor.findArea(scope, of.areaKey)) ?? ({ id: of.gapId } as CollectionArea);
    return wasteDoor.listCollections(scope, area, { from: '2000-01-01', to: '2099-01-01' });
  },
  'waste.listEndingPlans': (scope) => wasteDoor.listEndingPlans(scope, '2099-01-01'),
  'waste.takeOverFile': (scope) =>
    wasteDoor.takeOverFile(scope, {
      format: 'table',
      bytes: Buffer.from('Datum;Abfuhrart\n04.03.2027;Restmüll\n'),
      source: { name: 'file' },
      area: { name: 'file area', streets: ['file street'] },
    }),
  'waste.takeOverPlans': (scope) =>
    wasteDoor.takeOverPlans(
      scope,
      [
        {
          key: 'changed',
          name: 'CHANGED',
          addresses: [],
          collections: [{ stream: 'glass', date: '2026-12-01' }],
        },
      ],
      { name: 'CHANGED' },
    ),

  'open311.createApiKey': (scope) => open311Door.createApiKey(scope, { name: 'CHANGED', dailyLimit: 1 }),
  'open311.revokeApiKey': (scope, of) => open311Door.revokeApiKey(scope, of.apiKey.id),
  'open311.listApiKeys': (scope) => open311Door.listApiKeys(scope),
  'open311.listDispatches': (scope) => open311Door.listDispatches(scope),
  'open311.listEndpoints': (scope) => open311Door.listEndpoints(scope),
  'open311.saveServiceMap': (scope, of) =>
    open311Door.saveServiceMap(scope, of.reports.bodyId, { '*': 'CHANGED' }),
  'open311.listServices': (scope) => open311Door.listServices(scope),
  'open311.findDefinition': (scope, of) => open311Door.findDefinition(scope, of.reports.categoryKey),
  'open311.findRequest': (scope, of) =>
    Promise.all(
      [of.reports.shown, of.reports.waiting].map(({ number }) =>
        open311Door.findRequest(scope, String(number), { photo: (id) => id }),
      ),
    ),
  'open311.listRequests': (scope, of) =>
    Promise.all(
      [
        'start_date=2000-01-01',
        `service_code=${of.reports.categoryKey}&page_size=1000`,
        'lat=53.5&long=11.5&radius=100000&extensions=true',
        `service_request_id=${of.reports.shown.number},${of.reports.waiting.number}`,
      ].map((text) => {
        const read = readRequestQuery(new URLSearchParams(text), new Date());
        if (!read.ok) throw new Error(read.name);
        return open311Door.listRequests(scope, read.query, { photo: (id) => id });
      }),
    ),
  'open311.listUpdates': (scope, of) =>
    Promise.all([
      open311Door.listUpdates(scope, { from: new Date(0), to: null, requestId: null }),
      open311Door.listUpdates(scope, { from: null, to: null, requestId: String(of.reports.waiting.number) }),
    ]),
  'reports.countPublicReports': (scope, of) => reportsDoor.countPublicReports(scope, { q: of.mark }),
  'reports.findByLink': (scope, of) =>
    Promise.all(
      [of.reports.shown, of.reports.waiting].map(({ link }) => reportsDoor.findByLink(scope, link)),
    ),
  'reports.findByReferral': (scope, of) => reportsDoor.findByReferral(scope, of.reports.referralLink),
  'reports.countDeskReports': (scope) => reportsDoor.countDeskReports(scope),
  'reports.findDeskReport': (scope, of) => forReports(of, (id) => reportsDoor.findDeskReport(scope, id)),
  'reports.listDeskReports': (scope, of) =>
    Promise.all(
      (['new', 'mine', 'overdue', 'open', 'elsewhere', 'waiting', 'done', 'hidden'] as const).map((list) =>
        reportsDoor.listDeskReports(scope, { list, q: of.mark }),
      ),
    ),
  'reports.listForwarded': (scope) => reportsDoor.listForwarded(scope),
  'reports.listMergeCandidates': (scope, of) =>
    reportsDoor.listMergeCandidates(scope, {
      id: of.gapId,
      categoryId: of.reports.categoryId,
      latitude: 53.4,
      longitude: 11.1,
      address: '',
    }),
  'reports.publishReport': (scope, of) =>
    forReports(of, (id) =>
      reportsDoor.publishReport(scope, { id, photoIds: [of.reports.waiting.photoId], origin: ORIGIN }),
    ),
  'reports.setStatus': (scope, of) =>
    forReports(of, (id) =>
      reportsDoor.setStatus(scope, { id, status: 'planned', answer: 'CHANGED', origin: ORIGIN }),
    ),
  'reports.noteOnReport': (scope, of) =>
    forReports(of, (id) => reportsDoor.noteOnReport(scope, { id, text: 'CHANGED' })),
  'reports.correctReport': (scope, of) =>
    forReports(of, (id) =>
      reportsDoor.correctReport(scope, {
        id,
        category: of.reports.categoryKey,
        kind: 'wish',
        address: 'CHANGED',
        locality: 'CHANGED',
        dueOn: '2027-01-01',
      }),
    ),
  'reports.showStep': (scope, of) =>
    forReports(of, (id) => reportsDoor.showStep(scope, { id, number: 1, isPublic: true })),
  'reports.mergeReport': (scope, of) =>
    forReports(of, (id) =>
      reportsDoor.mergeReport(scope, { id, intoNumber: of.reports.shown.number, origin: ORIGIN }),
    ),
  'reports.redactText': (scope, of) =>
    forReports(of, (id) => reportsDoor.redactText(scope, { id, text: 'CHANGED' })),
  'reports.showPhoto': (scope, of) =>
    forReports(of, (id) =>
      reportsDoor.showPhoto(scope, { id, photoId: of.reports.waiting.photoId, visibility: 'public' }),
    ),
  'reports.takeBack': (scope, of) =>
    forReports(of, (id) => reportsDoor.takeBack(scope, { id, reason: 'CHANGED', origin: ORIGIN })),
  'reports.receiveUpdate': (scope, of) =>
    reportsDoor.receiveUpdate(scope, {
      referralId: of.reports.referralId,
      updateId: 'CHANGED',
      status: 'planned',
      text: 'CHANGED',
    }),
  'reports.hideReport': (scope, of) =>
    forReports(of, (id) => reportsDoor.hideReport(scope, { id, reason: 'CHANGED', origin: ORIGIN })),
  'reports.reportReader.read': (scope, of) =>
    Promise.all(
      [`Ist ${of.mark} category in der ${of.mark} street schon gemeldet?`, 'Wie melde ich category?'].map(
        (question) => reportsDoor.reportReader.read(scope, question),
      ),
    ),
  'reports.findCategory': (scope, of) => reportsDoor.findCategory(scope, of.reports.categoryKey),
  'reports.findNearbyOpenReports': (scope, of) =>
    Promise.all([
      reportsDoor.findNearbyOpenReports(scope, {
        category: of.reports.categoryKey,
        latitude: 53.4,
        longitude: 11.1,
      }),
      reportsDoor.findNearbyOpenReports(scope, {
        category: of.reports.categoryKey,
        address: `${of.mark} street 9`,
      }),
    ]),
  'reports.findPhotoFile': (scope, of) =>
    Promise.all(
      [of.reports.shown, of.reports.waiting].flatMap(({ photoId, link }) => [
        reportsDoor.findPhotoFile(scope, photoId),
        reportsDoor.findPhotoFile(scope, photoId, { link: link.slice(1) }),
        reportsDoor.findPhotoFile(scope, photoId, { original: true }),
      ]),
    ),
  'reports.findPublicReport': (scope, of) =>
    Promise.all(
      [of.reports.shown, of.reports.waiting].flatMap(({ id, number }) => [
        reportsDoor.findPublicReport(scope, id),
        reportsDoor.findPublicReport(scope, number),
      ]),
    ),
  'reports.listBodies': (scope) => reportsDoor.listBodies(scope),
  'reports.listCategories': (scope) => reportsDoor.listCategories(scope, { all: true }),
  'reports.listDeputies': (scope) => reportsDoor.listDeputies(scope),
  'reports.listPublicReports': (scope, of) =>
    Promise.all(
      [
        {},
        { q: of.mark, limit: 1000 },
        { ids: [of.reports.shown.id, of.reports.waiting.id] },
        { numbers: [1, 2, 3], order: 'received' as const },
        { category: of.reports.categoryKey, box: [10, 53, 12, 54] as const },
        { cursor: publishing.writeCursor('2099-01-01 00:00:00+00', of.reports.shown.id) },
      ].map((filter) => reportsDoor.listPublicReports(scope, filter)),
    ),
  'reports.listPublicSteps': (scope, of) =>
    Promise.all([
      reportsDoor.listPublicSteps(scope, { limit: 1_000_000 }),
      reportsDoor.listPublicSteps(scope, { number: of.reports.waiting.number, limit: 10 }),
    ]),
  'reports.listRepairTimes': (scope) => reportsDoor.listRepairTimes(scope),
  'reports.listReportPoints': (scope) => reportsDoor.listReportPoints(scope, {}, 1000),
  'reports.listTemplates': (scope) => reportsDoor.listTemplates(scope),
  'reports.readReportSettings': (scope) => reportsDoor.readReportSettings(scope),
  'reports.removeConfiguration': (scope, of) =>
    Promise.all(
      (['category', 'body', 'template'] as const).map((what) =>
        reportsDoor.removeConfiguration(scope, {
          what,
          id: what === 'body' ? of.reports.bodyId : of.reports.categoryId,
        }),
      ),
    ),
  'reports.removeDeputy': (scope, of) => reportsDoor.removeDeputy(scope, of.person.userId),
  'reports.reportDocuments': async (scope) => {
    const all: unknown[] = [];
    for await (const slice of reportsDoor.reportDocuments(scope)) all.push(slice);
    return all;
  },
  'reports.sealForeignKeys': (scope) =>
    reportsDoor.sealForeignKeys(scope, 'a secret of the tests that is long enough'),
  'reports.saveCategory': (scope, of) =>
    reportsDoor.saveCategory(scope, {
      id: of.reports.categoryId,
      draft: { key: 'changed', name: 'CHANGED', dueDays: 1, bodyId: of.reports.bodyId },
    }),
  'reports.saveReportSettings': (scope) => reportsDoor.saveReportSettings(scope, { notice: 'CHANGED' }),
  'reports.saveTemplate': (scope, of) =>
    reportsDoor.saveTemplate(scope, {
      draft: { name: 'CHANGED', text: 'CHANGED', categoryId: of.reports.categoryId },
    }),

  'tenancy.readTown': (scope) => tenancyDoor.readTown(scope),
  'tenancy.saveTown': async (scope, of) => {
    const own = await tenancyDoor.readTown(scope);
    return [
      await tenancyDoor.saveTown(scope, { settings: own.settings, name: own.name, domains: own.domains }),
      // A host another town already has.
      await tenancyDoor.saveTown(scope, {
        settings: own.settings,
        domains: [`www.${of.tenant.slug}.example`],
      }),
      // Fields nobody asked for.
      await tenancyDoor.saveTown(scope, {
        settings: own.settings,
        id: of.tenant.id,
        tenantId: of.tenant.id,
        slug: of.tenant.slug,
      } as never),
    ];
  },
};

/** The key of the role only this town has. */
const ownRoleOf = ({ mark }: SeededTown): string => `own-${mark.at(-1)!.toLowerCase()}`;

/** Functions of the rooms that are made first: `assistant`, `identity`. */
export function roomCalls(towns: TwoTowns): Readonly<Record<string, DoorCall>> {
  const { identity } = towns;
  const { assistant, attendance, exchange, handover, open311, places, reports, suggestions } = roomsOf(towns);
  const address = '192.0.2.7';
  // What is kept of a question is written off the way of who asked it.
  const written = async (answers: Promise<unknown>[]) => {
    const all = await Promise.all(answers);
    await assistant.settled();
    return all;
  };
  const pageOf = (of: SeededTown) => `article:${of.entries.article!.published.id}`;
  const cookiesOf = (of: SeededTown) => of.person.cookies;
  return {
    'assistant.ask': (scope, of) =>
      written(
        // A question without an answer is kept as it was asked, so it carries no marker itself.
        [`Wann öffnet das ${of.word}?`, 'Was steht in der Quelle?'].map((question) =>
          assistant.ask(scope, { question, audience: 'resident', history: [of.mark] }),
        ),
      ),
    'assistant.search': (scope, of) =>
      written([of.word, of.mark, 'der'].map((q) => assistant.search(scope, { q, limit: 100 }))),
    'assistant.suggestions': (scope) =>
      Promise.all([assistant.suggestions(scope, 'resident'), assistant.suggestions(scope, 'business')]),
    'assistant.saveSuggestions': (scope, of) =>
      assistant.saveSuggestions(scope, { resident: [`Wann öffnet das ${of.word}?`], business: [] }),
    'assistant.listGaps': (scope) => assistant.listGaps(scope),
    'assistant.closeGap': (scope, of) => assistant.closeGap(scope, of.gapId),
    'assistant.dayCounts': (scope) => written([assistant.dayCounts(scope)]),
    'assistant.asked.list': (scope) => assistant.asked.list(scope),
    'assistant.asked.asText': (scope) => assistant.asked.asText(scope),
    'assistant.asked.find': (scope, of) => assistant.asked.find(scope, pageOf(of)),
    'assistant.asked.save': (scope, of) => assistant.asked.save(scope, pageOf(of), 'Wo steht das denn?'),
    'assistant.asked.take': (scope) => assistant.asked.take(scope, '[/wissen/nirgends]\nWo steht das denn?'),
    'assistant.asked.teach': (scope, of) => assistant.asked.teach(scope, of.gapId, pageOf(of)),

    'places.issueTicket': (scope) => places.issueTicket(scope),
    'places.find': (scope, of) => places.find(scope, of.owner.token),
    'places.list': (scope) => places.list(scope),
    'places.listCorrections': (scope) => places.listCorrections(scope),
    'places.confirm': (scope, of) =>
      places.confirm(scope, {
        token: of.owner.token,
        ticket: places.issueTicket(aMinuteAgo(scope)),
        decoy: '',
        form: ownerFormOf(of.mark),
      }),
    'places.decide': (scope, of) =>
      places.decide(scope, { entryId: of.owner.entryId, id: of.owner.correctionId, take: true }),
    'places.invite': forEntries((scope, _kind, id) =>
      places.invite(scope, {
        entryId: id,
        email: 'owner@example.org',
        trusted: false,
        origin: 'http://localhost',
      }),
    ),
    'places.revoke': (scope, of) => places.revoke(scope, of.owner.entryId),
    'suggestions.issueTicket': (scope) => suggestions.issueTicket(scope),
    'suggestions.preview': (scope) =>
      suggestions.preview(scope, {
        ...sender,
        fields: suggested('CHANGED'),
        picture: null,
        ticket: suggestions.issueTicket(aMinuteAgo(scope)),
        decoy: '',
      }),
    'suggestions.change': (scope, of) =>
      suggestions.change(scope, of.suggestions.previewToken, {
        ...sender,
        fields: suggested('CHANGED'),
        picture: null,
      }),
    'suggestions.findOwn': (scope, of) =>
      Promise.all(
        [of.suggestions.token, of.suggestions.previewToken].map((token) => suggestions.findOwn(scope, token)),
      ),
    'suggestions.listSimilar': (scope, of) =>
      suggestions.listSimilar(scope, {
        day: inDays(30).toISOString().slice(0, 10),
        title: `${of.mark} event`,
        venue: `${of.mark} venue`,
      }),
    'suggestions.send': (scope, of) => suggestions.send(scope, of.suggestions.previewToken),
    'suggestions.list': (scope) => Promise.all([suggestions.list(scope), suggestions.list(scope, 'decided')]),
    'suggestions.find': (scope, of) => suggestions.find(scope, of.suggestions.id),
    'suggestions.publish': (scope, of) => suggestions.publish(scope, of.suggestions.id),
    'suggestions.decline': (scope, of) =>
      suggestions.decline(scope, { id: of.suggestions.id, reason: 'CHANGED' }),
    'suggestions.erase': (scope, of) => suggestions.erase(scope, of.suggestions.token),
    'suggestions.listOrganisers': (scope) => suggestions.listOrganisers(scope),
    'suggestions.invite': (scope) =>
      suggestions.invite(scope, {
        fields: { name: 'CHANGED', email: 'changed@example.org' },
        origin: 'http://localhost',
      }),
    'suggestions.askForLink': (scope, of) =>
      suggestions.askForLink(scope, {
        email: `${of.mark.toLowerCase()}-club@example.org`,
        ticket: suggestions.issueTicket(aMinuteAgo(scope)),
        decoy: '',
        address,
      }),
    'suggestions.findOwnEvents': (scope, of) =>
      suggestions.findOwnEvents(scope, of.suggestions.organiserToken),
    'suggestions.findGuestDates': (scope, of) =>
      Promise.all(
        [of.suggestions.eventId, of.entries.event!.published.id].map((eventId) =>
          suggestions.findGuestDates(scope, of.suggestions.organiserToken, eventId),
        ),
      ),
    'suggestions.findGuestList': (scope, of) =>
      suggestions.findGuestList(scope, of.suggestions.organiserToken, {
        dateId: of.attendance.dateId,
        takesAlong: true,
      }),
    'suggestions.saveOwnEvent': (scope, of) =>
      suggestions.saveOwnEvent(scope, of.suggestions.organiserToken, {
        id: of.suggestions.eventId,
        fields: suggested('CHANGED'),
        picture: null,
      }),
    'suggestions.cancelOwnEvent': (scope, of) =>
      suggestions.cancelOwnEvent(scope, of.suggestions.organiserToken, {
        id: of.suggestions.eventId,
        what: 'cancel',
      }),
    'suggestions.setOrganiser': (scope, of) =>
      suggestions.setOrganiser(scope, { id: of.suggestions.organiserId, isTrusted: false }),

    'attendance.issueTicket': (scope) => attendance.issueTicket(scope),
    'attendance.findOpenings': forEntries((scope, _kind, id) => attendance.findOpenings(scope, id)),
    'attendance.findOpening': forEntries((scope, _kind, id) =>
      Promise.all([attendance.findOpening(scope, id, null), attendance.findOpening(scope, id, inDays(30))]),
    ),
    'attendance.findFollowable': forEntries((scope, _kind, id) => attendance.findFollowable(scope, id)),
    'attendance.signUp': forEvents((scope, eventId) =>
      attendance.signUp(scope, {
        ...guest(eventId),
        ticket: attendance.issueTicket(aMinuteAgo(scope)),
        fields: { name: 'CHANGED', email: 'changed@example.org', seats: '1', consent: 'ja' },
      }),
    ),
    'attendance.findOwn': (scope, of) => attendance.findOwn(scope, of.attendance.signUpToken),
    'attendance.findOwnCalendar': (scope, of) =>
      attendance.findOwnCalendar(scope, of.attendance.signUpToken, 'http://localhost'),
    'attendance.confirm': (scope, of) => attendance.confirm(scope, of.attendance.signUpToken),
    'attendance.accept': (scope, of) => attendance.accept(scope, of.attendance.signUpToken),
    'attendance.changeSeats': (scope, of) => attendance.changeSeats(scope, of.attendance.signUpToken, 1),
    'attendance.follow': forEvents((scope, eventId) =>
      attendance.follow(scope, {
        ...guest(eventId),
        ticket: attendance.issueTicket(aMinuteAgo(scope)),
        fields: { email: 'changed@example.org', consent: 'ja' },
      }),
    ),
    'attendance.findFollow': (scope, of) => attendance.findFollow(scope, of.attendance.followToken),
    'attendance.confirmFollow': (scope, of) => attendance.confirmFollow(scope, of.attendance.followToken),
    'attendance.changeReminder': (scope, of) =>
      attendance.changeReminder(scope, of.attendance.followToken, 'none'),
    'attendance.listOffers': (scope) => attendance.listOffers(scope),
    'attendance.findDeskOffer': forEntries((scope, _kind, id) => attendance.findDeskOffer(scope, id)),
    'attendance.findDeskList': (scope, of) => attendance.findDeskList(scope, of.attendance.dateId),
    'attendance.exportList': (scope, of) => attendance.exportList(scope, of.attendance.dateId),
    'attendance.saveOffer': forEvents((scope, eventId) =>
      attendance.saveOffer(scope, eventId, {
        capacity: '1',
        seatsEach: '1',
        hasWaitingList: false,
        question: 'CHANGED',
        opensAt: null,
        closesHoursBefore: '1',
        eraseAfterDays: '1',
        isOpen: false,
      }),
    ),
    'attendance.changeCapacity': forEvents((scope, eventId) =>
      attendance.changeCapacity(scope, { eventId, recurrenceId: null, capacity: 3 }),
    ),
    'attendance.noteAttendance': (scope, of) =>
      attendance.noteAttendance(scope, of.attendance.dateId, [of.attendance.signUpId]),
    'attendance.confirmForPerson': (scope, of) =>
      attendance.confirmForPerson(scope, of.attendance.dateId, of.attendance.signUpId),
    'attendance.enter': (scope, of) =>
      attendance.enter(scope, {
        dateId: of.attendance.dateId,
        id: '0197f000-0000-7000-8000-000000000002',
        fields: { name: 'CHANGED', seats: '1' },
        origin: 'http://localhost',
      }),
    'attendance.write': (scope, of) =>
      attendance.write(scope, {
        dateId: of.attendance.dateId,
        id: '0197f000-0000-7000-8000-000000000001',
        fields: { subject: 'CHANGED', text: 'CHANGED' },
      }),
    'attendance.remove': (scope, of) =>
      attendance.remove(scope, of.attendance.dateId, of.attendance.signUpId),
    'attendance.cancel': (scope, of) => attendance.cancel(scope, of.attendance.signUpToken),
    'attendance.unfollow': (scope, of) => attendance.unfollow(scope, of.attendance.followToken),

    'handover.issueTicket': (scope) => handover.issueTicket(scope),
    'handover.findOffice': (scope, of) =>
      handover.findOffice(scope, { role: `${of.mark} role`, question: of.word, audience: 'resident' }),
    'handover.preview': (scope) => handover.preview(scope, INQUIRY),
    'handover.handOver': async (scope) => {
      // A ticket is good after three seconds.
      const early = { ...scope, now: () => new Date(Date.now() - 60_000) };
      return handover.handOver(scope, {
        fields: INQUIRY,
        ticket: handover.issueTicket(early),
        decoy: '',
        origin: 'http://localhost',
        address,
      });
    },
    'handover.findByToken': (scope, of) => handover.findByToken(scope, of.inquiry.token),
    'handover.list': (scope) =>
      Promise.all((['mine', 'open', 'overdue', 'done'] as const).map((one) => handover.list(scope, one))),
    'handover.count': (scope) => handover.count(scope),
    'handover.mayRate': async (scope) => handover.mayRate(scope, '192.0.2.7'),
    'handover.find': (scope, of) => handover.find(scope, of.inquiry.id),
    'handover.listColleagues': (scope) => handover.listColleagues(scope),
    'handover.assign': (scope, of) =>
      handover.assign(scope, { id: of.inquiry.id, to: of.person.userId, origin: 'http://localhost' }),
    'handover.note': (scope, of) => handover.note(scope, { id: of.inquiry.id, text: 'CHANGED' }),
    'handover.answer': (scope, of) =>
      handover.answer(scope, {
        id: of.inquiry.id,
        text: 'CHANGED, und zwar so.',
        origin: 'http://localhost',
      }),
    'handover.reply': (scope, of) =>
      handover.reply(scope, {
        token: of.inquiry.token,
        text: 'CHANGED',
        origin: 'http://localhost',
        address,
      }),
    'handover.draftArticle': (scope, of) => handover.draftArticle(scope, of.inquiry.id),
    'handover.close': (scope, of) => handover.close(scope, of.inquiry.id),
    'handover.erase': (scope, of) => handover.erase(scope, of.inquiry.token),

    'reports.issueTicket': async (scope) => reports.issueTicket(scope),
    'reports.check': (scope, of) =>
      reports.check(scope, { category: of.reports.categoryKey, text: 'Eine Laterne ist aus.' }),
    'reports.create': (scope, of) => {
      const early = { ...scope, now: () => new Date(Date.now() - 60_000) };
      return reports.create(scope, {
        fields: { category: of.reports.categoryKey, text: 'CHANGED Laterne ist aus.' },
        idempotencyKey: `${scope.tenant.slug}-isolation-key`,
        ticket: reports.issueTicket(early).ticket,
        origin: 'http://localhost',
        address,
      });
    },
    'reports.keepUploads': (scope, of) =>
      reports.keepUploads(scope, { key: of.reports.upload.key, photos: [], address: '127.0.0.1' }),
    'reports.listUploads': (scope, of) => reports.listUploads(scope, of.reports.upload.key),
    'reports.readUpload': (scope, of) => reports.readUpload(scope, of.reports.upload),
    'reports.coverUpload': (scope, of) =>
      reports.coverUpload(scope, {
        ...of.reports.upload,
        parts: [{ left: 0, top: 0, width: 1, height: 1 }],
      }),
    'reports.removeUploads': (scope, of) => reports.removeUploads(scope, of.reports.upload),
    'reports.follow': async (scope, of) => {
      // The number is another report at home; the id of a foreign one is no address.
      if (of.tenant.slug !== scope.tenant.slug) return null;
      return reports.follow(scope, {
        number: of.reports.waiting.number,
        email: 'follower@example.org',
        followKey: reports.issueTicket(scope).key,
        origin: 'http://localhost',
        address,
      });
    },
    'reports.confirmMail': (scope, of) => reports.confirmMail(scope, of.reports.shown.link),
    'reports.unfollow': (scope, of) => reports.unfollow(scope, of.reports.shown.link),
    'reports.addUpdate': (scope, of) =>
      reports.addUpdate(scope, {
        link: of.reports.shown.link,
        text: 'CHANGED',
        origin: 'http://localhost',
        address,
      }),
    'reports.confirmDone': (scope, of) =>
      reports.confirmDone(scope, { link: of.reports.shown.link, origin: 'http://localhost' }),
    'reports.reopen': (scope, of) =>
      reports.reopen(scope, { link: of.reports.shown.link, text: 'CHANGED', origin: 'http://localhost' }),
    'reports.withdrawContact': (scope, of) =>
      reports.withdrawContact(scope, { link: of.reports.waiting.link, what: 'contact' }),
    'reports.answerReferral': (scope, of) =>
      reports.answerReferral(scope, {
        link: of.reports.referralLink,
        status: 'planned',
        text: 'CHANGED',
        origin: ORIGIN,
        address,
      }),
    'reports.saveBody': (scope, of) =>
      reports.saveBody(scope, {
        id: of.reports.bodyId,
        draft: { key: 'changed', name: 'CHANGED', level: 'town', open311ApiKey: 'CHANGED' },
      }),
    'reports.passOn': (scope, of) =>
      forReports(of, (id) =>
        reports.passOn(scope, { id, bodyId: of.reports.bodyId, message: 'CHANGED', origin: ORIGIN }),
      ),
    'reports.assign': (scope, of) =>
      forReports(of, (id) => reports.assign(scope, { id, to: of.person.userId, origin: ORIGIN })),
    'reports.coverPhoto': (scope, of) =>
      forReports(of, (id) =>
        reports.coverPhoto(scope, { id, photoId: of.reports.shown.photoId, fields: ['0-0'] }),
      ),
    'reports.uncoverPhoto': (scope, of) =>
      forReports(of, (id) => reports.uncoverPhoto(scope, { id, photoId: of.reports.shown.photoId })),
    'reports.listColleagues': (scope) => reports.listColleagues(scope),
    'reports.saveDeputy': (scope, of) =>
      reports.saveDeputy(scope, {
        personId: of.person.userId,
        deputyId: of.person.userId,
        fromDay: '2026-01-01',
        untilDay: '2026-01-02',
      }),

    'open311.receive': (scope, of) =>
      open311.receive(scope, {
        apiKey: of.apiKey.key,
        submission: {
          serviceCode: of.reports.categoryKey,
          description: 'CHANGED Laterne ist aus.',
          position: { lat: 53.43, long: 11.19 },
          address: null,
          addressId: null,
          attributes: {},
          mediaUrl: null,
          email: null,
          firstName: null,
          lastName: null,
          phone: null,
        },
        photos: [],
        idempotencyKey: null,
        origin: 'http://localhost',
        address,
      }),
    'open311.forward': async (scope, of) => {
      const report = await reportsDoor.findPublicReport(scope, of.reports.shown.id);
      const [body] = await reportsDoor.listBodies(scope);
      if (!report || !body) return null;
      const target = { ...body, open311Url: 'http://127.0.0.1:1/v2', open311ApiKey: 'CHANGED' };
      return open311.forward(scope, {
        body: target,
        report,
        message: 'CHANGED',
        origin: 'http://localhost',
        referralId: of.reports.shown.id,
      });
    },
    'open311.poll': (scope) => open311.poll(scope),
    'open311.readEndpoint': (scope, of) => open311.readEndpoint(scope, of.reports.bodyId),

    'exchange.saveSource': (scope, of) =>
      exchange.saveSource(scope, {
        id: of.sourceId,
        draft: { name: 'CHANGED', importer: 'entries-json', target: 'news' },
      }),
    'exchange.runImport': (scope, of) =>
      exchange.runImport(scope, of.sourceId, { bytes: new TextEncoder().encode('[]') }),
    'exchange.runDue': (scope) => exchange.runDue(scope),

    'identity.readSession': (scope, of) => identity.readSession(cookiesOf(of), scope.tenant.id),
    'identity.signIn': (scope, { person: { email, password } }) =>
      identity.signIn(scope, { email, password, address }),
    'identity.verifySecondFactor': (scope, of) =>
      identity.verifySecondFactor(scope, {
        challenge: [...cookiesOf(of).values()][0]!,
        code: '000000',
        address,
      }),
    'identity.listSessions': (scope, of) => identity.listSessions(scope, of.person.sessionId),
    'identity.revokeSession': (scope, of) => identity.revokeSession(scope, of.person.sessionId),
    'identity.revokeOtherSessions': (scope) => identity.revokeOtherSessions(scope, 'none'),
    'identity.listPeople': (scope) => identity.listPeople(scope),
    'identity.listRoles': (scope) => identity.listRoles(scope),
    'identity.saveRole': (scope, of) =>
      identity.saveRole(scope, ownRoleOf(of), { name: 'CHANGED', permissions: [] }),
    'identity.removeRole': (scope, of) => identity.removeRole(scope, ownRoleOf(of)),
    'identity.listInvitations': (scope) => identity.listInvitations(scope),
    'identity.invite': (scope) =>
      identity.invite(
        scope,
        { email: 'new@example.org', name: 'Neu', roles: ['author'] },
        'http://localhost',
      ),
    'identity.findInvitation': (scope, of) => identity.findInvitation(scope, of.invitation.token),
    'identity.acceptInvitation': (scope, of) =>
      identity.acceptInvitation(scope, {
        token: of.invitation.token,
        name: 'Fremd',
        email: 'fremd@example.org',
        password: 'zwölf Dohlen im Turm',
        address,
      }),
    'identity.withdrawInvitation': (scope, of) => identity.withdrawInvitation(scope, of.invitation.id),
    'identity.setRoles': (scope, of) => identity.setRoles(scope, of.person.userId, ['author']),
    'identity.disablePerson': (scope, of) => identity.disablePerson(scope, of.person.userId),
    'identity.enablePerson': (scope, of) => identity.enablePerson(scope, of.person.userId),
    'identity.requestPasswordReset': (scope, of) =>
      identity.requestPasswordReset(scope, { email: of.person.email, address, origin: 'http://localhost' }),
    'identity.changePassword': (scope, of) =>
      identity.changePassword(scope, cookiesOf(of), {
        current: of.person.password,
        next: 'elf Störche am Deich',
        about: [],
      }),
    'identity.startTotp': (scope, of) => identity.startTotp(scope, cookiesOf(of), of.person.password),
    'identity.confirmTotp': (scope, of) => identity.confirmTotp(scope, cookiesOf(of), '000000'),
    'identity.disableTotp': (scope, of) => identity.disableTotp(scope, cookiesOf(of), of.person.password),
    'identity.renewRecoveryCodes': (scope, of) =>
      identity.renewRecoveryCodes(scope, cookiesOf(of), of.person.password),
    'identity.rescueInput': (scope, of) =>
      identity.rescueInput(scope, cookiesOf(of), 'news/neu', { title: 'CHANGED' }),
    'identity.keepInput': (scope) => identity.keepInput(scope, 'news', { title: 'CHANGED' }),
    'identity.findInput': (scope) => identity.findInput(scope, 'news'),
    'identity.forgetInput': (scope) => identity.forgetInput(scope, 'news'),
    'identity.resetPassword': (scope, of) =>
      identity.resetPassword(scope, { token: of.resetToken, password: 'sieben Reiher am See', address }),
    'identity.signOut': (scope, of) => identity.signOut(scope, cookiesOf(of)),
  };
}

/** A refusal by exception is a refusal; what it says is looked at like a result. */
async function collected(slices: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const slice of slices) all.push(slice);
  return all;
}

async function settled(work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    return { threw: String(error) };
  }
}
