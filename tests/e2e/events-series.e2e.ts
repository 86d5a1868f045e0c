import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAdministrator } from '#tests/administrator';
import { launchBrowser } from '#tests/chromium';
import { startTownServer } from '#tests/town-server';
import type { TownServer } from '#tests/town-server';
import { addDays, civilDate, instantOf, showDay, weekdayOf } from '#platform/formats';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

let town: TownServer;
let browser: Browser;
/** The clerk works without JavaScript: what works so works everywhere. */
let desk: BrowserContext;
/** The desk's page of the series. */
let series = '';

// The Thursday of the week after next.
const today = civilDate(new Date());
const first = addDays(today, 14 + ((4 - weekdayOf(today) + 7) % 7));
const week = (number: number) => addDays(first, 7 * number);
const inWords = (day: string) => showDay(instantOf(day));

beforeAll(async () => {
  [town, browser] = await Promise.all([startTownServer(), launchBrowser()]);
  desk = await browser.newContext({ viewport: DESKTOP, locale: 'de-DE', javaScriptEnabled: false });
  await (await signInAdministrator(town, desk)).close();
});

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

/** Sends a form and waits for the page it leads to; a second click into the old page would be lost. */
async function press(page: Page, name: string): Promise<void> {
  const arrived = page.waitForEvent('load');
  await page
    .locator('main')
    .getByRole('button', { name, exact: true })
    .locator('visible=true')
    .first()
    .click();
  await arrived;
}

async function openDesk(path: string): Promise<Page> {
  const page = await desk.newPage();
  await page.goto(town.url + path);
  return page;
}

const visit = async (
  path: string,
  work: (page: Page) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = { viewport: PHONE, javaScriptEnabled: false },
) => {
  const person = await browser.newContext({ locale: 'de-DE', ...options });
  const page = await person.newPage();
  await page.goto(town.url + path);
  await work(page);
  await person.close();
};

async function writeEvent(
  fields: Record<string, string>,
  more?: (page: Page) => Promise<void>,
): Promise<Page> {
  const page = await openDesk('/verwaltung/inhalte/veranstaltungen/neu');
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
  await more?.(page);
  await press(page, 'Veröffentlichen');
  expect(await page.getByRole('status').first().textContent()).toContain('veröffentlicht');
  return page;
}

test('a clerk writes a weekly choir in plain words and is told its next dates', async () => {
  const fields = {
    title: 'Chor am Donnerstag',
    startsAt: `${first}T18:00`,
    endsAt: `${first}T19:30`,
    venue: 'Aula',
  };
  const page = await writeEvent(fields, async (form) => {
    await form.getByText('Wiederholung', { exact: true }).click();
    expect(await form.getByLabel('Donnerstag').isVisible()).toBe(false);
    await form.locator('[name=rule]').selectOption('weekly');
    await form.getByLabel('Donnerstag').check();
    await form.locator('[name=count]').fill('6');
  });
  series = new URL(page.url()).pathname;
  const told = await page.locator('main').innerText();
  expect(told).toContain('Jeden Donnerstag, 18:00 bis 19:30 Uhr, 6 Mal.');
  expect(told).toContain(`${inWords(first)}, 18:00 bis 19:30 Uhr`);
  expect(told).toContain(`${inWords(week(5))}, 18:00 bis 19:30 Uhr`);
});

