import { CORE, filesIn, mayKeep, nonceOf, withAge } from './rules.ts';
import type { Reason } from './rules.ts';

const PAGES = 'pages-1';
const FILES = 'files-1';
const KEPT_AT = 'x-kept-at';
const MOST_PAGES = 60;
const MOST_FILES = 40;
const DAY_MS = 24 * 3_600_000;
const DAYS_KEPT = 60;

/** Leaves only what this version of the worker knows. */
export async function forgetOldCaches(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => ![PAGES, FILES].includes(name)).map((name) => caches.delete(name)),
  );
}

/** Keeps the pages everybody needs without network; once a day at most. */
export async function keepCore(language: string): Promise<void> {
  const pages = await caches.open(PAGES);
  for (const path of CORE) {
    const address = language + path;
    const kept = await pages.match(address);
    if (kept && Date.now() - keptAt(kept) < DAY_MS) continue;
    const response = await fetch(address, { credentials: 'omit' }).catch(() => null);
    if (response) await keepPage(new URL(address, location.origin), response);
  }
}

/** Keeps a page that was just read, with the scripts it needs. */
export async function keepPage(url: URL, response: Response): Promise<void> {
  if (!mayKeep(url, response)) return;
  const html = await response.text();
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  headers.set(KEPT_AT, String(Date.now()));

  const files = await caches.open(FILES);
  for (const file of filesIn(html)) if (!(await files.match(file))) await files.add(file).catch(() => {});
  const pages = await caches.open(PAGES);
  // Put anew, a page stands at the end: what was not read for longest goes first.
  await pages.delete(url.pathname);
  await pages.put(url.pathname, new Response(html, { status: 200, headers }));
  await limit(pages, MOST_PAGES, (path) => (CORE as readonly string[]).some((core) => path.endsWith(core)));
  await limit(files, MOST_FILES);
}

async function limit(
  cache: Cache,
  most: number,
  stays: (path: string) => boolean = () => false,
): Promise<void> {
  const requests = await cache.keys();
  const removable = requests.filter(({ url }) => !stays(new URL(url).pathname));
  for (const request of removable.slice(0, Math.max(0, requests.length - most))) await cache.delete(request);
}

/** The kept copy of a page, with its age on it; null when there is none or it is too old to be of use. */
export async function keptPage(path: string, reason: Reason): Promise<Response | null> {
  const kept = await (await caches.open(PAGES)).match(path);
  if (!kept || Date.now() - keptAt(kept) > DAYS_KEPT * DAY_MS) return null;
  const html = withAge(await kept.text(), new Date(keptAt(kept)), new Date(), nonceOf(kept.headers), reason);
  return new Response(html, { status: 200, headers: kept.headers });
}

/** A script that was kept with its page. */
export async function keptFile(path: string): Promise<Response | undefined> {
  return (await caches.open(FILES)).match(path);
}

function keptAt(response: Response): number {
  return Number(response.headers.get(KEPT_AT));
}
