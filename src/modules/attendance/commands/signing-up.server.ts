import * as v from 'valibot';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import { checkForm, hashToken, linkToken } from '#platform/forms.server';
import type { FormRefusal, SentForm } from '#platform/forms.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { dateIn, lockDate, publicPlan } from '../dates.server.ts';
import type { DateRow } from '../dates.server.ts';
import { faultsOf } from '../faults.ts';
import { post } from '../letters.server.ts';
import { signUpDraft } from '../model.ts';
import type { Offer, PlannedDate, SignUpDraft } from '../model.ts';
import { signerOf } from '../parts.server.ts';
import type { Parts } from '../parts.server.ts';
import { confirmBy, eraseOn, gateOf } from '../rules.ts';
import { findByAddress, findOfferRow, findSignUp, placeIn, waitingOf } from '../rows.server.ts';
import type { SignUpRow } from '../rows.server.ts';
import { signUp } from '../tables.server.ts';
import type { InTurn } from '../turns.ts';

export type SignUpRefusal =
  'invalid' | 'unknown' | 'full' | 'not-yet' | 'closed' | 'cancelled' | 'over' | FormRefusal;

export interface SignUpWish extends SentForm {
  eventId: string;
  /** Original start of the date; null for an event of one date. */
  recurrenceId: Date | null;
  fields: Record<string, unknown>;
  /** Where links in mails begin. */
  origin: string;
}

/** What the page may say after the form: the same for who is new and for who is signed up already. */
export interface Receipt {
  place: 'seat' | 'waiting';
  /** Place on the waiting list, from 1. */
  position: number | null;
}

/** Takes a sign-up. The same form sent again changes nothing; the same address twice gets its own link by mail. */
export async function takeSignUp(
  parts: Parts & { inTurn: InTurn },
  tenant: TenantScope,
  wish: SignUpWish,
): Promise<Outcome<Receipt, SignUpRefusal>> {
  const checked = v.safeParse(signUpDraft, wish.fields);
  if (!checked.success) return refuse('invalid', { fields: faultsOf(checked.issues) });
  const form = checkForm(signerOf(parts), tenant, wish);
  if (!form.ok) return form;
  const plan = isId(wish.eventId) ? await publicPlan(tenant, wish.eventId) : null;
  const planned = plan && dateIn(plan, wish.recurrenceId);
  if (!planned) return refuse('unknown');

  const { id } = form.value;
  const token = linkToken(signerOf(parts), tenant.tenant.id, id);
  const person = { id, token, draft: checked.output, origin: wish.origin };
  const key = `${tenant.tenant.id} ${planned.eventId} ${planned.recurrenceId.toISOString()}`;
  // Whoever waits for a turn holds no connection.
  await tenant.end();
  return parts.inTurn(key, () => tenant.write((store) => seatOne(store, tenant, planned, person)));
}

interface Person {
  id: string;
  token: string;
  draft: SignUpDraft;
  origin: string;
}

/** Gives one person a seat or a place on the list, while nobody else can. */
async function seatOne(
  store: Store,
  tenant: TenantScope,
  planned: PlannedDate,
  person: Person,
): Promise<Outcome<Receipt, SignUpRefusal>> {
  const date = await lockDate(store, tenant, planned);
  const offer = await findOfferRow(store, tenant, planned.eventId);
  if (!offer) return refuse('unknown');
  const first = await findSignUp(store, tenant, person.id);
  if (first) return done(await receiptOf(store, tenant, first));
  const gate = gateOf(offer, planned, tenant.now());
  if (gate !== 'open') return refuse(gate);
  const { seats } = person.draft;
  if (seats > offer.seatsEach)
    return refuse('invalid', {
      fields: { seats: 'attendance.fault.seats' },
      values: { most: offer.seatsEach },
    });

  const { place, free, waiting } = await placeIn(store, tenant, { date, offer, seats });
  if (place === 'full') return refuse('full', { values: { free: free ?? 0 } });

  const receipt = { place, position: place === 'waiting' ? waiting + 1 : null };
  const known = await findByAddress(store, tenant, date.id, person.draft.email);
  if (known) await post(store, tenant, { to: 'sign-up', id: known.id, kind: 'already' });
  else await insertSignUp(store, tenant, { date, offer, planned, person, state: place });
  return done(receipt);
}

async function insertSignUp(
  store: Store,
  tenant: TenantScope,
  about: {
    date: DateRow;
    offer: Offer;
    planned: PlannedDate;
    person: Person;
    state: 'seat' | 'waiting';
  },
): Promise<void> {
  const { date, offer, planned, person, state } = about;
  const { name, email, seats, answer } = person.draft;
  const now = tenant.now();
  await store.insert(signUp).values({
    tenantId: tenant.tenant.id,
    id: person.id,
    dateId: date.id,
    tokenHash: hashToken(person.token),
    state,
    seats,
    name,
    email,
    answer: offer.question ? answer : '',
    language: tenant.locale,
    consentedAt: now,
    signedUpAt: now,
    confirmBy: confirmBy(now, planned.startsAt),
    origin: person.origin,
    eraseOn: eraseOn(planned, offer.eraseAfterDays),
  });
  await post(store, tenant, { to: 'sign-up', id: person.id, kind: 'confirm' });
}

async function receiptOf(store: Store, tenant: TenantScope, row: SignUpRow): Promise<Receipt> {
  if (row.state !== 'waiting') return { place: 'seat', position: null };
  const waiting = await waitingOf(store, tenant, row.dateId);
  return { place: 'waiting', position: waiting.findIndex(({ id }) => id === row.id) + 1 };
}
