// Shows the reports that wait on this device, and what became of them.
import { listForms, OUTBOX_TAG, removeForm } from '#platform/outbox';
import type { KeptForm } from '#platform/outbox';

const outbox = document.querySelector<HTMLElement>('[data-outbox]')!;
const none = document.querySelector<HTMLElement>('[data-outbox-none]')!;
const words = outbox.dataset;
const AGAIN_MS = 10_000;

// What was kept here is no draft any more.
sessionStorage.removeItem('melden');
void show();
send();
addEventListener('online', send);
// A phone often says it is online before anything gets through.
setInterval(() => outbox.querySelector('.waiting') && send(), AGAIN_MS);
navigator.serviceWorker?.addEventListener('message', ({ data }) => {
  if (data === OUTBOX_TAG) void show();
});

/** Browsers without background sync send while this page is open. */
function send(): void {
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(OUTBOX_TAG));
}

async function show(): Promise<void> {
  const forms = await listForms();
  outbox.replaceChildren(...forms.map(entryOf));
  none.hidden = forms.length > 0;
}

function entryOf(form: KeptForm): HTMLElement {
  const entry = document.createElement('article');
  entry.className = form.state;
  const title = document.createElement('h2');
  title.textContent = form.title || (words.untitled ?? '');
  const state = document.createElement('p');
  const strong = document.createElement('strong');
  strong.textContent = words[form.state] ?? '';
  state.append(strong);
  const about = document.createElement('p');
  about.textContent = aboutOf(form);
  entry.append(title, state, about);
  if (form.link) entry.append(paragraph(linkTo(form.link)));
  entry.append(paragraph(removeButton(form)));
  return entry;
}

/** When it was written, how many photos go along, and a refused one in full: nothing typed is lost. */
function aboutOf({ keptAt, fields, state }: KeptForm): string {
  const at = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const photos = fields.filter(([, value]) => value instanceof File).length;
  const parts = [(words.kept ?? '').replace('#', at.format(keptAt))];
  if (photos > 0) parts.push((words.photos ?? '').replace('#', String(photos)));
  const text = fields.find(([name]) => name === 'text')?.[1];
  if (state === 'refused' && typeof text === 'string') parts.push(text);
  return parts.join(' · ');
}

function linkTo(address: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = words.follow ?? '';
  return link;
}

function removeButton(form: KeptForm): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.remove ?? '';
  button.addEventListener('click', () => void removeForm(form.id).then(show));
  return button;
}

function paragraph(content: Node): HTMLElement {
  const made = document.createElement('p');
  made.append(content);
  return made;
}
