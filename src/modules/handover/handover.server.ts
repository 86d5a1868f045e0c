import { createFormLimits, issueTicket } from '#platform/forms.server';
import type { CronJob, Job } from '#platform/jobs.server';
import { defineLetterJob } from '#platform/mail.server';
import { refuse } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import {
  answerInquiry,
  assignInquiry,
  closeInquiry,
  draftArticle,
  noteOnInquiry,
} from './commands/answering.server.ts';
import {
  eraseOwnData,
  findOffice,
  handOver,
  previewInquiry,
  replyToAnswer,
} from './commands/asking.server.ts';
import type { HandOverWish } from './commands/asking.server.ts';
import { eraseCron, letterWork } from './jobs.server.ts';
import type { Parts } from './parts.server.ts';
import { countInquiries, findByToken, findInquiry, listInquiries } from './queries.server.ts';
import { signerOf } from './secrets.server.ts';

export type Handover = ReturnType<typeof createHandover>;

/** A household may ask a few things in a row; a machine that goes on may not. */
const LIMITS = {
  send: { burst: 6, perMinute: 0.2 },
  reply: { burst: 6, perMinute: 0.5 },
  rate: { burst: 15, perMinute: 2 },
};

/** The way from a question to a person and back. */
export function createHandover(parts: Parts) {
  const isTooMuch = createFormLimits(LIMITS, { throttled: parts.throttled });

  return {
    issueTicket: (tenant: TenantScope) => issueTicket(signerOf(parts.secret), tenant),
    findOffice,
    preview: previewInquiry,
    async handOver(tenant: TenantScope, wish: HandOverWish & { address: string }) {
      if (isTooMuch(tenant, 'send', wish.address)) return refuse('too-many');
      return handOver(parts, tenant, wish);
    },
    findByToken,
    /** Whether this address may say once more if an answer helped. */
    mayRate: (tenant: TenantScope, address: string) => !isTooMuch(tenant, 'rate', address),
    async reply(
      tenant: TenantScope,
      reply: { token: string; text: string; origin: string; address: string },
    ) {
      if (isTooMuch(tenant, 'reply', reply.address)) return refuse('too-many');
      return replyToAnswer(parts, tenant, reply);
    },
    erase: (tenant: TenantScope, token: string) => eraseOwnData(parts, tenant, token),

    list: listInquiries,
    count: countInquiries,
    find: findInquiry,
    listColleagues: parts.listColleagues,
    assign: (tenant: TenantScope, wish: { id: string; to: string; origin: string }) =>
      assignInquiry(parts, tenant, wish),
    answer: answerInquiry,
    note: noteOnInquiry,
    close: closeInquiry,
    draftArticle: (tenant: TenantScope, id: string) => draftArticle(parts, tenant, id),

    jobs: [defineLetterJob(letterWork(parts))] as Job[],
    crons: [eraseCron(parts)] as CronJob[],
  };
}
