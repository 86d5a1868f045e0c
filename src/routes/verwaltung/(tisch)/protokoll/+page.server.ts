import { listSources } from '#modules/exchange.server';
import { titlesOf } from '#modules/publishing.server';
import { listAudit } from '#platform/audit.server';
import { identity, kinds } from '#wiring/modules.server';
import { requirePermission } from '../../desk.server.ts';
import { subjectReader } from './subjects.ts';
import type { PageServerLoad } from './$types';

const PAGE = 100;

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'identity.manage');
  const { tenant } = event.locals;
  const found = await listAudit(tenant, { limit: PAGE + 1, after: event.url.searchParams.get('nach') });
  const lines = found.slice(0, PAGE);
  const subjectOf = subjectReader({
    kinds,
    entries: await titlesOf(
      tenant,
      lines.map((line) => line.subjectId),
    ),
    people: await identity.listPeople(tenant),
    roles: await identity.listRoles(tenant),
    sources: await listSources(tenant),
  });
  return {
    lines: lines.map((line) => ({ ...line, subject: subjectOf(line) })),
    first: event.url.searchParams.has('nach') ? event.url.pathname : null,
    next: found.length > PAGE ? `${event.url.pathname}?nach=${lines.at(-1)!.id}` : null,
  };
};
