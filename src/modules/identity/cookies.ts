import type { CookieReader, OpenedSession } from './model.ts';

const SESSION = 'ortskern_staff';
const CHALLENGE = 'ortskern_second_factor';
const CHALLENGE_SECONDS = 600;

export interface CookieToSet {
  name: string;
  value: string;
  options: { path: '/'; httpOnly: true; sameSite: 'lax'; secure: boolean; maxAge?: number; expires?: Date };
}

/** `__Host-` binds a cookie to exactly this host, but browsers take the prefix over https only. */
function nameFor(name: string, isHttps: boolean): string {
  return isHttps ? `__Host-${name}` : name;
}

function attributes(isHttps: boolean): CookieToSet['options'] {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps };
}

export function sessionCookie(opened: OpenedSession, url: URL): CookieToSet {
  const isHttps = url.protocol === 'https:';
  return {
    name: nameFor(SESSION, isHttps),
    value: opened.token,
    options: { ...attributes(isHttps), expires: opened.expiresAt },
  };
}

export function challengeCookie(challenge: string, url: URL): CookieToSet {
  const isHttps = url.protocol === 'https:';
  return {
    name: nameFor(CHALLENGE, isHttps),
    value: challenge,
    options: { ...attributes(isHttps), maxAge: CHALLENGE_SECONDS },
  };
}

/** Cookies that end the session and a half-done sign-in. */
export function expiredCookies(url: URL): CookieToSet[] {
  const isHttps = url.protocol === 'https:';
  return [SESSION, CHALLENGE].map((name) => ({
    name: nameFor(name, isHttps),
    value: '',
    options: { ...attributes(isHttps), maxAge: 0 },
  }));
}

export function readSessionToken(cookies: CookieReader | Headers): string | null {
  return readCookie(cookies, SESSION);
}

export function readChallenge(cookies: CookieReader | Headers): string | null {
  return readCookie(cookies, CHALLENGE);
}

function readCookie(cookies: CookieReader | Headers, name: string): string | null {
  const reader = cookies instanceof Headers ? cookiesOf(cookies) : cookies;
  return reader.get(nameFor(name, true)) ?? reader.get(name) ?? null;
}

function cookiesOf(headers: Headers): CookieReader {
  const pairs = (headers.get('cookie') ?? '').split(/;\s*/).map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name, decode(value.join('='))] as const;
  });
  return new Map(pairs);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
