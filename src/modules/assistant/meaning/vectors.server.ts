import { and, eq, inArray, sql } from 'drizzle-orm';
import type { TenantScope } from '#platform/scope.server';
import type { Near } from './fuse.ts';
import { pageVector } from './tables.server.ts';

export interface PageVector {
  documentId: string;
  print: string;
  vector: number[];
}

const ofModel = (tenant: TenantScope, model: string) =>
  and(eq(pageVector.tenantId, tenant.tenant.id), eq(pageVector.model, model));

/** The hashes of pages that have a vector, and how many numbers it has; null while there is none or they differ. */
export function readKnown(
  tenant: TenantScope,
  model: string,
): Promise<{ prints: Map<string, string>; size: number | null }> {
  return tenant.read(async (store) => {
    const { documentId: id, print, vector } = pageVector;
    const rows = await store
      .select({ id, print, size: sql<number>`cardinality(${vector})` })
      .from(pageVector)
      .where(ofModel(tenant, model));
    const sizes = new Set(rows.map(({ size }) => size));
    const [size = null] = sizes;
    return { prints: new Map(rows.map((row) => [row.id, row.print])), size: sizes.size === 1 ? size : null };
  });
}

export async function saveVectors(
  tenant: TenantScope,
  model: string,
  pages: readonly PageVector[],
): Promise<void> {
  const tenantId = tenant.tenant.id;
  await tenant.write((store) =>
    store
      .insert(pageVector)
      .values(pages.map((page) => ({ tenantId, model, ...page })))
      .onConflictDoUpdate({
        target: [pageVector.tenantId, pageVector.model, pageVector.documentId],
        set: { print: sql`excluded.print`, vector: sql`excluded.vector` },
      }),
  );
}

/** Forgets pages that are gone, and what an earlier model made. */
export async function keepVectors(tenant: TenantScope, model: string, ids: readonly string[]): Promise<void> {
  await tenant.write(async (store) => {
    await store
      .delete(pageVector)
      .where(and(eq(pageVector.tenantId, tenant.tenant.id), sql`${pageVector.model} <> ${model}`));
    const known = await store
      .select({ id: pageVector.documentId })
      .from(pageVector)
      .where(ofModel(tenant, model));
    const kept = new Set(ids);
    const gone = known.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
    if (gone.length > 0)
      await store.delete(pageVector).where(and(ofModel(tenant, model), inArray(pageVector.documentId, gone)));
  });
}

/** Finds the pages nearest to a question. */
export type NearestPages = (
  tenant: TenantScope,
  model: string,
  asked: readonly number[],
  most: number,
) => Promise<Near[]>;

/** Whether pgvector is there, so that the database compares; without it this process does. */
export async function hasVectorType(tenant: TenantScope): Promise<boolean> {
  const { rows } = await tenant.read((store) =>
    store.execute<{ there: boolean }>(sql`select to_regtype('vector') is not null as there`),
  );
  return rows[0]!.there;
}

export const nearestInDatabase: NearestPages = async (tenant, model, asked, most) => {
  const wanted = sql.param(`{${asked.join(',')}}`);
  const { rows } = await tenant.read((store) =>
    store.execute<{ documentId: string; likeness: number }>(sql`
      select document_id as "documentId", 1 - (vector::vector <=> ${wanted}::real[]::vector) as likeness
      from assistant.page_vector
      where tenant_id = ${tenant.tenant.id} and model = ${model} and cardinality(vector) = ${asked.length}
      order by vector::vector <=> ${wanted}::real[]::vector, document_id
      limit ${most}`),
  );
  return rows.map(({ documentId, likeness }) => ({ documentId, likeness: Number(likeness) }));
};

// 50,000 pages of 768 numbers are 150 MB; beyond, a search by meaning wants pgvector.
const MOST_HELD = 50_000;

export function readVectors(tenant: TenantScope, model: string): Promise<Map<string, Float32Array>> {
  return tenant.read(async (store) => {
    const rows = await store
      .select({ id: pageVector.documentId, vector: pageVector.vector })
      .from(pageVector)
      .where(ofModel(tenant, model))
      .limit(MOST_HELD);
    return new Map(rows.map(({ id, vector }) => [id, Float32Array.from(vector)]));
  });
}
