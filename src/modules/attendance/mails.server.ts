import { and, eq } from 'drizzle-orm';
import type { TownEvent } from '#modules/events';
import { spanInWords } from '#modules/events';
import { eventKind } from '#modules/events.server';
import { findDeskEntry } from '#modules/publishing.server';
import { linkToken } from '#platform/forms.server';
import { showDay, showPartialDate, showTime } from '#platform/formats';
import { createTranslator } from '#platform/i18n';
import type { Translator } from '#platform/i18n';
import type { Locale } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { calendarOf } from './calendar.server.ts';
import { toldDate } from './dates.server.ts';
import type { Letter, ToldChange } from './letters.server.ts';
import de from './messages/de.json' with { type: 'json' };
import easy from './messages/de-x-leicht.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import type { PlannedDate } from './model.ts';
import { signerOf } from './parts.server.ts';
import type { Parts } from './parts.server.ts';
import { findSignUp, waitingOf } from './rows.server.ts';
import type { SignUpRow } from './rows.server.ts';
import { date, follower, message } from './tables.server.ts';

type Mail = Parameters<Parts['mail']['send']>[0];
type SignUpLetter = Extract<Letter, { to: 'sign-up' }>;
type FollowerLetter = Extract<Letter, { to: 'follower' }>;

/** The mail of a letter, or null when there is nobody to write to, or nothing to say any more. */
export function writeLetter(parts: Parts, tenant: TenantScope, letter: Letter): Promise<Mail | null> {
  return letter.to === 'sign-up'
    ? writeToSignUp(parts, tenant, letter)
    : writeToFollower(parts, tenant, letter);
}

async function writeToSignUp(parts: Parts, tenant: TenantScope, letter: SignUpLetter): Promise<Mail | null> {
  const row = await tenant.read((store) => findSignUp(store, tenant, letter.id));
  if (!row?.email || isOutdated(letter, row)) return null;
  const about = await dateOf(tenant, row.dateId);
  if (!about) return null;
  const t = translator(row.language);
  const link = `${row.origin}/anmeldung/${linkToken(signerOf(parts), tenant.tenant.id, row.id)}`;
  const { event, planned } = about;
  const values = {
    town: tenant.tenant.name,
    event: event.title,
    when: whenOf(event, planned, t),
    seats: row.seats,
    position: letter.kind === 'waiting' || letter.kind === 'confirm' ? await positionOf(tenant, row) : 0,
    until: momentIn(row.state === 'offered' && row.answerBy ? row.answerBy : row.confirmBy, t),
  };
  const written = await messageOf(tenant, letter);
  const key = letter.kind === 'confirm' && row.state === 'waiting' ? 'confirm-waiting' : letter.kind;
  return {
    to: row.email,
    subject: written?.subject ?? subjectOf(t, key, letter.changes, values),
    text: [
      t('attendance.mail.hello', { name: row.name ?? '' }),
      ...(written ? [written.text] : textsOf(t, key, letter.changes, values, about)),
      factsOf(t, event, planned, row.seats),
      ...(letter.kind === 'ended' || letter.kind === 'removed'
        ? []
        : [`${t(`attendance.mail.link.${linkKindOf(key)}`)}\n${link}`]),
      t('attendance.mail.privacy', { day: showPartialDate(row.eraseOn, t.locale) }),
      tenant.tenant.name,
    ].join('\n\n'),
    ...(WITH_CALENDAR.includes(letter.kind) ? { calendar: calendarOf(event, planned, row.origin) } : {}),
  };
}

/** Letters that carry the entry for the reader's calendar: a changed date replaces the earlier one by its UID. */
const WITH_CALENDAR: readonly string[] = ['confirmed', 'changed'];

/** A letter that waited too long says nothing that is true no more. */
function isOutdated({ kind }: SignUpLetter, { state, confirmedAt }: SignUpRow): boolean {
  if (kind === 'confirm') return confirmedAt !== null || (state !== 'seat' && state !== 'waiting');
  if (kind === 'offered') return state !== 'offered';
  if (kind === 'waiting') return state !== 'waiting';
  return kind === 'confirmed' || kind === 'reminder' ? state !== 'seat' : false;
}

function linkKindOf(key: string): 'confirm' | 'offered' | 'own' {
  if (key === 'confirm' || key === 'confirm-waiting') return 'confirm';
  return key === 'offered' ? 'offered' : 'own';
}

