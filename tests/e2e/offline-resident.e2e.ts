import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/chromium';
import { startTownServer } from '#tests/town-server';
import type { TownServer } from '#tests/town-server';

let town: TownServer;
let browser: Browser;

beforeAll(async () => {
  [town, browser] = await Promise.all([startTownServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

/** The worker keeps pages after it has shown them. */
async function untilKept(page: Page, path: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (wanted) => Boolean(await caches.match(wanted)), path), {
      timeout: 10_000,
    })
    .toBe(true);
}

/** A phone that has opened the app once, so that its worker is there. */
async function onPhone(work: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    await page.goto(town.url);
    await page.evaluate(() => navigator.serviceWorker.ready);
    // The core is fetched after the worker has begun.
    await untilKept(page, '/offline');
    await work(page, context);
  } finally {
    await context.close();
  }
}

test('without network the bin dates of an area looked at once are there, with their age', async () => {
  await onPhone(async (page, context) => {
    await page.goto(`${town.url}/abfall/kernstadt`);
    const dates = await page.locator('main time').allInnerTexts();
    expect(dates.length).toBeGreaterThan(3);
    await untilKept(page, '/abfall/kernstadt');

    await context.setOffline(true);
    await page.goto(`${town.url}/abfall/kernstadt`);
    expect(await page.locator('main time').allInnerTexts()).toEqual(dates);
    expect(await page.locator('.age').innerText()).toMatch(/^Ohne Netz\. Stand: .+ Uhr\.$/);
  });
});

test('a page nobody has opened gives way to emergency numbers and what is on the device', async () => {
  await onPhone(async (page, context) => {
    await page.goto(`${town.url}/abfall/kernstadt`);
    await untilKept(page, '/abfall/kernstadt');
    await context.setOffline(true);
    await page.goto(`${town.url}/orte`);
    expect(await page.locator('h1').innerText()).toBe('Ohne Netz');
    expect(await page.locator('a[href="tel:112"]').isVisible()).toBe(true);
    const kept = page.locator('[data-kept] a').first();
    await kept.waitFor();
    expect(await kept.innerText()).toMatch(/^Abfall: /);
    await kept.click();
    expect(await page.locator('main time').count()).toBeGreaterThan(3);
  });
});

test('what is private stays with the server: no desk, no answers to own questions, no secret links', async () => {
  await onPhone(async (page, context) => {
    for (const path of [
      '/verwaltung/anmelden',
      '/fragen?frage=Rathaus',
      '/suche?q=Rathaus',
      '/anfrage/geheim',
    ])
      await page.goto(town.url + path);
    await page.goto(`${town.url}/orte`);
    await untilKept(page, '/orte');
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map((request) => new URL(request.url).pathname);
    });
    expect(kept.filter((path) => /verwaltung|fragen|suche|anfrage/.test(path))).toEqual([]);
    expect(kept).toContain('/orte');
    const desk = await page.evaluate(async () =>
      (await (await fetch('/verwaltung/anmelden')).text()).match(/\/_app\/immutable\/[^"]+/g),
    );
    expect(desk!.length).toBeGreaterThan(0);
    expect(kept.filter((path) => path.includes('desk'))).toEqual([]);

    await context.setOffline(true);
    await expect(page.goto(`${town.url}/verwaltung/anmelden`)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
  });
});

test('with network again the page is fresh and says nothing of its age', async () => {
  await onPhone(async (page, context) => {
    await context.setOffline(true);
    await page.goto(town.url);
    expect(await page.locator('.age').count()).toBe(1);
    await context.setOffline(false);
    await page.goto(town.url);
    expect(await page.locator('.age').count()).toBe(0);
  });
});
