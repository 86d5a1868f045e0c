import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { readTown } from '#modules/tenancy.server';
import { recordAudit } from '#platform/audit.server';
import type { Store } from '#platform/db.server';
import { checkForm, hashToken } from '#platform/forms.server';
import type { FormRefusal } from '#platform/forms.server';
import { civilDate, holidayCalendar } from '#platform/formats';
import type { State } from '#platform/formats';
import { announce } from '#platform/jobs.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { inquiryDraft, TEXT_MAX } from '../model.ts';
import type { Inquiry, InquiryDraft } from '../model.ts';
import type { Parts } from '../parts.server.ts';
import { chooseOffice, dueOn, eraseOn, mayReply, topicOf } from '../rules.ts';
import { lockInquiry, takeStep, toInquiry } from '../rows.server.ts';
import type { InquiryRow } from '../rows.server.ts';
import { signerOf, tokenOf } from '../secrets.server.ts';
import { inquiry, step } from '../tables.server.ts';
import { LETTER } from '../mails.server.ts';
import type { Letter, LetterKind } from '../mails.server.ts';

export type HandOverRefusal = 'invalid' | FormRefusal;

export interface HandOverWish {
  fields: Record<string, unknown>;
  /** What the form was shown with. */
  ticket: string;
  /** A field no person sees; only a machine fills it in. */
  decoy: string;
  /** Where links in mails begin. */
  origin: string;
}

/** Checks what the asker wrote without keeping anything, and says to whom it would go and until when they answer. */
export async function previewInquiry(
  tenant: TenantScope,
  fields: Record<string, unknown>,
): Promise<Outcome<{ draft: InquiryDraft; office: FittingOffice }, 'invalid'>> {
  const checked = v.safeParse(inquiryDraft, fields);
  if (!checked.success) return refuse('invalid', { fields: faultsOf(checked.issues) });
  return done({ draft: checked.output, office: await findOffice(tenant, checked.output) });
}

/** Hands a question to a person. The same form sent again changes nothing and answers with the same link. */
export async function handOver(
  parts: Parts,
  tenant: TenantScope,
  wish: HandOverWish,
): Promise<Outcome<{ token: string; inquiry: Inquiry }, HandOverRefusal>> {
  const form = checkForm(signerOf(parts.secret), tenant, wish);
  if (!form.ok) return form;
  const { id } = form.value;
  const checked = await previewInquiry(tenant, wish.fields);
  if (!checked.ok) return checked;

  const { draft, office } = checked.value;
  const token = tokenOf(parts.secret, tenant.tenant.id, id);
  const receivedOn = civilDate(tenant.now());
  return tenant.write(async (store) => {
    const row: InquiryRow = {
      ...emptyRow(tenant, id),
      ...wordsOf(draft, tenant),
      tokenHash: hashToken(token),
      ...office,
      eraseOn: eraseOn(receivedOn, null),
    };
    const created = await store.insert(inquiry).values(row).onConflictDoNothing().returning();
    if (created.length === 0) {
      const first = await lockInquiry(store, tenant, id);
      return done({ token, inquiry: toInquiry(first ?? row) });
    }
    await takeStep(store, tenant, row, { kind: 'received', actorName: '' });
    await post(store, tenant, row.id, 'receipt', wish.origin);
    await post(store, tenant, row.id, 'to-office', wish.origin);
    return done({ token, inquiry: toInquiry(row) });
  });
}

export interface FittingOffice {
  role: string;
  topic: string;
  dueOn: string;
}

/** Who would answer a question, and until when. */
export async function findOffice(
  tenant: TenantScope,
  wish: Pick<InquiryDraft, 'role' | 'question' | 'audience'>,
): Promise<FittingOffice> {
  const { name, state, settings } = await readTown(tenant);
  const { role, question, audience } = wish;
  const defaultRole = settings.defaultContactRole;
  const office = chooseOffice(settings.contacts, { role, question, audience, defaultRole });
  return {
    role: office?.role ?? name,
    topic: office ? topicOf(office, question) : '',
    dueOn: dueOn(civilDate(tenant.now()), holidayCalendar(state as State)),
  };
}

