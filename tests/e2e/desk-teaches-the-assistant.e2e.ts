import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAdministrator } from '#tests/administrator';
import { launchBrowser } from '#tests/chromium';
import { startTownServer } from '#tests/town-server';
import type { TownServer } from '#tests/town-server';

let town: TownServer;
let browser: Browser;
/** The desk of an administrator, without JavaScript. */
let desk: Page;
const SHOTS = process.env.SHOTS;

beforeAll(async () => {
  [town, browser] = await Promise.all([startTownServer(), launchBrowser()]);
  desk = await signInAdministrator(
    town,
    await browser.newContext({ javaScriptEnabled: false, locale: 'de-DE' }),
  );
});

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

const press = (name: string) => desk.locator('main').getByRole('button', { name, exact: true }).click();
const open = () => desk.goto(`${town.url}/verwaltung/assistent`);

async function ask(question: string) {
  const response = await fetch(`${town.url}/api/v1/answer`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question, audience: 'business' }),
  });
  return (await response.json()) as {
    outcome: string;
    confidence: number;
    sentences: { text: string }[];
    citations: { title: string; date: string | null }[];
    contact: { role: string } | null;
  };
}

test('a clerk teaches a word of the town, and the next question is answered by it', async () => {
  const question = 'Wie kommt man vom Russenplatz zur Autobahn 24?';
  const before = await ask(question);
  await open();
  await desk.getByLabel('Wörter der Gruppe').fill('Russenplatz');
  await press('Gruppe hinzufügen');
  expect(await desk.getByRole('alert').textContent()).toContain('mindestens zwei Wörter');
  expect(await desk.getByLabel('Wörter der Gruppe').inputValue()).toBe('Russenplatz');
  await desk.getByLabel('Wörter der Gruppe').fill('Russenplatz, Gewerbegebiet Sudenhof, Sudenhof');
  await press('Gruppe hinzufügen');
  expect(await desk.getByRole('status').first().textContent()).toContain('ab der nächsten Frage');
  const after = await ask(question);
  expect(after.confidence).toBeGreaterThan(before.confidence);
  expect(after.citations.map(({ title }) => title).join()).toMatch(/Sudenhof|Straßenanbindung/);
});

