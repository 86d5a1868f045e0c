import * as v from 'valibot';

/** A member of staff with an open session in one town. */
export interface StaffSession {
  userId: string;
  name: string;
  email: string;
  /** Keys of the roles held in this town. */
  roles: string[];
  /** What the roles allow here; empty while a second factor is still to be set up. */
  permissions: string[];
  sessionId: string;
  tenantId: string;
  hasSecondFactor: boolean;
  /** A role demands a second factor and the person has none yet. */
  needsSecondFactor: boolean;
  openedAt: Date;
  expiresAt: Date;
}

/** A session just opened: the value for the cookie, and until when it can last. */
export interface OpenedSession {
  token: string;
  expiresAt: Date;
}

/** The password was right; either the door is open or a second factor is asked for. */
export type SignedIn =
  { step: 'open'; session: OpenedSession } | { step: 'second-factor'; challenge: string };

/** One line of a person's list of open sessions. */
export interface SessionLine {
  id: string;
  userAgent: string;
  openedAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
}

export interface Role {
  id: string;
  key: string;
  name: string;
  permissions: string[];
}

/** Someone who works for the town. */
export interface Person {
  userId: string;
  name: string;
  email: string;
  roles: string[];
  hasSecondFactor: boolean;
  since: Date;
  disabledAt: Date | null;
}

export interface Invitation {
  id: string;
  email: string;
  name: string;
  roles: string[];
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
}

/** What the page of an invitation shows before it is accepted. */
export interface OpenInvitation {
  name: string;
  /** Empty when the person may name an address of their own (first administrator). */
  email: string;
  /** The address already has an account, so its password is asked for instead of a new one. */
  hasAccount: boolean;
}

/** Input of a form that was typed and not yet saved. */
export interface UnsavedInput {
  input: Record<string, string | string[]>;
  savedAt: Date;
}

export const emailAddress = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(200, 'email-not-understood'),
  v.email('email-not-understood'),
);

export const personName = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'name-missing'),
  v.maxLength(120, 'name-too-long'),
);

export const invitationDraft = v.object({
  email: emailAddress,
  name: personName,
  roles: v.pipe(v.array(v.string()), v.minLength(1, 'role-missing'), v.maxLength(20)),
});
export type InvitationDraft = v.InferInput<typeof invitationDraft>;

/** A role as the desk's form gives it. */
export const roleDraft = v.object({
  name: personName,
  permissions: v.pipe(v.array(v.string()), v.maxLength(200)),
});
export type RoleDraft = v.InferInput<typeof roleDraft>;

/** Anything cookies can be read from: SvelteKit's `cookies` or the headers of a request. */
export type CookieReader = { get(name: string): string | null | undefined };

export const IDLE_MINUTES = 30;
export const SESSION_HOURS = 12;
export const INVITATION_HOURS = 72;
export const RESET_MINUTES = 60;
export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 256;
