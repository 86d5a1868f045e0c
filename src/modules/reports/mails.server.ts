import { and, eq } from 'drizzle-orm';
import { readTown } from '#modules/tenancy.server';
import type { Town } from '#modules/tenancy';
import { showPartialDate } from '#platform/formats';
import { createTranslator } from '#platform/i18n';
import type { Translator } from '#platform/i18n';
import type { Locale } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import type { Letter } from './letters.server.ts';
import de from './messages/de.json' with { type: 'json' };
import easy from './messages/de-x-leicht.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import type { PublicReport, PublicStep } from './model.ts';
import type { Parts } from './parts.server.ts';
import { sayStep, titleOf } from './presenting.ts';
import { isClosedStatus } from './rules.ts';
import { categoryOf, loadSteps, ofTenant, toPublicReport, withCategory } from './rows.server.ts';
import type { ReportRow } from './rows.server.ts';
import { loadSettings } from './queries/configuration.server.ts';
import { tokenOf } from './secrets.server.ts';
import { body, category, follower, referral, report } from './tables.server.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  replyTo?: string;
}

interface About {
  parts: Parts;
  tenant: TenantScope;
  letter: Letter;
  town: Town;
  origin: string;
  row: ReportRow;
  shown: PublicReport;
  steps: Awaited<ReturnType<typeof loadSteps>>;
}

/** The mail of a letter, or null when there is nobody (any more) to write to. */
export async function writeLetter(parts: Parts, tenant: TenantScope, letter: Letter): Promise<Mail | null> {
  const town = await readTown(tenant);
  const found = await tenant.read(async (store) => {
    const [one] = await store
      .select(withCategory)
      .from(report)
      .innerJoin(category, categoryOf)
      .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.id, letter.reportId)))
      .limit(1);
    return one && { ...one, steps: await loadSteps(store, tenant, letter.reportId) };
  });
  if (!found) return null;
  const { row, of, steps } = found;
  const origin = await originOf(tenant, letter.origin);
  const about = { parts, tenant, letter, town, origin, row, steps, shown: toPublicReport(row, of, []) };
  return WRITERS[letter.kind](about);
}

/** Where links begin: as the form was reached, else at the town's own address. */
export async function originOf(tenant: TenantScope, origin: string): Promise<string> {
  if (origin) return origin;
  const [domain] = (await readTown(tenant)).domains;
  return domain ? `https://${domain}` : '';
}

const WRITERS: Record<Letter['kind'], (about: About) => Promise<Mail | null> | Mail | null> = {
  receipt,
  step: toWhoFollows,
  'confirm-follow': confirmFollow,
  referral: toBody,
  'referral-ended': toBody,
  'to-office': toOffice,
  'to-colleague': toOffice,
  'reporter-wrote': toOffice,
  'body-wrote': toOffice,
};

/** Thanks, the link, and where mails are wanted the question whether the address is theirs. */
async function receipt(about: About): Promise<Mail | null> {
  const { tenant, row, town } = about;
  if (!row.contactEmail) return null;
  const { contactDays } = await tenant.read((store) => loadSettings(store, tenant));
  const t = translator(row.language);
  const values = { town: town.name, number: row.number };
  const day = showPartialDate(row.contactUntil, t.locale);
  return {
    to: row.contactEmail,
    subject: t('reports.mail.receipt.subject', values),
    text: lines(
      hello(t, row.contactName),
      t('reports.mail.receipt.text', values),
      `${titleOf(about.shown, t.locale)}\n${quoted(row.text)}`,
      row.confirmHash && `${t('reports.mail.confirm')}\n${confirmLink(about, 'confirm-report', row.id)}`,
      `${t('reports.mail.own-link')}\n${ownLink(about)}`,
      t('reports.mail.privacy', { day, days: contactDays }),
      town.name,
    ),
  };
}

