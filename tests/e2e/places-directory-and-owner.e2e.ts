import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { press, signInAdministrator } from '#tests/administrator';
import { launchBrowser } from '#tests/chromium';
import { startTownServer } from '#tests/town-server';
import type { TownServer } from '#tests/town-server';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

let town: TownServer;
let browser: Browser;
/** A clerk with all rights, signed in. */
let desk: BrowserContext;

beforeAll(async () => {
  [town, browser] = await Promise.all([startTownServer(), launchBrowser()]);
  desk = await browser.newContext({ viewport: DESKTOP, locale: 'de-DE' });
  await (await signInAdministrator(town, desk)).close();
});

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

async function visit(
  options: Parameters<Browser['newContext']>[0],
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ locale: 'de-DE', ...options });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Mails lie as files while no mail server is named; the worker writes them a moment later. */
async function linkInMailTo(address: string): Promise<string> {
  const folder = join(town.dataFolder, 'mail');
  for (let tries = 0; tries < 200; tries++) {
    for (const file of await readdir(folder).catch(() => [])) {
      const mail = (await readFile(join(folder, file), 'utf8')).replace(/=\r?\n/g, '').replaceAll('=3D', '=');
      const link = /http\S+\/orte\/bestaetigen\/\S+/.exec(mail);
      if (mail.includes(address) && link) return link[0];
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no mail to ${address}`);
}

test('without JavaScript a resident finds the cafés, reads the map and looks closer', async () => {
  await visit({ javaScriptEnabled: false, viewport: PHONE }, async (page) => {
    await page.goto(`${town.url}/orte`);
    await page.getByRole('link', { name: 'Essen und Trinken' }).click();
    await page.getByRole('navigation', { name: 'Genauer' }).getByRole('link', { name: 'Café' }).click();
    const titles = await page.locator('main h2 a').allInnerTexts();
    expect(titles).toEqual(['Café am Markt (Beispiel)', 'Café im Bahnhof (Beispiel)']);
    // What the map shows stands in the list, under the same numbers.
    const marks = page.locator('#karte svg a, #karte svg g[role=img]');
    expect(await marks.count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Näher' }).click();
    expect(new URL(page.url()).searchParams.get('karte')).toMatch(/^53\.\d+,11\.\d+,\d/);
    expect(await page.locator('main h2 a').allInnerTexts()).toEqual(titles);
    // A button that needs JavaScript is not offered.
    expect(await page.getByRole('button', { name: 'Karte bewegen' }).count()).toBe(0);
  });
});

test('near a village the nearest comes first; a filter for access leaves those of whom it is known', async () => {
  await visit({ javaScriptEnabled: false, viewport: DESKTOP }, async (page) => {
    await page.goto(`${town.url}/orte?nah=Viez&barrierefrei=step-free`);
    const [nearest] = await page.locator('main h2 a').allInnerTexts();
    expect(nearest).toBe('Hofladen Viez (Beispiel)');
    expect(await page.locator('main').innerText()).toContain('Vorübergehend geschlossen');
    await page.goto(`${town.url}/orte/rathaus`);
    expect(await page.locator('main').innerText()).toContain('In diesem Haus');
    await page.getByRole('link', { name: 'Standesamt (Beispiel)' }).click();
    expect(await page.locator('main').innerText()).toContain('1. Stock, Zimmer 12');
  });
});

describe.each([
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const)('on a %s', (_, viewport) => {
  test('the map moves after a tap, asks nobody else, and opens a place by keyboard', async () => {
    await visit({ viewport }, async (page) => {
      const elsewhere: string[] = [];
      page.on('request', (request) => {
        if (new URL(request.url()).host !== new URL(town.url).host) elsewhere.push(request.url());
      });
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
      await page.goto(`${town.url}/orte?art=gastronomie`);
      await page.getByRole('button', { name: 'Karte bewegen' }).click();
      await page.locator('.moving-map .moving-mark').first().waitFor();
      const found = await new AxeBuilder({ page }).include('#karte').analyze();
      expect(found.violations.map(({ id }) => id)).toEqual([]);
      await page.keyboard.press('+');
      await page.waitForTimeout(500);
      await page.locator('.moving-map .moving-mark').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('.leaflet-popup a').first().waitFor();
      expect(elsewhere).toEqual([]);
      expect(faults).toEqual([]);
    });
  });

  test('lists, places and tours have no barrier axe knows of', async () => {
    await visit({ viewport, colorScheme: viewport === PHONE ? 'dark' : 'light' }, async (page) => {
      const found: string[] = [];
      for (const path of [
        '/orte?art=gastronomie&nah=Viez',
        '/orte/rathaus',
        '/orte/hofladen-viez-beispiel',
        '/orte/touren',
        '/orte/touren/rundgang-beispiel',
        '/abfall/kernstadt/2026/12',
      ]) {
        const answer = await page.goto(town.url + path);
        expect([path, answer!.status()]).toEqual([path, 200]);
        const { violations } = await new AxeBuilder({ page }).analyze();
        found.push(...violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`));
      }
      expect(found).toEqual([]);
    });
  });
});

