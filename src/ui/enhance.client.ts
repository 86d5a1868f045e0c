// Conveniences only: every page works without this file. It is the whole JavaScript of the public app.

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-do]')) {
  if (button.dataset.do === 'print') offer(button, () => print());
  if (button.dataset.do === 'share' && 'share' in navigator) {
    offer(button, () => void navigator.share({ title: document.title, url: pageAddress() }).catch(() => {}));
  }
}

// Says that the question is on its way; back from an answer the box is ready again.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-ask]')) {
  form.addEventListener('submit', () => form.setAttribute('aria-busy', 'true'));
  addEventListener('pageshow', () => form.removeAttribute('aria-busy'));
}

// Pages once read stay readable without network; the desk and foreign pages that frame us have no use for it.
if (window === top && !location.pathname.startsWith('/verwaltung'))
  void navigator.serviceWorker?.register('/service-worker.js', { type: 'module' }).catch(() => {});
// The moving map is heavy, so it comes on tap only, and a tap that fails may be tried again.
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-map-open]')) {
  offer(button, () => {
    button.setAttribute('aria-busy', 'true');
    // A browser remembers a module that failed by its address, so another try needs another one.
    void import(/* @vite-ignore */ button.dataset.mapOpen! + (button.dataset.again ?? ''))
      .then(() => button.dispatchEvent(new Event('map:open', { bubbles: true })))
      .catch(() => {
        button.textContent = button.dataset.failed!;
        button.dataset.again = `#${Date.now()}`;
      })
      .finally(() => button.removeAttribute('aria-busy'));
  });
}

/** Shows a button that needs JavaScript, now that there is some. */
function offer(button: HTMLButtonElement, act: () => void): void {
  button.hidden = false;
  button.addEventListener('click', act);
}

function pageAddress(): string {
  return document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
}
