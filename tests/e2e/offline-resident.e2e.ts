import { createServer, request as ask } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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
async function onPhone(
  work: (page: Page, context: BrowserContext) => Promise<void>,
  url = town.url,
): Promise<void> {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
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
      '/anmeldung/geheim',
      '/merken/geheim',
      '/weitergabe/geheim',
      '/veranstalter/geheim',
    ])
      await page.goto(town.url + path);
    await page.goto(`${town.url}/orte`);
    await untilKept(page, '/orte');
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map((request) => new URL(request.url).pathname);
    });
    expect(kept.filter((path) => /verwaltung|fragen|suche|geheim/.test(path))).toEqual([]);
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

/** A web server before the town, as most have one; while the town is away it says so with 503. */
async function startFront(): Promise<{ url: string; server: Server; isAway: boolean }> {
  const server = createServer((incoming, outgoing) => {
    if (front.isAway) return void outgoing.writeHead(503, { 'content-type': 'text/html' }).end('Später.');
    const { method, headers } = incoming;
    const onward = ask(town.url + incoming.url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const front = { url: `http://localhost:${(server.address() as AddressInfo).port}`, server, isAway: false };
  return front;
}

test('while the town is in trouble, what was read before is there and says so, and a report waits', async () => {
  const front = await startFront();
  try {
    await onPhone(async (page) => {
      await page.goto(`${front.url}/abfall/kernstadt`);
      await untilKept(page, '/abfall/kernstadt');
      await untilKept(page, '/melden');
      await untilKept(page, '/melden/wartet');
      front.isAway = true;
      await page.goto(`${front.url}/abfall/kernstadt`);
      expect(await page.locator('main time').count()).toBeGreaterThan(3);
      expect(await page.locator('.age').innerText()).toMatch(/^Die Seite ist gerade gestört\. Stand: /);
      // What nobody has read is not there, and the answer of the server stands.
      expect((await page.goto(`${front.url}/orte`))!.status()).toBe(503);

      await page.goto(`${front.url}/melden`);
      await page.selectOption('#field-category', 'laterne');
      await page.fill('#field-text', 'Die Laterne am Bahnhof ist aus.');
      await page.locator('.offline button').click();
      await page.locator('[data-outbox] article.waiting').waitFor();

      front.isAway = false;
      await page.goto(`${front.url}/melden/wartet`);
      await page.locator('[data-outbox] article.sent').waitFor({ timeout: 30_000 });
    }, front.url);
  } finally {
    front.server.closeAllConnections();
    front.server.close();
  }
});
