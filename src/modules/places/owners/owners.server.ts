import { issueTicket } from '#platform/forms.server';
import type { SentForm } from '#platform/forms.server';
import type { CronJob, Job } from '#platform/jobs.server';
import { defineLetterJob } from '#platform/mail.server';
import type { TenantScope } from '#platform/scope.server';
import { confirmEntry, decideCorrection, inviteOwner, revokeOwner } from './commands.server.ts';
import { letterWork, ownersCron } from './jobs.server.ts';
import type { InviteWish } from './model.ts';
import { signerOf } from './parts.server.ts';
import type { OwnerParts } from './parts.server.ts';
import { findByToken, listCorrections, listOwners } from './queries.server.ts';

export type PlaceOwners = ReturnType<typeof createPlaceOwners>;

/** Owners who confirm their entry by a link, without an account. */
export function createPlaceOwners(parts: OwnerParts) {
  return {
    issueTicket: (tenant: TenantScope) => issueTicket(signerOf(parts), tenant),
    find: findByToken,
    confirm: (tenant: TenantScope, sent: SentForm & { token: string; form: Record<string, string> }) =>
      confirmEntry(parts, tenant, sent),

    list: listOwners,
    listCorrections,
    invite: (tenant: TenantScope, wish: InviteWish) => inviteOwner(parts, tenant, wish),
    revoke: revokeOwner,
    decide: decideCorrection,

    jobs: [defineLetterJob(letterWork(parts))] as Job[],
    crons: [ownersCron(parts)] as CronJob[],
  };
}
