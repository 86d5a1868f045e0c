import { and, eq } from 'drizzle-orm';
import type { Forwarded } from '#modules/reports.server';
import type { Store } from '#platform/db.server';
import type { Open311Submission } from '#platform/formats.server';
import type { TenantScope } from '#platform/scope.server';
import { findByReference, readForeignToken, sendSubmission } from './client.server.ts';
import type { Access, Sent } from './client.server.ts';
import { endpointOf } from './endpoints.server.ts';
import type { Endpoint } from './model.ts';
import type { Fetch, Parts } from './parts.server.ts';
import { baseUrlOf, foreignServiceOf, nextPollAt, nextStep, referenceOf } from './rules.ts';
import { dispatch } from './tables.server.ts';
import { say } from './words.server.ts';

type Forwarding = { externalId: string } | { fault: string };
type Row = typeof dispatch.$inferSelect;

/** Thrown when the report may still get there: whoever called tries again later. */
export class TryAgain extends Error {
  constructor(why: string) {
    super(`the report is not there yet: ${why}`);
    this.name = 'TryAgain';
  }
}

/**
 * Hands a report to the server of a body, exactly once however often it is called. What is about to be done is
 * written down before it is done; after an attempt without a clear answer the report is looked for on the other side
 * before it is sent again.
 * @throws TryAgain when a later call may succeed
 */
export async function forwardReport(
  { fetch }: Pick<Parts, 'fetch'>,
  tenant: TenantScope,
  forwarded: Forwarded,
): Promise<Forwarding> {
  const row = await openDispatch(tenant, forwarded);
  if (row.foreignId !== null) return { externalId: row.foreignId };
  if (row.state === 'refused') return { fault: say(row.fault ?? 'open311.fault.refused') };
  const step = nextStep(row, tenant.now());
  if (step === 'wait') throw new TryAgain('another attempt is under way');
  if (step === 'give-up') return refuseDispatch(tenant, row.referralId, 'open311.fault.given-up');

  const endpoint = await endpointOf(fetch, tenant, forwarded.body);
  await tenant.end();
  if (!endpoint) throw new TryAgain('its server does not say what it takes');
  const serviceCode = foreignServiceOf(endpoint, forwarded.report.category);
  if (serviceCode === null) return refuseDispatch(tenant, row.referralId, 'open311.fault.no-service');
  const journey = { ...forwarded, access: accessOf(forwarded, endpoint), serviceCode };
  if (step === 'ask-token') return askForId(fetch, tenant, journey, row);
  const found = step === 'look-up' ? await lookUp(fetch, tenant, journey, row) : null;
  return found ?? send(fetch, tenant, journey, row);
}

type Journey = Forwarded & { access: Access; serviceCode: string };

/** Whether an attempt of which nothing is known has arrived after all; null when it has not. */
async function lookUp(
  fetch: Fetch,
  tenant: TenantScope,
  { access, serviceCode, report, referralId }: Journey,
  row: Row,
): Promise<Forwarding | null> {
  const found = await findByReference(fetch, access, {
    serviceCode,
    // Clocks differ.
    since: new Date((row.firstSentAt ?? row.createdAt).getTime() - HOUR_MS),
    until: new Date(tenant.now().getTime() + HOUR_MS),
    reference: referenceOf(tenant.tenant.slug, report.number, referralId),
  });
  // Without an answer nothing is sent: twice is worse than late.
  if (!found.ok) throw new TryAgain(`its list cannot be read (${found.reason})`);
  return found.value ? arrive(tenant, referralId, found.value.id) : null;
}

const HOUR_MS = 3_600_000;

async function send(fetch: Fetch, tenant: TenantScope, journey: Journey, row: Row): Promise<Forwarding> {
  if (!(await claim(tenant, row))) throw new TryAgain('another attempt was quicker');
  const sent = await sendSubmission(fetch, journey.access, submissionOf(tenant, journey));
  if (sent.result === 'arrived') {
    const { id, token } = sent.receipt;
    if (id !== null) return arrive(tenant, row.referralId, id);
    const held = await change(tenant, row.referralId, { state: 'has-token', foreignToken: token });
    return askForId(fetch, tenant, journey, held);
  }
  return sent.result === 'refused'
    ? refuseDispatch(tenant, row.referralId, faultTextOf(sent))
    : postpone(tenant, row.referralId, sent);
}

/** A known miss may be sent again at once; after anything else the report is looked for first. */
async function postpone(
  tenant: TenantScope,
  referralId: string,
  { result, reason, status }: Extract<Sent, { faults: unknown }>,
): Promise<never> {
  const told = status === null ? reason : `HTTP ${status}`;
  await change(tenant, referralId, {
    state: result === 'not-arrived' ? 'waiting' : 'sending',
    fault: told,
  });
  throw new TryAgain(told);
}

