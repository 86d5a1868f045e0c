import { self } from '$app/service-worker';
import { OUTBOX_TAG } from '#platform/outbox';
import { isWaitingForm, sendOrKeep, sendWaiting } from './forms.ts';
import { forgetOldCaches, keepCore, keepPage, keptFile, keptPage } from './pages.ts';
import { isOutage, isPublicPage, languageOf } from './rules.ts';

// The town app without network: pages once read, emergency numbers, and reports that wait. The desk is none of its business.

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(begin());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === 'GET' && url.pathname.startsWith('/_app/immutable/'))
    return event.respondWith(file(request, url.pathname));
  if (request.mode !== 'navigate' || !isPublicPage(url.pathname)) return;
  if (request.method === 'GET') event.respondWith(page(event, url));
  else if (request.method === 'POST' && isWaitingForm(url)) event.respondWith(sendOrKeep(request));
});

self.addEventListener('sync', ((event: ExtendableEvent & { tag: string }) => {
  if (event.tag !== OUTBOX_TAG) return;
  event.waitUntil(
    sendWaiting().then((left) => {
      // The browser tries again later when this fails.
      if (left > 0) throw new Error(`${left} forms wait`);
    }),
  );
}) as EventListener);

self.addEventListener('message', (event) => {
  if (event.data === OUTBOX_TAG) event.waitUntil(sendWaiting());
});

async function begin(): Promise<void> {
  await self.clients.claim();
  await forgetOldCaches();
  // A worker that has to start first would make every page wait for it.
  await self.registration.navigationPreload?.enable();
  const [client] = await self.clients.matchAll({ type: 'window' });
  if (!savesData()) await keepCore(languageOf(new URL(client?.url ?? location.href).pathname));
}

/** From the network as long as there is one, and the town has no trouble. */
async function page(event: FetchEvent, url: URL): Promise<Response> {
  try {
    const preloaded = (await event.preloadResponse) as Response | undefined;
    const response = preloaded ?? (await fetch(event.request));
    if (isOutage(response.status)) return (await keptPage(url.pathname, 'outage')) ?? response;
    event.waitUntil(afterwards(url, response.clone()));
    return response;
  } catch (error) {
    const language = languageOf(url.pathname);
    const kept =
      (await keptPage(url.pathname, 'offline')) ??
      (await keptPage(`${language}/offline`, 'offline')) ??
      (await keptPage('/offline', 'offline'));
    if (!kept) throw error;
    return kept;
  }
}

async function afterwards(url: URL, response: Response): Promise<void> {
  await keepPage(url, response);
  await sendWaiting();
  if (!savesData()) await keepCore(languageOf(url.pathname));
}

async function file(request: Request, path: string): Promise<Response> {
  return (await keptFile(path)) ?? fetch(request);
}

function savesData(): boolean {
  return (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
