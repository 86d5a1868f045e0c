import type { SearchDocument } from '#answer-engine';
import { seatsReader } from '#modules/attendance.server';
import { agendaReader, eventDateReader, eventFactReader, eventKind } from '#modules/events.server';
import { articleKind, providerDocuments, providerReader, serviceReader } from '#modules/knowledge.server';
import { newsKind, newsReader } from '#modules/news.server';
import { noticeKind, noticeReader } from '#modules/notices.server';
import { patentDocuments, patentKind, patentReader } from '#modules/patents.server';
import {
  departureReader,
  directoryDocuments,
  directoryReader,
  openingReader,
  placeFactReader,
  placeKind,
  tourKind,
  tourReader,
} from '#modules/places.server';
import { eachPublic } from '#modules/publishing.server';
import type { AnyKind } from '#modules/publishing.server';
import type { Searchable, TypedReader } from '#modules/assistant.server';
import { reportDocuments, reportReader } from '#modules/reports.server';
import { collectionReader, wasteDocuments } from '#modules/waste.server';
import type { TenantScope } from '#platform/scope.server';

/** All kinds of content. A new subject adds its kind here, a folder, a migration and its pages. */
export const kinds: readonly AnyKind[] = [
  newsKind,
  noticeKind,
  eventKind,
  placeKind,
  tourKind,
  articleKind,
  patentKind,
];

/** Pages that are found and cited without being entries. */
const records: readonly Searchable[] = [
  wasteDocuments,
  directoryDocuments,
  reportDocuments,
  patentDocuments,
  providerDocuments,
];

/** What the assistant may answer from: the public entries of every kind, and records. */
export const searchables: readonly Searchable[] = [
  ...kinds.map((kind) => (tenant: TenantScope) => publicDocuments(tenant, kind)),
  ...records,
];

/** What is answered from records instead of sentences. */
export const readers: readonly TypedReader[] = [
  collectionReader,
  reportReader,
  seatsReader,
  patentReader,
  departureReader,
  directoryReader,
  openingReader,
  placeFactReader,
  agendaReader,
  eventDateReader,
  eventFactReader,
  tourReader,
  newsReader,
  noticeReader,
  serviceReader,
  providerReader,
];

/** The page of records at an address as answers cite it: `/abfall/kernstadt`, `/meldungen/7`. */
export async function findRecords(tenant: TenantScope, url: string): Promise<SearchDocument | null> {
  for (const documentsOf of records)
    for await (const documents of documentsOf(tenant)) {
      const found = documents.find((document) => document.url === url);
      if (found) return found;
    }
  return null;
}

async function* publicDocuments(tenant: TenantScope, kind: AnyKind): AsyncGenerator<SearchDocument[]> {
  for await (const contents of eachPublic(tenant, kind))
    yield contents.map((content) => kind.toSearchDocument(content));
}
