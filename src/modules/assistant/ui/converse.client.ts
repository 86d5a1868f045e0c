// On pages of questions the talk goes on in place: the server tells where it looks, then the answer as it is worded, and
// in the end sends it as it stands on a page of its own. Without this file every question opens such a page.

const talk = document.querySelector<HTMLElement>('[data-talk]');
const form = document.querySelector<HTMLFormElement>('form[data-ask]');
if (talk && form) converse(talk, form);

/** Who asks too fast, or with too many others, is told so in one sentence of plain text. */
const BUSY = [429, 503];

function converse(talk: HTMLElement, form: HTMLFormElement): void {
  let asking: AbortController | null = null;
  let shown = location.search;
  const texts = talk.dataset;
  const template = talk.querySelector('template')!;
  const page = new URL(form.action);
  const box = form.querySelector<HTMLInputElement>('[name=frage]')!;
  offerTools(talk);
  // A page that is left may be kept for the way back; nobody reads on there.
  addEventListener('pagehide', () => {
    asking?.abort();
    globalThis.speechSynthesis?.cancel();
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const url = new URL(page);
    for (const [name, value] of new FormData(form)) url.searchParams.append(name, String(value));
    void ask(url);
  });
  // Offered questions are asked in place too; a link within the page and one with a key held down do what they always do.
  document.addEventListener('click', (event) => {
    const { href } = (event.target as Element).closest('a') ?? {};
    if (!href?.startsWith(`${page}?frage=`) || href.includes('#')) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void ask(new URL(href));
  });
  // Back and forward show other questions: those pages are on the server.
  addEventListener('popstate', () => location.search === shown || location.reload());

  async function ask(url: URL): Promise<void> {
    asking?.abort();
    const mine = (asking = new AbortController());
    const question = url.searchParams.get('frage') ?? '';
    const turn = (template.content.cloneNode(true) as DocumentFragment).querySelector('section')!;
    const [title, status, stop, told] = [...turn.children] as HTMLElement[];
    title!.textContent = question;
    // Also one that was offered, until it is answered.
    box.value = question;
    stop!.addEventListener('click', () => mine.abort());
    talk.append(turn);
    title!.focus();
    // What is busy is the turn; the box takes the next question already.
    form.removeAttribute('aria-busy');
    try {
      const response = await fetch(`${page}/antwort${url.search}`, {
        method: 'POST',
        headers: { accept: 'text/event-stream' },
        signal: mine.signal,
      });
      const type = response.headers.get('content-type');
      if (BUSY.includes(response.status) && type?.startsWith('text/plain')) return end(await response.text());
      // Anything else than an answer is shown as the page it is, and an answer that broke off is asked for as a whole.
      if (!response.ok || !(await tell(response.body!))) return location.assign(url);
      end('');
      offerTools(told!);
      history.pushState(null, '', url);
      shown = url.search;
      document.title = `${question} – ${texts.title}`;
    } catch {
      end(texts[mine.signal.aborted ? 'stopped' : 'failed']!);
    }

    /** Sets in what is told; false when it breaks off before its end. */
    async function tell(body: ReadableStream<Uint8Array>): Promise<boolean> {
      for await (const { name, text = '', html = '', earlier = [] } of eventsOf(body)) {
        if (name === 'wording') told!.querySelector('.words')?.append(text, ' ');
        else if (text) status!.textContent = text;
        if (html) keepFocus(() => told!.replaceChildren(...readHtml(html)));
        if (name !== 'done') continue;
        if (box.value === question) box.value = '';
        remember(earlier);
        return true;
      }
      return false;
    }

    /** Says why there is no answer; the question stays in the box. */
    function end(why: string): void {
      status!.textContent = why;
      status!.hidden = !why;
      keepFocus(() => stop!.remove());
      told!.removeAttribute('aria-busy');
    }

    /** What had the focus may be gone afterwards; then the question has it. */
    function keepFocus(change: () => void): void {
      const isHere = turn.contains(document.activeElement);
      change();
      if (isHere && !turn.contains(document.activeElement)) title!.focus();
    }
  }

  /** The next question goes with those before it. */
  function remember(earlier: string[]): void {
    for (const old of form.querySelectorAll('[name=vorher]')) old.remove();
    for (const value of earlier)
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'vorher', value }));
  }
}

interface Told {
  name: string;
  text?: string;
  html?: string;
  earlier?: string[];
}

/** Server-sent events of an answer; the browser's own reader of them cannot ask by POST. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Told> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (let rest = ''; ;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = blocks.pop()!;
    for (const block of blocks) {
      const [, name, details] = /^event: (.+)\ndata: (.+)$/.exec(block) ?? [];
      if (name) yield { ...(JSON.parse(details!) as object), name };
    }
  }
}

function readHtml(html: string): Iterable<Node> {
  return new DOMParser().parseFromString(html, 'text/html').body.children;
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

/** Words of a model with their mark, each sentence with its number and what is to be said about it, the sources with their addresses. */
async function copy(button: HTMLButtonElement): Promise<void> {
  const card = button.closest('[data-said]')!;
  const worded = [...card.querySelectorAll('[data-worded]')].map(textOf);
  const sentences = [...card.querySelectorAll('q')].map(({ parentElement }) => textOf(parentElement!));
  const sources = [...card.querySelectorAll('[data-source]')].map(
    (one) => `${textOf(one)} · ${one.querySelector('a')!.href}`,
  );
  await navigator.clipboard.writeText([...worded, ...sentences, '', ...sources].join('\n'));
  button.textContent = button.dataset.done ?? button.textContent;
}

function textOf(element: Element): string {
  return element.textContent!.replace(/\s+/g, ' ').trim();
}

/** Reads the words of a model, else the sentences; a second click ends it, another answer's button goes on there. */
function read(button: HTMLButtonElement): void {
  const { start = '', stop = '' } = button.dataset;
  const isReading = button.textContent === stop;
  speechSynthesis.cancel();
  button.textContent = isReading ? start : stop;
  if (isReading) return;
  const card = button.closest('[data-said]')!;
  const worded = card.querySelector<HTMLElement>('[data-worded]');
  const said: HTMLElement[] = worded ? [worded] : [...card.querySelectorAll('q')];
  const speech = new SpeechSynthesisUtterance(said.map(textOf).join(' '));
  speech.lang = said[0]?.lang || document.documentElement.lang;
  // Also when it was cancelled, and where a browser has no voice.
  speech.onend = speech.onerror = () => (button.textContent = start);
  speechSynthesis.speak(speech);
}
