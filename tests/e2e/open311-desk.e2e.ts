import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAdministrator } from '#tests/administrator';
import { launchBrowser } from '#tests/chromium';
import { startTownServer } from '#tests/town-server';
import type { TownServer } from '#tests/town-server';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

let town: TownServer;
let browser: Browser;
let desk: BrowserContext;

beforeAll(async () => {
  [town, browser] = await Promise.all([startTownServer(), launchBrowser()]);
  desk = await browser.newContext({ viewport: DESKTOP, locale: 'de-DE', javaScriptEnabled: false });
  await (await signInAdministrator(town, desk)).close();
});

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

/** Sends a form and waits for the page it leads to. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const arrived = page.waitForEvent('load');
  await page.locator('main').getByRole('button', { name, exact: true }).first().click();
  await arrived;
}

async function faultsOf(path: string, viewport = PHONE, colorScheme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({ viewport, locale: 'de-DE', colorScheme });
  const page = await context.newPage();
  await page.goto(town.url + path);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await context.close();
  return { faults: violations.map(({ id }) => id), isTooWide: width > viewport.width };
}

const send = (key: string) =>
  fetch(`${town.url}/api/open311/v2/requests.json`, {
    method: 'POST',
    body: new URLSearchParams({
      api_key: key,
      service_code: 'gibt-es-nicht',
      description: 'Nur eine Probe, ob der Schlüssel passt.',
      address_string: 'Lange Straße 1',
    }),
  });

test('a clerk gives an app a key, sees it once, and takes it back', async () => {
  const page = await desk.newPage();
  await page.goto(`${town.url}/verwaltung/open311`);
  await page.getByLabel('Name').fill('K');
  await page.getByLabel('Meldungen am Tag').fill('viele');
  await press(page, 'Schlüssel anlegen');
  expect(await page.getByRole('main').innerText()).toMatch(/ganze Zahl von 1 bis 10\.000/);
  expect(await page.getByLabel('Meldungen am Tag').inputValue()).toBe('viele');

  await page.getByLabel('Name').fill('Klarschiff MV');
  await page.getByLabel('Meldungen am Tag').fill('50');
  await press(page, 'Schlüssel anlegen');
  const key = (await page.locator('code').first().textContent())!.trim();
  expect(key).toMatch(/^ok_[\w-]{43}$/);
  // The key is right, the kind of report is not.
  expect((await send(key)).status).toBe(404);

  await page.goto(`${town.url}/verwaltung/open311`);
  expect(await page.content()).not.toContain(key);
  expect(await page.getByRole('main').innerText()).toContain(`endet auf …${key.slice(-4)}`);
  await press(page, /^Sperren/);
  expect(await page.getByRole('main').innerText()).toContain('Der Schlüssel ist gesperrt');
  expect((await send(key)).status).toBe(403);
  await page.goto(`${town.url}/verwaltung/protokoll`);
  expect(await page.getByRole('main').innerText()).toContain('Hanna Kruse');
  await page.close();
});

test('the desk page has no faults for those who do not see it', async () => {
  const page = await (await browser.newContext({ storageState: await desk.storageState() })).newPage();
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    await page.goto(`${town.url}/verwaltung/open311`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/open311-${viewport.width}.png`, fullPage: true });
  }
  await page.context().close();
});

test('whoever looks for data finds files, licences and the catalogue, on a phone and without JavaScript', async () => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'de-DE', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(town.url);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Offene Daten' }).click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Offene Daten');
  const paths = await page
    .locator('main .files a')
    .evaluateAll((links) => links.map((one) => one.getAttribute('href')!));
  expect(paths.length).toBeGreaterThan(15);
  const statuses = await Promise.all(
    paths.map(async (path) => [path, (await fetch(town.url + path)).status]),
  );
  expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
  await context.close();
  for (const scheme of ['light', 'dark'] as const)
    for (const viewport of [PHONE, DESKTOP])
      expect(await faultsOf('/offene-daten', viewport, scheme)).toEqual({ faults: [], isTooWide: false });
});
