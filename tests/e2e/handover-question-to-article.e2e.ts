import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press, signInAdministrator } from '#tests/administrator';
import { launchBrowser } from '#tests/chromium';
import { openMailbox } from '#tests/mailbox';
import type { Mailbox } from '#tests/mailbox';
import { startTownServer } from '#tests/town-server';
import type { TownServer } from '#tests/town-server';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };
const QUESTION = 'Gibt es in Hagenow Stellplätze für Lastwagen über Nacht?';
const ANSWER =
  'Guten Tag Frau Muster.\n\nAuf dem Autohof Hagenow gibt es zwölf Stellplätze für Lastwagen über Nacht.';

let town: TownServer;
let browser: Browser;
let post: Mailbox;
/** A clerk with all rights, signed in, without JavaScript. */
let desk: BrowserContext;
/** A business on a phone without JavaScript. */
let business: Page;
let link = '';

beforeAll(async () => {
  post = await openMailbox();
  const env = { SMTP_URL: post.url, RATE_LIMITS: 'on' };
  [town, browser] = await Promise.all([startTownServer({ env }), launchBrowser()]);
  desk = await browser.newContext({ viewport: DESKTOP, locale: 'de-DE', javaScriptEnabled: false });
  await (await signInAdministrator(town, desk)).close();
  const phone = await browser.newContext({ viewport: PHONE, locale: 'de-DE', javaScriptEnabled: false });
  business = await phone.newPage();
});

afterAll(async () => {
  await browser?.close();
  await town?.stop();
  await post?.close();
});

const follow = (page: Page, name: string) => page.locator('main').getByRole('link', { name }).first().click();

async function openDesk(path: string): Promise<Page> {
  const page = await desk.newPage();
  await page.goto(town.url + path);
  return page;
}

test('a business asks by phone, gets an honest decline, and hands the question to a person', async () => {
  await business.goto(`${town.url}/wirtschaft/fragen?frage=${encodeURIComponent(QUESTION)}`);
  expect(await business.locator('.sentence').count()).toBe(0);
  expect(await business.getByText('Hat das geholfen?').count()).toBe(0);
  await follow(business, 'Einen Menschen fragen');
  expect(await business.getByLabel('Ihre Frage').inputValue()).toBe(QUESTION);

  await press(business, 'Angaben prüfen');
  expect(await business.getByRole('alert').textContent()).toContain('Geben Sie eine E-Mail-Adresse an');
  expect(await business.getByRole('alert').textContent()).toContain('Ohne Ihr Einverständnis');

  await business.getByLabel('E-Mail-Adresse').fill('erika@betrieb.example');
  await business.getByLabel('Ihr Name').fill('Erika Muster');
  await business.getByLabel('Ich bin einverstanden').check();
  await press(business, 'Angaben prüfen');
  expect(await business.locator('h1').textContent()).toBe('Das wird gesendet');
  const shown = await business.locator('main').innerText();
  for (const said of [QUESTION, 'Per E-Mail: erika@betrieb.example', 'Erika Muster', 'Wirtschaftsförderung'])
    expect(shown).toContain(said);

  // A person takes longer than three seconds; a machine does not.
  await business.waitForTimeout(3_000);
  await press(business, 'Jetzt senden');
  expect(await business.getByRole('status').textContent()).toContain('Ihre Frage ist angekommen.');
  link = business.url().replace(/\?.*$/, '');
  expect(link).toMatch(/\/anfrage\/[\w-]{43}$/);
  expect(await post.letterTo('erika@betrieb.example')).toContain(link);
  expect(await business.context().cookies()).toEqual([]);
});

test('a follow-up goes to a person together with what was asked before', async () => {
  const query = `frage=${encodeURIComponent('Und was kostet das?')}&vorher=${encodeURIComponent(QUESTION)}`;
  await business.goto(`${town.url}/wirtschaft/fragen?${query}`);
  await business
    .locator('main')
    .getByRole('link', { name: /einen Menschen|Einen Menschen/ })
    .first()
    .click();
  expect(await business.getByLabel('Ihre Frage').inputValue()).toBe('Und was kostet das?');
  expect(await business.getByLabel('Was sollten wir noch wissen?').inputValue()).toBe(
    `Vorher habe ich gefragt:\n${QUESTION}`,
  );
});

test('the link is for the asker alone: not kept, not found, not known to another town', async () => {
  const response = await fetch(link);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('same-origin');
  expect(await response.text()).toContain('<meta name="robots" content="noindex"');
  expect((await fetch(`${link}x`)).status).toBe(404);
  const elsewhere = await browser.newPage();
  expect((await elsewhere.goto(town.urlOf('augsburg-land') + new URL(link).pathname))!.status()).toBe(404);
  await elsewhere.close();
});

