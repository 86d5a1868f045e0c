import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { openFiles, savePicture } from '#platform/files.server';
import { testDatabase } from '#tests/database';
import { startTownServer } from '#tests/town-server';
import type { TownServer } from '#tests/town-server';
import { collections } from '#wiring/collections.server';
import { kinds } from '#wiring/kinds.server';
import { printsOf } from './foreign-rows.ts';
import { ODD_DESK_PATHS, ODD_PATHS } from './odd-addresses.ts';
import { readRoutes } from './router.ts';
import { AT_THE_DOOR, isDesk, routes } from './routes.ts';
import { SECRET, seedTwoTowns, UNPUBLISHED } from './two-towns.ts';
import type { SeededTown } from './two-towns.ts';
import { forEach, visit } from './visit.ts';
import type { Answer, Visit } from './visit.ts';

const { database, url } = await testDatabase();
const dataFolder = mkdtempSync(join(tmpdir(), 'ortskern-isolation-'));
const files = openFiles({ dataFolder, s3: null });
const towns = await seedTwoTowns(database, url, (tenantId, bytes) => savePicture(files, tenantId, bytes));
const { a, b, scopeOf } = towns;
const found = readRoutes();

let server: TownServer;
let port: number;

beforeAll(async () => {
  server = await startTownServer({
    dataFolder,
    env: { DATABASE_URL: url, SECRET, DEMO: 'off', RATE_LIMITS: 'off', LOG_LEVEL: 'warn' },
  });
  port = Number(new URL(server.url).port);
}, 240_000);

