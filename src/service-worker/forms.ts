import { self } from '$app/service-worker';
import { changeForm, keepForm, listForms, OUTBOX_TAG } from '#platform/outbox';
import type { KeptForm } from '#platform/outbox';
import { languageOf } from './rules.ts';

/** The forms that wait for the network when there is none. */
const WAITING_PAGE = '/melden/wartet';
const TICKET = '/melden/schein';
/** A form that comes back sooner than a person can write is taken for a machine's. */
const PATIENCE_MS = 3_500;

export function isWaitingForm(url: URL): boolean {
  return url.pathname.replace(languageOf(url.pathname), '') === '/melden';
}

/** Sends a form; without network it is kept, and the page that shows what waits comes instead of an answer. */
export async function sendOrKeep(request: Request): Promise<Response> {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch {
    const url = new URL(request.url);
    const fields = [...(await copy.formData())].filter(
      ([, value]) => typeof value === 'string' || value.size > 0,
    );
    const text = (name: string) => String(fields.find(([field]) => field === name)?.[1] ?? '');
    await keepForm({
      path: url.pathname,
      title: text('text').slice(0, 80),
      // The ticket of a page from the cache may be that of another report; that of a preview is this one's own.
      ticket: url.searchParams.has('/senden') ? text('ticket') || null : null,
      fields: fields.filter(([name]) => name !== 'ticket'),
    });
    await askForWakeUp();
    return Response.redirect(languageOf(url.pathname) + WAITING_PAGE, 303);
  }
}

async function askForWakeUp(): Promise<void> {
  const { sync } = self.registration as ServiceWorkerRegistration & {
    sync?: { register(tag: string): Promise<void> };
  };
  // Where the browser does not know this or does not allow it, the next open page sends.
  await sync?.register(OUTBOX_TAG).catch(() => {});
}

let running: Promise<number> | null = null;

/** Sends what waits, one after the other. @returns how many still wait. */
export function sendWaiting(): Promise<number> {
  running ??= sendAll().finally(() => (running = null));
  return running;
}

async function sendAll(): Promise<number> {
  let left = 0;
  for (const form of (await listForms()).filter(({ state }) => state === 'waiting')) {
    const after = await send(form).catch(() => form);
    if (after.state === 'waiting') left++;
    else await showAgain();
  }
  return left;
}

async function send(form: KeptForm): Promise<KeptForm> {
  const ticketed = form.ticket ? form : await withTicket(form);
  const response = await fetch(`${form.path}?/senden`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: bodyOf(ticketed),
  });
  const answer = (await response.json()) as { type: string; status: number; location?: string };
  if (answer.type === 'redirect')
    return changeForm(ticketed, { state: 'sent', link: answer.location ?? null, fields: [] });
  // Gone: the ticket is too old, and nothing was ever made of it.
  if (answer.status === 410) return changeForm(ticketed, { ticket: null });
  return answer.status === 400 ? changeForm(ticketed, { state: 'refused' }) : ticketed;
}

/** One ticket for all tries, written down before the first. */
async function withTicket(form: KeptForm): Promise<KeptForm> {
  const { ticket } = (await (await fetch(TICKET)).json()) as { ticket: string };
  const changed = await changeForm(form, { ticket });
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return changed;
}

function bodyOf({ fields, ticket }: KeptForm): FormData {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  body.append('ticket', ticket ?? '');
  return body;
}

/** Pages that show what waits show it anew. */
async function showAgain(): Promise<void> {
  for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage('outbox');
}
