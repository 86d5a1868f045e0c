import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '#tests/chromium';
import { startTownServer } from '#tests/town-server';
import type { TownServer } from '#tests/town-server';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

const PAGES = [
  '/',
  '/aktuelles',
  '/bekanntmachungen',
  '/veranstaltungen',
  '/veranstaltungen?zeit=wochenende&art=kultur',
  '/veranstaltungen?ansicht=monat',
  '/veranstaltungen/wochenmarkt',
  '/veranstaltungen/toepferkurs-fuer-anfaenger/anmelden',
  '/veranstaltungen/toepferkurs-fuer-anfaenger/merken',
  '/veranstaltungen/vorschlagen',
  '/veranstalter',
  '/orte',
  '/orte?offen=ja',
  '/orte/touren',
  '/orte/touren/rundgang-beispiel',
  '/wissen',
  '/fragen',
  '/fragen?frage=Wie+ist+das+Wetter+auf+dem+Mars%3F',
  '/abfall',
  '/abfall/kernstadt/2026',
  '/abfall/kernstadt/2026/12',
  '/melden',
  '/melden/wartet',
  '/meldungen',
  '/meldungen?art=wunsch&stand=offen',
  '/offline',
  '/wirtschaft',
  '/schutzrechte',
  '/fragen/so-entstehen-antworten',
  '/wirtschaft/fragen?frage=Wer+ist+Ansprechpartner+f%C3%BCr+Gewerbefl%C3%A4chen%3F',
  '/suche',
  '/suche?q=rathaus',
  '/quellen',
  '/offene-daten',
  '/kontakt',
  '/impressum',
  '/datenschutz',
  '/barrierefreiheit',
  '/gibt-es-nicht',
  '/en',
  '/leicht',
];
const LISTS = [
  '/aktuelles',
  '/bekanntmachungen',
  '/veranstaltungen',
  '/orte',
  '/abfall',
  '/wissen',
  '/meldungen',
  '/schutzrechte',
];

let town: TownServer;
let browser: Browser;
/** All pages, and the first entry of each list. */
let pages: string[];

beforeAll(async () => {
  [town, browser] = await Promise.all([startTownServer(), launchBrowser()]);
  const entries = await Promise.all(LISTS.map(firstEntry));
  pages = [...PAGES, ...entries.filter((path) => path !== null)];
});

afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

async function firstEntry(list: string): Promise<string | null> {
  const html = await (await fetch(town.url + list)).text();
  return new RegExp(`href="(${list}/[a-z0-9-]+)"`).exec(html)?.[1] ?? null;
}

async function visit(
  options: Parameters<Browser['newContext']>[0],
  work: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ locale: 'de-DE', ...options });
  try {
    await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

describe.each([
  ['phone', 'light', PHONE],
  ['desktop', 'dark', DESKTOP],
] as const)('on a %s, %s', (_, colorScheme, viewport) => {
  test('no page has a barrier axe knows of', { timeout: 240_000 }, async () => {
    await visit({ viewport, colorScheme }, async (page) => {
      const found: string[] = [];
      for (const path of pages) {
        await page.goto(town.url + path);
        const { violations, passes } = await new AxeBuilder({ page }).analyze();
        expect(passes.length).toBeGreaterThan(10);
        for (const { id, nodes } of violations) found.push(`${path} ${id} ${nodes[0]?.html.slice(0, 120)}`);
      }
      expect(found).toEqual([]);
    });
  });
});

test('the other halves of light and dark are clean too', { timeout: 120_000 }, async () => {
  const found: string[] = [];
  for (const [viewport, colorScheme] of [
    [PHONE, 'dark'],
    [DESKTOP, 'light'],
  ] as const) {
    await visit({ viewport, colorScheme }, async (page) => {
      for (const path of [
        '/',
        '/veranstaltungen',
        '/orte',
        '/fragen?frage=Wie+ist+das+Wetter+auf+dem+Mars%3F',
      ]) {
        await page.goto(town.url + path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id } of violations) found.push(`${viewport.width} ${colorScheme} ${path} ${id}`);
      }
    });
  }
  expect(found).toEqual([]);
});

test('the HTML of every page is valid', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
    },
  });
  const faults: string[] = [];
  for (const path of pages) {
    const html = await (await fetch(town.url + path)).text();
    const { results } = await validator.validateString(html);
    for (const { ruleId, message } of results.flatMap(({ messages }) => messages))
      faults.push(`${path} ${ruleId}: ${message}`);
  }
  expect(faults).toEqual([]);
});

test('on 320 pixels, with wide text spacing, nothing runs off the side', { timeout: 90_000 }, async () => {
  await visit({ viewport: { width: 320, height: 640 }, bypassCSP: true }, async (page) => {
    const wide: string[] = [];
    for (const path of pages) {
      await page.goto(town.url + path);
      await page.addStyleTag({
        content: '*{letter-spacing:.12em!important;word-spacing:.16em!important;line-height:1.5!important}',
      });
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) wide.push(path);
    }
    expect(wide).toEqual([]);
  });
});

test(
  'what one presses on a phone is 44 pixels high, and nothing is under 24',
  { timeout: 90_000 },
  async () => {
    await visit({ viewport: PHONE, hasTouch: true }, async (page) => {
      const small: string[] = [];
      for (const path of pages) {
        await page.goto(town.url + path);
        small.push(
          ...(await page.evaluate((here) => {
            // The field that catches machines is off the screen; no person presses it.
            const isShown = (element: Element) =>
              element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true]');
            const height = (element: Element) => element.getBoundingClientRect().height;
            const main = [
              ...document.querySelectorAll(
                'header nav a, .button, input:not([type=hidden]), select, summary',
              ),
            ];
            const others = [...document.querySelectorAll('footer a, main li > a')];
            return [
              ...main.filter(
                (element) =>
                  isShown(element) &&
                  !/checkbox|radio/.test(element.getAttribute('type') ?? '') &&
                  height(element) < 44,
              ),
              ...others.filter((element) => isShown(element) && height(element) < 24),
            ].map((element) => `${here} ${Math.round(height(element))} ${element.outerHTML.slice(0, 80)}`);
          }, path)),
        );
      }
      expect(small).toEqual([]);
    });
  },
);

test('a visit leaves nothing behind and tells nobody else', { timeout: 60_000 }, async () => {
  await visit({ viewport: PHONE }, async (page, context) => {
    const elsewhere: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(town.url) && !request.url().startsWith('data:'))
        elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      if (/Content Security Policy|Refused/.test(message.text())) refused.push(message.text());
    });
    for (const path of pages) await page.goto(town.url + path);
    const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
    expect({ elsewhere, refused, stored, cookies: await context.cookies() }).toEqual({
      elsewhere: [],
      refused: [],
      stored: 0,
      cookies: [],
    });
  });
});

test('a page is usable with its first answer: no further request stands in the way', async () => {
  await visit({ viewport: PHONE }, async (page) => {
    const blocking: string[] = [];
    await page.route('**/*', (route) => {
      const request = route.request();
      if (request.resourceType() === 'document') return route.continue();
      if (['stylesheet', 'font'].includes(request.resourceType())) blocking.push(request.url());
      return route.abort();
    });
    for (const path of LISTS) await page.goto(town.url + path);
    expect(blocking).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1')!).fontWeight)).toBe('700');
  });
});
