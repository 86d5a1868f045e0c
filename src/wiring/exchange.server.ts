import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { eventKind } from '#modules/events.server';
import { createExchange } from '#modules/exchange.server';
import type { Exchange, ImportTarget } from '#modules/exchange.server';
import { articleKind } from '#modules/knowledge.server';
import { newsKind } from '#modules/news.server';
import { noticeKind } from '#modules/notices.server';
import { patentKind } from '#modules/patents.server';
import type { Boundary } from '#modules/places';
import { placeKind, tourKind, writeBoundaries } from '#modules/places.server';
import { guardedFetch } from '#platform/http.server';

/** What sources can become. A new subject adds its kind here. */
const targets: readonly ImportTarget[] = [
  { name: 'news', kind: newsKind },
  { name: 'notices', kind: noticeKind },
  { name: 'events', kind: eventKind },
  { name: 'places', kind: placeKind },
  { name: 'tours', kind: tourKind },
  { name: 'articles', kind: articleKind },
  { name: 'patents', kind: patentKind },
  {
    name: 'boundaries',
    // The importer has checked key and geometry.
    write: (store, scope, rows) => writeBoundaries(store, scope, rows as unknown as Boundary[]),
  },
];

/** The demo towns: beside the sources, or, when the app runs as one bundle, in the folder it was started in. */
export const DEMO_FOLDER =
  [join(import.meta.dirname, '../../demo'), resolve('demo')].find(existsSync) ?? 'demo';

/** The room that brings content in, joined with the subjects and the way out. */
export function createTownExchange(demoFolder = DEMO_FOLDER): Exchange {
  return createExchange({
    targets,
    fetch: (url, known) => guardedFetch(url, known),
    readFile: (path) => readShipped(resolve(demoFolder), path),
  });
}

async function readShipped(folder: string, path: string): Promise<Uint8Array> {
  const file = resolve(folder, path);
  if (!file.startsWith(folder + sep)) throw new Error(`${path} lies outside the demo folder`);
  return readFile(file);
}
