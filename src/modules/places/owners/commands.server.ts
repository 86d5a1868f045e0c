import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { EntryDraft } from '#modules/publishing';
import { raiseEdition, saveEntry } from '#modules/publishing.server';
import { readTown } from '#modules/tenancy.server';
import { recordAudit } from '#platform/audit.server';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import { civilDate } from '#platform/formats';
import { checkForm, hashToken } from '#platform/forms.server';
import type { FormRefusal, SentForm } from '#platform/forms.server';
import { announce } from '#platform/jobs.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { placeKind } from '../kind.server.ts';
import type { Place } from '../model.ts';
import { LETTER, tokenOf } from './letters.server.ts';
import type { OwnerLetter } from './letters.server.ts';
import { inviteWish, ownerForm } from './model.ts';
import type { Changes, InviteWish } from './model.ts';
import { signerOf } from './parts.server.ts';
import type { OwnerParts } from './parts.server.ts';
import { findByToken, findPlaceById } from './queries.server.ts';
import { changesOf, daysOfAsking, daysOfConfirming, withChanges } from './rules.ts';
import { correction, owner } from './tables.server.ts';

const RIGHT = 'places.publish';

/** Asks the owner of an entry for the first time, or another owner instead. */
export async function inviteOwner(
  parts: OwnerParts,
  tenant: TenantScope,
  wish: InviteWish,
): Promise<Outcome<null, 'forbidden' | 'invalid' | 'unknown'>> {
  if (!tenant.may(RIGHT)) return refuse('forbidden');
  const checked = v.safeParse(inviteWish, wish);
  if (!checked.success) {
    const [issue] = checked.issues;
    return refuse('invalid', { fields: { [String(issue.path?.[0]?.key)]: issue.message } });
  }
  const { entryId, email, trusted, origin } = checked.output;
  if (!(await findPlaceById(tenant, entryId))) return refuse('unknown');

  return tenant.write(async (store) => {
    const before = await lockOwner(store, tenant, entryId);
    const row = { email, trusted, origin, confirmedOn: null, language: 'de' };
    const asked = askedRow(parts, tenant, entryId, (before?.askedNumber ?? 0) + 1);
    await store
      .insert(owner)
      .values({ tenantId: tenant.tenant.id, entryId, ...row, ...asked })
      .onConflictDoUpdate({ target: [owner.tenantId, owner.entryId], set: { ...row, ...asked } });
    await tellOwner(store, tenant, { entryId, kind: 'ask', number: asked.askedNumber });
    await raiseEdition(store, tenant);
    await recordAudit(store, tenant, {
      action: 'places.owner-invited',
      subject: { kind: 'place', id: entryId },
      details: { trusted },
    });
    return done(null);
  });
}

/** Cuts the link between a person and an entry: no letter and no link leads there any more, the address is gone. */
export async function revokeOwner(
  tenant: TenantScope,
  entryId: string,
): Promise<Outcome<null, 'forbidden' | 'unknown'>> {
  if (!tenant.may(RIGHT)) return refuse('forbidden');
  return tenant.write(async (store) => {
    if (!(await lockOwner(store, tenant, entryId))) return refuse('unknown');
    await store.delete(owner).where(ofEntry(tenant, entryId));
    await raiseEdition(store, tenant);
    await recordAudit(store, tenant, {
      action: 'places.owner-revoked',
      subject: { kind: 'place', id: entryId },
    });
    return done(null);
  });
}

export type ConfirmRefusal = 'unknown' | 'invalid' | FormRefusal;

/**
 * An owner confirms the entry or says what is different. Without a difference, and for trusted owners, it is
 * confirmed at once; else the desk decides first.
 */
export async function confirmEntry(
  parts: OwnerParts,
  tenant: TenantScope,
  sent: SentForm & { token: string; form: Record<string, string> },
): Promise<Outcome<'confirmed' | 'waiting', ConfirmRefusal>> {
  const accepted = checkForm(signerOf(parts), tenant, sent);
  if (!accepted.ok) return accepted;
  const checked = v.safeParse(ownerForm, sent.form);
  if (!checked.success) {
    const fields = Object.fromEntries(
      checked.issues.map(({ path, message }) => [String(path?.[0]?.key), message]),
    );
    return refuse('invalid', { fields });
  }
  const found = await findByToken(tenant, sent.token);
  if (!found) return refuse('unknown');
  const { note, ...form } = checked.output;
  const changes = changesOf(form, found.place);
  if (Object.keys(changes).length === 0 && !note) return markConfirmed(tenant, found.place.id);
  if (found.trusted && !note) {
    const saved = await takeOver(asOwner(tenant), found.place, changes);
    return saved.ok ? markConfirmed(tenant, found.place.id) : refuse('invalid', saved.details);
  }
  return tenant.write(async (store) => {
    await store
      .insert(correction)
      .values({
        tenantId: tenant.tenant.id,
        entryId: found.place.id,
        id: accepted.value.id,
        sentAt: tenant.now(),
        changes,
        note,
        state: 'open',
        decidedBy: '',
      })
      .onConflictDoNothing();
    return done('waiting' as const);
  });
}

