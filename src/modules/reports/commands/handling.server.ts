import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { raiseEdition } from '#modules/publishing.server';
import type { Store } from '#platform/db.server';
import { civilDate, isCivilDate } from '#platform/formats';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { REPORT_KINDS } from '../model.ts';
import type { ReportKind, ReportStatus } from '../model.ts';
import { loadSettings } from '../queries/configuration.server.ts';
import { deletionOf, isOpen, needsAnswer, nextStatuses } from '../rules.ts';
import { ofTenant, takeStep } from '../rows.server.ts';
import type { ReportRow } from '../rows.server.ts';
import { category, photo, report, step } from '../tables.server.ts';
import { audit, change, changesOfStatus, takePublicStep, taking } from './changing.server.ts';
import type { DeskRefusal } from './changing.server.ts';
import { endReferrals } from './passing.server.ts';
import { textFault } from './reporter.server.ts';

type Changed = Promise<Outcome<{ number: number }, DeskRefusal>>;

/** Looked at and fit for everybody; pictures that are not named stay hidden. Also brings a hidden report back. */
export function publishReport(
  tenant: TenantScope,
  wish: { id: string; photoIds?: readonly string[]; origin: string },
): Changed {
  return change(tenant, wish.id, async (store, row) => {
    if (row.visibility === 'public' || row.mergedInto) return refuse('wrong-state');
    await showPhotos(store, tenant, row, wish.photoIds);
    const status = row.status === 'received' ? 'checked' : row.status;
    const reopened = await changesOfStatus(store, tenant, row, status);
    await takePublicStep(
      store,
      tenant,
      row,
      { kind: 'published', status, origin: wish.origin },
      { ...reopened, visibility: 'public', publishedAt: tenant.now() },
    );
    return done({ number: row.number });
  });
}

async function showPhotos(store: Store, tenant: TenantScope, row: ReportRow, shown?: readonly string[]) {
  const ofReport = and(
    eq(photo.tenantId, tenant.tenant.id),
    eq(photo.reportId, row.id),
    isNull(photo.stepNumber),
  );
  if (!shown) {
    await store
      .update(photo)
      .set({ visibility: 'public' })
      .where(and(ofReport, eq(photo.visibility, 'waiting')));
    return;
  }
  await store.update(photo).set({ visibility: 'hidden' }).where(ofReport);
  if (shown.length > 0)
    await store
      .update(photo)
      .set({ visibility: 'public' })
      .where(and(ofReport, inArray(photo.id, [...shown])));
}

/** Nothing for the public: an insult, an advertisement, a private matter. Whoever sent it reads why behind their link. */
export function hideReport(
  tenant: TenantScope,
  wish: { id: string; reason: string; origin: string },
): Changed {
  const fault = textFault(wish.reason, 3);
  if (fault) return Promise.resolve(refuse('invalid', { fields: { grund: fault } }));
  return change(tenant, wish.id, async (store, row) => {
    if (row.visibility === 'hidden') return refuse('wrong-state');
    const today = civilDate(tenant.now());
    const settings = await loadSettings(store, tenant);
    await endReferrals(store, tenant, row, { outcome: 'taken-back', origin: wish.origin });
    await takePublicStep(
      store,
      tenant,
      row,
      { kind: 'hidden', text: wish.reason.trim(), origin: wish.origin },
      {
        visibility: 'hidden',
        closedAt: tenant.now(),
        ...deletionOf({ receivedOn: civilDate(row.receivedAt), closedOn: today, isHidden: true }, settings),
      },
    );
    return done({ number: row.number });
  });
}

/** How far it is, with a word to whoever reported it; closing and opening again only with one. */
export function setStatus(
  tenant: TenantScope,
  wish: { id: string; status: ReportStatus; answer: string; origin: string },
): Changed {
  return change(tenant, wish.id, async (store, row) => {
    if (row.mergedInto || row.visibility === 'hidden') return refuse('wrong-state');
    if (!nextStatuses(row.status).includes(wish.status)) return refuse('wrong-state');
    const fault = textFault(wish.answer, needsAnswer(row.status, wish.status) ? 3 : 0);
    if (fault)
      return refuse('invalid', { fields: { antwort: wish.answer ? fault : 'reports.fault.answer-first' } });
    const changes = await changesOfStatus(store, tenant, row, wish.status);
    if (changes.closedAt) await endReferrals(store, tenant, row, { outcome: 'closed', origin: wish.origin });
    await takePublicStep(
      store,
      tenant,
      row,
      { kind: 'status', status: wish.status, text: wish.answer.trim(), origin: wish.origin },
      { ...changes, ...taking(tenant, row) },
    );
    return done({ number: row.number });
  });
}

