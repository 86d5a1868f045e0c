import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { eventKind } from '#modules/events.server';
import { saveEntry } from '#modules/publishing.server';
import type { Store } from '#platform/db.server';
import { checkForm, hashToken, linkToken } from '#platform/forms.server';
import type { FormRefusal, SentForm } from '#platform/forms.server';
import { addDays, civilDate } from '#platform/formats';
import { done, refuse } from '#platform/outcome';
import type { Outcome, RefusalDetails } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { actingAs } from '../acting.server.ts';
import { faultsOf, pictureFaults } from '../faults.ts';
import { post } from '../letters.server.ts';
import { suggestionDraft } from '../model.ts';
import type { KeptPicture, SuggestionDraft } from '../model.ts';
import { signerOf } from '../parts.server.ts';
import type { Parts } from '../parts.server.ts';
import { attachKept, keepUploaded, removeKept } from '../pictures.server.ts';
import { entryOf, ERASE_AT_LATEST_AFTER_DAYS, PREVIEW_KEPT_DAYS } from '../rules.ts';
import { suggestion } from '../tables.server.ts';

export type SuggestRefusal = 'invalid' | 'unknown' | 'wrong-state' | FormRefusal;

export interface SuggestWish {
  fields: Record<string, unknown>;
  picture: Uint8Array | null;
  origin: string;
}

export type SuggestionRow = typeof suggestion.$inferSelect;

/** Keeps what somebody wrote, for them alone, so that they see it as everybody would. */
export async function previewSuggestion(
  parts: Parts,
  tenant: TenantScope,
  wish: SuggestWish & SentForm,
): Promise<Outcome<{ token: string }, SuggestRefusal>> {
  const faults = faultsIn(tenant, wish);
  if (faults) return refuse('invalid', { fields: faults });
  // Nothing is decoded for a machine.
  const form = checkForm(signerOf(parts), tenant, wish);
  if (!form.ok) return form;
  const checked = await check(parts, tenant, wish);
  if (!checked.ok) return checked;
  const { id } = form.value;
  const token = linkToken(signerOf(parts), tenant.tenant.id, id);
  const now = tenant.now();
  return tenant.write(async (store) => {
    await store
      .insert(suggestion)
      .values({
        tenantId: tenant.tenant.id,
        id,
        tokenHash: hashToken(token),
        state: 'preview',
        fields: checked.value.fields,
        picture: checked.value.picture,
        entryId: null,
        name: checked.value.name,
        email: checked.value.email,
        language: tenant.locale,
        reason: '',
        origin: wish.origin,
        createdAt: now,
        eraseOn: addDays(civilDate(now), PREVIEW_KEPT_DAYS),
      })
      .onConflictDoNothing();
    return done({ token });
  });
}

/** Writes a preview anew. A picture that is there stays, unless another one comes. */
export async function changeSuggestion(
  parts: Parts,
  tenant: TenantScope,
  token: string,
  wish: SuggestWish,
): Promise<Outcome<null, SuggestRefusal>> {
  const checked = await check(parts, tenant, wish);
  if (!checked.ok) return checked;
  const { fields, name, email, picture } = checked.value;
  const earlier = await tenant.write(async (store) => {
    const row = await lockByToken(store, tenant, token);
    if (!row) return refuse('unknown');
    if (row.state !== 'preview') return refuse('wrong-state');
    await change(store, tenant, row.id, { fields, name, email, ...(picture ? { picture } : {}) });
    return done(picture ? row.picture : null);
  });
  if (!earlier.ok) return earlier;
  if (earlier.value) await removeKept(parts, earlier.value);
  return done(null);
}

/** What is wrong with a form, before its picture is kept. Contact and event are kept apart. */
async function check(
  parts: Parts,
  tenant: TenantScope,
  wish: SuggestWish,
): Promise<
  Outcome<{ fields: SuggestionDraft; name: string; email: string; picture: KeptPicture | null }, 'invalid'>
> {
  const faults = faultsIn(tenant, wish);
  if (faults) return refuse('invalid', { fields: faults });
  const fields = v.parse(suggestionDraft, wish.fields);
  const picture = await keepUploaded(parts, tenant, wish.picture);
  if (!picture.ok) return refuse('invalid', pictureFault(picture));
  const { name, email } = fields;
  return done({ fields: { ...fields, name: '', email: '' }, name, email, picture: picture.value });
}

function faultsIn(tenant: TenantScope, wish: SuggestWish): Record<string, string> | null {
  const checked = v.safeParse(suggestionDraft, wish.fields);
  const faults = checked.success ? {} : faultsOf(checked.issues);
  if (wish.picture && wish.picture.length > 0) Object.assign(faults, pictureFaults(wish.fields));
  if (checked.success && checked.output.day < civilDate(tenant.now())) faults.day = 'suggestions.fault.past';
  return Object.keys(faults).length > 0 ? faults : null;
}

