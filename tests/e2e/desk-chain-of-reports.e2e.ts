import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press, signInAdministrator } from '#tests/administrator';
import { launchBrowser } from '#tests/chromium';
import { openMailbox } from '#tests/mailbox';
import type { Mailbox } from '#tests/mailbox';
import { startTownServer } from '#tests/town-server';
import type { TownServer } from '#tests/town-server';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };
const LIST = '/verwaltung/meldungen';
const KREIS = 'strassen@kreis.example';

let town: TownServer;
let browser: Browser;
let post: Mailbox;
let desk: BrowserContext;
/** Address of the report the clerk took by telephone. */
let report = '';
let bodyLink = '';

beforeAll(async () => {
  post = await openMailbox();
  [town, browser] = await Promise.all([startTownServer({ env: { SMTP_URL: post.url } }), launchBrowser()]);
  desk = await browser.newContext({ viewport: PHONE, locale: 'de-DE', javaScriptEnabled: false });
  await (await signInAdministrator(town, desk)).close();
});

afterAll(async () => {
  await browser?.close();
  await town?.stop();
  await post?.close();
});

async function openDesk(path: string, viewport = PHONE): Promise<Page> {
  const page = await desk.newPage();
  await page.setViewportSize(viewport);
  await page.goto(town.url + path);
  return page;
}

/** The same visitor with JavaScript, which axe needs. */
async function withScripts(context: BrowserContext): Promise<BrowserContext> {
  return browser.newContext({ viewport: PHONE, locale: 'de-DE', storageState: await context.storageState() });
}

async function barriersOf(context: BrowserContext, url: string): Promise<string[]> {
  const scripted = await withScripts(context);
  const page = await scripted.newPage();
  await page.goto(url);
  const { violations } = await new AxeBuilder({ page }).analyze();
  await scripted.close();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
}

test('a clerk with a phone takes a report somebody telephones, with a photo, and the caller gets a receipt', async () => {
  const page = await openDesk(`${LIST}/neu`);
  await press(page, 'Meldung aufnehmen');
  expect(await page.getByRole('alert').textContent()).toContain('Bitte schreiben Sie ein paar Worte.');
  await page.getByLabel('Art', { exact: true }).selectOption('schlagloch');
  await page.getByLabel('Was ist los?').fill('Großes Loch vor Haus 3, Frau Muster ist gestürzt.');
  await page.getByLabel('Straße oder Stelle').fill('Feldstraße 3');
  await page.getByLabel('E-Mail-Adresse').fill('erika@muster.example');
  const buffer = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#557799' } })
    .jpeg()
    .toBuffer();
  await page.getByLabel('Fotos').setInputFiles({ name: 'loch.jpg', mimeType: 'image/jpeg', buffer });
  await press(page, 'Meldung aufnehmen');
  expect(await page.getByRole('status').textContent()).toContain('aufgenommen');
  report = new URL(page.url()).pathname;
  expect(await post.letterTo('erika@muster.example')).toContain('/meldung/');
  await page.close();
});

test('the name is taken out, part of the photo is covered, then everybody may read it', async () => {
  const page = await openDesk(report);
  await page.getByText('Text schwärzen').click();
  await page.getByLabel('Öffentlicher Text').fill('Großes Loch vor Haus 3, jemand ist gestürzt.');
  await press(page, 'Text speichern');
  await page.getByRole('link', { name: 'Teile abdecken' }).click();
  await page.getByLabel('Reihe 1, Spalte 1', { exact: true }).check();
  await press(page, 'Angekreuzte Felder abdecken');
  expect(await page.getByRole('status').textContent()).toContain('abgedeckt');
  await press(page, 'Veröffentlichen');
  expect(await page.getByRole('status').textContent()).toContain('veröffentlicht');
  const image = await page.locator('main img').first().getAttribute('src');
  const id = /bild\/([\w-]+)/.exec(image!)![1]!;
  const bytes = await fetch(`${town.url}/meldungen/bild/${id}`).then((answer) => answer.arrayBuffer());
  const [red] = await sharp(Buffer.from(bytes))
    .extract({ left: 8, top: 8, width: 1, height: 1 })
    .raw()
    .toBuffer();
  expect(Math.abs(red! - 0x5a)).toBeLessThan(12);
  await page.close();
});

