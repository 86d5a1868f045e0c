import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import type { StaffSession } from '#modules/identity';
import type { Town } from '#modules/tenancy';
import { newId } from '#platform/db';
import { isDatabaseAway } from '#platform/db.server';
import { secureHeaders } from '#platform/headers';
import { plainForms } from '#platform/http';
import { createTranslator, splitLocale } from '#platform/i18n';
import { log, requestId } from '#platform/log.server';
import type { Actor } from '#platform/scope';
import { createScope, PUBLIC_ACTOR } from '#platform/scope.server';
import type { TenantScope } from '#platform/scope.server';
import { finishPage, withoutUnusedStyles } from '#ui';
import { catalogs } from '#wiring/catalogs';
import { secondsToWait } from '#wiring/limits.server';
import { rooms } from '#wiring/modules.server';
import { isClosed } from '#wiring/switches';
import { outageResponse } from './routes/outage.server.ts';

/** Answers every request, also when the database does not. */
export const handle: Handle = async ({ event, resolve }) => {
  try {
    const response = await answer({ event, resolve });
    return event.locals.isDatabaseAway ? outageResponse(event, event.locals.town ?? null) : response;
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    log.warn('database.away', { requestId: event.locals.requestId, path: event.locals.path });
    return outageResponse(event, event.locals.town ?? null);
  }
};

const answer: Handle = async ({ event, resolve }) => {
  const { locals, url } = event;
  const { locale, path } = splitLocale(url.pathname);
  Object.assign(locals, {
    requestId: requestId() ?? newId(),
    locale,
    path,
    staff: null,
    isDatabaseAway: false,
    t: createTranslator(catalogs, locale),
  });
  if (path.startsWith('/api/health/')) return resolve(event);
  // No person types a null character, and PostgreSQL holds none: every query with one would fail.
  if (url.href.includes('%00')) return new Response(null, { status: 400 });
  plainForms(event.request);

  const town = await rooms().towns.byHost(url.host);
  if (!town) return noTownHere(url.host);
  locals.town = town;
  if (isClosed(event)) return new Response(null, { status: 404 });
  const wait = secondsToWait(event);
  if (wait > 0) {
    rooms().assistant.countRefused(scopeFor(event, PUBLIC_ACTOR));
    return tooMany(event, wait);
  }
  await enter(event, town);
  try {
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => {
        const page = finishPage(html, { locale, colours: town.settings.colours });
        return isDesk(path) ? page : withoutUnusedStyles(page);
      },
    });
    secureHeaders(response.headers, { isHttps: url.protocol === 'https:', isPrivate: isDesk(path) });
    if (town.settings.map.tiles) allowTiles(response.headers, new URL(town.settings.map.tiles).origin);
    if (path === '/widget') allowFraming(response.headers);
    return response;
  } finally {
    await locals.tenant.end();
  }
};

/** Town and actor of the request: everybody is the public, but at the desk the signed-in person with their rights in this town. */
async function enter(event: RequestEvent, town: Town): Promise<void> {
  const { locals, cookies } = event;
  locals.staff = isDesk(locals.path) ? await rooms().identity.readSession(cookies, town.id) : null;
  locals.tenant = scopeFor(event, locals.staff ? staffActor(locals.staff) : PUBLIC_ACTOR);
}

function scopeFor({ locals: { town, locale } }: RequestEvent, actor: Actor): TenantScope {
  const tenant = { id: town.id, slug: town.slug, name: town.name };
  return createScope({ database: rooms().database, tenant, actor, locale });
}

function staffActor(staff: StaffSession): Actor {
  return { id: staff.userId, name: staff.name, kind: 'staff', permissions: new Set(staff.permissions) };
}

function isDesk(path: string): boolean {
  return path === '/verwaltung' || path.startsWith('/verwaltung/');
}

/** The widget alone may stand in a frame on any page; it knows nobody and changes nothing. */
function allowFraming(headers: Headers): void {
  headers.delete('x-frame-options');
  const policy = headers.get('content-security-policy');
  if (policy)
    headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
}

/** Pictures of streets may come from the one server the town chose; a page asks for them only after a tap. */
function allowTiles(headers: Headers, origin: string): void {
  const policy = headers.get('content-security-policy');
  if (policy) headers.set('content-security-policy', policy.replace('img-src ', `img-src ${origin} `));
}

/** Refusals and wrong addresses are no faults; a thrown bug is logged once and shown as one calm page. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { requestId: id, path } = event.locals;
  if (isDatabaseAway(error)) {
    event.locals.isDatabaseAway = true;
    log.warn('database.away', { requestId: id, path });
  } else if (kind === 'unknown')
    log.error('request.broken', { requestId: id, path, error: (error as Error)?.stack ?? String(error) });
  return { requestId: id };
};

/** Says when to try again; what a form held is still in the browser. */
function tooMany(event: RequestEvent, seconds: number): Response {
  const text = event.locals.t('app.tooMany', { seconds });
  const isData = event.locals.path.startsWith('/api/');
  const body = isData
    ? JSON.stringify({ type: 'about:blank', title: 'Too Many Requests', status: 429, detail: text })
    : `${text}\n`;
  const type = isData ? 'application/problem+json' : 'text/plain; charset=utf-8';
  return new Response(body, {
    status: 429,
    headers: { 'content-type': type, 'retry-after': String(seconds), 'cache-control': 'no-store' },
  });
}

/** A host nobody has claimed gets no town's data, not even a name. */
function noTownHere(host: string): Response {
  const text = `Unter der Adresse ${host} gibt es keine Gemeinde. Prüfen Sie bitte die Schreibweise.\n`;
  return new Response(text, {
    status: 421,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