function pictureFault({ reason, details }: { reason: string; details: RefusalDetails }): RefusalDetails {
  return { ...details, fields: { picture: `suggestions.fault.${reason}` } };
}

/** Sends a preview to the desk, where it becomes a draft. Done twice is done once. */
export async function sendSuggestion(
  tenant: TenantScope,
  token: string,
): Promise<Outcome<null, 'unknown' | 'wrong-state' | 'invalid'>> {
  const claimed = await tenant.write(async (store) => {
    const row = await lockByToken(store, tenant, token);
    if (!row) return refuse('unknown');
    if (row.state !== 'preview') return done(null);
    const now = tenant.now();
    await change(store, tenant, row.id, {
      state: 'sent',
      sentAt: now,
      eraseOn: addDays(civilDate(now), ERASE_AT_LATEST_AFTER_DAYS),
    });
    await post(store, tenant, { to: 'suggester', id: row.id, kind: 'receipt' });
    await post(store, tenant, { to: 'suggester', id: row.id, kind: 'to-desk' });
    return done(row);
  });
  if (!claimed.ok) return claimed;
  if (claimed.value) await makeDraft(tenant, claimed.value);
  return done(null);
}

/** The draft at the desk, with the picture; it carries nobody's name. Made again when it was interrupted. */
export async function makeDraft(tenant: TenantScope, row: SuggestionRow): Promise<void> {
  const desk = actingAs(tenant, 'Vorschlag', ['events.edit', 'publishing.media']);
  const saved = await saveEntry(desk, eventKind, entryOf(row.fields));
  if (!saved.ok) throw new Error(`the suggestion ${row.id} made no draft: ${JSON.stringify(saved.details)}`);
  const about = { alt: row.fields.alt, creator: row.fields.organizer };
  if (row.picture) await attachKept(desk, saved.value.id, row.picture, about);
  await tenant.write((store) => change(store, tenant, row.id, { entryId: saved.value.id }));
}

/** Takes a suggester's data away. What has become a draft or an event stays, for it names nobody. */
export async function eraseSuggestion(
  parts: Pick<Parts, 'files'>,
  tenant: TenantScope,
  token: string,
): Promise<Outcome<null, 'unknown'>> {
  const row = await tenant.write(async (store) => {
    const found = await lockByToken(store, tenant, token);
    if (!found) return refuse('unknown');
    await forget(store, tenant, found);
    return done(found);
  });
  if (!row.ok) return row;
  if (row.value.picture && row.value.state === 'preview') await removeKept(parts, row.value.picture);
  return done(null);
}

/** A preview goes as a whole; of what was sent the contact goes, of what was declined also what nobody else ever read. */
export async function forget(store: Store, tenant: TenantScope, row: SuggestionRow): Promise<void> {
  if (row.state === 'preview') {
    await store
      .delete(suggestion)
      .where(and(eq(suggestion.tenantId, tenant.tenant.id), eq(suggestion.id, row.id)));
    return;
  }
  await change(store, tenant, row.id, {
    tokenHash: null,
    name: null,
    email: null,
    erasedAt: tenant.now(),
    picture: null,
    fields: { ...(row.state === 'declined' ? bareFields(row.fields) : row.fields), name: '', email: '' },
    ...(row.state === 'declined' ? { reason: '' } : {}),
  });
}

/** That there was something on a day, for the list of what was decided. */
function bareFields(fields: SuggestionDraft): SuggestionDraft {
  const empty = Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? [] : '']);
  return { ...(Object.fromEntries(empty) as SuggestionDraft), title: fields.title, day: fields.day };
}

export async function change(
  store: Store,
  tenant: TenantScope,
  id: string,
  values: Partial<SuggestionRow>,
): Promise<void> {
  await store
    .update(suggestion)
    .set(values)
    .where(and(eq(suggestion.tenantId, tenant.tenant.id), eq(suggestion.id, id)));
}

export async function lockById(store: Store, tenant: TenantScope, id: string): Promise<SuggestionRow | null> {
  const [row] = await store
    .select()
    .from(suggestion)
    .where(and(eq(suggestion.tenantId, tenant.tenant.id), eq(suggestion.id, id)))
    .for('update');
  return row ?? null;
}

async function lockByToken(store: Store, tenant: TenantScope, token: string): Promise<SuggestionRow | null> {
  const [row] = await store
    .select()
    .from(suggestion)
    .where(and(eq(suggestion.tenantId, tenant.tenant.id), eq(suggestion.tokenHash, hashToken(token))))
    .for('update');
  return row ?? null;
}
