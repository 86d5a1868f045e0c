import * as v from 'valibot';
import { recordAudit } from '#platform/audit.server';
import { isId } from '#platform/db';
import type { Store } from '#platform/db.server';
import { hashToken, linkToken } from '#platform/forms.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { lockDateById, toldDate } from '../dates.server.ts';
import type { DateRow } from '../dates.server.ts';
import { faultsOf } from '../faults.ts';
import { post } from '../letters.server.ts';
import { enteredDraft } from '../model.ts';
import type { EnteredDraft } from '../model.ts';
import { signerOf } from '../parts.server.ts';
import type { Parts } from '../parts.server.ts';
import { eraseOn, overAt } from '../rules.ts';
import { findByAddress, findOfferRow, findSignUp, placeIn } from '../rows.server.ts';
import { signUp } from '../tables.server.ts';

export type EnterRefusal = 'forbidden' | 'unknown' | 'invalid' | 'cancelled' | 'over' | 'full' | 'known';

export interface EnterWish {
  dateId: string;
  /** Comes with the form, so that one sent twice is one sign-up. */
  id: string;
  fields: unknown;
  /** Where links in mails begin. */
  origin: string;
}

/**
 * Enters somebody who phones or comes by. Seats and waiting list hold for them as for everybody; only the hours of the
 * sign-up do not, since the desk decides whom it still takes. Who has an address gets the link to their sign-up.
 */
export async function enterPerson(
  parts: Pick<Parts, 'secret'>,
  tenant: TenantScope,
  wish: EnterWish,
): Promise<Outcome<{ place: 'seat' | 'waiting' }, EnterRefusal>> {
  if (!tenant.may('attendance.manage')) return refuse('forbidden');
  if (!isId(wish.dateId) || !isId(wish.id)) return refuse('unknown');
  const checked = v.safeParse(enteredDraft, wish.fields);
  if (!checked.success) return refuse('invalid', { fields: faultsOf(checked.issues) });
  const person = { id: wish.id, draft: checked.output, origin: wish.origin };
  return tenant.write(async (store) => {
    const row = await lockDateById(store, tenant, wish.dateId);
    return row ? seatPerson(parts, store, tenant, row, person) : refuse('unknown');
  });
}

interface Entered {
  id: string;
  draft: EnteredDraft;
  origin: string;
}

async function seatPerson(
  parts: Pick<Parts, 'secret'>,
  store: Store,
  tenant: TenantScope,
  date: DateRow,
  person: Entered,
): Promise<Outcome<{ place: 'seat' | 'waiting' }, EnterRefusal>> {
  const offer = await findOfferRow(store, tenant, date.eventId);
  if (!offer) return refuse('unknown');
  const first = await findSignUp(store, tenant, person.id);
  if (first) return done({ place: first.state === 'waiting' ? 'waiting' : 'seat' });
  if (date.toldStatus === 'cancelled')
    return refuse('cancelled', { fields: { form: 'attendance.fault.cancelled' } });
  if (overAt(toldDate(date)) <= tenant.now())
    return refuse('over', { fields: { form: 'attendance.fault.over' } });
  const { name, email, phone, seats, answer } = person.draft;
  if (seats > offer.seatsEach) return refuse('invalid', { fields: { seats: 'attendance.fault.seats' } });
  if (email && (await findByAddress(store, tenant, date.id, email)))
    return refuse('known', { fields: { email: 'attendance.fault.known' } });
  const { place } = await placeIn(store, tenant, { date, offer, seats });
  if (place === 'full') return refuse('full', { fields: { seats: 'attendance.fault.full.desk' } });

  const now = tenant.now();
  const token = email ? linkToken(signerOf(parts), tenant.tenant.id, person.id) : null;
  await store.insert(signUp).values({
    tenantId: tenant.tenant.id,
    id: person.id,
    dateId: date.id,
    tokenHash: token && hashToken(token),
    state: place,
    seats,
    name,
    email: email || null,
    phone: phone || null,
    answer,
    language: tenant.locale,
    consentedAt: now,
    signedUpAt: now,
    confirmBy: now,
    confirmedAt: now,
    origin: person.origin,
    eraseOn: eraseOn(toldDate(date), offer.eraseAfterDays),
  });
  const kind = place === 'seat' ? 'confirmed' : 'waiting';
  if (email) await post(store, tenant, { to: 'sign-up', id: person.id, kind });
  await recordAudit(store, tenant, {
    action: 'attendance.entered',
    subject: { kind: 'sign-up', id: person.id },
    details: { seats, place },
  });
  return done({ place });
}
