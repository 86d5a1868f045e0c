export * from './model.ts';
export { challengeCookie, expiredCookies, readChallenge, sessionCookie } from './cookies.ts';
export type { CookieToSet } from './cookies.ts';
export { defaultRoles, GRANTABLE_PERMISSIONS, KNOWN_PERMISSIONS } from './permissions.ts';
export { linkOrigin, returnPath } from './rules.ts';
