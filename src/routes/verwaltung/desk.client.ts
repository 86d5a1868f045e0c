// Conveniences of the desk only: every form works without this file.

const AUTOSAVE_AFTER_MS = 2_500;
const PREVIEW_AFTER_MS = 700;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
  keepDraft(form, form.dataset.draft!);
  showPreview(form);
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
  form.addEventListener('submit', () => form.setAttribute('aria-busy', 'true'));
}
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => void navigator.clipboard.writeText(button.dataset.copy!));
}

/** Sends what is typed to the server a moment after the last key, and once more when the page is left. */
function keepDraft(form: HTMLFormElement, name: string): void {
  const state = form.querySelector<HTMLElement>('[data-draft-state]');
  const address = `/verwaltung/entwurf?formular=${encodeURIComponent(name)}`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDirty = false;

  const body = () =>
    new URLSearchParams(
      [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
  const save = async () => {
    const answer = await fetch(address, { method: 'POST', body: body() }).catch(() => null);
    isDirty = !answer?.ok;
    if (state) state.textContent = answer?.ok ? await answer.text() : (form.dataset.draftFailed ?? '');
  };
  form.addEventListener('input', () => {
    isDirty = true;
    clearTimeout(timer);
    timer = setTimeout(() => void save(), AUTOSAVE_AFTER_MS);
  });
  form.addEventListener('submit', () => {
    isDirty = false;
    clearTimeout(timer);
  });
  addEventListener('pagehide', () => {
    if (isDirty) navigator.sendBeacon(address, body());
  });
}

/** The text beside its form as readers will see it; the server renders it, as it will the page. */
function showPreview(form: HTMLFormElement): void {
  const place = document.querySelector<HTMLElement>('[data-live-preview]');
  if (!place || !matchMedia('(min-width: 80rem)').matches) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = async () => {
    const answer = await fetch('/verwaltung/vorschau', { method: 'POST', body: new FormData(form) }).catch(
      () => null,
    );
    if (!answer?.ok) return;
    place.innerHTML = await answer.text();
    place.hidden = false;
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(), PREVIEW_AFTER_MS);
  });
}