async function writeToFollower(
  parts: Parts,
  tenant: TenantScope,
  letter: FollowerLetter,
): Promise<Mail | null> {
  const [row] = await tenant.read((store) =>
    store
      .select()
      .from(follower)
      .where(and(eq(follower.tenantId, tenant.tenant.id), eq(follower.id, letter.id))),
  );
  const dateId = letter.dateId ?? letter.changes?.[0]?.dateId;
  const event = row && (await findDeskEntry(tenant, eventKind, row.eventId));
  if (!row || !event) return null;
  const about = dateId ? await dateOf(tenant, dateId) : null;
  const planned = about?.planned ?? null;
  const t = translator(row.language);
  const link = `${row.origin}/merken/${linkToken(signerOf(parts), tenant.tenant.id, row.id)}`;
  const values = {
    town: tenant.tenant.name,
    event: event.title,
    when: planned ? whenOf(event, planned, t) : spanInWords(event.details, t.locale),
    until: momentIn(row.confirmBy, t),
  };
  const isFirst = letter.kind === 'follow-confirm';
  return {
    to: row.email,
    subject: subjectOf(t, letter.kind, letter.changes, values),
    text: [
      t('attendance.mail.hello.nameless'),
      ...textsOf(t, letter.kind, letter.changes, values, { event, planned }),
      ...(planned ? [factsOf(t, event, planned)] : []),
      `${t('attendance.mail.event')}\n${row.origin}/veranstaltungen/${event.slug}`,
      `${t(`attendance.mail.link.${isFirst ? 'follow-confirm' : 'unfollow'}`)}\n${link}`,
      tenant.tenant.name,
    ].join('\n\n'),
    ...(isFirst ? {} : { unsubscribeUrl: `${link}/abmelden` }),
  };
}

interface About {
  event: TownEvent;
  planned: PlannedDate | null;
}

function subjectOf(
  t: Translator,
  key: string,
  changes: readonly ToldChange[] | undefined,
  values: Record<string, string | number>,
): string {
  if (!changes) return t(`attendance.mail.${key}.subject`, values);
  const [first] = changes;
  return changes.length > 1
    ? t('attendance.mail.changes.subject', values)
    : t(`attendance.mail.${first!.change}.subject`, values);
}

function textsOf(
  t: Translator,
  key: string,
  changes: readonly ToldChange[] | undefined,
  values: Record<string, string | number>,
  { event, planned }: About,
): string[] {
  if (!changes) return [t(`attendance.mail.${key}.text`, values)];
  const shown = changes.slice(0, 10).map(({ change, before }) => {
    const startsAt = new Date(before.startsAt);
    return t(`attendance.mail.${change}.text`, {
      ...values,
      before: event.details.allDay ? showDay(startsAt, t.locale) : momentIn(startsAt, t),
      venue: planned?.venue ?? '',
    });
  });
  return changes.length > shown.length
    ? [...shown, t('attendance.mail.changes.more', { count: changes.length - shown.length })]
    : shown;
}

function factsOf(t: Translator, event: TownEvent, planned: PlannedDate, seats?: number): string {
  const lines = [
    event.title,
    whenOf(event, planned, t),
    [planned.venue, event.details.street].filter(Boolean).join(', '),
    seats ? t('attendance.seats', { count: seats }) : '',
  ];
  return lines
    .filter(Boolean)
    .map((line) => `> ${line}`)
    .join('\n');
}

function whenOf(event: TownEvent, planned: PlannedDate, t: Translator): string {
  const { startsAt, endsAt } = planned;
  return spanInWords({ startsAt, endsAt, allDay: event.details.allDay }, t.locale);
}

function momentIn(instant: Date, t: Translator): string {
  return t('attendance.moment', {
    day: showDay(instant, t.locale),
    time: showTime(instant, t.locale),
  });
}

async function dateOf(
  tenant: TenantScope,
  dateId: string,
): Promise<{ event: TownEvent; planned: PlannedDate } | null> {
  const [row] = await tenant.read((store) =>
    store
      .select()
      .from(date)
      .where(and(eq(date.tenantId, tenant.tenant.id), eq(date.id, dateId))),
  );
  const event = row && (await findDeskEntry(tenant, eventKind, row.eventId));
  return event ? { event, planned: toldDate(row) } : null;
}

async function positionOf(tenant: TenantScope, row: SignUpRow): Promise<number> {
  const waiting = await tenant.read((store) => waitingOf(store, tenant, row.dateId));
  return waiting.findIndex(({ id }) => id === row.id) + 1;
}

async function messageOf(
  tenant: TenantScope,
  { kind, messageId }: SignUpLetter,
): Promise<{ subject: string; text: string } | null> {
  if (kind !== 'message' || !messageId) return null;
  const [row] = await tenant.read((store) =>
    store
      .select({ subject: message.subject, text: message.text })
      .from(message)
      .where(and(eq(message.tenantId, tenant.tenant.id), eq(message.id, messageId))),
  );
  return row ?? null;
}

function translator(locale: string): Translator {
  return createTranslator({ de, en, 'de-x-leicht': easy }, locale as Locale);
}