function emptyRow(tenant: TenantScope, id: string) {
  const now = tenant.now();
  return {
    tenantId: tenant.tenant.id,
    id,
    state: 'new' as const,
    assignedTo: null,
    assignedName: null,
    consentedAt: now,
    receivedAt: now,
    repliedAt: null,
    answeredAt: null,
    closedAt: null,
    erasedAt: null,
    articleId: null,
  };
}

/** Only the way back that was chosen is kept. */
function wordsOf(draft: InquiryDraft, tenant: TenantScope) {
  const { question, details, audience, channel, name, email, phone, when } = draft;
  const byPhone = channel === 'phone';
  return {
    question,
    details,
    audience,
    channel,
    language: tenant.locale,
    contactName: name || null,
    contactEmail: byPhone ? null : email,
    contactPhone: byPhone ? phone : null,
    contactWhen: (byPhone && when) || null,
  };
}

export type AskerRefusal = 'unknown' | 'wrong-state' | 'invalid';

/** The asker's one further question. The inquiry is open again and due anew. */
export async function replyToAnswer(
  parts: Parts,
  tenant: TenantScope,
  reply: { token: string; text: string; origin: string },
): Promise<Outcome<null, AskerRefusal>> {
  const text = reply.text.trim();
  if (text.length < 3) return refuse('invalid', { fields: { text: 'handover.fault.text' } });
  if (text.length > TEXT_MAX) return refuse('invalid', { fields: { text: 'handover.fault.too-long' } });
  const { state } = await readTown(tenant);

  return tenant.write(async (store) => {
    const row = await lockByToken(store, tenant, reply.token);
    if (!row) return refuse('unknown');
    if (!mayReply(row)) return refuse('wrong-state');
    const now = tenant.now();
    await takeStep(
      store,
      tenant,
      row,
      { kind: 'replied', text, actorName: '' },
      {
        state: row.assignedTo ? 'assigned' : 'new',
        repliedAt: now,
        dueOn: dueOn(civilDate(now), holidayCalendar(state as State)),
        eraseOn: eraseOn(civilDate(row.receivedAt), null),
      },
    );
    await post(store, tenant, row.id, 'reply-to-office', reply.origin);
    return done(null);
  });
}

/** The asker takes their data back: contact, link and words go at once; a nameless rest stays for the desk's figures. */
export async function eraseOwnData(
  parts: Parts,
  tenant: TenantScope,
  token: string,
): Promise<Outcome<null, 'unknown'>> {
  return tenant.write(async (store) => {
    const row = await lockByToken(store, tenant, token);
    if (!row) return refuse('unknown');
    await eraseRow(parts, store, tenant, row);
    return done(null);
  });
}

/** Takes out of an inquiry everything that could say who asked. An open one is closed: nobody could be answered. */
export async function eraseRow(
  parts: Pick<Parts, 'redact'>,
  store: Store,
  tenant: TenantScope,
  row: InquiryRow,
): Promise<void> {
  const now = tenant.now();
  await store
    .update(step)
    .set({ text: '' })
    .where(and(eq(step.tenantId, tenant.tenant.id), eq(step.inquiryId, row.id)));
  await takeStep(
    store,
    tenant,
    row,
    { kind: 'erased', actorName: '' },
    {
      tokenHash: null,
      contactName: null,
      contactEmail: null,
      contactPhone: null,
      contactWhen: null,
      question: parts.redact(row.question),
      details: '',
      state: 'closed',
      closedAt: row.closedAt ?? now,
      erasedAt: now,
    },
  );
  await recordAudit(store, tenant, { action: 'handover.erased', subject: { kind: 'inquiry', id: row.id } });
}

async function lockByToken(store: Store, tenant: TenantScope, token: string): Promise<InquiryRow | null> {
  const [row] = await store
    .select()
    .from(inquiry)
    .where(and(eq(inquiry.tenantId, tenant.tenant.id), eq(inquiry.tokenHash, hashToken(token))))
    .for('update');
  return row ?? null;
}

/** Announces a letter in the transaction it belongs to; the job writes and sends it. */
export function post(
  store: Store,
  tenant: TenantScope,
  inquiryId: string,
  kind: LetterKind,
  origin: string,
): Promise<void> {
  return announce(store, tenant, LETTER, { inquiryId, kind, origin } satisfies Letter);
}

export function faultsOf(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues) fields[String(issue.path?.[0]?.key ?? 'form')] ??= issue.message;
  return fields;
}