/** What happened, to the reporter or to somebody who follows; at the end the reporter is asked whether it is done. */
async function toWhoFollows(about: About): Promise<Mail | null> {
  const { letter, row, town, steps } = about;
  const taken = steps.find(({ number }) => number === letter.step);
  const reader = letter.followerId ? await findFollower(about) : await findReporter(about);
  if (!reader || !taken) return null;
  const t = translator(reader.language);
  const step: Pick<PublicStep, 'kind' | 'status' | 'body'> = {
    ...taken,
    body: taken.bodyName ? { name: taken.bodyName, level: 'other' } : null,
  };
  // Only whoever reported this very thing is asked whether it is done.
  const isAsked =
    taken.status !== null && isClosedStatus(taken.status) && !letter.followerId && !letter.readerReportId;
  return {
    to: reader.email,
    subject: t('reports.mail.step.subject', { number: row.number, step: sayStep(t, step) }),
    text: lines(
      hello(t, reader.name),
      t('reports.mail.step.text', { number: row.number, title: titleOf(about.shown, t.locale) }),
      sayStep(t, step),
      taken.text && quoted(taken.text),
      isAsked && `${t('reports.mail.is-done')}\n${ownLink(about)}`,
      !isAsked && `${t('reports.mail.see')}\n${reader.link}`,
      letter.followerId && `${t('reports.mail.unfollow')}\n${reader.endLink}`,
      town.name,
    ),
  };
}

async function loadRow(tenant: TenantScope, id: string): Promise<ReportRow | undefined> {
  const [row] = await tenant.read((store) =>
    store.select().from(report).where(ofTenant(tenant, id)).limit(1),
  );
  return row;
}

interface Reader {
  email: string;
  name: string | null;
  language: string;
  link: string;
  endLink: string;
}

/** The reporter, of this report or of one that was merged into it. */
async function findReporter(about: About): Promise<Reader | null> {
  const { tenant, letter } = about;
  const row = letter.readerReportId ? await loadRow(tenant, letter.readerReportId) : about.row;
  if (!row) return null;
  const { contactEmail, contactName, wantsMail, emailConfirmedAt, language } = row;
  if (!contactEmail || !wantsMail || !emailConfirmedAt) return null;
  const link = ownLink({ ...about, row });
  return { email: contactEmail, name: contactName, language, link, endLink: link };
}

async function findFollower({ parts, tenant, letter, row, origin }: About): Promise<Reader | null> {
  const [found] = await tenant.read((store) =>
    store
      .select()
      .from(follower)
      .where(and(eq(follower.tenantId, tenant.tenant.id), eq(follower.id, letter.followerId!)))
      .limit(1),
  );
  if (!found?.email || !found.confirmedAt) return null;
  const token = tokenOf(parts.secret, tenant.tenant.id, 'follower', found.id);
  return {
    email: found.email,
    name: null,
    language: found.language,
    link: `${origin}/meldungen/${row.number}`,
    endLink: `${origin}/meldung/abbestellen/${token}`,
  };
}

async function confirmFollow(about: About): Promise<Mail | null> {
  const { tenant, letter, row, town } = about;
  const [found] = await tenant.read((store) =>
    store
      .select()
      .from(follower)
      .where(and(eq(follower.tenantId, tenant.tenant.id), eq(follower.id, letter.followerId!)))
      .limit(1),
  );
  if (!found?.email || !found.confirmHash) return null;
  const t = translator(found.language);
  return {
    to: found.email,
    subject: t('reports.mail.follow.subject', { number: row.number }),
    text: lines(
      t('reports.mail.hello'),
      t('reports.mail.follow.text', {
        number: row.number,
        title: titleOf(about.shown, t.locale),
        town: town.name,
      }),
      `${t('reports.mail.confirm')}\n${confirmLink(about, 'confirm-follower', found.id)}`,
      t('reports.mail.follow.ignore'),
      town.name,
    ),
  };
}

