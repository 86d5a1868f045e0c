import { AxeBuilder } from '@axe-core/playwright';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
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

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1280, height: 900 } };

async function inBrowser(
  wish: Parameters<Browser['newContext']>[0],
  work: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ locale: 'de-DE', ...wish });
  try {
    await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** A picture as a phone takes it, with a place in it; large enough to be made smaller. */
function photo(colour = '#c04020'): Promise<Buffer> {
  return sharp({ create: { width: 2400, height: 1800, channels: 3, background: colour } })
    .withExif({ IFD3: { GPSLatitude: '53/1 25/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
}

const asFile = (buffer: Buffer, name = 'IMG_20261127_Bahnhofstrasse.jpg') => ({
  name,
  mimeType: 'image/jpeg',
  buffer,
});

async function fillIn(page: Page, text: string, category = 'schlagloch'): Promise<void> {
  await page.selectOption('#field-category', category);
  await page.fill('#field-text', text);
}

/** No state of a page may have a barrier, also those one only comes to by doing something. */
async function hasNoBarrier(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

/** A form is not taken from anybody quicker than three seconds. */
const asLongAsAPerson = (page: Page) => page.waitForTimeout(3_100);
const h1 = (page: Page) => page.locator('h1').innerText();
const main = (page: Page) => page.locator('main').innerText();

test('without JavaScript, on a phone: photo, place, category, text, preview, sent, in four screens', async () => {
  await inBrowser({ ...PHONE, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${town.url}/melden`);
    await page.setInputFiles('#field-fotos', asFile(await photo()));
    await page.fill('#field-address', 'Wittenburger Straße 3');
    await fillIn(page, 'Die Laterne vor der Apotheke ist seit Tagen aus.', 'laterne');
    await page.click('button:has-text("Weiter zur Vorschau")');
    expect(await h1(page)).toBe('So sehen es alle');
    expect(await main(page)).toContain('Wittenburger Straße 3');
    const shown = await page.locator('.pictures img').first().getAttribute('src');
    const kept = await page.request.get(town.url + shown!);
    expect(kept.headers()['cache-control']).toBe('no-store');
    expect((await sharp(await kept.body()).metadata()).exif).toBeUndefined();

    await page.click('button:has-text("Ändern")');
    expect(await page.inputValue('#field-text')).toBe('Die Laterne vor der Apotheke ist seit Tagen aus.');
    expect(await page.locator('main img').count()).toBe(1);
    await page.fill('#field-text', 'Die Laterne vor der Apotheke ist seit Montag aus.');
    await page.click('button:has-text("Weiter zur Vorschau")');
    await asLongAsAPerson(page);
    await page.click('button:has-text("Meldung absenden")');

    expect(new URL(page.url()).pathname).toMatch(/^\/meldung\/[\w-]{43}$/);
    expect(await main(page)).toContain('Danke, Ihre Meldung ist da.');
    expect(await main(page)).toContain('seit Montag aus');
    expect(
      await page
        .locator('main img')
        .first()
        .evaluate((img: HTMLImageElement) => img.naturalWidth),
    ).toBeGreaterThan(0);
    expect((await page.reload())!.headers()['cache-control']).toBe('no-store');
  });
});

test('a report that lacks something says what, where, and keeps the rest', async () => {
  await inBrowser({ ...DESK, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${town.url}/melden?kategorie=muell`);
    await page.fill('#field-address', 'Lange Straße 1');
    await page.click('summary:has-text("Kontakt")');
    await page.fill('#field-email', 'keine-adresse');
    await page.click('button:has-text("Weiter zur Vorschau")');
    expect(await page.locator('.summary').evaluate((box) => document.activeElement === box)).toBe(true);
    const links = page.locator('.summary a');
    expect(await links.count()).toBe(2);
    await links.first().click();
    const { hash } = new URL(page.url());
    expect(['#field-text', '#field-email']).toContain(hash);
    expect(await page.inputValue('#field-address')).toBe('Lange Straße 1');
    expect(await page.inputValue('#field-category')).toBe('muell');
    expect(await page.inputValue('#field-email')).toBe('keine-adresse');
  });
});

test('a lamp is reported with the keyboard alone in less than a minute', async () => {
  await inBrowser(DESK, async (page) => {
    const startedAt = Date.now();
    await page.goto(`${town.url}/melden`);
    await tabTo(page, '[name=address]');
    await page.keyboard.type('Hagenstraße 12');
    await tabTo(page, '[name=category]');
    await page.keyboard.type('Straßenl');
    expect(await page.inputValue('#field-category')).toBe('laterne');
    // The category's own question is there as soon as it is chosen.
    await page.waitForSelector('[name="frage.MAST"]');
    await tabTo(page, '[name="frage.MAST"]');
    await page.keyboard.type('0815');
    await tabTo(page, '[name=text]');
    await page.keyboard.type('Die Laterne flackert die ganze Nacht.');
    await tabTo(page, 'form button[class*=primary]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('h1:has-text("So sehen es alle")');
    await asLongAsAPerson(page);
    await tabTo(page, 'button[formaction="?/senden"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/meldung/*');
    expect(await main(page)).toContain('Danke, Ihre Meldung ist da.');
    expect(Date.now() - startedAt).toBeLessThan(60_000);
  });
});

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      (wanted) =>
        document.activeElement?.matches(wanted) &&
        (document.activeElement as HTMLElement).offsetParent !== null,
      selector,
    );
    if (isThere) return;
  }
  throw new Error(`${selector} was not reached`);
}

test('on the device photos become small, lose their name, and faces can be covered and uncovered again', async () => {
  await inBrowser(DESK, async (page) => {
    await page.goto(`${town.url}/melden`);
    await page.setInputFiles('#field-fotos', [
      asFile(await photo('#ffffff')),
      asFile(await photo(), 'zwei.jpg'),
    ]);
    await page.waitForSelector('[data-shots] li:nth-child(2)');
    expect(await page.locator('[data-told]').innerText()).toMatch(/^2 Fotos, zusammen \d+ KB$/);
    const filesOf = () =>
      page.locator('#field-fotos').evaluate(async (input: HTMLInputElement) =>
        Promise.all(
          [...input.files!].map(async (file) => ({
            name: file.name,
            bytes: [...new Uint8Array(await file.arrayBuffer())],
          })),
        ),
      );
    const [first] = await filesOf();
    expect(first!.name).toBe('foto-1.jpg');
    const made = await sharp(Buffer.from(first!.bytes)).metadata();
    expect([made.width, made.height, made.exif]).toEqual([1600, 1200, undefined]);

    // Drawn with the mouse, taken back, drawn anew; one more by keyboard.
    await page.click('[data-shots] li:first-child button:has-text("Unkenntlich")');
    const stage = (await page.locator('dialog canvas').boundingBox())!;
    const draw = async () => {
      await page.mouse.move(stage.x + 20, stage.y + 20);
      await page.mouse.down();
      await page.mouse.move(stage.x + 120, stage.y + 90, { steps: 4 });
      await page.mouse.up();
    };
    await draw();
    await page.click('dialog button:has-text("Schritt zurück")');
    expect(await page.locator('[data-stage] button').count()).toBe(0);
    await draw();
    await page.click('dialog button:has-text("Fläche hinzufügen")');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await page.locator('[data-stage] button').count()).toBe(2);
    await page.click('dialog button:has-text("Übernehmen")');
    await page.waitForFunction(() => !document.querySelector('dialog')!.open);

    await expect.poll(async () => darkPart((await filesOf())[0]!.bytes)).toBeGreaterThan(0.03);
    expect(await darkPart((await filesOf())[1]!.bytes)).toBe(0);
    // The middle, where the keyboard's box is, is dark, a corner is not.
    const { data, info } = await sharp(Buffer.from((await filesOf())[0]!.bytes))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[Math.round(info.height * 0.52) * info.width + Math.round(info.width * 0.5)]).toBeLessThan(60);
    expect(data[info.width * (info.height - 5) + info.width - 5]).toBeGreaterThan(200);

    await page.click('[data-shots] li:nth-child(2) button:has-text("Entfernen")');
    expect(await filesOf()).toHaveLength(1);
  });
});

