import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { raiseEdition } from '#modules/publishing.server';
import { readTown } from '#modules/tenancy.server';
import type { Store } from '#platform/db.server';
import { newId } from '#platform/db';
import { addWorkingDays, civilDate, holidayCalendar } from '#platform/formats';
import type { State } from '#platform/formats';
import { checkForm, hashToken } from '#platform/forms.server';
import type { FormRefusal } from '#platform/forms.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { reportDraft } from '../drafts.ts';
import type { ReportDraft, ReportSettings } from '../drafts.ts';
import { post } from '../letters.server.ts';
import type { Answer, Body, Category, ReportSource } from '../model.ts';
import type { Parts } from '../parts.server.ts';
import { forgetFiles, keepPhotos, photoRows } from '../photos.server.ts';
import type { KeptPicture, PhotoRefusal } from '../photos.server.ts';
import { findCategory, loadBodies, loadSettings } from '../queries/configuration.server.ts';
import { chooseBody, deletionOf, readAnswers } from '../rules.ts';
import { takeStep } from '../rows.server.ts';
import type { ReportRow } from '../rows.server.ts';
import { signerOf, tokenOf } from '../secrets.server.ts';
import { counter, photo, report } from '../tables.server.ts';

export interface ReportWish {
  /** The fields of the form by name: see `reportDraft`; answers to questions as `frage.<code>`. */
  fields: Record<string, unknown>;
  /** Pictures as they came, at most five. */
  photos?: readonly Uint8Array[];
  /**
   * Made by the form or the offline queue, once a report: the same key again answers with the same report and link,
   * however often and however much at once it comes.
   */
  idempotencyKey: string;
  /** What the form was shown with (`issueTicket`). */
  ticket?: string;
  /** A field no person sees; only a machine fills it in. */
  decoy?: string;
  /** Where links in mails begin. */
  origin: string;
  /** Reports of other systems and of the desk come without a ticket. */
  from?: { source: Exclude<ReportSource, 'form'>; name: string };
  /** Example reports of a demo say so. */
  isExample?: boolean;
}

export type ReportRefusal = 'invalid' | FormRefusal | PhotoRefusal;

export interface CreatedReport {
  id: string;
  number: number;
  /** The secret of the reporter's page `/meldung/<link>`. */
  link: string;
  isPublic: boolean;
  /** The same report had come before. */
  isRepeated: boolean;
}

/**
 * Checks what somebody wrote without keeping anything: for a preview, and field by field. Whoever takes a report by
 * telephone need not ask every question.
 */
export async function checkReport(
  tenant: TenantScope,
  fields: Record<string, unknown>,
  wish: { lacksAnswers?: boolean } = {},
): Promise<Outcome<{ draft: ReportDraft; category: Category; answers: Answer[] }, 'invalid'>> {
  const checked = v.safeParse(reportDraft, fields);
  const faults = checked.success ? {} : faultsOf(checked.issues);
  const key = typeof fields.category === 'string' ? fields.category.trim() : '';
  const category = key ? await findCategory(tenant, key) : null;
  if (!category) faults.category ??= 'reports.fault.category';
  const read = category ? readAnswers(category.questions, givenAnswers(fields)) : { answers: [], faults: {} };
  if (!wish.lacksAnswers) Object.assign(faults, read.faults);
  if (!checked.success || !category || Object.keys(faults).length > 0)
    return refuse('invalid', { fields: faults });
  const [onlyKind] = category.kinds;
  const kind = category.kinds.includes(checked.output.kind) ? checked.output.kind : onlyKind!;
  return done({ draft: { ...checked.output, kind }, category, answers: read.answers });
}

/** Takes a report in. The same idempotency key again changes nothing and answers with the same report. */
export async function createReport(
  parts: Parts,
  tenant: TenantScope,
  wish: ReportWish,
): Promise<Outcome<CreatedReport, ReportRefusal>> {
  const sent = checkSender(parts, tenant, wish);
  if (!sent.ok) return sent;
  if (!/^[\w.:-]{16,200}$/.test(wish.idempotencyKey)) return refuse('not-accepted');
  const first = await findByKey(parts, tenant, wish.idempotencyKey);
  if (first) return done(first);
  const checked = await checkReport(tenant, wish.fields, { lacksAnswers: wish.from?.source === 'desk' });
  if (!checked.ok) return checked;
  const kept = await keepPhotos(parts, tenant, wish.photos ?? []);
  if (!kept.ok) return kept;

  const keys = kept.value.map(({ key }) => key);
  try {
    const written = await writeReport(parts, tenant, wish, { ...checked.value, pictures: kept.value });
    if (written.isRepeated) await forgetFiles(parts, keys);
    return done(written);
  } catch (error) {
    await forgetFiles(parts, keys);
    throw error;
  }
}

type Checked = Pick<Arrived, 'draft' | 'category' | 'answers'> & { pictures: readonly KeptPicture[] };

async function writeReport(
  parts: Parts,
  tenant: TenantScope,
  wish: ReportWish,
  { pictures, ...checked }: Checked,
): Promise<CreatedReport> {
  const { state } = await readTown(tenant);
  return tenant.write(async (store) => {
    const number = await nextNumber(store, tenant);
    const again = await loadByKey(store, tenant, wish.idempotencyKey);
    if (again) return created(parts, again, true);
    const settings = await loadSettings(store, tenant);
    const body = chooseBody(checked.category, await loadBodies(store, tenant), checked.draft);
    const row = rowOf(parts, tenant, wish, { ...checked, settings, body, number, state });
    await write(store, tenant, row, wish);
    const photos = photoRows(tenant, row.id, pictures, { visibility: row.visibility, stepNumber: null });
    if (photos.length > 0) await store.insert(photo).values(photos);
    return created(parts, row, false);
  });
}

