import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#tests/chromium';
import { startTownServer } from '#tests/town-server';

let server: Awaited<ReturnType<typeof startTownServer>>;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTownServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function onPhone(work: (page: Page) => Promise<void>, expected: RegExp[] = []): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const refusals: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refusals.push(message.text()));
  await work(page);
  expect(refusals.filter((text) => !expected.some((one) => one.test(text)))).toEqual([]);
  await context.close();
}

test('a talk goes on in place, remembers what was asked, and the answer can be copied with its source', async () => {
  await onPhone(async (page) => {
    await page.goto(`${server.url}/wirtschaft/fragen?frage=Wie+hoch+ist+der+Hebesatz+der+Grundsteuer+B%3F`);
    await page.fill('#frage', 'Und wie viele Einwohner hat Hagenow?');
    await page.press('#frage', 'Enter');
    await page.waitForSelector('[data-talk] section [data-said] q');
    const titles = await page.locator('[data-talk] > section > h2').allTextContents();
    expect(titles).toEqual(['Und wie viele Einwohner hat Hagenow?']);
    expect(await page.locator('[data-talk] [data-said]').count()).toBe(2);
    expect(page.url()).toContain('vorher=');
    expect(await page.inputValue('#frage')).toBe('');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');

    await page.locator('[data-talk] section button[data-answer=copy]').click();
    await page.waitForFunction(
      () => document.querySelector('section [data-answer=copy]')?.textContent === 'Kopiert',
    );
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/12\.175 Einwohnerinnen und Einwohnern am 31\. Dezember 2019\. \[\d\]$/m);
    expect(copied).toMatch(new RegExp(`^\\[1\\].* Stand .* · ${server.url}/wissen/.+#satz-\\d+$`, 'm'));
    expect(await page.title()).toContain('Und wie viele Einwohner hat Hagenow?');
  });
});

test('an answer is read aloud until it ends, or until that is enough', async () => {
  await onPhone(async (page) => {
    // No voice is installed here; what is said and when it ends is written down instead.
    await page.addInitScript(() => {
      const said: SpeechSynthesisUtterance[] = [];
      speechSynthesis.speak = (speech) => said.push(speech);
      Object.assign(globalThis, { said });
    });
    await page.goto(`${server.url}/fragen?frage=Wie+viele+Einwohner+hat+Hagenow%3F`);
    await page.getByRole('button', { name: 'Vorlesen' }).click();
    const heard = () =>
      page.evaluate(() =>
        (globalThis as unknown as { said: SpeechSynthesisUtterance[] }).said.map(({ text, lang }) => [
          text,
          lang,
        ]),
      );
    expect(await heard()).toEqual([[expect.stringContaining('12.175 Einwohnerinnen'), 'de']]);
    await page.getByRole('button', { name: 'Vorlesen beenden' }).click();
    await page.getByRole('button', { name: 'Vorlesen', exact: true }).click();
    expect(await heard()).toHaveLength(2);
    await page.evaluate(() =>
      (globalThis as unknown as { said: SpeechSynthesisUtterance[] }).said[1]!.dispatchEvent(
        new Event('end'),
      ),
    );
    expect(await page.getByRole('button', { name: 'Vorlesen', exact: true }).isVisible()).toBe(true);
  });
});

test('who asks too fast reads so below the talk, which stays', async () => {
  await onPhone(
    async (page) => {
      await page.goto(`${server.url}/fragen?frage=Wie+viele+Einwohner+hat+Hagenow%3F`);
      const body = 'Das waren sehr viele Anfragen.';
      await page.route('**/fragen/antwort?*', (route) =>
        route.fulfill({ status: 429, contentType: 'text/plain; charset=utf-8', body }),
      );
      await page.fill('#frage', 'Wo ist das Museum?');
      await page.press('#frage', 'Enter');
      await page.getByText(body).waitFor();
      expect(await page.locator('[data-said]').count()).toBe(1);
      expect(await page.inputValue('#frage')).toBe('Wo ist das Museum?');
    },
    [/status of 429/],
  );
});

test('without a connection the question stays in the box, and stopping is possible', async () => {
  await onPhone(async (page) => {
    await page.goto(`${server.url}/fragen?frage=Wie+hoch+ist+die+Grundsteuer%3F`);
    await page.route('**/fragen/antwort?*', (route) =>
      setTimeout(() => void route.continue().catch(() => {}), 3_000),
    );
    await page.fill('#frage', 'Wo ist das Museum?');
    await page.press('#frage', 'Enter');
    await page.getByRole('button', { name: 'Anhalten' }).click();
    await page.waitForSelector('text=Angehalten');
    expect(await page.inputValue('#frage')).toBe('Wo ist das Museum?');
  });
});
