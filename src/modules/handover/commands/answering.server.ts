import { saveEntry } from '#modules/publishing.server';
import { recordAudit } from '#platform/audit.server';
import { civilDate } from '#platform/formats';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { TEXT_MAX } from '../model.ts';
import type { Inquiry } from '../model.ts';
import type { Parts } from '../parts.server.ts';
import { findInquiry } from '../queries.server.ts';
import { eraseOn, isOpen, knowledgeIn, mayAnswer, mayAssign } from '../rules.ts';
import { lockInquiry, takeStep, toInquiry } from '../rows.server.ts';
import type { InquiryRow } from '../rows.server.ts';
import { post } from './asking.server.ts';

export type DeskRefusal = 'forbidden' | 'unknown' | 'wrong-state' | 'invalid';

/** Gives an inquiry to somebody, who is told by mail unless they took it themselves. */
export async function assignInquiry(
  parts: Parts,
  tenant: TenantScope,
  wish: { id: string; to: string; origin: string },
): Promise<Outcome<Inquiry, DeskRefusal>> {
  if (!mayAssign(tenant, wish.to)) return refuse('forbidden');
  const colleague = (await parts.listColleagues(tenant)).find(({ id }) => id === wish.to);
  if (!colleague) return refuse('invalid', { fields: { an: 'handover.fault.colleague' } });

  return tenant.write(async (store) => {
    const row = await lockInquiry(store, tenant, wish.id);
    if (!row) return refuse('unknown');
    if (!isOpen(row.state)) return refuse('wrong-state');
    const assigned = await takeStep(
      store,
      tenant,
      row,
      { kind: 'assigned', text: colleague.name },
      { state: 'assigned', assignedTo: colleague.id, assignedName: colleague.name },
    );
    if (colleague.id !== tenant.actor.id) await post(store, tenant, row.id, 'to-colleague', wish.origin);
    await audit(store, tenant, 'assigned', row.id);
    return done(toInquiry(assigned));
  });
}

/** The answer the asker reads: by mail when they chose mail, behind their link always. */
export async function answerInquiry(
  tenant: TenantScope,
  wish: { id: string; text: string; origin: string },
): Promise<Outcome<Inquiry, DeskRefusal>> {
  const fault = textFault(wish.text);
  if (fault) return refuse('invalid', { fields: { antwort: fault } });
  return change(tenant, wish.id, async (store, row) => {
    if (row.erasedAt || row.state === 'closed') return refuse('wrong-state');
    const now = tenant.now();
    const answered = await takeStep(
      store,
      tenant,
      row,
      { kind: 'answered', text: wish.text.trim() },
      {
        state: 'answered',
        answeredAt: now,
        eraseOn: eraseOn(civilDate(row.receivedAt), civilDate(now)),
        ...(row.assignedTo === null && tenant.actor.id
          ? { assignedTo: tenant.actor.id, assignedName: tenant.actor.name }
          : {}),
      },
    );
    await post(store, tenant, row.id, 'answer', wish.origin);
    await audit(store, tenant, 'answered', row.id);
    return done(toInquiry(answered));
  });
}

/** For the desk only; the asker never sees it. */
export async function noteOnInquiry(
  tenant: TenantScope,
  wish: { id: string; text: string },
): Promise<Outcome<Inquiry, DeskRefusal>> {
  const fault = textFault(wish.text);
  if (fault) return refuse('invalid', { fields: { notiz: fault } });
  return change(tenant, wish.id, async (store, row) => {
    if (row.erasedAt) return refuse('wrong-state');
    return done(toInquiry(await takeStep(store, tenant, row, { kind: 'noted', text: wish.text.trim() })));
  });
}

/** Ends an inquiry, with or without an answer. */
export async function closeInquiry(tenant: TenantScope, id: string): Promise<Outcome<Inquiry, DeskRefusal>> {
  return change(tenant, id, async (store, row) => {
    if (row.state === 'closed') return refuse('wrong-state');
    const now = tenant.now();
    const closed = await takeStep(
      store,
      tenant,
      row,
      { kind: 'closed' },
      {
        state: 'closed',
        closedAt: now,
        eraseOn: eraseOn(civilDate(row.receivedAt), civilDate(row.answeredAt ?? now)),
      },
    );
    await audit(store, tenant, 'closed', row.id);
    return done(toInquiry(closed));
  });
}

/** A draft of an article from question and answer, without anybody's name; once made, the same one is given again. */
export async function draftArticle(
  parts: Parts,
  tenant: TenantScope,
  id: string,
): Promise<Outcome<{ articleId: string }, DeskRefusal | 'conflict'>> {
  const found = await findInquiry(tenant, id);
  if (!found) return refuse('unknown');
  if (!mayAnswer(tenant, found)) return refuse('forbidden');
  if (found.articleId) return done({ articleId: found.articleId });
  const answers = found.steps.filter(({ kind, text }) => kind === 'answered' && text);
  if (answers.length === 0) return refuse('wrong-state');

  const saved = await saveEntry(tenant, parts.article, {
    draft: {
      title: parts.redact(found.question).slice(0, 300),
      body: answers.map(({ text }) => redactedLines(parts, knowledgeIn(text))).join('\n\n'),
      audience: found.audience,
      sourceName: found.role,
      sourceDate: civilDate(tenant.now()),
    },
    details: { topic: found.topic, contactRole: found.role, confidence: 'high' },
  });
  if (!saved.ok) return saved;
  return tenant.write(async (store) => {
    const row = await lockInquiry(store, tenant, id);
    if (!row) return refuse('unknown');
    await takeStep(store, tenant, row, { kind: 'article' }, { articleId: saved.value.id });
    await audit(store, tenant, 'article', id);
    return done({ articleId: saved.value.id });
  });
}

/** Sentence by sentence: `redact` is made for one question and would make one line of the whole answer. */
function redactedLines({ redact }: Pick<Parts, 'redact'>, text: string): string {
  const bySentence = (line: string) =>
    line
      .split(/(?<=[.!?])\s+/)
      .map(redact)
      .join(' ');
  return text.split('\n').map(bySentence).join('\n').trim();
}

type Store = Parameters<Parameters<TenantScope['write']>[0]>[0];

/** One change of one inquiry by somebody who may answer it. */
function change<T>(
  tenant: TenantScope,
  id: string,
  work: (store: Store, row: InquiryRow) => Promise<Outcome<T, DeskRefusal>>,
): Promise<Outcome<T, DeskRefusal>> {
  return tenant.write(async (store) => {
    const row = await lockInquiry(store, tenant, id);
    if (!row) return refuse('unknown');
    if (!mayAnswer(tenant, row)) return refuse('forbidden');
    return work(store, row);
  });
}

function textFault(text: string): string | null {
  const length = text.trim().length;
  if (length < 3) return 'handover.fault.text';
  return length > TEXT_MAX ? 'handover.fault.too-long' : null;
}

function audit(store: Store, tenant: TenantScope, what: string, id: string): Promise<void> {
  return recordAudit(store, tenant, { action: `handover.${what}`, subject: { kind: 'inquiry', id } });
}
