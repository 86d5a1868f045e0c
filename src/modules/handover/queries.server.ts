import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import { hashToken } from '#platform/forms.server';
import { civilDate } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';
import type { InquiryLine, InquiryList, InquiryWithSteps } from './model.ts';
import { mayRead } from './rules.ts';
import { ofTenant, toInquiry } from './rows.server.ts';
import type { InquiryRow } from './rows.server.ts';
import { inquiry, step } from './tables.server.ts';

const OPEN = ['new', 'assigned'] as const;
const DONE = ['answered', 'closed'] as const;
const LIST_LENGTH = 100;

/** The desk's lists: what is due first stands first; what is done, newest first. */
export function listInquiries(tenant: TenantScope, list: InquiryList): Promise<InquiryLine[]> {
  return tenant.read((store) =>
    store
      .select({
        id: inquiry.id,
        state: inquiry.state,
        audience: inquiry.audience,
        role: inquiry.role,
        question: inquiry.question,
        channel: inquiry.channel,
        receivedAt: inquiry.receivedAt,
        dueOn: inquiry.dueOn,
        assignedName: inquiry.assignedName,
        repliedAt: inquiry.repliedAt,
      })
      .from(inquiry)
      .where(inList(tenant, list))
      .orderBy(list === 'done' ? desc(inquiry.receivedAt) : asc(inquiry.dueOn), asc(inquiry.id))
      .limit(LIST_LENGTH),
  );
}

/** How long each list is, for their names. */
export function countInquiries(tenant: TenantScope): Promise<Record<InquiryList, number>> {
  const count = (list: InquiryList) => sql<number>`(count(*) filter (where ${inList(tenant, list)}))::int`;
  return tenant.read(async (store) => {
    const [counts] = await store
      .select({ mine: count('mine'), open: count('open'), overdue: count('overdue'), done: count('done') })
      .from(inquiry)
      .where(eq(inquiry.tenantId, tenant.tenant.id));
    return counts!;
  });
}

function inList(tenant: TenantScope, list: InquiryList) {
  const { id } = tenant.actor;
  const seesAll = tenant.may('handover.answer') || tenant.may('handover.assign');
  const isMine = id ? eq(inquiry.assignedTo, id) : sql`false`;
  return and(
    eq(inquiry.tenantId, tenant.tenant.id),
    inArray(inquiry.state, list === 'done' ? [...DONE] : [...OPEN]),
    list === 'overdue' ? lt(inquiry.dueOn, civilDate(tenant.now())) : undefined,
    list === 'mine' || !seesAll ? isMine : undefined,
  );
}

/** One inquiry with all that happened, for those who may read it. */
export async function findInquiry(tenant: TenantScope, id: string): Promise<InquiryWithSteps | null> {
  if (!isId(id)) return null;
  return tenant.read(async (store) => {
    const [row] = await store.select().from(inquiry).where(ofTenant(tenant, id)).limit(1);
    if (!row || !mayRead(tenant, row)) return null;
    return withSteps(store, row);
  });
}

/** What the asker sees behind their link; the desk's notes and names of who gave it to whom are not theirs to read. */
export function findByToken(tenant: TenantScope, token: string): Promise<InquiryWithSteps | null> {
  return tenant.read(async (store) => {
    const [row] = await store
      .select()
      .from(inquiry)
      .where(and(eq(inquiry.tenantId, tenant.tenant.id), eq(inquiry.tokenHash, hashToken(token))))
      .limit(1);
    if (!row) return null;
    const found = await withSteps(store, row);
    const shown = found.steps.filter(({ kind }) => ASKERS.includes(kind));
    return {
      ...found,
      assignedTo: null,
      assignedName: null,
      steps: shown.map((one) => ({ ...one, actorName: '' })),
    };
  });
}

const ASKERS: readonly string[] = ['received', 'answered', 'replied', 'closed'];

async function withSteps(store: Store, row: InquiryRow): Promise<InquiryWithSteps> {
  const steps = await store
    .select({ number: step.number, at: step.at, kind: step.kind, actorName: step.actorName, text: step.text })
    .from(step)
    .where(and(eq(step.tenantId, row.tenantId), eq(step.inquiryId, row.id)))
    .orderBy(asc(step.number))
    .limit(200);
  return { ...toInquiry(row), steps };
}
