import { self } from '$app/service-worker';
import { changeForm, keepForm, listForms, OUTBOX_TAG } from '#platform/outbox';
import type { KeptForm } from '#platform/outbox';
import { isOutage, languageOf } from './rules.ts';

/** The forms that wait for the network when there is none. */
const WAITING_PAGE = '/melden/wartet';
const TICKET = '/melden/schein';
/** A form that comes back sooner than a person can write is taken for a machine's. */
const PATIENCE_MS = 3_500;

export function isWaitingForm(url: URL): boolean {
  const path = url.pathname.replace(languageOf(url.pathname), '');
  return path === '/melden' && (url.searchParams.has('/pruefen') || url.searchParams.has('/senden'));
}

/**
 * Sends a form; without network, or while the town has trouble, it is kept, and the page that shows what waits comes
 * instead of an answer.
 */
export async function sendOrKeep(request: Request): Promise<Response> {
  const copy = request.clone();
  const response = await fetch(request).catch(() => null);
  if (response && !isOutage(response.status)) return response;
  const { pathname } = new URL(request.url);
  await keep(pathname, await copy.formData());
  await askForWakeUp();
  return Response.redirect(languageOf(pathname) + WAITING_PAGE, 303);
}

async function keep(path: string, form: FormData): Promise<void> {
  const id = crypto.randomUUID();
  // A page from the cache has the same key each time; one the server made for this report has a key that may be known there.
  if (!form.has('own')) form.set('key', id);
  const fields = [...form].filter(([, value]) => typeof value === 'string' || value.size > 0);
  await keepForm({ id, path, title: textOf(form.get('text')).slice(0, 80), fields });
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
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
  let answer = await post(form);
  // The form was shown long ago, or the phone is quicker than a person: it gets a new ticket, once.
  if (answer.status === 410 || answer.status === 425) answer = await post(await withTicket(form));
  if (answer.type === 'redirect')
    return changeForm(form, { state: 'sent', link: answer.location ?? null, fields: [] });
  return answer.status === 400 ? changeForm(form, { state: 'refused' }) : form;
}

interface Answer {
  type: string;
  status: number;
  location?: string;
}

async function post({ path, fields }: Pick<KeptForm, 'path' | 'fields'>): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const response = await fetch(`${path}?/senden`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body,
  });
  return (await response.json()) as Answer;
}

async function withTicket(form: KeptForm): Promise<KeptForm> {
  const { ticket } = (await (await fetch(TICKET)).json()) as { ticket: string };
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const fields = form.fields.filter(([name]) => name !== 'ticket');
  return { ...form, fields: [...fields, ['ticket', ticket]] };
}

/** Pages that show what waits show it anew. */
async function showAgain(): Promise<void> {
  for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage('outbox');
}
