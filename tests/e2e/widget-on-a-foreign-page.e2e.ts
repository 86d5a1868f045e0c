import { createServer, request } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/chromium';
import { startTownServer } from '#tests/town-server';
import type { TownServer } from '#tests/town-server';

const FIRST_LOAD_BYTES = 15 * 1024;
const QUESTION = 'Wie hoch ist der Hebesatz der Gewerbesteuer?';

let town: TownServer;
let browser: Browser;
let foreign: Server;
let foreignUrl: string;

beforeAll(async () => {
  [town, browser] = await Promise.all([startTownServer(), launchBrowser()]);
  foreign = createServer((request, response) => {
    const path = request.url === '/inline' ? '/widget.js" data-inline data-x="' : '/widget.js';
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        // Nothing but the two things the widget asks of a site.
        'content-security-policy': `default-src 'none'; script-src ${town.url}; frame-src ${town.url}; base-uri 'none'`,
      })
      .end(
        `<!doctype html><html lang="de"><title>Amt</title><main><h1>Amt</h1><p>Text</p><script src="${town.url}${path}" async></script></main></html>`,
      );
  });
  await new Promise<void>((resolve) => foreign.listen(0, 'localhost', resolve));
  foreignUrl = `http://localhost:${(foreign.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await browser?.close();
  foreign?.close();
  await town?.stop();
});

interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the policy of the page or the console complained about. */
  complaints: string[];
}

async function visit(
  path: string,
  work: (visit: Visit) => Promise<void>,
  javaScriptEnabled = true,
): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    await page.goto(path);
    await work({ page, context, complaints });
  } finally {
    await context.close();
  }
}

const widgetIn = (page: Page) => page.frameLocator('iframe');

test('a visitor of a foreign page asks the town by keyboard and gets a cited answer', async () => {
  await visit(foreignUrl, async ({ page, context, complaints }) => {
    const button = page.getByRole('button', { name: /^Fragen an/ });
    await button.waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /^Fragen an/ }).waitFor();
    await widgetIn(page).getByLabel('Ihre Frage').fill(QUESTION);
    await widgetIn(page).getByLabel('Ihre Frage').press('Enter');
    await widgetIn(page).getByText('Quellen', { exact: true }).waitFor();
    const source = widgetIn(page).locator('.sources a').first();
    expect(await source.getAttribute('href')).toMatch(/^\/wissen\/.+#satz-\d+$/);

    const [opened] = await Promise.all([context.waitForEvent('page'), source.click()]);
    await opened.waitForLoadState();
    expect(opened.url()).toContain(`${town.url}/wissen/`);
    await opened.close();

    await widgetIn(page).getByLabel('Weiter fragen').press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)).toMatch(
      /^Fragen an/,
    );
    expect(await context.cookies()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('the frame grows with the answer and believes no other page', async () => {
  await visit(`${foreignUrl}/inline`, async ({ page }) => {
    await widgetIn(page).getByLabel('Ihre Frage').waitFor();
    const height = () => page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);
    await expect.poll(height).not.toBe(384);
    const before = await height();
    await widgetIn(page).getByLabel('Ihre Frage').fill(QUESTION);
    await widgetIn(page).getByRole('button').click();
    await expect.poll(height).toBeGreaterThan(before + 100);
    const settled = await height();
    await page.evaluate(() => window.postMessage({ type: 'ortskern:height', height: 3999 }, '*'));
    await page.waitForTimeout(100);
    expect(await height()).toBe(settled);
  });
});

test('nothing is loaded before the button is pressed but the script, and little after', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(foreignUrl);
  await page.getByRole('button', { name: /^Fragen an/ }).waitFor();
  expect(asked.filter((url) => url.startsWith(town.url))).toEqual([`${town.url}/widget.js`]);
  await page.getByRole('button', { name: /^Fragen an/ }).click();
  await widgetIn(page).getByLabel('Ihre Frage').waitFor();
  await page.waitForLoadState('networkidle');
  await context.close();

  const loads = await Promise.all(
    [...new Set(asked)].filter((url) => url.startsWith(town.url)).map(brotliBytes),
  );
  expect(loads.length).toBeGreaterThanOrEqual(2);
  expect(loads.reduce((sum, one) => sum + one, 0)).toBeLessThan(FIRST_LOAD_BYTES);
});

/** As it travels: compressed and with its head. */
function brotliBytes(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      let bytes = response.rawHeaders.join(': ').length;
      response.on('data', (piece: Buffer) => (bytes += piece.length));
      response.on('end', () => resolve(bytes));
    })
      .on('error', reject)
      .end();
  });
}

test('what the town does not know, a person can be asked from within the frame', async () => {
  await visit(foreignUrl, async ({ page, context }) => {
    await page.getByRole('button', { name: /^Fragen an/ }).click();
    await widgetIn(page).getByLabel('Ihre Frage').fill('Wie viele Monde hat der Jupiter?');
    await widgetIn(page).getByLabel('Ihre Frage').press('Enter');
    await widgetIn(page).getByText('Das weiß ich nicht.').waitFor();
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      widgetIn(page).getByRole('link', { name: 'Einen Menschen fragen' }).click(),
    ]);
    await opened.waitForLoadState();
    expect(await opened.getByLabel('Ihre Frage').inputValue()).toBe('Wie viele Monde hat der Jupiter?');
  });
});

test('a clearer question is asked in the frame', async () => {
  await visit(`${foreignUrl}/inline`, async ({ page, context }) => {
    await widgetIn(page).getByLabel('Ihre Frage').fill('Gewerbesteuerhebesatz');
    await widgetIn(page).getByLabel('Ihre Frage').press('Enter');
    await widgetIn(page).getByText('Was meinen Sie genau?').waitFor();
    const option = widgetIn(page).locator('.options a').first();
    const wanted = (await option.textContent())!.trim();
    await option.click();
    await widgetIn(page).getByRole('heading', { name: wanted, level: 2 }).waitFor();
    expect(context.pages()).toHaveLength(1);
  });
});

test('inside the frame everything works without JavaScript', async () => {
  await visit(
    `${town.url}/widget`,
    async ({ page }) => {
      await page.getByLabel('Ihre Frage').fill(QUESTION);
      await page.getByRole('button', { name: 'Fragen' }).click();
      await page.getByText('Quellen', { exact: true }).waitFor();
      await page.getByLabel('Weiter fragen').fill('Wer ist zuständig?');
      await page.getByRole('button', { name: 'Fragen' }).click();
      expect(new URL(page.url()).searchParams.getAll('vorher')).toEqual([QUESTION]);
    },
    false,
  );
});

test('only the widget may be framed', async () => {
  const policyOf = async (path: string) => {
    const { headers } = await fetch(town.url + path);
    return {
      ancestors: /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1],
      options: headers.get('x-frame-options'),
      cookies: headers.get('set-cookie'),
    };
  };
  expect(await policyOf('/widget')).toEqual({ ancestors: '*', options: null, cookies: null });
  expect(await policyOf('/en/widget?frage=x')).toEqual({ ancestors: '*', options: null, cookies: null });
  for (const path of ['/', '/fragen', '/widget/', '/verwaltung/anmelden'])
    expect((await policyOf(path)).options ?? 'DENY').toBe('DENY');
  expect(await policyOf('/fragen')).toEqual({ ancestors: "'none'", options: 'DENY', cookies: null });
});

test.each(['light', 'dark'] as const)(
  'the widget and the page about answers are accessible, %s',
  async (colorScheme) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 800 } });
    const page = await context.newPage();
    for (const path of [
      '/widget',
      `/widget?frage=${encodeURIComponent(QUESTION)}`,
      '/fragen/so-entstehen-antworten',
    ]) {
      await page.goto(town.url + path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
    await context.close();
  },
);
