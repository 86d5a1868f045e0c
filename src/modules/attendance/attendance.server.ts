import { createFormLimits, issueTicket } from '#platform/forms.server';
import type { CronJob, Job } from '#platform/jobs.server';
import { defineLetterJob } from '#platform/mail.server';
import { refuse } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import {
  changeCapacity,
  confirmForPerson,
  exportList,
  noteAttendance,
  removeSignUp,
  saveOffer,
  writeToDate,
} from './commands/desk.server.ts';
import { enterPerson } from './commands/entering.server.ts';
import type { EnterWish } from './commands/entering.server.ts';
import { changeReminder, confirmFollow, followEvent, unfollow } from './commands/following.server.ts';
import type { FollowWish } from './commands/following.server.ts';
import { acceptOffer, cancelSignUp, changeSeats, confirmSignUp } from './commands/own.server.ts';
import { takeSignUp } from './commands/signing-up.server.ts';
import type { SignUpWish } from './commands/signing-up.server.ts';
import { changeJobs, clockCron, letterWork, nightCron } from './jobs.server.ts';
import { signerOf } from './parts.server.ts';
import type { Parts } from './parts.server.ts';
import { findDeskList, findDeskOffer, listOffers } from './queries/lists.server.ts';
import { findFollowable, findOpening, findOpenings } from './queries/openings.server.ts';
import { findFollow, findOwn, findOwnCalendar } from './queries/own.server.ts';
import { createTurns } from './turns.ts';

export type Attendance = ReturnType<typeof createAttendance>;

/** A family or a sports group may sign up one by one; a machine that goes on may not. */
const LIMITS = {
  signUp: { burst: 12, perMinute: 1 },
  follow: { burst: 12, perMinute: 1 },
};

/** Seats and who takes them, and who wants to hear of an event. */
export function createAttendance(parts: Parts) {
  const isTooMuch = createFormLimits(LIMITS, { throttled: parts.throttled });
  const inTurn = createTurns();
  return {
    issueTicket: (tenant: TenantScope) => issueTicket(signerOf(parts), tenant),
    findOpenings,
    findOpening,
    findFollowable,
    async signUp(tenant: TenantScope, wish: SignUpWish & { address: string }) {
      if (isTooMuch(tenant, 'signUp', wish.address)) return refuse('too-many');
      return takeSignUp({ ...parts, inTurn }, tenant, wish);
    },
    findOwn,
    findOwnCalendar,
    confirm: confirmSignUp,
    accept: acceptOffer,
    cancel: cancelSignUp,
    changeSeats,

    async follow(tenant: TenantScope, wish: FollowWish & { address: string }) {
      if (isTooMuch(tenant, 'follow', wish.address)) return refuse('too-many');
      return followEvent(parts, tenant, wish);
    },
    findFollow,
    confirmFollow,
    changeReminder,
    unfollow,

    listOffers,
    findDeskOffer,
    findDeskList,
    saveOffer,
    changeCapacity,
    noteAttendance,
    remove: removeSignUp,
    confirmForPerson,
    enter: (tenant: TenantScope, wish: EnterWish) => enterPerson(parts, tenant, wish),
    exportList,
    write: writeToDate,

    jobs: [defineLetterJob(letterWork(parts)), ...changeJobs()] as Job[],
    crons: [clockCron(), nightCron()] as CronJob[],
  };
}
