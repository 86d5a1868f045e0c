import { expect, test } from 'vitest';
import { challengeCookie, expiredCookies, readSessionToken, sessionCookie } from './cookies.ts';

const opened = { token: 'abc.def=', expiresAt: new Date('2026-11-23T20:00:00Z') };

test('over https a cookie is bound to its host; on localhost it has a plain name', () => {
  expect(sessionCookie(opened, new URL('https://hagenow.example/verwaltung'))).toEqual({
    name: '__Host-ortskern_staff',
    value: 'abc.def=',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure: true, expires: opened.expiresAt },
  });
  expect(sessionCookie(opened, new URL('http://hagenow.localhost:3000/verwaltung'))).toMatchObject({
    name: 'ortskern_staff',
    options: { httpOnly: true, sameSite: 'lax', secure: false },
  });
});

test('a half-done sign-in is forgotten after ten minutes, and signing out forgets both', () => {
  const url = new URL('https://hagenow.example/');
  expect(challengeCookie('2fa', url).options.maxAge).toBe(600);
  expect(expiredCookies(url).map(({ name, options }) => [name, options.maxAge])).toEqual([
    ['__Host-ortskern_staff', 0],
    ['__Host-ortskern_second_factor', 0],
  ]);
});

test('the token is read from cookies and from headers, the bound one first', () => {
  const headers = new Headers({ cookie: 'a=b; ortskern_staff=plain; __Host-ortskern_staff=abc.def%3D' });
  expect(readSessionToken(headers)).toBe('abc.def=');
  expect(readSessionToken(new Map([['ortskern_staff', 'plain']]))).toBe('plain');
  expect(readSessionToken(new Headers())).toBe(null);
});