test('a tour is a list, a map, a GPX file and GeoJSON', async () => {
  const base = `${town.url}/orte/touren/rundgang-beispiel`;
  const gpx = await fetch(`${base}.gpx`);
  expect(gpx.headers.get('content-type')).toContain('application/gpx+xml');
  expect((await gpx.text()).match(/<wpt /g)).toHaveLength(5);
  const { features } = (await (await fetch(`${base}.geojson`)).json()) as {
    features: { geometry: { type: string } }[];
  };
  expect(features.map(({ geometry }) => geometry.type)).toEqual(['LineString', ...Array(5).fill('Point')]);
  await visit({ javaScriptEnabled: false, viewport: PHONE }, async (page) => {
    await page.goto(`${town.url}/touren/rundgang-beispiel`);
    expect(new URL(page.url()).pathname).toBe('/orte/touren/rundgang-beispiel');
    expect(await page.locator('.sheet ol li').count()).toBe(5);
  });
});

test('a clerk points at the map, by keyboard as well', async () => {
  const page = await desk.newPage();
  await page.goto(`${town.url}/verwaltung/inhalte/orte/neu`);
  await page.getByRole('button', { name: 'Auf der Karte zeigen' }).click();
  await page.locator('.moving-map').waitFor();
  await page.keyboard.press('Enter');
  const value = () => page.locator('[name=latitude]').inputValue();
  expect(Number(await value())).toBeCloseTo(53.43, 0);
  const before = await value();
  await page.locator('.moving-map').click({ position: { x: 40, y: 200 } });
  expect(await value()).not.toBe(before);
  expect(await page.getByRole('status').filter({ hasText: 'Gewählte Stelle' }).count()).toBe(1);
  await page.close();
});

test('an owner is invited, corrects the hours by the link, and the clerk takes them over', async () => {
  const clerk = await desk.newPage();
  await clerk.goto(`${town.url}/verwaltung/inhaber`);
  await clerk.getByLabel('Ort', { exact: true }).selectOption({ label: 'Café am Markt (Beispiel)' });
  await clerk.getByLabel('E-Mail der Inhaberin oder des Inhabers').fill('cafe@hagenow.example');
  await press(clerk, 'Inhaber einladen');
  expect(await clerk.locator('main').innerText()).toContain('Die Einladung ist unterwegs.');
  const { violations } = await new AxeBuilder({ page: clerk }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const link = await linkInMailTo('cafe@hagenow.example');
  await visit({ javaScriptEnabled: false, viewport: PHONE }, async (page) => {
    await page.goto(link);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Café am Markt');
    // A person needs longer than a machine.
    await page.waitForTimeout(3200);
    await page.getByLabel('Öffnungszeiten').fill('meistens');
    await press(page, 'Stimmt so – absenden');
    expect(await page.locator('main').innerText()).toContain('Diese Zeiten verstehen wir nicht.');
    await page.waitForTimeout(3200);
    await page.getByLabel('Öffnungszeiten').fill('Di-So 9-19 Uhr; Mo geschlossen');
    await press(page, 'Stimmt so – absenden');
    expect(await page.locator('main').innerText()).toContain('Vielen Dank, wir haben Ihre Änderungen.');
  });

  await clerk.reload();
  await press(clerk, 'Übernehmen');
  await visit({ javaScriptEnabled: false, viewport: PHONE }, async (page) => {
    await page.goto(`${town.url}/orte/cafe-am-markt-beispiel`);
    const text = await page.locator('main').innerText();
    expect(text).toContain('09:00–19:00');
    expect(text).toMatch(/zuletzt bestätigt am/);
  });
  await clerk.close();
});
