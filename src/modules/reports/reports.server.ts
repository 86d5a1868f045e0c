import { newId } from '#platform/db';
import { createFormLimits, issueTicket } from '#platform/forms.server';
import type { CronJob, Job } from '#platform/jobs.server';
import { defineLetterJob } from '#platform/mail.server';
import { refuse } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { assignReport } from './commands/assigning.server.ts';
import { saveBody, saveDeputy } from './commands/configuring.server.ts';
import { confirmMail, followReport, unfollowReport } from './commands/following.server.ts';
import type { FollowWish } from './commands/following.server.ts';
import { answerReferral, passOn } from './commands/passing.server.ts';
import type { BodyAnswer } from './commands/passing.server.ts';
import { coverPhoto, uncoverPhoto } from './commands/redacting.server.ts';
import { addUpdate, confirmDone, reopenReport, withdrawContact } from './commands/reporter.server.ts';
import type { LinkWish } from './commands/reporter.server.ts';
import { checkReport, createReport } from './commands/reporting.server.ts';
import type { ReportWish } from './commands/reporting.server.ts';
import { eraseCron, forwardJob, letterWork, tellJob } from './jobs.server.ts';
import type { Parts } from './parts.server.ts';
import { signerOf } from './secrets.server.ts';
import {
  coverUpload,
  keepUploads,
  listUploads,
  readUpload,
  readUploads,
  removeUploads,
  sweepCron,
} from './uploads.server.ts';

export type Reports = ReturnType<typeof createReports>;

/** A walk through the village may bring ten reports; a machine that goes on may not. */
const LIMITS = {
  report: { burst: 12, perMinute: 0.3 },
  upload: { burst: 24, perMinute: 1 },
  follow: { burst: 20, perMinute: 1 },
  write: { burst: 12, perMinute: 0.5 },
};

/** Reports from the first word to the last answer, joined with mail, files and people. */
export function createReports(parts: Parts) {
  const isTooMuch = createFormLimits(LIMITS, parts);

  return {
    /** For a form: a ticket that proves it was shown, and a key that makes what it sends one thing, however often. */
    issueTicket: (tenant: TenantScope) => ({
      ticket: issueTicket(signerOf(parts.secret), tenant),
      key: newId(tenant.now().getTime()),
    }),
    /** Checks the fields without keeping anything. */
    check: (tenant: TenantScope, fields: Record<string, unknown>) => checkReport(tenant, fields),
    /** Takes a report in; `address` is where it came from, for limits only. */
    async create(tenant: TenantScope, wish: ReportWish & { address: string }) {
      // Other systems are held to the daily share of their key, the desk to nothing.
      if (!wish.from && isTooMuch(tenant, 'report', wish.address)) return refuse('too-many');
      const key = wish.idempotencyKey;
      const photos = [...(await readUploads(parts, tenant, key)), ...(wish.photos ?? [])];
      const outcome = await createReport(parts, tenant, { ...wish, photos });
      if (outcome.ok) await removeUploads(parts, tenant, { key });
      return outcome;
    },
    /** Keeps pictures between a form and its preview; `key` is that of the form. */
    async keepUploads(
      tenant: TenantScope,
      wish: { key: string; photos: readonly Uint8Array[]; address: string },
    ) {
      if (wish.photos.length > 0 && isTooMuch(tenant, 'upload', wish.address)) return refuse('too-many');
      return keepUploads(parts, tenant, wish);
    },
    listUploads,
    readUpload: (tenant: TenantScope, wish: { key: string; id: string }) => readUpload(parts, tenant, wish),
    coverUpload: (tenant: TenantScope, wish: Parameters<typeof coverUpload>[2]) =>
      coverUpload(parts, tenant, wish),
    removeUploads: (tenant: TenantScope, wish: { key: string; ids?: readonly string[] }) =>
      removeUploads(parts, tenant, wish),
    async follow(tenant: TenantScope, wish: FollowWish & { address: string }) {
      if (isTooMuch(tenant, 'follow', wish.address)) return refuse('too-many');
      return followReport(parts, tenant, wish);
    },
    confirmMail,
    unfollow: unfollowReport,
    async addUpdate(tenant: TenantScope, wish: LinkWish & { address: string }) {
      if (isTooMuch(tenant, 'write', wish.address)) return refuse('too-many');
      return addUpdate(parts, tenant, wish);
    },
    confirmDone,
    reopen: reopenReport,
    withdrawContact,

    /** A body answers by the link of its mail. */
    async answerReferral(tenant: TenantScope, wish: BodyAnswer & { link: string; address: string }) {
      if (isTooMuch(tenant, 'write', wish.address)) return refuse('too-many');
      return answerReferral(tenant, wish);
    },

    passOn: (tenant: TenantScope, wish: { id: string; bodyId: string; message: string; origin: string }) =>
      passOn(parts, tenant, wish),
    assign: (tenant: TenantScope, wish: { id: string; to: string; origin: string }) =>
      assignReport(parts, tenant, wish),
    coverPhoto: (tenant: TenantScope, wish: { id: string; photoId: string; fields: readonly string[] }) =>
      coverPhoto(parts, tenant, wish),
    uncoverPhoto: (tenant: TenantScope, wish: { id: string; photoId: string }) =>
      uncoverPhoto(parts, tenant, wish),
    listColleagues: parts.listColleagues,
    saveBody: (tenant: TenantScope, wish: Parameters<typeof saveBody>[2]) => saveBody(parts, tenant, wish),
    saveDeputy: (tenant: TenantScope, wish: Parameters<typeof saveDeputy>[2]) =>
      saveDeputy(parts, tenant, wish),

    jobs: [defineLetterJob(letterWork(parts)), tellJob, forwardJob(parts)] as Job[],
    crons: [eraseCron(parts), sweepCron(parts)] as CronJob[],
  };
}