test('a group is changed, the list goes out as text and comes back checked line by line', async () => {
  await open();
  await desk.getByRole('link', { name: /^Ändern: Russenplatz/ }).click();
  await desk.getByLabel('Wörter der Gruppe').fill('Russenplatz, Sudenhof');
  await press('Gruppe speichern');
  const download = desk.waitForEvent('download');
  await desk.getByRole('link', { name: 'Liste herunterladen' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toBe('Russenplatz, Sudenhof\n');

  await desk.getByLabel('Oder hier einfügen').fill('Kaserne, Block\nallein\nSudenhof, Platz');
  await press('Liste übernehmen');
  const faults = await desk.getByRole('alert').textContent();
  expect(faults).toContain('Zeile 2: Eine Gruppe braucht mindestens zwei Wörter');
  expect(faults).toContain('Zeile 3: „Sudenhof“ steht schon in einer anderen Gruppe');
  expect(await desk.getByLabel('Oder hier einfügen').inputValue()).toContain('Kaserne, Block');
  await desk.getByLabel('Oder hier einfügen').fill('Kaserne, Block');
  await press('Liste übernehmen');
  expect(await desk.getByRole('heading', { name: '2 Gruppen' }).count()).toBe(1);
  await desk.getByRole('button', { name: 'Entfernen: Kaserne, Block' }).click();
  expect(await desk.getByRole('heading', { name: 'Eine Gruppe' }).count()).toBe(1);
});

test('a page learns how people ask for it, from its list and from a question nobody could answer', async () => {
  const question = 'Krieg ich die Kohle für den Melkroboter vom Förderonkel?';
  expect((await ask(question)).outcome).not.toBe('answered');
  await desk.goto(`${town.url}/verwaltung/assistent/so-gefragt?suche=Einpendler`);
  await desk.getByRole('link', { name: 'Hagenow als Einpendlerstadt' }).click();
  const field = desk.getByLabel('So wird danach gefragt');
  const before = await field.inputValue();
  expect(before.split('\n').length).toBeGreaterThan(4);
  await field.fill(`${before}wie viele fahren morgens her zum Schaffen | siebzehn Leute`);
  await press('Fragen speichern');
  expect(await desk.getByRole('alert').textContent()).toContain('„siebzehn Leute“ steht in keinem Satz');
  await field.fill(`${before}wie viele fahren morgens her zum Schaffen | etwa 3.000 Menschen`);
  await press('Fragen speichern');
  const told = await ask('Wie viele fahren morgens her zum Schaffen?');
  expect(told.outcome).toBe('answered');
  expect(told.sentences.map(({ text }) => text).join(' ')).toContain('3.000 Menschen');

  await desk.goto(`${town.url}/verwaltung/luecken`);
  const gap = desk.locator('li', { hasText: question });
  await gap.getByText('Das steht schon auf einer Seite').click();
  const page = await gap.getByLabel('Seite, die antwortet').locator('option').first().textContent();
  await gap.getByRole('button', { name: 'Der Seite zuordnen' }).click();
  expect(await desk.getByRole('status').first().textContent()).toContain('kennt die Frage jetzt');
  expect(await desk.locator('li', { hasText: question }).count()).toBe(0);
  const learned = await ask(question);
  expect(learned.outcome).toBe('answered');
  expect(learned.citations.map(({ title }) => title)).toContain(page!.trim());
});

test('only a question with an answer is offered to people', async () => {
  await open();
  const field = desk.getByLabel('Für Betriebe');
  await field.fill('Wer forscht zu Plasma?\nWer züchtet hier Einhörner?');
  await press('Vorschläge speichern');
  expect(await desk.getByRole('alert').textContent()).toContain(
    '„Wer züchtet hier Einhörner?“ kann der Assistent noch nicht',
  );
  expect(await field.inputValue()).toContain('Einhörner');
  await field.fill('Wer forscht zu Plasma?');
  await press('Vorschläge speichern');
  const visitor = await browser.newPage();
  await visitor.goto(`${town.url}/wirtschaft/fragen`);
  await visitor.getByRole('link', { name: 'Wer forscht zu Plasma?' }).click();
  expect(await visitor.locator('main').textContent()).toMatch(/Greifswald/);
  await visitor.close();
});

test('the desk shows the line that puts the questions on another website, and its addresses answer', async () => {
  await open();
  const card = desk.getByRole('region', { name: 'Auf anderen Websites' });
  expect(await card.locator('pre').first().textContent()).toBe(
    `<script src="${town.url}/widget.js" async></script>`,
  );
  const told = await card.locator('dd').allTextContents();
  const addresses = told.map((text) => text.trim()).filter((text) => text.startsWith('http'));
  expect(addresses).toHaveLength(3);
  // The address of the protocol takes questions only.
  const states = await Promise.all(addresses.map(async (address) => (await fetch(address)).status));
  expect(states).toEqual([200, 405, 200]);
});

test('who researches, makes or sells what is answered by naming them, with source and date', async () => {
  const plasma = await ask('Wer forscht zu Plasma?');
  expect(plasma).toMatchObject({ outcome: 'answered' });
  expect(plasma.citations.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['Plasmaforschung in Greifswald', 'Universität Greifswald']),
  );
  const sites = await ask('Welche Gewerbeflächen sind frei?');
  expect(sites.sentences[0]!.text).toContain('keine als frei eingetragen');
  expect(sites.contact?.role).toBeTruthy();
});

test('a question handed to a person stands in today, with its day', async () => {
  const visitor = await browser.newPage();
  const send = (name: string) => visitor.locator('main').getByRole('button', { name, exact: true }).click();
  await visitor.goto(`${town.url}/fragen/weitergeben?frage=Wer+baut+einen+Spielplatz+in+Viez%3F`);
  await visitor.getByLabel('E-Mail-Adresse').fill('frage@example.org');
  await visitor.getByLabel('Ich bin einverstanden').check();
  await send('Angaben prüfen');
  // A person takes longer than three seconds; a machine does not.
  await visitor.waitForTimeout(3_000);
  await send('Jetzt senden');
  await visitor.getByRole('status').waitFor();
  await visitor.close();
  await desk.goto(`${town.url}/verwaltung`);
  const today = await desk.locator('main').textContent();
  expect(today).toContain('Eine offene Anfrage');
  expect(today).toContain('Wer baut einen Spielplatz in Viez?');
  expect(today).toMatch(/fällig .*\d{4}/);
});

test('the page of the assistant is accessible on a phone and at a desk', async () => {
  const session = await desk.context().storageState();
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ storageState: session, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${town.url}/verwaltung/assistent`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/assistent-${width}.png`, fullPage: true });
    for (const address of ['', '/liste']) {
      await page.goto(`${town.url}/verwaltung/assistent/so-gefragt`);
      if (address) await page.locator('main ul a').first().click();
      const { violations: faults } = await new AxeBuilder({ page }).analyze();
      expect(faults.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (SHOTS)
        await page.screenshot({
          path: `${SHOTS}/so-gefragt${address ? '-seite' : ''}-${width}.png`,
          fullPage: true,
        });
    }
    await page.goto(`${town.url}/verwaltung`);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/heute-${width}.png`, fullPage: true });
    await context.close();
  }
});
