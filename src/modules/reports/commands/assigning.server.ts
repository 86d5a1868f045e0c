import { isId } from '#platform/db';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { post } from '../letters.server.ts';
import type { Parts } from '../parts.server.ts';
import { lockReport, takeStep } from '../rows.server.ts';
import { audit } from './changing.server.ts';
import type { DeskRefusal } from './changing.server.ts';

/** Gives a report to somebody, who is told by mail unless they took it themselves; an empty id gives it to nobody. */
export async function assignReport(
  parts: Pick<Parts, 'listColleagues'>,
  tenant: TenantScope,
  wish: { id: string; to: string; origin: string },
): Promise<Outcome<{ number: number }, DeskRefusal>> {
  const isOwn = wish.to !== '' && wish.to === tenant.actor.id;
  if (!tenant.may('reports.assign') && !(isOwn && tenant.may('reports.handle'))) return refuse('forbidden');
  if (!isId(wish.id)) return refuse('unknown');
  const colleague = wish.to ? (await parts.listColleagues(tenant)).find(({ id }) => id === wish.to) : null;
  if (colleague === undefined) return refuse('invalid', { fields: { an: 'reports.fault.colleague' } });

  return tenant.write(async (store) => {
    const row = await lockReport(store, tenant, wish.id);
    if (!row) return refuse('unknown');
    await takeStep(
      store,
      tenant,
      row,
      { kind: 'assigned', text: colleague?.name ?? '', isPublic: false },
      { assignedTo: colleague?.id ?? null, assignedName: colleague?.name ?? null },
    );
    if (colleague && !isOwn)
      await post(store, tenant, { reportId: row.id, kind: 'to-colleague', origin: wish.origin });
    await audit(store, tenant, 'assigned', row.id);
    return done({ number: row.number });
  });
}
