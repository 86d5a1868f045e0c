// Conveniences of the form: it can be filled in and sent without any of them.

const DRAFT = 'melden';
/** Never kept: what proves this one form, and the trap for machines. */
const OWN = ['ticket', 'key', 'website'];

const form = document.querySelector<HTMLFormElement>('form[data-report]');
if (form) {
  endDraft(form);
  if (form.dataset.report === 'write') {
    loadWhenNeeded(form);
    askAsChosen(form);
    offerStreets(form);
    offerPosition(form);
    keepDraft(form);
  }
  // Back from a sent report this is a new one, not the old one once more.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
}

/** What only some people need comes when they reach for it. */
function loadWhenNeeded(form: HTMLFormElement): void {
  const photos = form.querySelector<HTMLElement>('[data-photos]');
  photos?.classList.add('has-script');
  photos?.addEventListener('change', () => void import(/* @vite-ignore */ photos.dataset.script!), {
    once: true,
  });
}

/** The questions of a category stand there as soon as it is chosen; without this they come with the next page. */
function askAsChosen(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('[data-questions]');
  const choice = form.querySelector<HTMLSelectElement>('[name=category]');
  choice?.addEventListener('change', () => void ask());

  async function ask(): Promise<void> {
    const answer = await read(`${location.pathname}?kategorie=${encodeURIComponent(choice!.value)}`);
    const page = answer && new DOMParser().parseFromString(await answer.text(), 'text/html');
    place?.replaceChildren(...(page?.querySelector('[data-questions]')?.children ?? []));
  }
}

const TYPING_MS = 250;

/** Streets that fit what is typed, to choose from. */
function offerStreets(form: HTMLFormElement): void {
  const list = form.querySelector<HTMLDataListElement>('[data-streets]');
  const field = form.querySelector<HTMLInputElement>('[name=address]');
  let timer: ReturnType<typeof setTimeout> | undefined;
  field?.addEventListener('input', () => {
    clearTimeout(timer);
    if (field.value.length > 2) timer = setTimeout(() => void offer(field.value), TYPING_MS);
  });

  async function offer(typed: string): Promise<void> {
    const answer = await read(`/melden/strassen?q=${encodeURIComponent(typed)}`);
    const streets = ((await answer?.json()) ?? []) as string[];
    list?.replaceChildren(...streets.map((street) => new Option('', street)));
  }
}

async function read(address: string): Promise<Response | null> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? answer : null;
}

/** Puts the place of the device into the form, on wish only. */
function offerPosition(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('[data-position]');
  const told = form.querySelector<HTMLElement>('[data-position-told]');
  if (!button || !told || !('geolocation' in navigator)) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    told.textContent = button.dataset.asking ?? '';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        set(form, 'latitude', coords.latitude.toFixed(6));
        set(form, 'longitude', coords.longitude.toFixed(6));
        told.textContent = (button.dataset.found ?? '').replace('#', String(Math.ceil(coords.accuracy)));
      },
      () => (told.textContent = button.dataset.failed ?? ''),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 30_000 },
    );
  });
}

function set(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) return;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What was typed survives a closed tab or a wrong turn, until it is sent. */
function keepDraft(form: HTMLFormElement): void {
  const kept = sessionStorage.getItem(DRAFT);
  // What came back from the server with an error is newer than any draft.
  if (kept && !form.hasAttribute('data-filled')) fill(form, JSON.parse(kept) as [string, string][]);
  form.addEventListener('input', () => {
    const texts = [...new FormData(form)].filter(
      ([name, value]) => typeof value === 'string' && value !== '' && !OWN.includes(name),
    );
    sessionStorage.setItem(DRAFT, JSON.stringify(texts));
  });
}

/** What is sent belongs to no further report. */
function endDraft(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    const action = (event.submitter as HTMLButtonElement | null)?.formAction ?? form.action;
    if (action.includes('?/senden')) sessionStorage.removeItem(DRAFT);
  });
}

function fill(form: HTMLFormElement, texts: readonly [string, string][]): void {
  for (const [name, value] of texts) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList || field instanceof HTMLSelectElement) field.value = value;
    else if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = true;
    else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
  }
}
