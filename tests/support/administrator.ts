import { createHmac } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import type { TownServer } from './town-server.ts';

const PASSWORD = 'vier Störche am Ufer';

/** The code an authenticator app shows now for a secret in base 32 (RFC 6238). */
export function oneTimeCode(secret: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((octet) => parseInt(octet, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1)! & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The first administrator of a new town at the desk: by the printed link, with a second factor. */
export async function signInAdministrator(town: TownServer, context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(/http\S+\/verwaltung\/einladung\/\S+/.exec(town.output())![0]);
  await page.getByLabel('E-Mail-Adresse').fill('kruse@hagenow.example');
  await page.getByLabel('Name').fill('Hanna Kruse');
  await page.getByLabel('Neues Passwort').fill(PASSWORD);
  await press(page, 'Einladung annehmen');
  await page.goto(`${town.url}/verwaltung/profil/zweiter-faktor`);
  await page.getByLabel('Passwort').fill(PASSWORD);
  await press(page, 'Einrichtung beginnen');
  const secret = (await page.locator('code').first().textContent())!.replaceAll(' ', '');
  await page.getByLabel('Code', { exact: true }).fill(oneTimeCode(secret));
  await press(page, 'Einrichtung abschließen');
  return page;
}

/** Sends a form and waits for the page it leads to; a second click into the old page would be lost. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const arrived = page.waitForEvent('load');
  await page.locator('main').getByRole('button', { name, exact: true }).click();
  await arrived;
}
