import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { Town } from '#modules/tenancy';
import { emergencyNumbers } from './(town)/offline/emergency.ts';

const RETRY_SECONDS = 5;
const STYLE =
  ':root{color-scheme:light dark}body{font:1.125rem/1.6 system-ui,sans-serif;max-width:38rem;margin:0 auto;padding:2rem 1rem}li{padding:.25rem 0}';
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * What is shown while the database is away: 503, when to come back, and whom to call. It asks no database and loads
 * nothing, and what a form held is still in the browser.
 * @param town the town as last known; null before it was ever read
 */
export function outageResponse({ locals }: Pick<RequestEvent, 'locals'>, town: Town | null): Response {
  const isData = locals.path.startsWith('/api/');
  const headers = {
    'retry-after': String(RETRY_SECONDS),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    'content-type': isData ? 'application/problem+json' : 'text/html; charset=utf-8',
  };
  return new Response(isData ? problem(locals) : page(locals, town), { status: 503, headers });
}

function problem({ t }: App.Locals): string {
  const detail = t('app.outage.text');
  return JSON.stringify({ type: 'about:blank', title: 'Service Unavailable', status: 503, detail });
}

function page({ t, locale }: App.Locals, town: Town | null): string {
  const title = escape(t('app.outage.title'));
  const numbers = emergencyNumbers(town?.state ?? '')
    .slice(0, 3)
    .map(({ key, number }) => {
      const call = `<a href="tel:${number.replaceAll(' ', '')}">${number}</a>`;
      return `<li>${escape(t(`offline.number.${key}`))}: ${call}</li>`;
    });
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${STYLE}</style></head>
<body><main>
${town ? `<p>${escape(town.name)}</p>` : ''}
<h1>${title}</h1>
<p>${escape(t('app.outage.text'))}</p>
<p><a href="">${escape(t('app.outage.again'))}</a></p>
<h2>${escape(t('offline.numbers'))}</h2>
<ul>${numbers.join('')}</ul>
</main></body></html>
`;
}

function escape(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => signs[sign]!);
}