/** To the body a report was passed on to: all it needs for the work, nothing of who reported it. */
async function toBody(about: About): Promise<Mail | null> {
  const { parts, tenant, letter, row, town, shown, origin } = about;
  const found = await tenant.read(async (store) => {
    const [one] = await store
      .select({ referral, body })
      .from(referral)
      .innerJoin(body, and(eq(body.tenantId, referral.tenantId), eq(body.id, referral.bodyId)))
      .where(and(eq(referral.tenantId, tenant.tenant.id), eq(referral.id, letter.referralId!)))
      .limit(1);
    return one && { ...one, settings: await loadSettings(store, tenant) };
  });
  if (!found?.body.email) return null;
  const t = translator('de');
  const link = `${origin}/weitergabe/${tokenOf(parts.secret, tenant.tenant.id, 'referral', found.referral.id)}`;
  const values = { town: town.name, number: row.number, title: titleOf(shown, 'de') };
  const { replyAddress } = found.settings;
  const reply = replyAddress ? { replyTo: tagged(replyAddress, found.referral.id) } : {};
  if (letter.kind === 'referral-ended')
    return {
      to: found.body.email,
      ...reply,
      subject: t('reports.mail.referral-ended.subject', values),
      text: lines(t('reports.mail.hello'), t('reports.mail.referral-ended.text', values), town.name),
    };
  if (found.referral.endedAt) return null;
  return {
    to: found.body.email,
    ...reply,
    subject: t('reports.mail.referral.subject', values),
    text: lines(
      t('reports.mail.hello'),
      t('reports.mail.referral.text', values),
      found.referral.message,
      quoted(row.text),
      shown.answers.map(({ question, text }) => `${question} ${text}`).join('\n'),
      placeLines(t, row),
      `${t('reports.mail.referral.link')}\n${link}`,
      t('reports.mail.referral.public'),
      town.name,
    ),
  };
}

/** Nothing of the reporter but the report: how to reach them stands at the desk, behind a sign-in. */
async function toOffice(about: About): Promise<Mail | null> {
  const { parts, tenant, letter, row, town, shown, origin, steps } = about;
  const colleague = row.assignedTo
    ? (await parts.listColleagues(tenant)).find(({ id }) => id === row.assignedTo)
    : undefined;
  const to = colleague?.email ?? (letter.kind === 'to-colleague' ? null : await officeOf(about));
  if (!to) return null;
  const t = translator('de');
  const values = {
    town: town.name,
    number: row.number,
    title: titleOf(shown, 'de'),
    day: showPartialDate(row.dueOn, 'de'),
  };
  const said = steps.find(({ number }) => number === letter.step)?.text;
  return {
    to,
    subject: t(`reports.mail.${letter.kind}.subject`, values),
    text: lines(
      t('reports.mail.hello'),
      t(`reports.mail.${letter.kind}.text`, values),
      t(`reports.kind.${row.kind}`),
      quoted(said || row.text),
      `${t('reports.mail.desk-link')}\n${origin}/verwaltung/meldungen/${row.id}`,
    ),
  };
}

/** The town's own office that has the report; others are written to only when it is passed on. */
async function officeOf({ tenant, row }: About): Promise<string | null> {
  if (!row.bodyId) return null;
  const [office] = await tenant.read((store) =>
    store
      .select({ email: body.email, level: body.level })
      .from(body)
      .where(and(eq(body.tenantId, tenant.tenant.id), eq(body.id, row.bodyId!)))
      .limit(1),
  );
  return office?.level === 'town' ? office.email : null;
}

function placeLines(t: Translator, row: ReportRow): string {
  const { address, locality, latitude, longitude } = row;
  return [
    [address, locality].filter(Boolean).join(', ') || t('reports.place.none'),
    latitude === null ? '' : `geo:${latitude},${longitude}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** `meldungen@stadt.de` → `meldungen+<id>@stadt.de`, so that an answer finds its report. */
function tagged(address: string, tag: string): string {
  return address.replace('@', `+${tag}@`);
}

function ownLink({ parts, tenant, origin, row }: About): string {
  return `${origin}/meldung/${tokenOf(parts.secret, tenant.tenant.id, 'report', row.id)}`;
}

function confirmLink(
  { parts, tenant, origin }: About,
  kind: 'confirm-report' | 'confirm-follower',
  id: string,
) {
  return `${origin}/meldung/bestaetigen/${tokenOf(parts.secret, tenant.tenant.id, kind, id)}`;
}

function hello(t: Translator, name: string | null): string {
  return name ? t('reports.mail.hello.name', { name }) : t('reports.mail.hello');
}

function lines(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

export function translator(locale: string): Translator {
  return createTranslator({ de, en, 'de-x-leicht': easy }, locale as Locale);
}
