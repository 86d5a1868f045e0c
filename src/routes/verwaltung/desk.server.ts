import { error, fail, redirect } from '@sveltejs/kit';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import { challengeCookie, expiredCookies, linkOrigin, sessionCookie } from '#modules/identity';
import type { CookieToSet, OpenedSession, StaffSession } from '#modules/identity';
import { isId } from '#platform/db';
import type { RefusalDetails } from '#platform/outcome';
import { faultText } from './faults.ts';
import type { Fault } from './faults.ts';

const SIGN_IN = '/verwaltung/anmelden';
const SECOND_FACTOR = '/verwaltung/profil/zweiter-faktor';

type Event = Pick<RequestEvent, 'locals' | 'url'>;

/**
 * Whoever is at the desk; anyone else is sent to sign in and comes back here. Every page and every action of the desk
 * calls it: actions do not run layouts.
 */
export function requireStaff({ locals, url }: Event): StaffSession {
  const { staff } = locals;
  if (!staff) redirect(303, `${SIGN_IN}?weiter=${encodeURIComponent(url.pathname + pageQuery(url))}`);
  if (staff.needsSecondFactor && url.pathname !== SECOND_FACTOR) redirect(303, SECOND_FACTOR);
  return staff;
}

/** For pages only some may see at all. What is done there is checked again by the command. */
export function requirePermission(event: Event, permission: string): StaffSession {
  const staff = requireStaff(event);
  if (!event.locals.tenant.may(permission)) error(403, event.locals.t('identity.forbidden'));
  return staff;
}

/** The query without the name of an action: going back to an action by GET would show an error. */
function pageQuery(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !name.startsWith('/'));
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}

/** What a refused form gets back: its input, and what is wrong with it in words. */
export interface Refused {
  values: Record<string, string | string[]>;
  faults: Fault[];
}

interface Refusal {
  reason: string;
  details: RefusalDetails;
}

/** Turns a refusal into the page of the form, with everything that was typed except secrets. */
export function refused(
  { locals, setHeaders }: Pick<RequestEvent, 'locals'> & Partial<Pick<RequestEvent, 'setHeaders'>>,
  { reason, details }: Refusal,
  form?: FormData,
  status = statusOf(reason),
): ActionFailure<Refused> {
  const minutes = Number(details.values?.minutes);
  if (reason === 'too-many-attempts' && minutes > 0) setHeaders?.({ 'retry-after': String(minutes * 60) });
  const byField = Object.entries(details.fields ?? {});
  const faults =
    byField.length > 0
      ? byField.map(([field, key]) => ({ field, text: faultText(locals.t, key, details.values) }))
      : [{ field: 'form', text: faultText(locals.t, reason, details.values) }];
  return fail(status, { values: form ? typedValues(form) : {}, faults });
}

function statusOf(reason: string): number {
  const known: Record<string, number> = {
    forbidden: 403,
    unknown: 404,
    conflict: 409,
    'too-many-attempts': 429,
  };
  return known[reason] ?? 400;
}

const SECRET = /passw|code/i;

/** The texts of a form as typed; fields that occur twice become lists. */
export function typedValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    if (SECRET.test(name) || texts.length === 0) continue;
    values[name] = texts.length > 1 ? texts : texts[0]!;
  }
  return values;
}

/** One text of a form, trimmed; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The id a form names; a text that can be none is of nothing here. */
export function idOf({ locals }: Pick<RequestEvent, 'locals'>, form: FormData): string {
  const id = textOf(form, 'id');
  return isId(id) ? id : error(404, locals.t('identity.unknown'));
}

/** A secret of a form, exactly as typed. */
export function secretOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

type CookieEvent = Pick<RequestEvent, 'cookies' | 'url'>;

export function keepSession(event: CookieEvent, opened: OpenedSession): void {
  setCookies(event, [...expiredCookies(event.url).slice(1), sessionCookie(opened, event.url)]);
}

export function keepChallenge(event: CookieEvent, challenge: string): void {
  setCookies(event, [challengeCookie(challenge, event.url)]);
}

export function forgetSession(event: CookieEvent): void {
  setCookies(event, expiredCookies(event.url));
}

function setCookies({ cookies }: CookieEvent, toSet: readonly CookieToSet[]): void {
  for (const { name, value, options } of toSet) cookies.set(name, value, options);
}

/** Where a request came from, for limits and for the list of sessions. */
export function sender(event: Pick<RequestEvent, 'request' | 'getClientAddress'>): {
  address: string;
  userAgent: string;
} {
  return { address: event.getClientAddress(), userAgent: event.request.headers.get('user-agent') ?? '' };
}

export function mailOrigin({ locals, url }: Event): string {
  return linkOrigin(url, locals.town.domains);
}

/** Back to a page after something was done, which it then says. */
export function doneAt(path: string, what: string): never {
  redirect(303, `${path}${path.includes('?') ? '&' : '?'}erledigt=${what}`);
}