test('one date is cancelled and one moved, and everyone sees it in list, page, month and feed', async () => {
  const page = await openDesk(`${series}/termine`);
  const row = (day: string) => page.locator('main li', { hasText: inWords(day) });
  await row(week(1)).locator('summary').click();
  await row(week(1)).locator('[name=note]').fill('Die Chorleiterin ist krank.');
  await press(page, 'Termin absagen');
  expect(await page.getByRole('status').first().textContent()).toContain('abgesagt');
  await row(week(2)).locator('summary').click();
  await row(week(2))
    .getByLabel('Beginn')
    .fill(`${addDays(week(2), 1)}T19:00`);
  await row(week(2))
    .getByLabel('Ende')
    .fill(`${addDays(week(2), 1)}T20:30`);
  await press(page, 'Termin speichern');
  expect(await page.getByRole('status').first().textContent()).toContain('geändert');

  await visit('/veranstaltungen/chor-am-donnerstag', async (reader) => {
    const dates = await reader.locator('#termine').locator('..').innerText();
    expect(dates).toMatch(
      new RegExp(`${inWords(week(1))}, 18:00 bis 19:30 Uhr\\s+Abgesagt\\s+Die Chorleiterin ist krank\\.`),
    );
    expect(dates).toMatch(
      new RegExp(
        `${inWords(addDays(week(2), 1))}, 19:00 bis 20:30 Uhr\\s+Verlegt\\s+statt ${inWords(week(2))}`,
      ),
    );
    await reader.getByRole('link', { name: inWords(week(1)) }).click();
    expect(await reader.locator('main').innerText()).toContain('Dieser Termin ist abgesagt.');
  });
  await visit(`/veranstaltungen?von=${week(1)}&bis=${week(2)}&ort=Aula`, async (reader) => {
    expect(await reader.locator('main').innerText()).toContain('Abgesagt');
    expect(await reader.locator('main h3').count()).toBe(1);
  });
  const month = week(1).slice(0, 7);
  for (const options of [{ viewport: PHONE, javaScriptEnabled: false }, { viewport: DESKTOP }])
    await visit(
      `/veranstaltungen?ansicht=monat&monat=${month}&ort=Aula`,
      async (reader) => {
        const chor = reader.getByRole('link', { name: 'Chor am Donnerstag' });
        expect(await chor.first().isVisible()).toBe(true);
        await reader.getByRole('link', { name: 'Monat danach' }).click();
        expect(new URL(reader.url()).searchParams.get('ort')).toBe('Aula');
      },
      options,
    );

  const feed = await (await fetch(`${town.url}/veranstaltungen.ics?ort=Aula`)).text();
  expect(feed).toContain('RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=6');
  expect(feed.match(/RECURRENCE-ID;TZID=Europe\/Berlin:/g)).toHaveLength(2);
  expect(feed).toContain('STATUS:CANCELLED');
});

test('from one date on the choir meets elsewhere, as an entry of its own', async () => {
  const page = await openDesk(`${series}/termine`);
  const row = page.locator('main li', { hasText: inWords(week(4)) });
  await row.locator('summary').click();
  await row.locator('[name=venue]').fill('Turnhalle');
  await press(page, 'Ab hier für alle folgenden');
  expect(await page.getByRole('status').first().textContent()).toContain('eigener Eintrag');
  await visit('/veranstaltungen/chor-am-donnerstag-2', async (reader) => {
    expect(await reader.locator('main').innerText()).toContain('Turnhalle');
    expect(await reader.locator('#termine').locator('..').locator('li').count()).toBe(2);
  });
});

test('what two clerks wrote of one concert becomes one, and the old address leads there', async () => {
  await writeEvent({ title: 'Sommerkonzert im Park', startsAt: `${first}T16:00` });
  await writeEvent({ title: 'Sommer-Konzert im Park', startsAt: `${first}T16:00`, price: '5 Euro' });
  const page = await openDesk('/verwaltung');
  const duplicates = page.getByRole('link', { name: 'vielleicht doppelt im Kalender' });
  const told = await duplicates.innerText();
  await duplicates.click();
  expect(await page.locator('main .pair').count()).toBe(told.startsWith('Eine') ? 1 : parseInt(told, 10));
  const pair = page.locator('main .card', { hasText: 'Sommerkonzert' });
  const arrived = page.waitForEvent('load');
  await pair
    .locator('section', { has: page.getByRole('link', { name: 'Sommerkonzert im Park' }) })
    .getByRole('button')
    .click();
  await arrived;
  expect(await page.getByRole('status').first().textContent()).toContain('Zusammengeführt');
  await visit('/veranstaltungen/sommer-konzert-im-park', async (reader) => {
    expect(new URL(reader.url()).pathname).toBe('/veranstaltungen/sommerkonzert-im-park');
    expect(await reader.locator('main').innerText()).toContain('5 Euro');
  });
});

test('“Was ist am Wochenende los?” and “Wann ist der nächste Flohmarkt?” are answered with the events as sources', async () => {
  for (const question of ['Was ist nächste Woche los?', 'Wann ist der nächste Flohmarkt?'])
    await visit(`/fragen?frage=${encodeURIComponent(question)}`, async (reader) => {
      expect(await reader.locator('.sources a[href*="/veranstaltungen/"]').count()).toBeGreaterThan(0);
    });
});

const PUBLIC = [
  '/veranstaltungen',
  '/veranstaltungen?ansicht=monat',
  '/veranstaltungen/wochenmarkt',
  '/veranstaltungen/wochenmarkt?termine=alle',
  '/en/veranstaltungen?ansicht=monat',
  '/leicht/veranstaltungen/wochenmarkt',
];

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
    const atDesk = [series, `${series}/termine`, '/verwaltung/inhalte/veranstaltungen/doppelt'];
    for (const path of [...PUBLIC, ...atDesk]) {
      await page.goto(town.url + path);
      await page
        .locator('main details')
        .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(...violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) found.push(`${path} is ${overflow} pixels too wide`);
    }
    await person.close();
    expect(found).toEqual([]);
  },
);
