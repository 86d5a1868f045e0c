import { readFile } from 'node:fs/promises';
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
const COURSE = '/veranstaltungen/toepferkurs-fuer-anfaenger';

let town: TownServer;
let browser: Browser;
let post: Mailbox;
/** A clerk with all rights, signed in, without JavaScript. */
let desk: BrowserContext;
/** A resident on a phone without JavaScript, and one at a desk with it. */
let erika: Page;
let wilma: Page;
let erikasLink = '';

beforeAll(async () => {
  post = await openMailbox();
  const env = { SMTP_URL: post.url };
  [town, browser] = await Promise.all([startTownServer({ env }), launchBrowser()]);
  desk = await browser.newContext({ viewport: DESKTOP, locale: 'de-DE', javaScriptEnabled: false });
  await (await signInAdministrator(town, desk)).close();
  const phone = await browser.newContext({ viewport: PHONE, locale: 'de-DE', javaScriptEnabled: false });
  erika = await phone.newPage();
  wilma = await (await browser.newContext({ viewport: DESKTOP, locale: 'de-DE' })).newPage();
});

afterAll(async () => {
  await browser?.close();
  await town?.stop();
  await post?.close();
});

const linkIn = (letter: string, path: string) =>
  new RegExp(`http://\\S+/${path}/[\\w-]{43}`).exec(letter)![0];

async function openDesk(path: string): Promise<Page> {
  const page = await desk.newPage();
  await page.goto(town.url + path);
  return page;
}

