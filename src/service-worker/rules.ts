/** What may stay on a device, and what is added to a page that comes from there. Pure, so that it can be tested. */

// The desk, interfaces, and what answers somebody's own words.
const NEVER = /^\/(?:verwaltung|api|medien|widget|fragen|suche)(?:\/|$)/;
// What belongs to one person is opened with a link that only they have.
const SECRET =
  /^\/(?:(?:anfrage|anmeldung|meldung|merken|veranstalter|weitergabe)(?:\/|$)|(?:orte\/bestaetigen|veranstaltungen\/vorschlagen)\/.)/;
const LANGUAGE = /^\/(en|leicht)(?=\/|$)/;

/** Pages that are kept even if nobody has opened them yet, so that they are there when the network is not. */
export const CORE = ['/offline', '/melden', '/melden/wartet'] as const;

/** `/en`, `/leicht` or nothing. */
export function languageOf(path: string): string {
  return LANGUAGE.exec(path)?.[0] ?? '';
}

function pathWithoutLanguage(path: string): string {
  return path.replace(LANGUAGE, '') || '/';
}

export function isCore(path: string): boolean {
  return (CORE as readonly string[]).includes(pathWithoutLanguage(path));
}

/** Whether the worker has anything to do with an address at all. */
export function isPublicPage(path: string): boolean {
  const own = pathWithoutLanguage(path);
  return !NEVER.test(own) && !SECRET.test(own);
}

/** A page without anybody's words in its address, which the server does not call private. */
export function mayKeep(url: URL, response: Pick<Response, 'status' | 'headers'>): boolean {
  if (response.status !== 200 || url.search !== '' || !isPublicPage(url.pathname)) return false;
  if (!response.headers.get('content-type')?.startsWith('text/html')) return false;
  return isCore(url.pathname) || !/no-store|private/.test(response.headers.get('cache-control') ?? '');
}

/** Scripts a page needs, at once or (`data-script`) when a person reaches for them; maps want a network anyway. */
export function filesIn(html: string): string[] {
  return [
    ...new Set(
      [...html.matchAll(/ (?:src|data-script(?:-styles)?)="(\/_app\/immutable\/[\w./-]+)"/g)].map(
        (match) => match[1]!,
      ),
    ),
  ];
}

const WORDS = {
  de: {
    offline: 'Ohne Netz.',
    outage: 'Die Seite ist gerade gestört.',
    asOf: 'Stand:',
    then: 'Mit „heute“ und „morgen“ ist von diesem Tag aus gerechnet.',
  },
  en: {
    offline: 'Offline.',
    outage: 'This site is out of order just now.',
    asOf: 'As of',
    then: '“Today” and “tomorrow” are counted from that day.',
  },
};
/** Why a page comes from the device: there is no network, or the town has trouble. */
export type Reason = 'offline' | 'outage';

/** An answer that says no more than that it is to be tried later: the database is away, or the server starts anew. */
export function isOutage(status: number): boolean {
  return status >= 502 && status <= 504;
}

/** The page with a line on top that says how old it is, and a mark by which it can look different. */
export function withAge(html: string, keptAt: Date, now: Date, nonce: string, reason: Reason): string {
  const locale = html.includes('<html lang="en"') ? 'en' : 'de';
  const { asOf, then, [reason]: why } = WORDS[locale];
  const [day, today] = [keptAt, now].map((at) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', { dateStyle: 'full' }).format(at),
  );
  const time = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', { timeStyle: 'short' });
  const note =
    `<style nonce="${nonce}">.age{margin:1rem 0 0;padding:.75rem 1rem;border-left:4px solid var(--kern-color-feedback-warning);` +
    'border-radius:.5rem;background:var(--kern-color-feedback-warning-background)}</style>' +
    `<div class="frame" role="status"><p class="age"><strong>${why}</strong> ${asOf} ${day}, ${time.format(keptAt)}` +
    `${locale === 'de' ? ' Uhr' : ''}.${day === today ? '' : ` ${then}`}</p></div>`;
  return html.replace('<html ', '<html data-offline ').replace(/<main\b/, () => `${note}<main`);
}

/** The nonce of the page's own policy: what is added has to obey it. */
export function nonceOf(headers: Headers): string {
  return /'nonce-([\w+/=-]+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '';
}