test('the desk takes the question, notes, and answers; the asker reads it by link and mail and asks back once', async () => {
  const page = await openDesk('/verwaltung/anfragen');
  await follow(page, QUESTION);
  expect(await page.locator('main').innerText()).toContain('noch');
  await press(page, 'Ich übernehme');
  expect(await page.getByRole('status').textContent()).toContain('zugewiesen');
  await page.getByText('Interne Notiz').first().click();
  await page.getByLabel('Interne Notiz').fill('Beim Autohof nachgefragt.');
  await press(page, 'Notiz speichern');
  await page.getByLabel('Antwort', { exact: true }).fill(ANSWER);
  await press(page, 'Antwort senden');
  expect(await page.getByRole('status').textContent()).toContain('unterwegs');
  await page.close();

  expect(await post.letterTo('erika@betrieb.example', { count: 2 })).toContain('Auf dem Autohof Hagenow');
  await business.goto(link);
  const seen = await business.locator('main').innerText();
  expect(seen).toContain('zwölf Stellplätze');
  expect(seen).not.toMatch(/nachgefragt|Hanna Kruse/);
  await business.getByLabel('Ihre Frage').fill('Auch für Gespanne?');
  await press(business, 'Rückfrage senden');
  expect(await business.getByRole('status').textContent()).toContain('angekommen');
  expect(await business.getByRole('button', { name: 'Rückfrage senden' }).count()).toBe(0);
});

test('the answer becomes an article without a name, and from then on the town answers by itself and cites it', async () => {
  const page = await openDesk('/verwaltung/anfragen');
  await follow(page, QUESTION);
  await page.getByLabel('Antwort', { exact: true }).fill('Ja, auch für Gespanne bis 25 Meter.');
  await press(page, 'Antwort senden');
  await press(page, 'Beitrag entwerfen');
  expect(new URL(page.url()).pathname).toMatch(/^\/verwaltung\/inhalte\/wissen\//);
  expect(await page.getByLabel('Titel').inputValue()).toBe(QUESTION);
  const body = await page.getByLabel('Text', { exact: true }).inputValue();
  expect(body).toContain('zwölf Stellplätze');
  expect(body).not.toContain('Muster');
  await press(page, 'Veröffentlichen');
  await page.close();

  await business.goto(`${town.url}/wirtschaft/fragen?frage=${encodeURIComponent(QUESTION)}`);
  expect(await business.locator('.sentence').first().innerText()).toContain('zwölf Stellplätze');
  expect(await business.locator('.sources').innerText()).toContain(QUESTION);
});

test('"Hat das geholfen?" stands under the real answer; a "no" with its reason reaches the list of gaps', async () => {
  await press(business, 'Nein');
  expect(await business.locator('h1').textContent()).toBe('Danke für die Rückmeldung');
  await business.getByLabel('Etwas Wichtiges fehlt').check();
  await press(business, 'Grund senden');
  expect(await business.locator('main').innerText()).toContain('das hilft uns weiter');

  const page = await openDesk('/verwaltung/luecken');
  const gap = page.locator('main li', { hasText: QUESTION }).first();
  expect(await gap.innerText()).toMatch(/1-mal schlecht bewertet/);
  expect(await gap.locator('svg[role=img]').getAttribute('aria-label')).toMatch(
    /letzte acht Wochen: (0, ){7}[2-9]/,
  );
  expect(await page.getByRole('region', { name: 'Rückmeldungen der letzten 90 Tage' }).innerText()).toContain(
    'unvollständig (1)',
  );
  await gap.getByRole('button', { name: 'Erledigt' }).click();
  expect(await page.locator('main li', { hasText: QUESTION }).count()).toBe(0);
  await page.close();
});

const PUBLIC = [
  '/fragen/weitergeben?frage=Gibt+es+Parkpl%C3%A4tze%3F',
  '/fragen/bewerten?danke=nein&frage=Was%3F',
  '/anfrage/geloescht',
  '/leicht/fragen/weitergeben',
  '/en/fragen/weitergeben',
];
const DESK = ['/verwaltung/anfragen', '/verwaltung/anfragen?liste=erledigt', '/verwaltung/luecken'];

test.each([
  ['phone', 'light', PHONE],
  ['desktop', 'dark', DESKTOP],
] as const)(
  'no page has a barrier axe knows of, nor scrolls sideways: %s, %s',
  { timeout: 120_000 },
  async (_, colorScheme, viewport) => {
    const person = await browser.newContext({ viewport, colorScheme, locale: 'de-DE', bypassCSP: true });
    await person.addCookies(await desk.cookies());
    const page = await person.newPage();
    const found: string[] = [];
    const inquiry = await firstInquiry();
    for (const path of [...PUBLIC, new URL(link).pathname, ...DESK, inquiry]) {
      await page.goto(town.url + path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(...violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) found.push(`${path} is ${overflow} pixels too wide`);
    }
    await person.close();
    expect(found).toEqual([]);
  },
);

async function firstInquiry(): Promise<string> {
  const page = await openDesk('/verwaltung/anfragen?liste=erledigt');
  const path = await page.locator('main h2 a').first().getAttribute('href');
  await page.close();
  return path!;
}

test('the asker takes everything back, and the desk keeps a nameless rest', async () => {
  await business.goto(link);
  await business.getByText('Meine Angaben löschen').click();
  await press(business, 'Ja, alles löschen');
  expect(await business.locator('h1').textContent()).toBe('Ihre Angaben sind gelöscht.');
  expect((await fetch(link)).status).toBe(404);
  const page = await openDesk(await firstInquiry());
  const seen = await page.locator('main').innerText();
  expect(seen).toContain('Die Kontaktdaten sind gelöscht.');
  expect(seen).not.toMatch(/erika@|Erika|Muster|Autohof/);
});
