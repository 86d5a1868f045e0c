import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { TownEvent } from '#modules/events';
import { eventKind, listEvents } from '#modules/events.server';
import { findDeskEntry } from '#modules/publishing.server';
import { isId } from '#platform/db';
import { hashToken } from '#platform/forms.server';
import { addDays, instantOf } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';
import { actingAs } from './acting.server.ts';
import { eventsWithSignUp } from './guests.server.ts';
import type { Organiser, SuggestionDraft, SuggestionState } from './model.ts';
import { findOrganiser } from './organiser-links.server.ts';
import type { Parts } from './parts.server.ts';
import { mayBeSame } from './rules.ts';
import { organiser, organiserEvent, suggestion } from './tables.server.ts';

export interface OwnSuggestion {
  state: SuggestionState;
  fields: SuggestionDraft;
  hasPicture: boolean;
  /** Key of the picture, for who holds the link. */
  pictureKey: string | null;
  reason: string;
  eraseOn: string;
  /** Events of the same day that it may repeat. */
  similar: { title: string; slug: string; startsAt: Date; venue: string }[];
  /** Where the event stands, once it is public. */
  slug: string | null;
}

/** What a suggester sees behind the link. */
export async function findOwn(tenant: TenantScope, token: string): Promise<OwnSuggestion | null> {
  const [row] = await tenant.read((store) =>
    store
      .select()
      .from(suggestion)
      .where(and(eq(suggestion.tenantId, tenant.tenant.id), eq(suggestion.tokenHash, hashToken(token)))),
  );
  if (!row) return null;
  const entry =
    row.state === 'published' && row.entryId
      ? await findDeskEntry(actingAs(tenant, '', []), eventKind, row.entryId)
      : null;
  return {
    state: row.state,
    fields: { ...row.fields, name: row.name ?? '', email: row.email ?? '' },
    hasPicture: row.picture !== null,
    pictureKey: row.picture?.key ?? null,
    reason: row.reason,
    eraseOn: row.eraseOn,
    similar: row.state === 'preview' ? await listSimilar(tenant, row.fields) : [],
    slug: entry?.state === 'published' ? entry.slug : null,
  };
}

/** Public events of the same day that may be the same one. */
export async function listSimilar(
  tenant: TenantScope,
  said: Pick<SuggestionDraft, 'day' | 'title' | 'venue'>,
): Promise<OwnSuggestion['similar']> {
  const span = { from: instantOf(said.day), to: instantOf(addDays(said.day, 1)) };
  const { items } = await listEvents(tenant, { ...span, limit: 100 });
  return items
    .filter((event) => mayBeSame(said, event))
    .slice(0, 5)
    .map(({ title, slug, details }) => ({ title, slug, startsAt: details.startsAt, venue: details.venue }));
}

export interface SuggestionLine {
  id: string;
  title: string;
  day: string;
  organizer: string;
  state: SuggestionState;
  sentAt: Date | null;
}

/** Suggestions at the desk: what waits, the oldest first; then what was decided lately. */
export function listSuggestions(
  tenant: TenantScope,
  list: 'open' | 'decided' = 'open',
): Promise<SuggestionLine[]> {
  if (!tenant.may('suggestions.manage')) return Promise.resolve([]);
  return tenant.read(async (store) => {
    const rows = await store
      .select()
      .from(suggestion)
      .where(
        and(
          eq(suggestion.tenantId, tenant.tenant.id),
          inArray(suggestion.state, list === 'open' ? ['sent'] : ['published', 'declined']),
        ),
      )
      .orderBy(list === 'open' ? asc(suggestion.sentAt) : desc(suggestion.decidedAt))
      .limit(100);
    return rows.map(({ id, fields, state, sentAt }) => ({
      id,
      title: fields.title,
      day: fields.day,
      organizer: fields.organizer,
      state,
      sentAt,
    }));
  });
}

export interface DeskSuggestion extends SuggestionLine {
  fields: SuggestionDraft;
  name: string | null;
  email: string | null;
  reason: string;
  eraseOn: string;
  /** Null when the desk has deleted the draft. */
  draft: { id: string; state: string; slug: string } | null;
  similar: OwnSuggestion['similar'];
}

/** One suggestion for the desk, with whom to ask. */
export async function findSuggestion(tenant: TenantScope, id: string): Promise<DeskSuggestion | null> {
  if (!tenant.may('suggestions.manage') || !isId(id)) return null;
  const [row] = await tenant.read((store) =>
    store
      .select()
      .from(suggestion)
      .where(and(eq(suggestion.tenantId, tenant.tenant.id), eq(suggestion.id, id))),
  );
  if (!row || row.state === 'preview') return null;
  const entry = row.entryId ? await findDeskEntry(tenant, eventKind, row.entryId) : null;
  const { fields, state, sentAt, name, email, reason, eraseOn } = row;
  return {
    id,
    title: fields.title,
    day: fields.day,
    organizer: fields.organizer,
    state,
    sentAt,
    fields,
    name,
    email,
    reason,
    eraseOn,
    draft: entry && { id: entry.id, state: entry.state, slug: entry.slug },
    similar: state === 'sent' ? await listSimilar(tenant, fields) : [],
  };
}

/** Whom the town trusts, by name. */
export function listOrganisers(tenant: TenantScope): Promise<Organiser[]> {
  if (!tenant.may('suggestions.manage')) return Promise.resolve([]);
  return tenant.read((store) =>
    store
      .select({
        id: organiser.id,
        name: organiser.name,
        email: organiser.email,
        invitedAt: organiser.invitedAt,
        invitedBy: organiser.invitedBy,
        disabledAt: organiser.disabledAt,
        eraseOn: organiser.eraseOn,
        lastSeenAt: organiser.lastSeenAt,
        events: sql<number>`count(${organiserEvent.eventId})::int`,
      })
      .from(organiser)
      .leftJoin(
        organiserEvent,
        and(eq(organiserEvent.tenantId, organiser.tenantId), eq(organiserEvent.organiserId, organiser.id)),
      )
      .where(eq(organiser.tenantId, tenant.tenant.id))
      .groupBy(organiser.tenantId, organiser.id)
      .orderBy(asc(sql`lower(${organiser.name})`))
      .limit(500),
  );
}

export interface OrganiserView {
  name: string;
  events: TownEvent[];
  /** Ids of those that take sign-ups. */
  withSignUp: Set<string>;
}

/** What an organiser sees behind the link: their own events, the newest first. */
export async function findOwnEvents(
  parts: Pick<Parts, 'secret' | 'guests'>,
  tenant: TenantScope,
  token: string,
): Promise<OrganiserView | null> {
  const own = await findOrganiser(parts, tenant, token);
  if (!own) return null;
  const rows = await tenant.read((store) =>
    store
      .select({ eventId: organiserEvent.eventId })
      .from(organiserEvent)
      .where(and(eq(organiserEvent.tenantId, tenant.tenant.id), eq(organiserEvent.organiserId, own.id)))
      .orderBy(desc(organiserEvent.eventId))
      .limit(200),
  );
  const desk = actingAs(tenant, own.name, []);
  const events = await Promise.all(rows.map(({ eventId }) => findDeskEntry(desk, eventKind, eventId)));
  return {
    name: own.name,
    events: events.filter((event) => event !== null),
    withSignUp: await eventsWithSignUp(parts, tenant, own),
  };
}
