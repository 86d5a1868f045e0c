import type { Browser, Page } from 'playwright-core';
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

/** A browser without JavaScript: whatever works here works everywhere. */
async function withoutJavaScript(work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'de-DE',
    viewport: { width: 360, height: 740 },
  });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function ask(page: Page, path: string, question: string): Promise<void> {
  await page.goto(town.url + path);
  await page.fill('#frage', question);
  await page.click('main button[type=submit]');
}

test('a business asks for grants and can follow each sentence to its source', async () => {
  await withoutJavaScript(async (page) => {
    await ask(page, '/wirtschaft', 'Welche Fördermittel gibt es für die Digitalisierung meines Betriebs?');
    expect(new URL(page.url()).pathname).toBe('/wirtschaft/fragen');

    const marks = page.locator('.sentence .mark');
    expect(await marks.count()).toBeGreaterThan(0);
    expect(await page.locator('.sources li').count()).toBeGreaterThan(0);
    expect(await page.locator('.sources li').first().innerText()).toMatch(/Stand/);

    const said = await page.locator('.sentence q').first().innerText();
    await marks.first().click();
    expect(new URL(page.url()).hash).toMatch(/^#satz-\d+$/);
    const cited = await page.locator(new URL(page.url()).hash).innerText();
    expect(cited.replace(/\s+/g, ' ')).toContain(said.replace(/\s+/g, ' ').slice(0, 40));
  });
});

test('nobody knows the weather on Mars, and the page says so and whom to ask', async () => {
  await withoutJavaScript(async (page) => {
    await ask(page, '/', 'Wie ist das Wetter auf dem Mars?');
    expect(await page.locator('main').innerText()).toContain('Das weiß ich nicht.');
    expect(await page.locator('.sentence').count()).toBe(0);
    expect(await page.locator('address').count()).toBe(1);
  });
});

test('a follow-up question carries the one before it', async () => {
  await withoutJavaScript(async (page) => {
    await ask(page, '/wirtschaft/fragen', 'Wer ist Ansprechpartner für Gewerbeflächen?');
    await page.fill('#frage', 'Und wie erreiche ich ihn?');
    await page.click('main button[type=submit]');
    expect(new URL(page.url()).searchParams.getAll('vorher')).toEqual([
      'Wer ist Ansprechpartner für Gewerbeflächen?',
    ]);
    expect(await page.locator('h1').innerText()).toBe('Und wie erreiche ich ihn?');
  });
});

test('a question with markup in it is shown as text', async () => {
  await withoutJavaScript(async (page) => {
    const question = '<img src=x onerror=alert(1)>"\'</title>';
    await page.goto(`${town.url}/fragen?frage=${encodeURIComponent(question)}`);
    expect(await page.locator('h1').innerText()).toBe(question);
    expect(await page.locator('main img').count()).toBe(0);
  });
});

test('someone looks for the museum without knowing where it is filed', async () => {
  await withoutJavaScript(async (page) => {
    await page.goto(town.url);
    await page.click('header a[href="/suche"]');
    await page.fill('input[name=q]', 'Museum');
    await page.click('main button[type=submit]');
    const first = page.locator('.entry a').first();
    expect(await first.innerText()).toMatch(/Museum/i);
    await first.click();
    expect(await page.locator('h1').innerText()).toMatch(/Museum/i);
  });
});

test('filters are addresses: a link to a choice shows the same choice', async () => {
  await withoutJavaScript(async (page) => {
    await page.goto(`${town.url}/orte?art=kultur`);
    const places = await page.locator('.entry').count();
    expect(places).toBeGreaterThan(0);
    expect(await page.locator('.pills [aria-current]').innerText()).toBe('Kultur');
    await page.click('summary');
    await page.fill('input[name=suche]', 'Synagoge');
    await page.click('main button[type=submit]');
    expect(new URL(page.url()).searchParams.get('art')).toBe('kultur');
    expect(await page.locator('.entry').count()).toBeLessThan(places);
  });
});

test('what is invented for the demo says so, in the list and on its page', async () => {
  await withoutJavaScript(async (page) => {
    await page.goto(`${town.url}/veranstaltungen`);
    expect(await page.locator('.entry').count()).toBeGreaterThan(0);
    expect(await page.locator('.entry').first().innerText()).toContain('Beispiel');
    await page.locator('.entry a').first().click();
    expect(await page.locator('main').innerText()).toContain('Beispiel');
  });
});

test('every entry tells its source and as of when', async () => {
  await withoutJavaScript(async (page) => {
    for (const list of ['/aktuelles', '/veranstaltungen', '/orte', '/wissen']) {
      await page.goto(town.url + list);
      await page.locator('.entry a').first().click();
      expect(await page.locator('.provenance').innerText()).toMatch(/Quelle[\s\S]+Stand/);
    }
  });
});

test('the language changes on the spot and the question stays', async () => {
  await withoutJavaScript(async (page) => {
    await page.goto(`${town.url}/fragen?frage=Rathaus`);
    await page.click('header a[hreflang=en]');
    expect(page.url()).toBe(`${town.url}/en/fragen?frage=Rathaus`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.click('header a[hreflang=de-x-leicht]');
    expect(page.url()).toBe(`${town.url}/leicht/fragen?frage=Rathaus`);
  });
});

test('a page that does not exist helps to find another', async () => {
  await withoutJavaScript(async (page) => {
    const answer = await page.goto(`${town.url}/aktuelles/gibt-es-nicht`);
    expect(answer!.status()).toBe(404);
    expect(await page.locator('h1').innerText()).toBe('Diese Seite gibt es nicht');
    expect(await page.locator('main input[name=q]').count()).toBe(1);
    expect(await page.locator('main .tile').count()).toBeGreaterThan(3);
  });
});

test('with the keyboard alone: skip the menu, reach the question, send it', async () => {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(town.url);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#inhalt');
  await page.keyboard.press('Enter');
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.id === 'frage')) break;
  }
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
  expect(outline).not.toBe('none');
  await page.keyboard.type('Wie ist das Wetter auf dem Mars?');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/fragen?frage=*');
  await context.close();
});

test('a printed page is dark on white without menus, even from a dark screen', async () => {
  const context = await browser.newContext({ locale: 'de-DE', colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(`${town.url}/barrierefreiheit`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.locator('header nav').first().isVisible()).toBe(false);
  expect(await page.locator('main h1').isVisible()).toBe(true);
  const grounds = await page.evaluate(() =>
    ['body', '.card', 'header'].map(
      (part) => getComputedStyle(document.querySelector(part)!).backgroundColor,
    ),
  );
  expect(new Set(grounds)).toEqual(new Set(['rgb(255, 255, 255)']));
  await context.close();
});
