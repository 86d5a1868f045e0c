import { and, eq, isNull, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { eventKind } from '#modules/events.server';
import { archiveEntry, findDeskEntry, publishEntry, saveEntry } from '#modules/publishing.server';
import type { Store } from '#platform/db.server';
import { recordAudit } from '#platform/audit.server';
import { isId, newId } from '#platform/db';
import { checkForm } from '#platform/forms.server';
import type { FormRefusal, SentForm } from '#platform/forms.server';
import { addDays, civilDate } from '#platform/formats';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { actingAs } from '../acting.server.ts';
import { faultsOf, pictureFaults } from '../faults.ts';
import { post } from '../letters.server.ts';
import { organiserDraft, organiserEventDraft } from '../model.ts';
import { findOrganiser } from '../organiser-links.server.ts';
import type { OrganiserRow } from '../organiser-links.server.ts';
import { signerOf } from '../parts.server.ts';
import type { Parts } from '../parts.server.ts';
import { attachKept, keepUploaded } from '../pictures.server.ts';
import { entryOf, ERASE_ORGANISER_AFTER_DAYS } from '../rules.ts';
import { organiser, organiserEvent } from '../tables.server.ts';

export type OrganiserRefusal = 'forbidden' | 'unknown' | 'invalid' | 'known';

/** Trusts somebody with events of their own, who gets a link by mail. */
export async function inviteOrganiser(
  tenant: TenantScope,
  { fields, origin }: { fields: unknown; origin: string },
): Promise<Outcome<null, OrganiserRefusal>> {
  if (!tenant.may('suggestions.manage')) return refuse('forbidden');
  const checked = v.safeParse(organiserDraft, fields);
  if (!checked.success) return refuse('invalid', { fields: faultsOf(checked.issues) });
  return tenant.write(async (store) => {
    const id = newId();
    const made = await store
      .insert(organiser)
      .values({
        tenantId: tenant.tenant.id,
        id,
        ...checked.output,
        origin,
        invitedAt: tenant.now(),
        invitedBy: tenant.actor.name,
        linkNumber: 1,
      })
      .onConflictDoNothing()
      .returning({ id: organiser.id });
    if (made.length === 0) return refuse('known', { fields: { email: 'suggestions.fault.known' } });
    await post(store, tenant, { to: 'organiser', id, kind: 'invited' });
    await audit(store, tenant, 'organiser-invited', id);
    return done(null);
  });
}

/** Ends the trust, or gives it back. Every link that was sent before is void either way; who is not trusted is forgotten. */
export async function setOrganiser(
  tenant: TenantScope,
  { id, isTrusted }: { id: string; isTrusted: boolean },
): Promise<Outcome<null, OrganiserRefusal>> {
  if (!tenant.may('suggestions.manage')) return refuse('forbidden');
  if (!isId(id)) return refuse('unknown');
  return tenant.write(async (store) => {
    const changed = await store
      .update(organiser)
      .set({
        disabledAt: isTrusted ? null : tenant.now(),
        eraseOn: isTrusted ? null : addDays(civilDate(tenant.now()), ERASE_ORGANISER_AFTER_DAYS),
        linkNumber: sql`${organiser.linkNumber} + 1`,
      })
      .where(and(eq(organiser.tenantId, tenant.tenant.id), eq(organiser.id, id)))
      .returning({ id: organiser.id });
    if (changed.length === 0) return refuse('unknown');
    if (isTrusted) await post(store, tenant, { to: 'organiser', id, kind: 'invited' });
    await audit(store, tenant, isTrusted ? 'organiser-trusted' : 'organiser-ended', id);
    return done(null);
  });
}

/** Sends an organiser a new link. Whether there is one with this address nobody is told. */
export async function askForLink(
  parts: Parts,
  tenant: TenantScope,
  wish: SentForm & { email: string },
): Promise<Outcome<null, FormRefusal | 'invalid'>> {
  const form = checkForm(signerOf(parts), tenant, wish);
  if (!form.ok) return form;
  if (!v.is(v.pipe(v.string(), v.trim(), v.email()), wish.email))
    return refuse('invalid', { fields: { email: 'suggestions.fault.email' } });
  return tenant.write(async (store) => {
    const [row] = await store
      .select({ id: organiser.id })
      .from(organiser)
      .where(
        and(
          eq(organiser.tenantId, tenant.tenant.id),
          eq(sql`lower(${organiser.email})`, wish.email.trim().toLowerCase()),
          isNull(organiser.disabledAt),
        ),
      );
    if (row) await post(store, tenant, { to: 'organiser', id: row.id, kind: 'sign-in' });
    return done(null);
  });
}

export interface OwnEventWish {
  /** Absent for a new event. */
  id?: string;
  fields: Record<string, unknown>;
  picture: Uint8Array | null;
}

const RIGHTS = ['events.edit', 'events.publish', 'publishing.media'];

/** Writes an event of one's own and makes it public at once. */
export async function saveOwnEvent(
  parts: Parts,
  tenant: TenantScope,
  token: string,
  wish: OwnEventWish,
): Promise<Outcome<{ id: string }, 'unknown' | 'invalid'>> {
  const own = await findOrganiser(parts, tenant, token);
  if (!own) return refuse('unknown');
  if (wish.id && !(await owns(tenant, own, wish.id))) return refuse('unknown');
  const checked = v.safeParse(organiserEventDraft, wish.fields);
  const fields = checked.success ? {} : faultsOf(checked.issues);
  if (wish.picture && wish.picture.length > 0) Object.assign(fields, pictureFaults(wish.fields));
  if (!checked.success || Object.keys(fields).length > 0) return refuse('invalid', { fields });
  if (!wish.id && checked.output.day < civilDate(tenant.now()))
    return refuse('invalid', { fields: { day: 'suggestions.fault.past' } });
  const picture = await keepUploaded(parts, tenant, wish.picture);
  if (!picture.ok)
    return refuse('invalid', {
      ...picture.details,
      fields: { picture: `suggestions.fault.${picture.reason}` },
    });

  const scope = actingAs(tenant, own.name, RIGHTS);
  const before = wish.id ? await findDeskEntry(scope, eventKind, wish.id) : null;
  const written = entryOf({ ...checked.output }, own.name);
  const saved = await saveEntry(scope, eventKind, {
    ...(wish.id ? { id: wish.id } : {}),
    draft: written.draft,
    // What the short form does not ask stays as it is: the rule of a series, its exceptions, its UID.
    details: { ...before?.details, ...written.details },
  });
  if (!saved.ok) return refuse('invalid', { fields: { form: 'suggestions.fault.invalid' } });
  const { id } = saved.value;
  await tenant.write(async (store) => {
    await store
      .insert(organiserEvent)
      .values({ tenantId: tenant.tenant.id, organiserId: own.id, eventId: id })
      .onConflictDoNothing();
    await store
      .update(organiser)
      .set({ lastSeenAt: tenant.now() })
      .where(and(eq(organiser.tenantId, tenant.tenant.id), eq(organiser.id, own.id)));
  });
  if (picture.value)
    await attachKept(scope, id, picture.value, { alt: checked.output.alt, creator: own.name });
  if (saved.value.state !== 'published') await publishEntry(scope, eventKind, id);
  return done({ id });
}

/** Cancels an event of one's own: it stays in the calendar as cancelled, and who saved it is told. */
export async function cancelOwnEvent(
  parts: Parts,
  tenant: TenantScope,
  token: string,
  wish: { id: string; what: 'cancel' | 'resume' | 'remove' },
): Promise<Outcome<null, 'unknown' | 'invalid'>> {
  const own = await findOrganiser(parts, tenant, token);
  if (!own || !(await owns(tenant, own, wish.id))) return refuse('unknown');
  const scope = actingAs(tenant, own.name, RIGHTS);
  const event = await findDeskEntry(scope, eventKind, wish.id);
  if (!event) return refuse('unknown');
  if (wish.what === 'remove') {
    const archived = await archiveEntry(scope, eventKind, wish.id);
    return archived.ok ? done(null) : refuse('invalid');
  }
  const status = wish.what === 'cancel' ? ('cancelled' as const) : ('confirmed' as const);
  const saved = await saveEntry(scope, eventKind, {
    id: wish.id,
    draft: draftOf(event),
    details: { ...event.details, status },
  });
  return saved.ok ? done(null) : refuse('invalid');
}

function draftOf(event: NonNullable<Awaited<ReturnType<typeof findDeskEntry>>>) {
  const { title, summary, body, language, category, area, audience, isExample } = event;
  const { sourceName, sourceUrl, sourceDate, licence, attribution, publishAt, expireAt } = event;
  return {
    title,
    summary,
    body,
    language: language as 'de',
    category,
    area,
    audience,
    isExample,
    sourceName,
    sourceUrl,
    sourceDate,
    licence,
    attribution,
    publishAt,
    expireAt,
  };
}

export async function owns(tenant: TenantScope, own: OrganiserRow, eventId: string): Promise<boolean> {
  if (!isId(eventId)) return false;
  const rows = await tenant.read((store) =>
    store
      .select({ eventId: organiserEvent.eventId })
      .from(organiserEvent)
      .where(
        and(
          eq(organiserEvent.tenantId, tenant.tenant.id),
          eq(organiserEvent.organiserId, own.id),
          eq(organiserEvent.eventId, eventId),
        ),
      ),
  );
  return rows.length > 0;
}

function audit(store: Store, tenant: TenantScope, what: string, id: string): Promise<void> {
  return recordAudit(store, tenant, { action: `suggestions.${what}`, subject: { kind: 'organiser', id } });
}