async function askForId(fetch: Fetch, tenant: TenantScope, journey: Journey, row: Row): Promise<Forwarding> {
  const found = await readForeignToken(fetch, journey.access, row.foreignToken!);
  if (found.ok && found.value !== null) return arrive(tenant, row.referralId, found.value);
  throw new TryAgain('it has a token and no number yet');
}

/** What the other side reads: the public words and where they stand, nothing of who reported it. */
function submissionOf(tenant: TenantScope, journey: Journey): Open311Submission {
  const { report, message, origin, referralId, serviceCode } = journey;
  const reference = referenceOf(tenant.tenant.slug, report.number, referralId);
  const [photo] = report.photos;
  const lines = [
    report.text,
    message,
    `Meldung Nr. ${report.number} von ${tenant.tenant.name}: ${origin}/meldungen/${report.number} (Kennung ${reference})`,
  ];
  return {
    serviceCode,
    description: lines.filter(Boolean).join('\n\n'),
    position:
      report.latitude === null || report.longitude === null
        ? null
        : { lat: report.latitude, long: report.longitude },
    address: [report.address, report.locality].filter(Boolean).join(', ') || null,
    addressId: null,
    attributes: Object.fromEntries(report.answers.map(({ code, values }) => [code, values])),
    mediaUrl: photo ? `${origin}/meldungen/foto/${photo.id}` : null,
    email: null,
    firstName: null,
    lastName: null,
    phone: null,
  };
}

function accessOf({ body }: Forwarded, endpoint: Endpoint): Access {
  return {
    baseUrl: baseUrlOf(body.open311Url!),
    format: endpoint.format,
    jurisdictionId: body.open311Jurisdiction || null,
    apiKey: body.open311ApiKey,
  };
}

function faultTextOf({ faults, status }: Extract<Sent, { faults: unknown }>): string {
  const told = faults.map(({ description }) => description).join(' ');
  return told.slice(0, 500) || `HTTP ${status ?? ''}`.trim();
}

async function openDispatch(tenant: TenantScope, { referralId, body, report }: Forwarded): Promise<Row> {
  const now = tenant.now();
  return tenant.write(async (store) => {
    await store
      .insert(dispatch)
      .values({
        tenantId: tenant.tenant.id,
        referralId,
        bodyId: body.id,
        reportNumber: report.number,
        createdAt: now,
        updatedAt: now,
        ...NEW,
      })
      .onConflictDoNothing();
    return load(store, tenant, referralId);
  });
}

const NEW = { state: 'waiting' as const, attempts: 0, silentPolls: 0 };

/** Takes the row for one attempt; of two at the same time one gets it. */
async function claim(tenant: TenantScope, row: Row): Promise<boolean> {
  const now = tenant.now();
  return tenant.write(async (store) => {
    const claimed = await store
      .update(dispatch)
      .set({
        state: 'sending',
        attempts: row.attempts + 1,
        firstSentAt: row.firstSentAt ?? now,
        updatedAt: now,
      })
      .where(
        and(
          ofReferral(tenant, row.referralId),
          eq(dispatch.state, row.state),
          eq(dispatch.attempts, row.attempts),
        ),
      )
      .returning({ attempts: dispatch.attempts });
    return claimed.length > 0;
  });
}

async function arrive(tenant: TenantScope, referralId: string, foreignId: string): Promise<Forwarding> {
  const now = tenant.now();
  await change(tenant, referralId, {
    state: 'sent',
    foreignId,
    foreignStatus: 'open',
    fault: null,
    nextPollAt: nextPollAt(now, now, 0),
  });
  return { externalId: foreignId };
}

async function refuseDispatch(tenant: TenantScope, referralId: string, fault: string): Promise<Forwarding> {
  await change(tenant, referralId, { state: 'refused', fault });
  return { fault: say(fault) };
}

export async function change(tenant: TenantScope, referralId: string, to: Partial<Row>): Promise<Row> {
  return tenant.write(async (store) => {
    await store
      .update(dispatch)
      .set({ ...to, updatedAt: tenant.now() })
      .where(ofReferral(tenant, referralId));
    return load(store, tenant, referralId);
  });
}

async function load(store: Store, tenant: TenantScope, referralId: string): Promise<Row> {
  const [row] = await store.select().from(dispatch).where(ofReferral(tenant, referralId)).limit(1);
  return row!;
}

function ofReferral(tenant: TenantScope, referralId: string) {
  return and(eq(dispatch.tenantId, tenant.tenant.id), eq(dispatch.referralId, referralId));
}
