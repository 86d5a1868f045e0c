// On pages of questions the talk goes on in place: the next answer is fetched as the page it is and set below the
// one before. Without this file every question opens a page of its own.

const talk = document.querySelector<HTMLElement>('[data-talk]');
const form = document.querySelector<HTMLFormElement>('form[data-ask]');
if (talk && form) converse(talk, form);

function converse(talk: HTMLElement, form: HTMLFormElement): void {
  let asking: AbortController | null = null;
  const texts = talk.dataset;
  offerTools(talk);

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
      const page = readPage(await response.text());
      const answer = page.querySelector('[data-talk] > *');
      // Anything else than an answer (too many questions, a fault) is shown as the page it is.
      if (!response.ok || !answer) return location.assign(url);
      turn.replaceChildren(title, document.adoptNode(answer));
      title.focus();
      goOn(page);
      offerTools(turn);
      history.pushState(null, '', url);
    } catch {
      status.textContent = texts[mine.signal.aborted ? 'stopped' : 'failed'] ?? '';
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

async function copy(button: HTMLButtonElement): Promise<void> {
  const card = button.closest('[data-said]')!;
  const sources = [...card.querySelectorAll('[data-source]')].map((one) =>
    one.textContent!.replace(/\s+/g, ' ').trim(),
  );
  await navigator.clipboard.writeText([...sentencesOf(card), '', ...sources].join('\n'));
  button.textContent = button.dataset.done ?? button.textContent;
}

/** Reads the sentences; a second click ends it. */
function read(button: HTMLButtonElement): void {
  if (speechSynthesis.speaking) return speechSynthesis.cancel();
  const speech = new SpeechSynthesisUtterance(sentencesOf(button.closest('[data-said]')!).join(' '));
  speech.lang = document.querySelector('[data-said] q')?.getAttribute('lang') || 'de';
  speechSynthesis.speak(speech);
}

function sentencesOf(card: Element): string[] {
  return [...card.querySelectorAll('q')].map((sentence) => sentence.textContent!.trim());
}
