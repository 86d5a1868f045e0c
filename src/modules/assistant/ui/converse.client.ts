// On pages of questions the talk goes on in place: the next answer is fetched as the page it is and set below the
// one before. Without this file every question opens a page of its own.

const talk = document.querySelector<HTMLElement>('[data-talk]');
const form = document.querySelector<HTMLFormElement>('form[data-ask]');
if (talk && form) converse(talk, form);

/** Who asks too fast is told so in one sentence of plain text. */
const TOO_MANY = 429;

function converse(talk: HTMLElement, form: HTMLFormElement): void {
  let asking: AbortController | null = null;
  const texts = talk.dataset;
  offerTools(talk);
  addEventListener('pagehide', () => globalThis.speechSynthesis?.cancel());

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const url = new URL(form.action);
    for (const [name, value] of new FormData(form)) url.searchParams.append(name, String(value));
    void ask(url);
  });
  // Back and forward show other questions: those pages are on the server.
  addEventListener('popstate', () => location.reload());

  async function ask(url: URL): Promise<void> {
    asking?.abort();
    const mine = (asking = new AbortController());
    const question = url.searchParams.get('frage') ?? '';
    const turn = document.createElement('section');
    const title = turn.appendChild(document.createElement('h2'));
    title.textContent = question;
    title.tabIndex = -1;
    const status = turn.appendChild(document.createElement('p'));
    status.setAttribute('role', 'status');
    status.textContent = texts.asking ?? '';
    const stop = turn.appendChild(document.createElement('button'));
    stop.className = 'button';
    stop.textContent = texts.stop ?? '';
    stop.addEventListener('click', () => mine.abort());
    talk.append(turn);
    title.focus();
    try {
      const response = await fetch(url, { signal: mine.signal });
      const text = await response.text();
      if (response.status === TOO_MANY) return stopWith(text);
      const page = readPage(text);
      const answer = page.querySelector('[data-talk] > *');
      // Anything else than an answer is shown as the page it is.
      if (!response.ok || !answer) return location.assign(url);
      turn.replaceChildren(title, document.adoptNode(answer));
      title.focus();
      goOn(page);
      offerTools(turn);
      history.pushState(null, '', url);
      document.title = page.title;
    } catch {
      stopWith(texts[mine.signal.aborted ? 'stopped' : 'failed'] ?? '');
    }

    /** Says why there is no answer; the question stays in the box. */
    function stopWith(why: string): void {
      status.textContent = why;
      stop.remove();
    }
  }

  /** The box is empty again and remembers what was asked. */
  function goOn(page: Document): void {
    for (const old of form.querySelectorAll('[name=vorher]')) old.remove();
    for (const earlier of page.querySelectorAll('form[data-ask] [name=vorher]'))
      form.append(document.adoptNode(earlier));
    form.querySelector<HTMLInputElement>('[name=frage]')!.value = '';
    form.removeAttribute('aria-busy');
  }
}

/** The styles of the page are here already, and its nonces are not ours. */
function readPage(html: string): Document {
  return new DOMParser().parseFromString(html.replace(/<style[\s\S]*?<\/style>/g, ''), 'text/html');
}

/** Shows copy and read aloud where the browser can do them. */
function offerTools(within: HTMLElement): void {
  for (const button of within.querySelectorAll<HTMLButtonElement>('button[data-answer]')) {
    const does = button.dataset.answer;
    if (does === 'copy' && navigator.clipboard) offer(button, () => void copy(button));
    if (does === 'read' && 'speechSynthesis' in window) offer(button, () => read(button));
  }
}

function offer(button: HTMLButtonElement, act: () => void): void {
  button.hidden = false;
  button.addEventListener('click', act);
}

/** Each sentence with its number and what is to be said about it, then the sources with their addresses. */
async function copy(button: HTMLButtonElement): Promise<void> {
  const card = button.closest('[data-said]')!;
  const sentences = [...card.querySelectorAll('q')].map(({ parentElement }) => textOf(parentElement!));
  const sources = [...card.querySelectorAll('[data-source]')].map(
    (one) => `${textOf(one)} · ${one.querySelector('a')!.href}`,
  );
  await navigator.clipboard.writeText([...sentences, '', ...sources].join('\n'));
  button.textContent = button.dataset.done ?? button.textContent;
}

function textOf(element: Element): string {
  return element.textContent!.replace(/\s+/g, ' ').trim();
}

/** Reads the sentences; a second click ends it, another answer's button goes on there. */
function read(button: HTMLButtonElement): void {
  const { start = '', stop = '' } = button.dataset;
  const isReading = button.textContent === stop;
  speechSynthesis.cancel();
  button.textContent = isReading ? start : stop;
  if (isReading) return;
  const sentences = [...button.closest('[data-said]')!.querySelectorAll('q')];
  const speech = new SpeechSynthesisUtterance(sentences.map(textOf).join(' '));
  speech.lang = sentences[0]?.lang || document.documentElement.lang;
  // Also when it was cancelled, and where a browser has no voice.
  speech.onend = speech.onerror = () => (button.textContent = start);
  speechSynthesis.speak(speech);
}