async function darkPart(bytes: number[]): Promise<number> {
  const { data } = await sharp(Buffer.from(bytes)).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 60).length / data.length;
}

/** The brightness of the middle of a square of six columns and four rows. */
async function brightness(picture: Buffer, row: number, column: number): Promise<number> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  const [left, top] = [((column + 0.5) / 6) * info.width, ((row + 0.5) / 4) * info.height].map(Math.floor);
  return data[(top! * info.width + left!) * info.channels]!;
}

test('without JavaScript a number plate is covered by ticking squares, and nothing of it is left', async () => {
  const plate = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer();
  await inBrowser({ ...PHONE, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${town.url}/melden`);
    await page.setInputFiles('#field-fotos', asFile(plate));
    await fillIn(page, 'Hinter dem Auto liegt Müll.', 'muell');
    await page.click('button:has-text("Weiter zur Vorschau")');
    const shown = async () =>
      (
        await page.request.get(town.url + (await page.locator('.pictures img').first().getAttribute('src'))!)
      ).body();
    expect(await brightness(await shown(), 1, 2)).toBeGreaterThan(240);

    await page.click('summary:has-text("Gesichter und Kennzeichen")');
    await page.getByRole('checkbox', { name: 'Zeile 2, Spalte 3' }).check();
    await page.click('button:has-text("Abdecken")');

    expect(await h1(page)).toBe('So sehen es alle');
    expect(await main(page)).toContain('Hinter dem Auto liegt Müll.');
    const covered = await shown();
    // The grey the server covers with.
    expect(Math.abs((await brightness(covered, 1, 2)) - 99)).toBeLessThan(12);
    expect(await brightness(covered, 3, 5)).toBeGreaterThan(240);
  });
});

test('what was typed is there again after a wrong turn, and not in the next report', async () => {
  await inBrowser(PHONE, async (page) => {
    await page.goto(`${town.url}/melden`);
    await fillIn(page, 'Am Spielplatz liegt eine zerbrochene Flasche.');
    await page.goto(`${town.url}/orte`);
    await page.goto(`${town.url}/melden`);
    expect(await page.inputValue('#field-text')).toBe('Am Spielplatz liegt eine zerbrochene Flasche.');
    expect(await page.inputValue('#field-category')).toBe('schlagloch');
    await page.click('button:has-text("Weiter zur Vorschau")');
    await asLongAsAPerson(page);
    await page.click('button:has-text("Meldung absenden")');
    await page.waitForURL('**/meldung/*');
    await page.goto(`${town.url}/melden`);
    expect(await page.inputValue('#field-text')).toBe('');
    expect(await page.inputValue('#field-category')).toBe('');
  });
});

test('who stands at the lamp that is reported already follows it instead', async () => {
  await inBrowser(PHONE, async (page) => {
    await page.goto(`${town.url}/melden`);
    await page.fill('#field-address', 'Am ZOB 3');
    await fillIn(page, 'An der Haltestelle ist es stockdunkel.', 'laterne');
    await page.click('button:has-text("Weiter zur Vorschau")');
    expect(await page.locator('#nahe').innerText()).toBe('Ist es vielleicht diese Meldung?');
    await page.click('button:has-text("Das ist es schon")');
    expect(new URL(page.url()).pathname).toMatch(/^\/meldungen\/\d+$/);
    expect(await main(page)).toContain('Danke, Sie sind dabei.');
    expect(await main(page)).toContain('einer weiteren Person');
  });
});

test('the position of the device is used when somebody asks for it, and refused politely otherwise', async () => {
  const here = { latitude: 53.4318, longitude: 11.1883, accuracy: 9 };
  await inBrowser({ ...PHONE, geolocation: here, permissions: ['geolocation'] }, async (page) => {
    await page.goto(`${town.url}/melden`);
    expect(await page.inputValue('[name=latitude]')).toBe('');
    await page.click('button:has-text("Meinen Standort")');
    await page.waitForSelector('text=auf 9 Meter genau');
    expect(await page.inputValue('[name=latitude]')).toBe('53.431800');
  });
  await inBrowser(PHONE, async (page) => {
    await page.goto(`${town.url}/melden`);
    await page.click('button:has-text("Meinen Standort")');
    await page.waitForSelector('text=Schreiben Sie bitte die Straße auf');
  });
});

test('written without network, it is sent once when the network is back', async () => {
  await inBrowser(PHONE, async (page, context) => {
    await page.goto(town.url);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const isKept = () => page.evaluate(async () => Boolean(await caches.match('/melden/wartet')));
    await expect.poll(isKept, { timeout: 10_000 }).toBe(true);
    await context.setOffline(true);
    await page.goto(`${town.url}/melden`);
    expect(await page.locator('button:has-text("Weiter zur Vorschau")').isVisible()).toBe(false);
    await page.setInputFiles('#field-fotos', asFile(await photo()));
    await page.waitForSelector('[data-shots] canvas');
    await page.fill('#field-address', 'Feldweg 9');
    await fillIn(page, 'Ohne Netz geschrieben: Die Laterne am Feldweg ist umgefahren.');
    await page.click('button:has-text("Senden, sobald Netz da ist")');

    await page.waitForSelector('article.waiting');
    expect(await main(page)).toContain('Wartet auf Netz');
    expect(await main(page)).toContain('Fotos: 1');
    // The form is empty again, and a second report is another one.
    await page.goto(`${town.url}/melden`);
    expect(await page.inputValue('#field-text')).toBe('');
    await page.fill('#field-address', 'Feldweg 11');
    await fillIn(page, 'Ohne Netz geschrieben: Noch eine Laterne ist aus.');
    await page.click('button:has-text("Senden, sobald Netz da ist")');
    await page.waitForSelector('article.waiting:nth-of-type(2)');

    await context.setOffline(false);
    await page.waitForSelector('article.sent:nth-of-type(2)', { timeout: 30_000 });
    const links = await page
      .locator('article a')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    expect(new Set(links).size).toBe(2);
    const texts: string[] = [];
    for (const link of links) {
      await page.goto(link);
      texts.push(await main(page));
    }
    expect(texts.filter((text) => text.includes('umgefahren'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('Noch eine Laterne'))).toHaveLength(1);
  });
});

test('fifty sendings of one report at the same moment are one report', async () => {
  await inBrowser(DESK, async (page) => {
    await page.goto(`${town.url}/melden`);
    const fields = {
      ticket: await page.inputValue('[name=ticket]'),
      key: await page.inputValue('[name=key]'),
      kind: 'defect',
      category: 'schlagloch',
      text: 'Fünfzigmal gesendet: Die Laterne brennt am Tag.',
      address: 'Eichenweg 2',
      website: '',
    };
    await asLongAsAPerson(page);
    const picture = await photo();
    const send = async () => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      body.append('fotos', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'foto.jpg');
      const answer = await fetch(`${town.url}/melden?/senden`, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { origin: town.url, accept: 'text/html' },
      });
      return `${answer.status} ${answer.headers.get('location')}`;
    };
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^303 \/meldung\/[\w-]{43}\?neu$/);
    await page.goto(town.url + answers[0]!.slice(4));
    expect(await page.locator('main img').count()).toBe(1);
  });
});

test(
  'no state of the way has a barrier, on the smallest phone, in light and dark',
  { timeout: 120_000 },
  async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      await inBrowser({ viewport: { width: 320, height: 640 }, colorScheme }, async (page) => {
        await page.goto(`${town.url}/melden`);
        await hasNoBarrier(page);
        await page.click('button:has-text("Weiter zur Vorschau")');
        await page.waitForSelector('.summary');
        await hasNoBarrier(page);
        await page.setInputFiles('#field-fotos', asFile(await photo()));
        await page.waitForSelector('[data-shots] canvas');
        await hasNoBarrier(page);
        await page.click('[data-shots] button:has-text("Unkenntlich")');
        await page.click('dialog button:has-text("Fläche hinzufügen")');
        await hasNoBarrier(page);
        await page.click('dialog button:has-text("Übernehmen")');
        await page.fill('#field-address', 'Am ZOB');
        await fillIn(page, 'Am Busbahnhof ist es dunkel.', 'laterne');
        await page.click('button:has-text("Weiter zur Vorschau")');
        await page.waitForSelector('#nahe');
        await hasNoBarrier(page);
        await asLongAsAPerson(page);
        await page.click('button:has-text("Meldung absenden")');
        await page.waitForURL('**/meldung/*');
        await hasNoBarrier(page);
        const closed = `${town.url}/meldungen?stand=erledigt`;
        await page.goto(closed);
        await page.locator('.entry a').first().click();
        await hasNoBarrier(page);
      });
  },
);

test('whoever reported can add a word, and take their data back', async () => {
  await inBrowser({ ...PHONE, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${town.url}/melden?kategorie=schlagloch`);
    await fillIn(page, 'Vor der Schule ist ein Loch im Gehweg.');
    await page.click('summary:has-text("Kontakt")');
    await page.fill('#field-email', 'erika@muster.example');
    await page.click('button:has-text("Weiter zur Vorschau")');
    expect(await main(page)).toContain('Sie haben keinen Ort angegeben');
    expect(await page.locator('#alle').locator('..').innerText()).not.toContain('erika@');
    await asLongAsAPerson(page);
    await page.click('button:has-text("Meldung absenden")');
    const link = new URL(page.url()).pathname;
    expect(await main(page)).toContain('erika@muster.example');

    await page.fill('#field-text', 'Es ist das Loch neben dem Zaun.');
    await page.click('button:has-text("Ergänzung senden")');
    expect(await main(page)).toContain('Ihre Ergänzung ist angekommen.');

    await page.click('summary:has-text("Kontaktdaten jetzt löschen")');
    await page.click('button:has-text("Jetzt löschen")');
    expect(await h1(page)).toBe('Ihre Kontaktdaten sind gelöscht');
    expect((await page.goto(town.url + link))!.status()).toBe(404);
  });
});

test('no picture in the store knows where it was taken', async () => {
  const folder = join(town.dataFolder, 'files');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(webp|jpg)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(3);
  for (const name of files) expect((await sharp(join(folder, name)).metadata()).exif, name).toBeUndefined();
});

test('the list is filtered by its address, and each entry says who has it and how far it is', async () => {
  await inBrowser({ ...DESK, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${town.url}/meldungen`);
    const all = await page.locator('.entry').count();
    expect(all).toBeGreaterThan(8);
    expect(await page.locator('.entry').first().innerText()).toMatch(/zuletzt/);
    expect(await page.locator('main svg a').count()).toBeGreaterThan(2);
    await page.goto(`${town.url}/meldungen?art=wunsch&ortsteil=Granzin`);
    expect(await page.locator('.entry').count()).toBe(1);
    await page.locator('.entry a').first().click();
    expect(await main(page)).toContain('Beispiel');
    expect(await page.locator('main ol li').count()).toBeGreaterThan(0);
  });
});