test('closing without an answer is refused; the report goes to the Kreis, which answers without an account', async () => {
  const page = await openDesk(report);
  await page.getByLabel('Stand', { exact: true }).selectOption('done');
  await press(page, 'Stand und Antwort speichern');
  expect(await page.getByRole('alert').textContent()).toContain('Bitte schreiben Sie zuerst eine Antwort');
  const kreis = await page
    .getByLabel('Stelle', { exact: true })
    .locator('option', { hasText: 'Landkreis, Straßenmeisterei' })
    .getAttribute('value');
  await page.getByLabel('Stelle', { exact: true }).selectOption(kreis!);
  await page.getByLabel('Hinweis für die Stelle').fill('Das ist Ihre Kreisstraße.');
  await press(page, 'Weitergeben');
  expect(await page.getByRole('status').textContent()).toContain('weitergegeben');
  const letter = await post.letterTo(KREIS);
  expect(letter).toContain('Das ist Ihre Kreisstraße.');
  expect(letter).not.toMatch(/erika|Muster/);
  bodyLink = /http\S+\/weitergabe\/[\w-]{43}/.exec(letter)![0];
  await page.goto(`${town.url}${LIST}?liste=auswaerts`);
  expect(await page.locator('main').innerText()).toContain('Feldstraße 3');
  await page.close();

  const stranger = await browser.newContext({ viewport: PHONE, locale: 'de-DE', javaScriptEnabled: false });
  const body = await stranger.newPage();
  await body.goto(bodyLink);
  expect(await barriersOf(stranger, bodyLink)).toEqual([]);
  await body.getByLabel('Erledigt').check();
  await press(body, 'Antwort senden');
  expect(await body.getByRole('alert').textContent()).toContain('Bitte schreiben Sie ein paar Worte.');
  await body.locator('#field-text').fill('Mit Asphalt gefüllt.');
  await press(body, 'Antwort senden');
  expect(await body.getByRole('status').textContent()).toContain('Ihre Antwort ist eingegangen');
  // The link has done its work, and another town never knew it.
  expect((await body.goto(bodyLink))!.status()).toBe(404);
  const elsewhere = town.urlOf('augsburg-land') + new URL(bodyLink).pathname;
  expect((await body.goto(elsewhere))!.status()).toBe(404);
  await stranger.close();
});

test('the history names everybody who had it; the reporter is nowhere in it', async () => {
  const page = await openDesk(report);
  const history = await page.locator('main').innerText();
  for (const said of ['Weitergegeben an Landkreis, Straßenmeisterei', 'Mit Asphalt gefüllt.', 'Erledigt'])
    expect(history).toContain(said);
  await page.close();
});

test('several reports at once, a category with a question, a body, a template, a deputy rule: all without JavaScript', async () => {
  const page = await openDesk(`${LIST}?liste=offen`, DESKTOP);
  await page.locator('input[name=meldung]').first().check();
  await page.getByText('Mehrere auf einmal').click();
  await press(page, 'Für alle angekreuzten');
  expect(await page.getByRole('status').textContent()).toContain('1 Meldung bearbeitet');
  await page.goto(`${town.url}${LIST}/einstellungen/kategorie/neu`);
  await page.getByLabel('Name', { exact: true }).fill('Bushaltestelle');
  await page.locator('#frage-text-0').fill('Welche Linie?');
  await press(page, 'Speichern');
  expect(await page.getByRole('status').textContent()).toContain('Gespeichert');
  expect(await page.locator('main').innerText()).toContain('Bushaltestelle');
  await page.close();
});

test('the desk’s pages hold on a phone and on a desktop, in the light and in the dark', async () => {
  const faults: string[] = [];
  const paths = [
    LIST,
    `${LIST}?liste=erledigt`,
    report,
    `${LIST}/neu`,
    `${LIST}/einstellungen`,
    `${LIST}/einstellungen/kategorie/neu`,
    `${LIST}/einstellungen/stelle/neu`,
    `${LIST}/einstellungen/vorlage/neu`,
    '/verwaltung',
  ];
  for (const [viewport, colorScheme] of [
    [PHONE, 'light'],
    [DESKTOP, 'dark'],
  ] as const) {
    const signedIn = await withScripts(desk);
    const page = await signedIn.newPage();
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    for (const path of paths) {
      await page.goto(town.url + path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      faults.push(...violations.map(({ id, nodes }) => `${viewport.width} ${path} ${id} ${nodes[0]?.html}`));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > viewport.width) faults.push(`${viewport.width} ${path} is ${width} wide`);
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/${viewport.width}-${paths.indexOf(path)}.png`,
          fullPage: true,
        });
    }
    await signedIn.close();
  }
  expect(faults).toEqual([]);
}, 240_000);