afterAll(async () => {
  // `SHOW_LOG=1` tells why an answer was 500.
  if (process.env.SHOW_LOG) console.log(server?.output());
  await server?.stop();
  await towns.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const MINUTES = 180_000;
const ask = (wish: Visit) => visit(port, wish);

interface Case {
  id: string;
  path: string;
  /** Whose slugs, ids and words the address is made of. */
  of: SeededTown;
}

/** Every address of routes, of both towns; pages also in the other languages and as the data behind them. */
function casesOf(fits: (id: string) => boolean): Case[] {
  return found
    .filter((route) => fits(route.id))
    .flatMap(({ id, isPage }) =>
      [a, b].flatMap((of) =>
        (routes[id]?.(of) ?? []).flatMap((path) =>
          (isPage ? [path, `/en${path}`, `/leicht${path}`, dataOf(path)] : [path]).map((one) => ({
            id,
            path: one.replace(/(?<=.)\/(?=\?|$)/, ''),
            of,
          })),
        ),
      ),
    );
}

function dataOf(path: string): string {
  const [page = '', query] = path.split('?');
  return `${page.replace(/\/$/, '')}/__data.json${query ? `?${query}` : ''}`;
}

/** What an answer must not hold, with a little of what is around it. */
function tracesOf(answer: Answer, ...texts: string[]): string[] {
  return texts.flatMap((text) => {
    const at = answer.whole.toLowerCase().indexOf(text.toLowerCase());
    return at < 0 ? [] : [answer.whole.slice(Math.max(0, at - 60), at + text.length + 20)];
  });
}

/** The inside of the machine: a stack, a statement, a word of the driver. */
const INSIDE =
  /\bat .{1,80}\.(js|ts|mjs):\d+|node_modules|\bselect .{1,200} from \w+\.|syntax error at|violates|invalid input syntax|DrizzleQueryError|Failed query/i;

test(
  'the public of one town is shown nothing of the other and nothing unpublished',
  { timeout: MINUTES },
  async () => {
    const leaks: string[] = [];
    await forEach(
      casesOf((id) => !isDesk(id) || AT_THE_DOOR.includes(id)),
      async ({ id, path, of }) => {
        const answer = await ask({ host: a.host, path });
        // A link from a mail shows its own town whom it is for.
        const secrets = id.endsWith('[token]') && of === a ? [b.mark] : [b.mark, UNPUBLISHED];
        const traces = tracesOf(answer, ...secrets);
        if (traces.length > 0 || answer.status >= 500)
          leaks.push(`${answer.status} ${path} ${traces[0] ?? ''}`);
      },
    );
    expect(leaks).toEqual([]);
  },
);

test('the other town shows the same care', { timeout: MINUTES }, async () => {
  const leaks: string[] = [];
  await forEach(
    casesOf((id) => !isDesk(id)),
    async ({ id, path, of }) => {
      const answer = await ask({ host: b.host, path });
      const secrets = id.endsWith('[token]') && of === b ? [a.mark] : [a.mark, UNPUBLISHED];
      const traces = tracesOf(answer, ...secrets);
      if (traces.length > 0 || answer.status >= 500)
        leaks.push(`${answer.status} ${path} ${traces[0] ?? ''}`);
    },
  );
  expect(leaks).toEqual([]);
});

test('each town shows its own published content, so that there was something to see', async () => {
  const shown = [
    '/aktuelles',
    '/bekanntmachungen',
    '/veranstaltungen',
    '/orte',
    '/wissen',
    '/aktuelles.rss',
    '/veranstaltungen.ics',
    '/bekanntmachungen.rss',
    '/quellen',
    '/impressum',
    '/kontakt',
    '/api/v1/town',
  ];
  const silent: string[] = [];
  for (const town of [a, b]) {
    const own = Object.entries(collections).map(
      ([name, { kind }]) => `/api/v1/${name}/${town.entries[kind.kind]!.published.slug}`,
    );
    const search = [
      `/suche?q=${town.word}`,
      `/api/v1/search?q=${town.word}`,
      `/fragen?frage=${encodeURIComponent(`Wann öffnet das ${town.word}?`)}`,
    ];
    for (const path of [...shown, ...own, ...search]) {
      const answer = await ask({ host: town.host, path });
      if (answer.status !== 200 || !answer.whole.includes(town.mark))
        silent.push(`${answer.status} ${town.host}${path}`);
    }
    const picture = await ask({ host: town.host, path: `/medien/${town.media.shown}` });
    if (picture.status !== 200) silent.push(`${picture.status} picture of ${town.host}`);
  }
  expect(silent).toEqual([]);
});

test('an entry nobody may read yet, or of another town, is an address that does not exist', async () => {
  const paths = kinds
    .map((kind) => [kind.kind, kind.path] as const)
    .filter(([, path]) => routes[`/${path}/[slug]`]);
  expect(paths.length).toBeGreaterThan(4);
  const found: string[] = [];
  for (const [kind, path] of paths) {
    const { published, ...hidden } = a.entries[kind]!;
    const strangers = [b.entries[kind]!.published.slug, ...Object.values(hidden).map((entry) => entry.slug)];
    for (const slug of strangers) {
      const { status } = await ask({ host: a.host, path: `/${path}/${slug}` });
      if (status !== 404) found.push(`${status} /${path}/${slug}`);
    }
    // Tours lie below the places; the address of their kind leads there.
    const shown = path === 'touren' ? 308 : 200;
    expect((await ask({ host: a.host, path: `/${path}/${published.slug}` })).status).toBe(shown);
  }
  for (const id of [a.media.hidden, b.media.shown, b.media.hidden]) {
    const { status } = await ask({ host: a.host, path: `/medien/${id}` });
    if (status !== 404) found.push(`${status} /medien/${id}`);
  }
  expect(found).toEqual([]);
});

test('the desk opens to nobody without a session', { timeout: MINUTES }, async () => {
  const open: string[] = [];
  await forEach(
    casesOf((id) => isDesk(id) && !AT_THE_DOOR.includes(id)),
    async ({ path }) => {
      const answer = await ask({ host: a.host, path });
      const traces = tracesOf(answer, b.mark, `${a.mark} person`, UNPUBLISHED);
      const isRefused = [303, 401, 403, 404, 405].includes(answer.status) || path.includes('/__data.json');
      if (!isRefused || traces.length > 0) open.push(`${answer.status} ${path} ${traces[0] ?? ''}`);
    },
  );
  expect(open).toEqual([]);
});

test('a session of one town opens nothing at the desk of the other', { timeout: MINUTES }, async () => {
  const open: string[] = [];
  await forEach(
    casesOf((id) => isDesk(id) && !AT_THE_DOOR.includes(id)),
    async ({ path }) => {
      const answer = await ask({ host: b.host, path, cookies: a.person.cookies });
      const traces = tracesOf(answer, a.mark, UNPUBLISHED, `${b.mark} person`);
      const isRefused = [303, 401, 403, 404, 405].includes(answer.status) || path.includes('/__data.json');
      if (!isRefused || traces.length > 0) open.push(`${answer.status} ${path} ${traces[0] ?? ''}`);
    },
  );
  expect(open).toEqual([]);
});

test('staff of one town, with all its rights, read nothing of the other', { timeout: MINUTES }, async () => {
  const leaks: string[] = [];
  let seen = 0;
  await forEach(casesOf(isDesk), async ({ path }) => {
    const answer = await ask({ host: a.host, path, cookies: a.person.cookies });
    const traces = tracesOf(answer, b.mark);
    if (answer.whole.includes(a.mark)) seen++;
    if (traces.length > 0 || answer.status >= 500) leaks.push(`${answer.status} ${path} ${traces[0] ?? ''}`);
  });
  expect(leaks).toEqual([]);
  expect(seen).toBeGreaterThan(50);
});

/** A form with everything the desk’s forms ask for, and with fields nobody asked for, all of the town `of`. */
function formOf(of: SeededTown): string {
  const { published } = of.entries.news!;
  return new URLSearchParams({
    ...{
      title: 'CHANGED',
      summary: 'CHANGED',
      body: 'CHANGED',
      language: 'en',
      startsAt: '2026-12-24T10:00',
    },
    ...{ id: published.id, mediaId: of.media.shown, medium: of.media.shown, userId: of.person.userId },
    ...{ number: '1', nummer: '1', session: of.person.sessionId, sessionId: of.person.sessionId },
    ...{ email: 'changed@example.org', name: 'CHANGED', roles: 'author', password: of.person.password },
    ...{
      tenant_id: of.tenant.id,
      tenantId: of.tenant.id,
      published: 'true',
      state: 'published',
      permissions: '*',
    },
    ...{ authorName: 'CHANGED', role: 'administrator', isDefault: 'true', slug: of.tenant.slug },
  }).toString();
}

interface Form {
  path: string;
  of: SeededTown;
}

/** Every action of every page and every endpoint that takes something. */
function formsOf(of: SeededTown, fits: (id: string) => boolean): Form[] {
  return found
    .filter((route) => fits(route.id))
    .flatMap(({ id, actions, methods }) => {
      const names = [...actions, ...(methods.includes('POST') ? [''] : [])];
      const paths = (routes[id]?.(of) ?? []).filter((path, index) => index < 6 && !path.includes('?ab='));
      return paths.flatMap((path) =>
        names.map((name) => ({
          of,
          path: name && name !== 'default' ? `${path.split('?')[0]}?/${name}` : path,
        })),
      );
    });
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

test('a form sent from another website is refused, whatever it is', { timeout: MINUTES }, async () => {
  const before = [await printsOf(database, scopeOf, a), await printsOf(database, scopeOf, b)];
  const forms = formsOf(a, () => true);
  expect(forms.length).toBeGreaterThan(40);
  const taken: string[] = [];
  for (const type of [FORM['content-type'], 'multipart/form-data; boundary=x', 'text/plain'])
    await forEach(forms, async ({ path, of }) => {
      const { status } = await ask({
        host: a.host,
        path,
        method: 'POST',
        headers: { 'content-type': type, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
        cookies: a.person.cookies,
        body: formOf(of),
      });
      // What takes JSON only says so, whoever asks.
      if (status !== 403 && status !== 415) taken.push(`${status} ${type} ${path}`);
    });
  expect(taken).toEqual([]);
  expect([await printsOf(database, scopeOf, a), await printsOf(database, scopeOf, b)]).toEqual(before);
});

test('staff of one town change nothing of the other, whatever they send', { timeout: MINUTES }, async () => {
  const before = await printsOf(database, scopeOf, b);
  const faults: string[] = [];
  const keepsSession = (id: string) => id !== '/verwaltung/abmelden' && id !== '/verwaltung/passwort/[token]';
  const forms = formsOf(b, keepsSession).filter(({ path }) => !/profil\?\/beenden|\?\/passwort$/.test(path));
  await forEach(forms, async ({ path, of }) => {
    const answer = await ask({
      host: a.host,
      path,
      method: 'POST',
      headers: { ...FORM, origin: `http://${a.host}:${port}` },
      cookies: a.person.cookies,
      body: formOf(of),
    });
    const traces = tracesOf(answer, b.mark);
    if (answer.status >= 500 || traces.length > 0) faults.push(`${answer.status} ${path} ${traces[0] ?? ''}`);
  });
  expect(faults).toEqual([]);
  expect(await printsOf(database, scopeOf, b)).toEqual(before);
});

test('a new entry is a draft of one’s own town, whatever else the form says', async () => {
  const answer = await ask({
    host: a.host,
    path: '/verwaltung/inhalte/aktuelles/neu?/speichern',
    method: 'POST',
    headers: { ...FORM, origin: `http://${a.host}:${port}` },
    cookies: a.person.cookies,
    body: `${formOf(b)}&title=Nur+ein+Entwurf`.replace('title=CHANGED&', ''),
  });
  expect(answer.status).toBeLessThan(400);
  const { rows } = await scopeOf(a).read((store) =>
    store.execute(
      sql`select tenant_id, state, author_name from publishing.entry where title = 'Nur ein Entwurf'`,
    ),
  );
  expect(rows).toEqual([{ tenant_id: a.tenant.id, state: 'draft', author_name: `${a.mark} person` }]);
});

test('fields nobody asked for change no answer', async () => {
  const question = { question: `Wann öffnet das ${a.word}?` };
  const extra = {
    ...question,
    tenant_id: b.tenant.id,
    tenantId: b.tenant.id,
    published: false,
    state: 'draft',
  };
  const [plain, more] = await Promise.all(
    [question, extra].map((body) =>
      ask({
        host: a.host,
        path: '/api/v1/answer',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    ),
  );
  const withoutTime = (body: string) => ({ ...JSON.parse(body), tookMs: 0 });
  expect(withoutTime(more!.body)).toEqual(withoutTime(plain!.body));
  expect(plain!.body).toContain(a.mark);
});

test('another assistant is told nothing of the other town either', async () => {
  const call = async (name: string, given: object) => {
    const answer = await ask({
      host: a.host,
      path: '/api/mcp',
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name, arguments: given },
      }),
    });
    expect(answer.status).toBe(200);
    return answer;
  };
  const asked: [string, object][] = [a, b].flatMap((of) => [
    ['ask_town', { question: `Wann öffnet das ${of.word}?`, tenant_id: b.tenant.id }],
    ['search_town', { query: of.word, limit: 20 }],
    ...Object.values(of.entries)
      .flatMap((states) => Object.values(states))
      .flatMap(({ slug }) =>
        ['aktuelles', 'orte', 'wissen'].map((path) => ['get_article', { url: `/${path}/${slug}` }]),
      ),
    ['get_article', { url: `http://${of.host}:${port}/wissen/${of.entries.article!.published.slug}` }],
    ['get_article', { url: 'http://169.254.169.254/latest/meta-data/' }],
  ]) as [string, object][];
  const leaks: string[] = [];
  let shown = 0;
  await forEach(asked, async ([name, given]) => {
    const answer = await call(name, given);
    if (answer.body.includes(a.mark)) shown++;
    const traces = tracesOf(answer, b.mark, UNPUBLISHED);
    if (traces.length > 0 || INSIDE.test(answer.body))
      leaks.push(`${JSON.stringify(given)} ${traces[0] ?? ''}`);
  });
  expect(leaks).toEqual([]);
  expect(shown).toBeGreaterThan(2);
});

test('no method brings a route down', { timeout: MINUTES }, async () => {
  const faults: string[] = [];
  const asked = found.flatMap(({ id }) =>
    ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND'].map((method) => ({ id, method })),
  );
  await forEach(asked, async ({ id, method }) => {
    const path = routes[id]?.(a)[0] ?? '/';
    const answer = await ask({ host: a.host, path, method, cookies: a.person.cookies });
    if (answer.status >= 500 || INSIDE.test(answer.body)) faults.push(`${answer.status} ${method} ${path}`);
  });
  expect(faults).toEqual([]);
});

test('no address brings the town down or shows its inside', { timeout: MINUTES }, async () => {
  const faults: string[] = [];
  await forEach([...ODD_PATHS, ...ODD_DESK_PATHS], async (path) => {
    const cookies = path.startsWith('/verwaltung') ? a.person.cookies : new Map<string, string>();
    const answer = await ask({ host: a.host, path, cookies });
    const inside = INSIDE.exec(answer.body)?.[0];
    if (answer.status >= 500 || inside) faults.push(`${answer.status} ${path.slice(0, 60)} ${inside ?? ''}`);
  });
  expect(faults).toEqual([]);
});

test('no form with a broken id brings the desk down', { timeout: MINUTES }, async () => {
  const faults: string[] = [];
  const forms = formsOf(a, (id) => isDesk(id) && !AT_THE_DOOR.includes(id))
    .filter(({ path }) => !/profil/.test(path))
    .map(({ path }) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'x'));
  await forEach([...new Set(forms)], async (path) => {
    const answer = await ask({
      host: a.host,
      path,
      method: 'POST',
      headers: { ...FORM, origin: `http://${a.host}:${port}` },
      cookies: a.person.cookies,
      body: formOf(a).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'x'),
    });
    const inside = INSIDE.exec(answer.body)?.[0];
    if (answer.status >= 500 || inside) faults.push(`${answer.status} ${path} ${inside ?? ''}`);
  });
  expect(faults).toEqual([]);
});

test('broken bodies are answered, not suffered', async () => {
  const faults: string[] = [];
  const bodies = [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"question":1}',
    '{"question":{}}',
    `{"question":"${'x'.repeat(9000)}"}`,
    '{"__proto__":{"question":"x"}}',
    '{"question":"\\u0000"}',
    '{"question":"x","history":[1]}',
    '{"question":"x","locale":"../../etc"}',
    '{"question":"x","audience":"admin"}',
  ];
  await forEach(bodies, async (body) => {
    const answer = await ask({
      host: a.host,
      path: '/api/v1/answer',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    if (answer.status >= 500 || INSIDE.test(answer.body))
      faults.push(`${answer.status} ${body.slice(0, 40)}`);
  });
  expect(faults).toEqual([]);
});

test('a host nobody has claimed is told no town’s name', async () => {
  const told: string[] = [];
  for (const host of [
    'gammadorf.localhost',
    'evil.example',
    'alphadorf.localhost.evil.example',
    'constructor.localhost',
  ])
    for (const path of ['/', '/aktuelles', '/api/v1/town', '/sitemap.xml', '/verwaltung']) {
      const answer = await ask({ host, path, cookies: a.person.cookies });
      if (answer.status < 400 || tracesOf(answer, 'MARK-').length > 0)
        told.push(`${answer.status} ${host}${path}`);
    }
  expect(told).toEqual([]);
});

test('the own host of a town is that town', async () => {
  for (const town of [a, b]) {
    const { body } = await ask({ host: `www.${town.tenant.slug}.example`, path: '/api/v1/town' });
    expect(JSON.parse(body)).toMatchObject({ name: town.tenant.name });
  }
});
