export { htmlToMarkdown, textToMarkdown } from './html/to-markdown.ts';
export { readFeed } from './feeds/read.ts';
export type { FeedItem } from './feeds/read.ts';
export { writeRss } from './feeds/write.ts';
export { readCalendar } from './icalendar/read.ts';
export type { CalendarEvent } from './icalendar/event.ts';
export { writeCalendar } from './icalendar/write.ts';
export type { EventToWrite } from './icalendar/write.ts';
export { readTable, writeTable } from './tables/delimited.ts';
export type { TableRow } from './tables/delimited.ts';
export { readNdjson } from './tables/ndjson.ts';
export { readJson } from './tables/json.ts';
export { readGeoJson } from './geo/geojson.ts';
export type { Feature } from './geo/geojson.ts';
export { writeGeoJson } from './geo/write.ts';
export { rowFault } from './rows/faults.ts';
export type { RowFault } from './rows/faults.ts';
export { readPatents } from './patents/read.ts';
export type { PatentRecord } from './patents/read.ts';
export type * from './open311/model.ts';
export {
  writeDefinition,
  writeDiscovery,
  writeFaults,
  writeReceipt,
  writeRequests,
  writeServices,
  writeToken,
  writeUpdates,
} from './open311/write.ts';
export { readFaults, readReceipt, readRequests, readServices } from './open311/read.ts';
export { readSubmission, writeSubmission } from './open311/submission.ts';
export { writeCatalogue } from './dcat/catalogue.ts';
export type { Catalogue, CatalogueDataset, CatalogueDistribution } from './dcat/catalogue.ts';
export type { RdfFormat } from './dcat/serialise.ts';
