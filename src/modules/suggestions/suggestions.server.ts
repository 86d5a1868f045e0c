import { createFormLimits, issueTicket } from '#platform/forms.server';
import type { SentForm } from '#platform/forms.server';
import type { CronJob, Job } from '#platform/jobs.server';
import { defineLetterJob } from '#platform/mail.server';
import { refuse } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { declineSuggestion, publishSuggestion } from './commands/deciding.server.ts';
import {
  askForLink,
  cancelOwnEvent,
  inviteOrganiser,
  saveOwnEvent,
  setOrganiser,
} from './commands/organising.server.ts';
import type { OwnEventWish } from './commands/organising.server.ts';
import {
  changeSuggestion,
  eraseSuggestion,
  previewSuggestion,
  sendSuggestion,
} from './commands/suggesting.server.ts';
import type { SuggestWish } from './commands/suggesting.server.ts';
import { findGuestDates, findGuestList } from './guests.server.ts';
import { decisionJob, letterWork, nightCron } from './jobs.server.ts';
import { signerOf } from './parts.server.ts';
import type { Parts } from './parts.server.ts';
import {
  findOwn,
  findOwnEvents,
  findSuggestion,
  listOrganisers,
  listSimilar,
  listSuggestions,
} from './queries.server.ts';

export type Suggestions = ReturnType<typeof createSuggestions>;

/** A club may bring the dates of a month; a machine that goes on may not. */
const LIMITS = {
  suggest: { burst: 20, perMinute: 0.5 },
  link: { burst: 6, perMinute: 0.2 },
};

/** Events from the town itself: suggested by anyone, published by those it trusts. */
export function createSuggestions(parts: Parts) {
  const isTooMuch = createFormLimits(LIMITS, { throttled: parts.throttled });
  return {
    issueTicket: (tenant: TenantScope) => issueTicket(signerOf(parts), tenant),
    async preview(tenant: TenantScope, wish: SuggestWish & SentForm & { address: string }) {
      if (isTooMuch(tenant, 'suggest', wish.address)) return refuse('too-many');
      return previewSuggestion(parts, tenant, wish);
    },
    async change(tenant: TenantScope, token: string, wish: SuggestWish & { address: string }) {
      if (isTooMuch(tenant, 'suggest', wish.address)) return refuse('too-many');
      return changeSuggestion(parts, tenant, token, wish);
    },
    findOwn,
    listSimilar,
    send: sendSuggestion,
    erase: (tenant: TenantScope, token: string) => eraseSuggestion(parts, tenant, token),

    list: listSuggestions,
    find: findSuggestion,
    publish: publishSuggestion,
    decline: (tenant: TenantScope, wish: { id: string; reason: string }) =>
      declineSuggestion(parts, tenant, wish),

    listOrganisers,
    invite: inviteOrganiser,
    setOrganiser,
    async askForLink(tenant: TenantScope, wish: SentForm & { email: string; address: string }) {
      if (isTooMuch(tenant, 'link', wish.address)) return refuse('too-many');
      return askForLink(parts, tenant, wish);
    },
    findOwnEvents: (tenant: TenantScope, token: string) => findOwnEvents(parts, tenant, token),
    findGuestDates: (tenant: TenantScope, token: string, eventId: string) =>
      findGuestDates(parts, tenant, token, eventId),
    findGuestList: (tenant: TenantScope, token: string, wish: { dateId: string; takesAlong: boolean }) =>
      findGuestList(parts, tenant, token, wish),
    saveOwnEvent: (tenant: TenantScope, token: string, wish: OwnEventWish) =>
      saveOwnEvent(parts, tenant, token, wish),
    cancelOwnEvent: (
      tenant: TenantScope,
      token: string,
      wish: { id: string; what: 'cancel' | 'resume' | 'remove' },
    ) => cancelOwnEvent(parts, tenant, token, wish),

    jobs: [defineLetterJob(letterWork(parts)), decisionJob()] as Job[],
    crons: [nightCron(parts)] as CronJob[],
  };
}
