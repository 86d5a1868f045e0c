import { and, eq } from 'drizzle-orm';
import { raiseEdition } from '#modules/publishing.server';
import { recordAudit } from '#platform/audit.server';
import type { Store } from '#platform/db.server';
import { civilDate } from '#platform/formats';
import { hashToken } from '#platform/forms.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { TEXT_MAX } from '../drafts.ts';
import { post, tell } from '../letters.server.ts';
import type { Parts } from '../parts.server.ts';
import { forgetFiles, keepPhotos, photoRows } from '../photos.server.ts';
import type { PhotoRefusal } from '../photos.server.ts';
import { loadSettings } from '../queries/configuration.server.ts';
import { deletionOf, reporterMay } from '../rules.ts';
import { takeStep } from '../rows.server.ts';
import type { ReportRow } from '../rows.server.ts';
import { photo, report } from '../tables.server.ts';

export type LinkRefusal = 'unknown' | 'wrong-state' | 'invalid';

export interface LinkWish {
  /** The secret of the reporter's page. */
  link: string;
  text?: string;
  photos?: readonly Uint8Array[];
  origin: string;
}

/** The reporter adds a word or a picture. Where the town looks first, it is public once the desk has looked. */
export async function addUpdate(
  parts: Parts,
  tenant: TenantScope,
  wish: LinkWish,
): Promise<Outcome<null, LinkRefusal | PhotoRefusal>> {
  const fault = textFault(wish.text ?? '', (wish.photos ?? []).length > 0 ? 0 : 3);
  if (fault) return refuse('invalid', { fields: { text: fault } });
  if (!(await mayUpdate(tenant, wish.link))) return refuse('wrong-state');
  const kept = await keepPhotos(parts, tenant, wish.photos ?? []);
  if (!kept.ok) return kept;
  const outcome = await tenant.write(async (store): Promise<Outcome<null, LinkRefusal>> => {
    const row = await lockByLink(store, tenant, wish.link);
    if (!row) return refuse('unknown');
    if (!reporterMay(row, tenant.now()).update) return refuse('wrong-state');
    const isPublic = row.visibility === 'public' && !(await loadSettings(store, tenant)).isCheckedFirst;
    const { number } = await takeStep(store, tenant, row, {
      kind: 'update',
      text: (wish.text ?? '').trim(),
      actorName: '',
      isPublic,
    });
    const photos = photoRows(tenant, row.id, kept.value, {
      visibility: isPublic ? 'public' : 'waiting',
      stepNumber: number,
    });
    if (photos.length > 0) await store.insert(photo).values(photos);
    await post(store, tenant, {
      reportId: row.id,
      kind: 'reporter-wrote',
      origin: wish.origin,
      step: number,
    });
    if (isPublic) await raiseEdition(store, tenant);
    return done(null);
  });
  if (!outcome.ok)
    await forgetFiles(
      parts,
      kept.value.map(({ key }) => key),
    );
  return outcome;
}

/** "Ist es erledigt?" – yes. Nothing more happens; the answer stands in the history. */
export function confirmDone(tenant: TenantScope, wish: LinkWish): Promise<Outcome<null, LinkRefusal>> {
  return tenant.write(async (store) => {
    const row = await lockByLink(store, tenant, wish.link);
    if (!row) return refuse('unknown');
    if (!reporterMay(row, tenant.now()).confirm) return refuse('wrong-state');
    await takeStep(
      store,
      tenant,
      row,
      { kind: 'confirmed', actorName: '' },
      { verdict: 'done', verdictAt: tenant.now() },
    );
    if (row.visibility === 'public') await raiseEdition(store, tenant);
    return done(null);
  });
}

/** "Ist es erledigt?" – no. The report is open again, due at once, and whoever had it is told why. */
export async function reopenReport(tenant: TenantScope, wish: LinkWish): Promise<Outcome<null, LinkRefusal>> {
  const fault = textFault(wish.text ?? '', 3);
  if (fault) return refuse('invalid', { fields: { text: fault } });
  return tenant.write(async (store) => {
    const row = await lockByLink(store, tenant, wish.link);
    if (!row) return refuse('unknown');
    if (!reporterMay(row, tenant.now()).reopen) return refuse('wrong-state');
    const settings = await loadSettings(store, tenant);
    const { number } = await takeStep(
      store,
      tenant,
      row,
      {
        kind: 'reopened',
        status: 'received',
        actorName: '',
        // What the reporter writes is read at the desk before everybody reads it; that it is open again is public.
        text: settings.isCheckedFirst ? '' : wish.text!.trim(),
      },
      {
        status: 'received',
        verdict: 'not-done',
        verdictAt: tenant.now(),
        closedAt: null,
        reopenedCount: row.reopenedCount + 1,
        dueOn: civilDate(tenant.now()),
        ...deletionOf({ receivedOn: civilDate(row.receivedAt), closedOn: null }, settings),
      },
    );
    if (settings.isCheckedFirst)
      await takeStep(store, tenant, row, {
        kind: 'update',
        text: wish.text!.trim(),
        actorName: '',
        isPublic: false,
      });
    await post(store, tenant, {
      reportId: row.id,
      kind: 'reporter-wrote',
      origin: wish.origin,
      step: number,
    });
    await tell(store, tenant, { reportId: row.id, number, origin: wish.origin });
    if (row.visibility === 'public') await raiseEdition(store, tenant);
    return done(null);
  });
}

/** The reporter wants no more mails, or takes name, address and telephone back at once; the report itself stays. */
export function withdrawContact(
  tenant: TenantScope,
  wish: { link: string; what: 'mails' | 'contact' },
): Promise<Outcome<null, 'unknown'>> {
  return tenant.write(async (store) => {
    const row = await lockByLink(store, tenant, wish.link);
    if (!row) return refuse('unknown');
    if (wish.what === 'mails')
      await store
        .update(report)
        .set({ wantsMail: false, confirmHash: null })
        .where(and(eq(report.tenantId, tenant.tenant.id), eq(report.id, row.id)));
    else await eraseContact(store, tenant, row);
    return done(null);
  });
}

/** Takes out of a report who reported it; the link ends with it. */
export async function eraseContact(store: Store, tenant: TenantScope, row: ReportRow): Promise<void> {
  await takeStep(
    store,
    tenant,
    row,
    { kind: 'erased', actorName: '', isPublic: false },
    {
      tokenHash: null,
      confirmHash: null,
      contactName: null,
      contactEmail: null,
      contactPhone: null,
      wantsMail: false,
      emailConfirmedAt: null,
      contactErasedAt: tenant.now(),
    },
  );
  await recordAudit(store, tenant, {
    action: 'reports.contact-erased',
    subject: { kind: 'report', id: row.id },
  });
}

async function mayUpdate(tenant: TenantScope, link: string): Promise<boolean> {
  return tenant.read(async (store) => {
    const [row] = await store.select().from(report).where(byLink(tenant, link)).limit(1);
    return row !== undefined && reporterMay(row, tenant.now()).update;
  });
}

async function lockByLink(store: Store, tenant: TenantScope, link: string): Promise<ReportRow | null> {
  const [row] = await store.select().from(report).where(byLink(tenant, link)).for('update');
  return row ?? null;
}

function byLink(tenant: TenantScope, link: string) {
  return and(eq(report.tenantId, tenant.tenant.id), eq(report.tokenHash, hashToken(link)));
}

export function textFault(text: string, least: number): string | null {
  const { length } = text.trim();
  if (length < least) return 'reports.fault.text';
  return length > TEXT_MAX ? 'reports.fault.too-long' : null;
}
