import { and, eq, isNull } from 'drizzle-orm';
import { isId } from '#platform/db';
import { isSame, linkToken } from '#platform/forms.server';
import type { TenantScope } from '#platform/scope.server';
import { signerOf } from './parts.server.ts';
import type { Parts } from './parts.server.ts';
import { organiser } from './tables.server.ts';

export type OrganiserRow = typeof organiser.$inferSelect;

export const LINK_HOURS = 12;
export const INVITATION_HOURS = 7 * 24;

/** A link that signs in until an hour: organiser, end and signature. The number of the links makes earlier ones void. */
export function organiserToken(
  parts: Pick<Parts, 'secret'>,
  tenant: TenantScope,
  row: Pick<OrganiserRow, 'id' | 'linkNumber'>,
  hours: number,
): string {
  const until = (tenant.now().getTime() + hours * 3_600_000).toString(36);
  return `${row.id}.${until}.${signature(parts, tenant, row, until)}`;
}

function signature(
  parts: Pick<Parts, 'secret'>,
  tenant: TenantScope,
  row: Pick<OrganiserRow, 'id' | 'linkNumber'>,
  until: string,
): string {
  return linkToken(signerOf(parts), tenant.tenant.id, `organiser ${row.id} ${row.linkNumber} ${until}`);
}

/** Whose link it is, if it is good. */
export async function findOrganiser(
  parts: Pick<Parts, 'secret'>,
  tenant: TenantScope,
  token: string,
): Promise<OrganiserRow | null> {
  const [id = '', until = ''] = token.split('.');
  if (!isId(id) || !(parseInt(until, 36) > tenant.now().getTime())) return null;
  const [row] = await tenant.read((store) =>
    store
      .select()
      .from(organiser)
      .where(
        and(eq(organiser.tenantId, tenant.tenant.id), eq(organiser.id, id), isNull(organiser.disabledAt)),
      ),
  );
  return row && isSame(token, `${id}.${until}.${signature(parts, tenant, row, until)}`) ? row : null;
}