/** For the desk only; nobody outside ever sees it. */
export function noteOnReport(tenant: TenantScope, wish: { id: string; text: string }): Changed {
  const fault = textFault(wish.text, 3);
  if (fault) return Promise.resolve(refuse('invalid', { fields: { notiz: fault } }));
  return change(tenant, wish.id, async (store, row) => {
    await takeStep(store, tenant, row, { kind: 'noted', text: wish.text.trim(), isPublic: false });
    return done({ number: row.number });
  });
}

export interface Correction {
  id: string;
  /** Key of the category. */
  category: string;
  kind: string;
  address: string;
  locality: string;
  dueOn: string;
}

/** Sorts a report anew: another category, a wish instead of a defect, the right street, another due day. */
export async function correctReport(tenant: TenantScope, wish: Correction): Changed {
  if (!REPORT_KINDS.includes(wish.kind as ReportKind))
    return refuse('invalid', { fields: { art: 'reports.fault.kind' } });
  if (!isCivilDate(wish.dueOn)) return refuse('invalid', { fields: { faellig: 'reports.fault.day' } });
  return change(tenant, wish.id, async (store, row) => {
    const [of] = await store
      .select()
      .from(category)
      .where(and(eq(category.tenantId, tenant.tenant.id), eq(category.key, wish.category)))
      .limit(1);
    if (!of) return refuse('invalid', { fields: { kategorie: 'reports.fault.category' } });
    await takeStep(
      store,
      tenant,
      row,
      { kind: 'changed', isPublic: false },
      {
        categoryId: of.id,
        kind: wish.kind as ReportKind,
        address: wish.address.trim().slice(0, 300),
        locality: wish.locality.trim().slice(0, 80),
        dueOn: wish.dueOn,
        updatedAt: tenant.now(),
      },
    );
    if (row.visibility === 'public') await raiseEdition(store, tenant);
    await audit(store, tenant, 'changed', row.id);
    return done({ number: row.number });
  });
}

/** What the reporter added later becomes public, or stays between them and the desk. */
export function showStep(
  tenant: TenantScope,
  wish: { id: string; number: number; isPublic: boolean },
): Changed {
  return change(tenant, wish.id, async (store, row) => {
    const ofStep = and(
      eq(step.tenantId, tenant.tenant.id),
      eq(step.reportId, row.id),
      eq(step.number, wish.number),
      eq(step.kind, 'update'),
    );
    const shown = await store.update(step).set({ isPublic: wish.isPublic }).where(ofStep).returning();
    if (shown.length === 0) return refuse('unknown');
    await store
      .update(photo)
      .set({ visibility: wish.isPublic ? 'public' : 'hidden' })
      .where(
        and(
          eq(photo.tenantId, tenant.tenant.id),
          eq(photo.reportId, row.id),
          eq(photo.stepNumber, wish.number),
        ),
      );
    await store.update(report).set({ updatedAt: tenant.now() }).where(ofTenant(tenant, row.id));
    if (row.visibility === 'public') await raiseEdition(store, tenant);
    await audit(store, tenant, 'update-shown', row.id, { number: wish.number, isPublic: wish.isPublic });
    return done({ number: row.number });
  });
}

/** Two reports of the same thing become one: whoever reported or follows the one is told of every step of the other. */
export async function mergeReport(
  tenant: TenantScope,
  wish: { id: string; intoNumber: number; origin: string },
): Changed {
  const merge = async (store: Store, row: ReportRow): Promise<Outcome<{ number: number }, DeskRefusal>> => {
    if (row.mergedInto || row.visibility === 'hidden') return refuse('wrong-state');
    const [into] = await store
      .select()
      .from(report)
      .where(
        and(eq(report.tenantId, tenant.tenant.id), eq(report.number, wish.intoNumber), ne(report.id, row.id)),
      )
      .for('update');
    if (!into || !isOpen(into)) return refuse('invalid', { fields: { nummer: 'reports.fault.merge' } });
    await endReferrals(store, tenant, row, { outcome: 'taken-back', origin: wish.origin });
    // What had been merged into this one goes along.
    await store
      .update(report)
      .set({ mergedInto: into.id })
      .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.mergedInto, row.id)));
    await takePublicStep(
      store,
      tenant,
      row,
      { kind: 'merged', text: `Nr. ${into.number}`, origin: wish.origin },
      { mergedInto: into.id },
    );
    await takePublicStep(
      store,
      tenant,
      into,
      { kind: 'merged-in', origin: wish.origin },
      { followerCount: into.followerCount + row.followerCount + 1 },
    );
    return done({ number: into.number });
  };
  return change(tenant, wish.id, merge, (store) => lockBoth(store, tenant, wish));
}

/** In one order, whichever goes into the other: two clerks who merge both ways would wait for each other for ever. */
function lockBoth(store: Store, tenant: TenantScope, { id, intoNumber }: { id: string; intoNumber: number }) {
  return store
    .select({ id: report.id })
    .from(report)
    .where(and(eq(report.tenantId, tenant.tenant.id), or(eq(report.id, id), eq(report.number, intoNumber))))
    .orderBy(report.id)
    .for('update');
}
