// Conveniences only: every page works without this file. It is the whole JavaScript of the public app.

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-do]')) {
  if (button.dataset.do === 'print') offer(button, () => print());
  if (button.dataset.do === 'share' && 'share' in navigator) {
    offer(button, () => void navigator.share({ title: document.title, url: canonical() }).catch(() => {}));
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-ask]')) {
  const field = form.querySelector<HTMLTextAreaElement>('textarea');
  // Enter asks, Shift and Enter begin a new line, as in every messenger.
  field?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', () => form.setAttribute('aria-busy', 'true'));
}

// Back from an answer: the box is ready again.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[aria-busy]')) form.removeAttribute('aria-busy');
});

if ('serviceWorker' in navigator && document.documentElement.dataset.offline) {
  void navigator.serviceWorker.register('/service-worker.js', { type: 'module' });
}

/** Shows a button that needs JavaScript, now that there is some. */
function offer(button: HTMLButtonElement, act: () => void): void {
  button.hidden = false;
  button.addEventListener('click', act);
}

function canonical(): string {
  return document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
}