/** Takes over or refuses a correction; the owner hears of it. */
export async function decideCorrection(
  tenant: TenantScope,
  wish: { entryId: string; id: string; take: boolean },
): Promise<Outcome<null, 'forbidden' | 'unknown' | 'invalid'>> {
  if (!tenant.may(RIGHT)) return refuse('forbidden');
  if (!isId(wish.entryId) || !isId(wish.id)) return refuse('unknown');
  const settled = await tenant.write(async (store) => {
    const [row] = await store
      .update(correction)
      .set({
        state: wish.take ? 'taken' : 'refused',
        decidedAt: tenant.now(),
        decidedBy: tenant.actor.name,
      })
      .where(
        and(
          eq(correction.tenantId, tenant.tenant.id),
          eq(correction.entryId, wish.entryId),
          eq(correction.id, wish.id),
          eq(correction.state, 'open'),
        ),
      )
      .returning({ changes: correction.changes });
    if (!row) return refuse('unknown');
    const asked = await lockOwner(store, tenant, wish.entryId);
    await tellOwner(store, tenant, {
      entryId: wish.entryId,
      kind: wish.take ? 'taken' : 'refused',
      number: asked!.askedNumber,
    });
    return done(row.changes);
  });
  if (!settled.ok || !wish.take) return settled.ok ? done(null) : settled;
  const place = await findPlaceById(tenant, wish.entryId);
  if (!place) return refuse('unknown');
  const saved = await takeOver(tenant, place, settled.value);
  if (!saved.ok) return refuse('invalid', saved.details);
  await markConfirmed(tenant, wish.entryId);
  return done(null);
}

/** The correction as a text of the entry, in its history under the name of who takes it over. */
function takeOver(tenant: TenantScope, place: Place, changes: Changes) {
  const { summary, details } = withChanges(place, changes);
  const language = place.language as EntryDraft['language'];
  return saveEntry(tenant, placeKind, {
    id: place.id,
    draft: { ...place, summary, language },
    details,
    // The owner wrote it, the desk looked at it.
    isSecondLook: true,
  });
}

/** A trusted owner may write this one entry. */
function asOwner(tenant: TenantScope): TenantScope {
  return {
    ...tenant,
    actor: { ...tenant.actor, id: null, name: 'Inhaberin oder Inhaber' },
    may: (permission) => permission === 'places.edit' || permission === 'places.publish',
  };
}

async function markConfirmed(tenant: TenantScope, entryId: string): Promise<Outcome<'confirmed', never>> {
  const { settings } = await readTown(tenant);
  const days = daysOfConfirming(civilDate(tenant.now()), settings.confirmMonths);
  return tenant.write(async (store) => {
    await store
      .update(owner)
      .set({ ...days, reminders: 0 })
      .where(ofEntry(tenant, entryId));
    await raiseEdition(store, tenant);
    await recordAudit(store, tenant, { action: 'places.confirmed', subject: { kind: 'place', id: entryId } });
    return done('confirmed' as const);
  });
}

/** What a question changes: another link, another day. */
export function askedRow(parts: OwnerParts, tenant: TenantScope, entryId: string, askedNumber: number) {
  return {
    askedNumber,
    tokenHash: hashToken(tokenOf(parts, tenant.tenant.id, entryId, askedNumber)),
    reminders: 0,
    ...daysOfAsking(civilDate(tenant.now())),
  };
}

/** A letter is announced in the transaction it belongs to. */
export function tellOwner(store: Store, tenant: TenantScope, letter: OwnerLetter): Promise<unknown> {
  return announce(store, tenant, LETTER, { ...letter });
}

export async function lockOwner(store: Store, tenant: TenantScope, entryId: string) {
  if (!isId(entryId)) return null;
  const [row] = await store.select().from(owner).where(ofEntry(tenant, entryId)).for('update');
  return row ?? null;
}

export function ofEntry(tenant: TenantScope, entryId: string) {
  return and(eq(owner.tenantId, tenant.tenant.id), eq(owner.entryId, entryId));
}
