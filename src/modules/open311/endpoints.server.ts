import { and, eq } from 'drizzle-orm';
import { listBodies } from '#modules/reports.server';
import { recordAudit } from '#platform/audit.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { readForeignServices } from './client.server.ts';
import type { Endpoint } from './model.ts';
import type { Fetch } from './parts.server.ts';
import { baseUrlOf } from './rules.ts';
import { endpoint } from './tables.server.ts';

/** A body with a server of its own, and what is known of it. */
export interface BodyEndpoint {
  bodyId: string;
  bodyName: string;
  url: string;
  jurisdiction: string | null;
  endpoint: Endpoint | null;
}

/** The bodies of the town that take reports by Open311; for those who manage the ways to them. */
export async function listEndpoints(tenant: TenantScope): Promise<BodyEndpoint[]> {
  if (!tenant.may('open311.manage')) return [];
  const bodies = (await listBodies(tenant)).filter(({ open311Url }) => open311Url);
  const known = await tenant.read((store) =>
    store.select().from(endpoint).where(eq(endpoint.tenantId, tenant.tenant.id)).limit(200),
  );
  return bodies.map(({ id, name, open311Url, open311Jurisdiction }) => ({
    bodyId: id,
    bodyName: name,
    url: open311Url!,
    jurisdiction: open311Jurisdiction || null,
    endpoint: toEndpoint(known.find((row) => row.bodyId === id && row.baseUrl === baseUrlOf(open311Url!))),
  }));
}

/** Says as what each category of ours goes to a body. Empty choices are left to the names; `*` is for the rest. */
export async function saveServiceMap(
  tenant: TenantScope,
  bodyId: string,
  map: Readonly<Record<string, string>>,
): Promise<Outcome<null, 'forbidden' | 'unknown'>> {
  if (!tenant.may('open311.manage')) return refuse('forbidden');
  return tenant.write(async (store) => {
    const [row] = await store.select().from(endpoint).where(ofBody(tenant, bodyId)).for('update');
    if (!row) return refuse('unknown');
    const codes = new Set(row.services.map(({ code }) => code));
    const serviceMap = Object.fromEntries(Object.entries(map).filter(([, code]) => codes.has(code)));
    await store.update(endpoint).set({ serviceMap }).where(ofBody(tenant, bodyId));
    await recordAudit(store, tenant, {
      action: 'open311.services-mapped',
      subject: { kind: 'body', id: bodyId },
      details: { mapped: Object.keys(serviceMap).length },
    });
    return done(null);
  });
}

interface BodyAccess {
  id: string;
  open311Url: string | null;
  open311Jurisdiction: string | null;
}

/** What is known of a body's server; read anew when it never was, when the address changed, or after a week. */
export async function endpointOf(
  fetch: Fetch,
  tenant: TenantScope,
  body: BodyAccess,
): Promise<Endpoint | null> {
  const [row] = await tenant.read((store) =>
    store.select().from(endpoint).where(ofBody(tenant, body.id)).limit(1),
  );
  const known = body.open311Url && row?.baseUrl === baseUrlOf(body.open311Url) ? toEndpoint(row) : null;
  const age = known?.readAt ? tenant.now().getTime() - known.readAt.getTime() : Infinity;
  if (known && known.services.length > 0 && age < WEEK_MS) return known;
  const read = await readEndpoint(fetch, tenant, body);
  return read.ok ? read.value : known && known.services.length > 0 ? known : null;
}

const WEEK_MS = 7 * 86_400_000;

/** Asks a body's server what it takes, and keeps the answer or the fault. */
export async function readEndpoint(
  fetch: Fetch,
  tenant: TenantScope,
  body: BodyAccess,
): Promise<Outcome<Endpoint, string>> {
  const baseUrl = baseUrlOf(body.open311Url!);
  const access = { baseUrl, jurisdictionId: body.open311Jurisdiction || null, apiKey: null };
  const read = await readForeignServices(fetch, access);
  await tenant.end();
  const fresh = read.ok
    ? {
        format: read.value.format,
        services: read.value.services.map(({ code, name }) => ({ code, name })).slice(0, 500),
        readAt: tenant.now(),
        fault: null,
      }
    : { fault: read.reason };
  // A fault is kept for the desk to see, so it is written before it is told.
  const kept = await keepEndpoint(tenant, body.id, baseUrl, fresh);
  return read.ok ? done(kept) : read;
}

type Fresh = Pick<Endpoint, 'fault'> & Partial<Pick<Endpoint, 'format' | 'services' | 'readAt'>>;

async function keepEndpoint(
  tenant: TenantScope,
  bodyId: string,
  baseUrl: string,
  fresh: Fresh,
): Promise<Endpoint> {
  return tenant.write(async (store) => {
    const [before] = await store.select().from(endpoint).where(ofBody(tenant, bodyId)).for('update');
    const isSame = before?.baseUrl === baseUrl;
    const row = {
      tenantId: tenant.tenant.id,
      bodyId,
      baseUrl,
      format: isSame ? before.format : ('json' as const),
      services: isSame ? before.services : [],
      serviceMap: before?.serviceMap ?? {},
      readAt: isSame ? before.readAt : null,
      ...fresh,
    };
    await store
      .insert(endpoint)
      .values(row)
      .onConflictDoUpdate({ target: [endpoint.tenantId, endpoint.bodyId], set: row });
    return toEndpoint(row)!;
  });
}

function ofBody(tenant: TenantScope, bodyId: string) {
  return and(eq(endpoint.tenantId, tenant.tenant.id), eq(endpoint.bodyId, bodyId));
}

function toEndpoint(row: typeof endpoint.$inferSelect | undefined): Endpoint | null {
  if (!row) return null;
  const { tenantId: _, ...known } = row;
  return known;
}