/** Axe needs JavaScript of its own: the page is opened once more by somebody who has it. */
async function faultsOf(path: string, viewport = PHONE, as?: BrowserContext): Promise<string[]> {
  const storageState = await as?.storageState();
  const context = await browser.newContext({
    viewport,
    locale: 'de-DE',
    bypassCSP: true,
    ...(storageState ? { storageState } : {}),
  });
  const page = await context.newPage();
  await page.goto(path.startsWith('http') ? path : town.url + path);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  await context.close();
  return [...violations.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`), ...(isWider ? ['too wide'] : [])];
}

const textOf = (page: Page) => page.locator('main').innerText();

/** Fills the form in as a person does, who needs longer than a machine. */
async function signUp(page: Page, who: string, seats = '1'): Promise<void> {
  await page.goto(`${town.url}${COURSE}/anmelden`);
  await page.getByLabel('Ihr Name').fill(`${who} Muster`);
  await page.getByLabel('E-Mail-Adresse').fill(`${who.toLowerCase()}@post.example`);
  await page.getByLabel('Wie viele Plätze?').fill(seats);
  await page.getByLabel('Ich bin einverstanden').check();
  await page.waitForTimeout(3_100);
}

test('a resident on a phone without JavaScript signs up, confirms by mail, and has the date in the calendar', async () => {
  await erika.goto(town.url + COURSE);
  expect(await textOf(erika)).toContain('Noch 8 Plätze frei von 8');
  await erika.locator('main').getByRole('link', { name: 'Anmelden', exact: true }).click();
  expect(await erika.locator('h1').innerText()).toContain('Anmelden');
  await press(erika, 'Verbindlich anmelden');
  const alert = await erika.getByRole('alert').innerText();
  for (const fault of ['Geben Sie Ihren Namen an', 'E-Mail-Adresse', 'Ohne Ihr Einverständnis'])
    expect(alert).toContain(fault);

  await signUp(erika, 'Erika', '2');
  await erika.getByLabel('Haben Sie schon einmal getöpfert?').fill('Nein');
  await press(erika, 'Verbindlich anmelden');
  expect(await textOf(erika)).toContain('Ihr Platz ist für Sie festgehalten');
  // What was sent cannot be confirmed by who did not get the mail.
  expect(erika.url()).not.toMatch(/anmeldung\//);

  erikasLink = linkIn(
    await post.letterTo('erika@post.example', { holding: 'Bitte bestätigen Sie bis' }),
    'anmeldung',
  );
  await erika.goto(erikasLink);
  expect(await textOf(erika)).toContain('Noch nicht bestätigt');
  await press(erika, 'Anmeldung bestätigen');
  const own = await textOf(erika);
  for (const shown of ['Ihre Anmeldung ist bestätigt', 'Angemeldet', 'Erika Muster', 'Nein'])
    expect(own).toContain(shown);
  const letter = await post.letterTo('erika@post.example', { holding: 'Ihr Platz ist bestätigt' });
  expect(letter).toContain('text/calendar');
  const saving = erika.waitForEvent('download');
  await erika.locator('main').getByRole('link', { name: 'In meinen Kalender' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('toepferkurs-fuer-anfaenger.ics');
  expect(await readFile(await saved.path(), 'utf8')).toMatch(/BEGIN:VEVENT[\s\S]+UID:anmeldung-/);
  await erika.goto(town.url + COURSE);
  expect(await textOf(erika)).toContain('Noch 6 Plätze frei von 8');
});

test('when the desk gives fewer seats the next one waits, and moves up when somebody cancels', async () => {
  const list = await openDesk('/verwaltung/anmeldungen');
  await list.locator('main').getByRole('link', { name: 'Töpferkurs für Anfänger' }).click();
  await list.getByLabel('Plätze je Termin').fill('2');
  await press(list, 'Speichern');
  expect(await textOf(list)).toContain('2 von 2 Plätzen');

  await signUp(wilma, 'Wilma');
  await press(wilma, 'Auf die Warteliste setzen');
  expect(await textOf(wilma)).toContain('Platz 1 der Warteliste');
  const link = linkIn(await post.letterTo('wilma@post.example', { holding: 'Warteliste' }), 'anmeldung');
  await wilma.goto(link);
  await press(wilma, 'Anmeldung bestätigen');
  expect(await textOf(wilma)).toContain('Sie stehen auf Platz 1');

  await erika.goto(erikasLink);
  await erika.locator('summary', { hasText: 'Absagen' }).click();
  await press(erika, 'Ja, verbindlich absagen');
  expect(await textOf(erika)).toContain('Sie haben abgesagt');
  expect(await post.letterTo('wilma@post.example', { holding: 'Sie sind an der Reihe' })).toContain(link);
  await wilma.goto(link);
  await press(wilma, 'Platz annehmen');
  expect(await textOf(wilma)).toContain('Der Platz gehört Ihnen');
});

test('the desk sees who comes, notes it, takes the list along, and writes to all', async () => {
  const list = await openDesk('/verwaltung/anmeldungen');
  await list.locator('main').getByRole('link', { name: 'Töpferkurs für Anfänger' }).click();
  await list.locator('main').getByRole('link', { name: 'Liste öffnen' }).click();
  expect(await textOf(list)).toContain('Wilma Muster');
  expect(await textOf(list)).not.toContain('Erika Muster');
  await list.getByLabel('War da: Wilma Muster').check();
  await press(list, 'Anwesenheit speichern');
  expect(await list.getByLabel('War da: Wilma Muster').isChecked()).toBe(true);

  const csv = await desk.request.get(`${list.url().split('?')[0]}/tabelle.csv`);
  expect(csv.headers()['cache-control']).toBe('no-store');
  expect(await csv.text()).toContain('Wilma Muster;1;dabei;1;wilma@post.example');
  const stranger = await fetch(`${list.url().split('?')[0]}/tabelle.csv`, { redirect: 'manual' });
  expect([stranger.status, await stranger.text()]).toEqual([303, '']);

  await press(list, 'Eintragen');
  expect(await list.getByRole('alert').innerText()).toContain('Geben Sie Ihren Namen an');
  await list.getByLabel('Name', { exact: true }).fill('Hilde Anruf');
  await list.getByLabel('Telefon, falls nötig').fill('03883 12345');
  await press(list, 'Eintragen');
  expect(await textOf(list)).toContain('Die Person ist eingetragen und hat einen Platz');
  for (const shown of ['Hilde Anruf', '03883 12345', '1 Person hat keine E-Mail-Adresse'])
    expect(await textOf(list)).toContain(shown);
  expect(await faultsOf(list.url(), DESKTOP, desk)).toEqual([]);
  await press(list, /^Abmelden.*Hilde Anruf/);
  expect(await textOf(list)).not.toContain('Hilde Anruf');

  await list.getByLabel('Betreff').fill('Bitte Schürze mitbringen');
  await list.getByLabel('Text', { exact: true }).fill('Ton spritzt.');
  await press(list, 'Nachricht senden');
  expect(await post.letterTo('wilma@post.example', { holding: 'Ton spritzt.' })).toContain('Schürze');
});

test('the assistant knows what is free', async () => {
  const question = encodeURIComponent('Gibt es noch Plätze im Töpferkurs?');
  await expect
    .poll(
      async () => {
        await erika.goto(`${town.url}/fragen?frage=${question}`);
        return textOf(erika);
      },
      { timeout: 15_000 },
    )
    .toContain('noch 1 von 2 Plätzen frei');
});

test('who follows an event confirms, hears of a cancellation with a way to end it, and ends it with one click of the mail program', async () => {
  await erika.goto(town.url + COURSE);
  await erika.locator('main').getByRole('link', { name: 'Merken und erinnern lassen' }).click();
  await erika.getByLabel('E-Mail-Adresse', { exact: true }).fill('fritz@post.example');
  await erika.getByLabel('Wann sollen wir erinnern?').selectOption('Drei Stunden vorher');
  await erika.getByLabel('Ich bin einverstanden').check();
  await erika.waitForTimeout(3_100);
  await press(erika, 'Merken');
  expect(await textOf(erika)).toContain('Wir haben Ihnen eine E-Mail geschickt');
  const link = linkIn(
    await post.letterTo('fritz@post.example', { holding: 'Bitte bestätigen Sie bis' }),
    'merken',
  );
  await erika.goto(link);
  await press(erika, 'Ja, schreiben Sie mir');
  expect(await textOf(erika)).toContain('Die Veranstaltung ist gemerkt');
  expect(await faultsOf(link)).toEqual([]);

  const editor = await openDesk('/verwaltung/inhalte?art=veranstaltungen&q=T%C3%B6pferkurs');
  await editor.locator('main').getByRole('link', { name: 'Töpferkurs für Anfänger' }).first().click();
  expect(await editor.getByRole('link', { name: 'Anmeldung', exact: true }).count()).toBe(1);
  await editor.getByLabel('Stand der Planung').selectOption('cancelled');
  await press(editor, 'Änderung veröffentlichen');
  const letter = await post.letterTo('fritz@post.example', { holding: 'ist leider abgesagt' });
  expect(letter.replace(/\r?\n[ \t]+/g, ' ')).toContain(`List-Unsubscribe: <${link}/abmelden>`);
  await post.letterTo('wilma@post.example', { holding: 'ist leider abgesagt' });

  // As mail programs send it: a form from nowhere.
  const ended = await fetch(`${link}/abmelden`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(ended.status).toBe(204);
  await erika.goto(link);
  expect(await textOf(erika)).toContain('Hier ist nichts mehr gemerkt');

  await editor.getByLabel('Stand der Planung').selectOption('confirmed');
  await press(editor, 'Änderung veröffentlichen');
  await post.letterTo('wilma@post.example', { holding: 'findet nun doch statt' });
});

test('pages of sign-ups and suggestions have no fault axe can find, on phone and desktop', async () => {
  const paths = [
    COURSE,
    `${COURSE}/anmelden`,
    `${COURSE}/merken`,
    erikasLink,
    '/veranstaltungen/vorschlagen',
    '/veranstalter',
  ];
  const faults = await Promise.all(
    paths.flatMap((path) => [PHONE, DESKTOP].map((viewport) => faultsOf(path, viewport))),
  );
  expect(faults.flat()).toEqual([]);
});

/** A day two weeks on, as the form wants it. */
const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

async function describeEvent(page: Page, title: string): Promise<void> {
  await page.getByLabel('Wie heißt die Veranstaltung?').fill(title);
  await page.getByLabel('Tag', { exact: true }).fill(inTwoWeeks());
  await page.getByLabel('Beginn').fill('19:00');
  await page.getByLabel('Wo findet sie statt?').fill('Altes Kino');
  await page.getByLabel('Was erwartet die Gäste?').fill('Ein Abend mit Liedern zum Mitsingen.');
}

test('anyone suggests an event without an account and JavaScript, with a picture, and sees it as everybody would', async () => {
  await erika.goto(`${town.url}/veranstaltungen`);
  await erika.locator('main').getByRole('link', { name: 'Veranstaltung vorschlagen' }).click();
  await press(erika, 'So ansehen, wie es alle sehen');
  expect(await erika.getByRole('alert').innerText()).toContain('Geben Sie an, wie die Veranstaltung heißt');

  await describeEvent(erika, 'Rudelsingen');
  await erika.getByLabel('Ihr Name').fill('Erika Muster');
  await erika.getByLabel('Ihre E-Mail-Adresse').fill('erika@post.example');
  await erika.getByLabel(/^Bild/).setInputFiles({
    name: 'saal.png',
    mimeType: 'image/png',
    buffer: await sharp({ create: { width: 640, height: 360, channels: 3, background: '#2f6f5e' } })
      .png()
      .toBuffer(),
  });
  await erika.getByLabel('Was ist auf dem Bild zu sehen?').fill('Ein Saal');
  await erika.getByLabel('Ich darf das Bild weitergeben').check();
  await erika.getByLabel('Ich bin einverstanden').check();
  await erika.waitForTimeout(3_100);
  await press(erika, 'So ansehen, wie es alle sehen');
  expect(await erika.locator('h1').innerText()).toContain('So sehen es alle');
  for (const shown of ['Rudelsingen', '19:00 Uhr', 'Altes Kino', 'Noch ist nichts gesendet'])
    expect(await textOf(erika)).toContain(shown);
  expect(
    await erika
      .getByRole('img', { name: 'Ein Saal' })
      .evaluate((one) => (one as HTMLImageElement).naturalWidth),
  ).toBe(640);
  expect(await faultsOf(erika.url())).toEqual([]);
  await press(erika, 'Vorschlag senden');
  expect(await textOf(erika)).toContain('Der Vorschlag ist bei der Redaktion');
  await post.letterTo('erika@post.example', { holding: 'danke für Ihren Vorschlag' });
});

test('the desk finds it on its first page, publishes it, and the suggester hears of it', async () => {
  const today = await openDesk('/verwaltung');
  expect(await textOf(today)).toContain('Ein Vorschlag wartet');
  await today.locator('main').getByRole('link', { name: 'Rudelsingen' }).click();
  expect(await textOf(today)).toContain('erika@post.example');
  await press(today, 'So veröffentlichen');
  const letter = await post.letterTo('erika@post.example', { holding: 'Ihr Vorschlag ist veröffentlicht' });
  await erika.goto(/http\S+\/veranstaltungen\/rudelsingen\S*/.exec(letter)![0]);
  expect(await erika.locator('h1').innerText()).toContain('Rudelsingen');
  expect(await erika.getByRole('img', { name: 'Ein Saal' }).count()).toBe(1);
});

test('a club the desk trusts publishes by a link from its mail, and cancels its own event', async () => {
  const trust = await openDesk('/verwaltung/veranstalter');
  await trust.getByLabel('Name des Vereins oder der Einrichtung').fill('Chor (Beispiel)');
  await trust.getByLabel('E-Mail-Adresse').fill('chor@verein.example');
  await press(trust, 'Einladen');
  expect(await textOf(trust)).toContain('Chor (Beispiel)');
  const link = /http\S+\/veranstalter\/\S+/.exec(
    await post.letterTo('chor@verein.example', { holding: 'vertraut Ihnen' }),
  )![0];
  await wilma.goto(link);
  await wilma.locator('main').getByRole('link', { name: 'Neue Veranstaltung' }).click();
  await describeEvent(wilma, 'Offene Chorprobe');
  await press(wilma, 'Veröffentlichen');
  expect(await textOf(wilma)).toContain('im Kalender');
  expect(await faultsOf(link)).toEqual([]);
  expect(await faultsOf(`${link}/neu`)).toEqual([]);
  await wilma.locator('main').getByRole('link', { name: 'Offene Chorprobe', exact: true }).click();
  expect(await textOf(wilma)).toContain('Chor (Beispiel)');
  await showsGuests(trust, link);
  await wilma.goto(link);
  await press(wilma, /^Absagen/);
  expect(await textOf(wilma)).toContain('abgesagt');

  await press(trust, /^Beenden/);
  expect((await wilma.goto(link))!.status()).toBe(404);
});

/** The desk opens sign-up for the event of the choir and enters somebody; the choir sees and takes along the list. */
async function showsGuests(page: Page, link: string): Promise<void> {
  await page.goto(`${town.url}/verwaltung/inhalte?art=veranstaltungen&suche=Chorprobe`);
  await page.locator('main').getByRole('link', { name: 'Offene Chorprobe' }).first().click();
  await page.goto(`${town.url}/verwaltung/anmeldungen/${page.url().split('/').at(-1)}`);
  await page.getByLabel('Anmeldung ist offen').check();
  await press(page, 'Speichern');
  await page.locator('main').getByRole('link', { name: 'Liste öffnen' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Hilde Alt');
  await page.getByLabel('E-Mail, falls vorhanden').fill('hilde@post.example');
  await press(page, 'Eintragen');

  await wilma.goto(link);
  await wilma
    .locator('main')
    .getByRole('link', { name: /^Anmeldungen.*Offene Chorprobe/ })
    .click();
  expect(await textOf(wilma)).toContain('Hilde Alt');
  expect(await textOf(wilma)).not.toContain('hilde@post.example');
  expect(await faultsOf(wilma.url())).toEqual([]);
  const saving = wilma.waitForEvent('download');
  await wilma.locator('main').getByRole('link', { name: 'Als Tabelle (CSV)' }).click();
  const table = await readFile(await (await saving).path(), 'utf8');
  expect(table).toContain('Hilde Alt;1;dabei');
  expect(table).not.toContain('@');
  await page.goto(`${town.url}/verwaltung/veranstalter`);
}

/** Five hundred people open the form and send it at the same moment. @returns status and place of each, and the page. */
async function fiveHundredSignUp(who: string) {
  const address = `${town.url}${COURSE}/anmelden`;
  const forms: { ticket: string; termin: string }[] = [];
  for (let at = 0; at < 500; at += 50)
    forms.push(
      ...(await Promise.all(
        Array.from({ length: 50 }, async () => {
          const html = await (await fetch(address)).text();
          return { ticket: valueOf(html, 'ticket'), termin: valueOf(html, 'termin') };
        }),
      )),
    );
  await new Promise((resolve) => setTimeout(resolve, 3_100));
  const began = performance.now();
  const answers = await Promise.all(
    forms.map(async (form, number) => {
      const person = { name: `${who} ${number}`, email: `${who.toLowerCase()}${number}@post.example` };
      const answer = await fetch(address, {
        method: 'POST',
        body: new URLSearchParams({ ...form, ...person, seats: '1', consent: 'ja', website: '' }),
        headers: { origin: town.url, accept: 'text/html' },
        redirect: 'manual',
      });
      const place = new URL(answer.headers.get('location') ?? '/', town.url).searchParams.get('gesendet');
      return { status: answer.status, place, page: await answer.text() };
    }),
  );
  const took = Math.round(performance.now() - began);
  console.log(`500 sign-ups over HTTP took ${took} ms, ${Math.round(500_000 / took)} a second (${who})`);
  return answers;
}

test(
  'without a waiting list: of five hundred people at once one gets the last seat, 499 are told politely and keep what they typed',
  { timeout: 180_000 },
  async () => {
    await changeOffer(async (offer) => offer.getByLabel('Warteliste führen').uncheck());
    const answers = await fiveHundredSignUp('Eilig');
    expect(answers.filter(({ status, place }) => status === 303 && place === 'platz')).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(499);
    expect(refused.filter(({ page }) => !page.includes('Leider war jemand schneller'))).toEqual([]);
    expect(refused.filter(({ page }) => !/value="Eilig \d+"/.test(page))).toEqual([]);
  },
);

test(
  'with a waiting list: of five hundred people at once one gets the last seat, the others wait in line, nobody gets an error',
  { timeout: 180_000 },
  async () => {
    // Wilma and who was quickest have two seats; there is a third now.
    await changeOffer(async (offer) => {
      await offer.getByLabel('Warteliste führen').check();
      await offer.getByLabel('Plätze je Termin').fill('3');
    });
    const answers = await fiveHundredSignUp('Nummer');
    expect(answers.filter(({ status }) => status !== 303)).toEqual([]);
    expect(answers.filter(({ place }) => place === 'platz')).toHaveLength(1);
    const line = answers.map(({ place }) => Number(place)).filter((place) => place > 0);
    expect(line.sort((a, b) => a - b)).toEqual(Array.from({ length: 499 }, (_, place) => place + 1));
  },
);

/** The desk changes how sign-up for the course works. */
async function changeOffer(change: (page: Page) => Promise<void>): Promise<void> {
  const page = await openDesk('/verwaltung/anmeldungen');
  await page.locator('main').getByRole('link', { name: 'Töpferkurs für Anfänger' }).click();
  await change(page);
  await press(page, 'Speichern');
  await page.close();
}

const valueOf = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!;
