import { COMMON_ROOTS } from './common-passwords.ts';
import { IDLE_MINUTES, PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './model.ts';
import { ROLES_WITH_SECOND_FACTOR } from './permissions.ts';

export type PasswordFault = 'password-too-short' | 'password-too-long' | 'password-common';

/**
 * Why a password will not do, or null.
 * @param about words an attacker tries first for this person: name, address, town.
 */
export function passwordFault(password: string, about: readonly string[] = []): PasswordFault | null {
  if ([...password].length < PASSWORD_MIN_LENGTH) return 'password-too-short';
  if (password.length > PASSWORD_MAX_LENGTH) return 'password-too-long';
  return isCommon(password, about) ? 'password-common' : null;
}

// Most leaked passwords of twelve characters are one or two everyday words, dressed with digits and signs. So the dress
// comes off first; a list of whole passwords would have to hold every year and every exclamation mark.
function isCommon(password: string, about: readonly string[]): boolean {
  const plain = fold(password);
  if (isMonotonous(plain)) return true;
  const own = about.flatMap((text) => fold(text).split(/[^a-z]+/)).filter((word) => word.length >= 4);
  const roots = new Set([...COMMON_ROOTS, ...own]);
  return [plain, unmask(plain)].some((text) => {
    const letters = text.replace(/[^a-z]/g, '');
    return letters.length < 4 || isMadeOf(letters, roots, 2);
  });
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

const MASKS: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** `p4ssw0rt2024` → `passwort`: digits at the end are dress, inside a word they are letters. */
function unmask(text: string): string {
  return text.replace(/[^a-z@$]+$/, '').replace(/[0134578@$!]/g, (sign) => MASKS[sign] ?? sign);
}

/** Few different characters, one piece over and over, or a walk along alphabet or number row. */
function isMonotonous(text: string): boolean {
  if (new Set(text).size < 5) return true;
  if (/^(.{1,4})\1+.{0,3}$/s.test(text)) return true;
  let steps = 0;
  for (let i = 1; i < text.length; i++) {
    const step = text.charCodeAt(i) - text.charCodeAt(i - 1);
    if (step === 1 || step === -1) steps++;
  }
  return steps >= text.length - 3;
}

function isMadeOf(letters: string, roots: ReadonlySet<string>, atMost: number): boolean {
  if (letters === '') return true;
  if (atMost === 0) return false;
  for (let end = letters.length; end >= 3; end--) {
    if (roots.has(letters.slice(0, end)) && isMadeOf(letters.slice(end), roots, atMost - 1)) return true;
  }
  return false;
}

/** Whether a session has rested too long or reached its end. */
export function isOver(session: { lastSeenAt: Date; expiresAt: Date }, now: Date): boolean {
  return now >= session.expiresAt || now.getTime() - session.lastSeenAt.getTime() > IDLE_MINUTES * 60_000;
}

export function needsSecondFactor(roles: readonly string[], hasSecondFactor: boolean): boolean {
  return !hasSecondFactor && roles.some((role) => ROLES_WITH_SECOND_FACTOR.includes(role));
}

/** Where to go after signing in: a page of this desk, never another site. */
export function returnPath(wanted: string | null | undefined, fallback = '/verwaltung'): string {
  // eslint-disable-next-line no-control-regex -- browsers drop control characters, so `/\t/evil` is `//evil` to them
  if (!wanted || /[\\\u0000-\u001f]/.test(wanted) || !wanted.startsWith('/verwaltung')) return fallback;
  const url = URL.parse(wanted, 'http://desk.invalid');
  const isLocal = url?.host === 'desk.invalid' && /^\/verwaltung(\/|$)/.test(url.pathname);
  return isLocal ? url.pathname + url.search : fallback;
}

/** The address links in mails begin with: only a host that is the town's own, whatever the request claimed. */
export function linkOrigin(request: URL, domains: readonly string[]): string {
  const { hostname, origin } = request;
  if (domains.includes(hostname) || hostname === 'localhost' || hostname.endsWith('.localhost'))
    return origin;
  return domains[0] ? `https://${domains[0]}` : origin;
}

interface OfferedRole {
  id: string;
  permissions: readonly string[];
  /** Rights this role has been offered so far, whether it holds them or not. */
  offered: readonly string[];
}

/** A role with the rights that came since it was last looked at, or null when there are none. */
export function withNewRights(
  role: OfferedRole,
  wanted: readonly string[],
  known: readonly string[],
): { id: string; permissions: string[]; offered: string[] } | null {
  const fresh = known.filter((right) => !role.offered.includes(right));
  if (fresh.length === 0) return null;
  const gained = fresh.filter((right) => wanted.includes(right) && !role.permissions.includes(right));
  return {
    id: role.id,
    permissions: [...role.permissions, ...gained],
    offered: [...role.offered, ...fresh],
  };
}

/** The key of a new role: its name in plain letters, with a letter behind it when another role has it already. */
export function roleKeyOf(name: string, taken: readonly string[]): string {
  const plain = fold(name)
    .replace(/[^a-z]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '');
  const key = plain || 'rolle';
  for (let turn = 0; ; turn++) {
    const candidate = turn === 0 ? key : `${key}-${lettersOf(turn)}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

/** 1 → a, 26 → z, 27 → aa: keys of roles hold letters only. */
function lettersOf(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(97 + ((number - 1) % 26));
}
