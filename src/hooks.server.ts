import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { secureHeaders } from '#platform/headers';
import { createTranslator, splitLocale } from '#platform/i18n';
import { createScope, PUBLIC_ACTOR } from '#platform/scope.server';
import { catalogs } from '#wiring/catalogs';
import { rooms } from '#wiring/modules.server';

export const handle: Handle = async ({ event, resolve }) => {
  const { locals, url } = event;
  const { locale, path } = splitLocale(url.pathname);
  Object.assign(locals, {
    requestId: randomUUID(),
    locale,
    path,
    staff: null,
    t: createTranslator(catalogs, locale),
  });
  if (path.startsWith('/api/health/')) return resolve(event);

  const town = await rooms().towns.byHost(url.host);
  if (!town) return noTownHere(url.host);
  locals.town = town;
  locals.tenant = createScope({
    database: rooms().database,
    tenant: { id: town.id, slug: town.slug, name: town.name },
    actor: PUBLIC_ACTOR,
    locale,
  });
  try {
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale),
    });
    secureHeaders(response.headers, {
      isHttps: url.protocol === 'https:',
      isPrivate: path.startsWith('/verwaltung'),
    });
    return response;
  } finally {
    await locals.tenant.end();
  }
};

export const handleError: HandleServerError = ({ error, event, status }) => {
  const requestId = event.locals.requestId;
  if (status !== 404)
    console.error(
      JSON.stringify({
        level: 'error',
        requestId,
        path: event.url.pathname,
        error: String((error as Error)?.stack ?? error),
      }),
    );
  return { message: status === 404 ? 'not-found' : 'broken', requestId };
};

/** A host nobody has claimed gets no town's data, not even a name. */
function noTownHere(host: string): Response {
  const text = `Unter der Adresse ${host} gibt es keine Gemeinde. Prüfen Sie bitte die Schreibweise.\n`;
  return new Response(text, {
    status: 421,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
