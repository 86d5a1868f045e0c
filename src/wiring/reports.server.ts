import { createReports } from '#modules/reports.server';
import type { Forward, Reports } from '#modules/reports.server';
import { savePicture } from '#platform/files.server';
import type { FileStore } from '#platform/files.server';
import { listMembers } from './colleagues.server.ts';
import type { People } from './colleagues.server.ts';

interface ReportsWish {
  secret: string;
  mail: { send(mail: { to: string; subject: string; text: string }): Promise<unknown> };
  identity: People;
  files: FileStore;
  throttled: boolean;
  forward?: Forward;
}

/** Joins the reports with what they need of others: people of the town, mail, and where pictures are kept. */
export function joinReports({ secret, mail, identity, files, throttled, forward }: ReportsWish): Reports {
  return createReports({
    secret,
    mail,
    files,
    keepPicture: (tenantId, bytes) => savePicture(files, tenantId, bytes),
    throttled,
    ...(forward ? { forward } : {}),
    // Anybody at the desk can be given a report: somebody of the building yard needs no right to all of them.
    listColleagues: async (tenant) =>
      (await listMembers(identity, tenant, 'reports.handle'))
        .sort((a, b) => Number(b.hasRight) - Number(a.hasRight))
        .map(({ id, name, email }) => ({ id, name, email })),
  });
}