/** A report kept on a phone without network may come weeks after its form was shown. */
const ON_THE_WAY_MS = 30 * 24 * 3_600_000;

function checkSender({ secret }: Parts, tenant: TenantScope, { from, ticket = '', decoy = '' }: ReportWish) {
  if (from) return done(null);
  return checkForm(signerOf(secret), tenant, { ticket, decoy, untilMs: ON_THE_WAY_MS });
}

/** Reports of a town are taken in one after the other: numbers have no gaps, and a key is looked up in peace. */
async function nextNumber(store: Store, tenant: TenantScope): Promise<number> {
  const [row] = await store
    .insert(counter)
    .values({ tenantId: tenant.tenant.id, lastNumber: 0 })
    .onConflictDoUpdate({ target: counter.tenantId, set: { lastNumber: sql`${counter.lastNumber}` } })
    .returning();
  return row!.lastNumber + 1;
}

async function write(store: Store, tenant: TenantScope, row: ReportRow, wish: ReportWish): Promise<void> {
  await store.update(counter).set({ lastNumber: row.number }).where(eq(counter.tenantId, tenant.tenant.id));
  await store.insert(report).values(row);
  await takeStep(store, tenant, row, {
    kind: 'received',
    status: 'received',
    body: { name: row.bodyName, level: row.bodyLevel },
    actorName: wish.from?.name ?? '',
  });
  if (row.contactEmail && !row.isExample)
    await post(store, tenant, { reportId: row.id, kind: 'receipt', origin: wish.origin });
  if (!row.isExample) await post(store, tenant, { reportId: row.id, kind: 'to-office', origin: wish.origin });
  if (row.visibility === 'public') await raiseEdition(store, tenant);
}

interface Arrived {
  draft: ReportDraft;
  category: Category;
  answers: Answer[];
  settings: ReportSettings;
  body: Body | null;
  number: number;
  state: string;
}

function rowOf(parts: Parts, tenant: TenantScope, wish: ReportWish, arrived: Arrived): ReportRow {
  const { draft, category, answers, settings, body, number } = arrived;
  const id = newId();
  const now = tenant.now();
  const today = civilDate(now);
  const isPublic = !settings.isCheckedFirst;
  const token = (kind: 'report' | 'confirm-report') =>
    hashToken(tokenOf(parts.secret, tenant.tenant.id, kind, id));
  return {
    tenantId: tenant.tenant.id,
    id,
    number,
    idempotencyKey: wish.idempotencyKey,
    tokenHash: token('report'),
    confirmHash: draft.wantsMail ? token('confirm-report') : null,
    kind: draft.kind,
    categoryId: category.id,
    text: draft.text,
    originalText: null,
    originalUntil: null,
    answers,
    address: draft.address,
    locality: draft.locality,
    latitude: draft.latitude,
    longitude: draft.longitude,
    status: 'received',
    visibility: isPublic ? 'public' : 'waiting',
    publishedAt: isPublic ? now : null,
    source: wish.from?.source ?? 'form',
    sourceName: wish.from?.name ?? '',
    language: tenant.locale,
    contactName: draft.name || null,
    contactEmail: draft.email || null,
    contactPhone: draft.phone || null,
    wantsMail: draft.wantsMail,
    emailConfirmedAt: null,
    bodyId: body?.id ?? null,
    bodyName: body?.name ?? tenant.tenant.name,
    bodyLevel: body?.level ?? 'town',
    bodySince: now,
    assignedTo: null,
    assignedName: null,
    receivedAt: now,
    updatedAt: now,
    dueOn: addWorkingDays(today, category.dueDays, holidayCalendar(arrived.state as State)),
    closedAt: null,
    verdict: null,
    verdictAt: null,
    reopenedCount: 0,
    followerCount: 0,
    mergedInto: null,
    ...deletionOf({ receivedOn: today, closedOn: null }, settings),
    contactErasedAt: null,
    isExample: wish.isExample ?? false,
  };
}

function findByKey(parts: Parts, tenant: TenantScope, key: string): Promise<CreatedReport | null> {
  return tenant.read(async (store) => {
    const row = await loadByKey(store, tenant, key);
    return row ? created(parts, row, true) : null;
  });
}

async function loadByKey(store: Store, tenant: TenantScope, key: string): Promise<ReportRow | null> {
  const [row] = await store
    .select()
    .from(report)
    .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.idempotencyKey, key)))
    .limit(1);
  return row ?? null;
}

function created(parts: Parts, row: ReportRow, isRepeated: boolean): CreatedReport {
  return {
    id: row.id,
    number: row.number,
    link: tokenOf(parts.secret, row.tenantId, 'report', row.id),
    isPublic: row.visibility === 'public',
    isRepeated,
  };
}

function givenAnswers(fields: Record<string, unknown>): Record<string, string[]> {
  const given: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith('frage.')) continue;
    given[name.slice('frage.'.length)] = (Array.isArray(value) ? value : [value]).filter(
      (one): one is string => typeof one === 'string',
    );
  }
  return given;
}

export function faultsOf(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues) fields[String(issue.path?.[0]?.key ?? 'form')] ??= issue.message;
  return fields;
}
