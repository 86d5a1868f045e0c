import * as v from 'valibot';

export const SIGN_UP_STATES = ['seat', 'waiting', 'offered', 'cancelled', 'expired'] as const;
export type SignUpState = (typeof SIGN_UP_STATES)[number];

/** When a reminder comes: at 18:00 of the day before, at the same time of the day before, three hours before. */
export const REMINDERS = ['evening', 'day', 'hours', 'none'] as const;
export type Reminder = (typeof REMINDERS)[number];

export type DateStatus = 'confirmed' | 'tentative' | 'cancelled';

/** One date of an event as it takes place; named by the event and its original start (RECURRENCE-ID, RFC 5545). */
export interface PlannedDate {
  eventId: string;
  recurrenceId: Date;
  startsAt: Date;
  endsAt: Date | null;
  status: DateStatus;
  venue: string;
}

/** What people last heard of a date. */
export type ToldDate = Omit<PlannedDate, 'eventId' | 'recurrenceId'>;

/** That an event takes sign-ups, and how. */
export interface Offer {
  /** Seats on each date; null = no limit. */
  capacity: number | null;
  /** Seats one person may take. */
  seatsEach: number;
  hasWaitingList: boolean;
  question: string;
  opensAt: Date | null;
  closesHoursBefore: number;
  eraseAfterDays: number;
  isOpen: boolean;
}

/** Whether a date takes sign-ups now, and what is free. */
export interface Opening {
  date: PlannedDate;
  offer: Offer;
  gate: Gate;
  capacity: number | null;
  /** Null = no limit. */
  free: number | null;
  waiting: number;
}

export type Gate = 'open' | 'not-yet' | 'closed' | 'cancelled' | 'over';

/** A sign-up as its person sees it behind the link. */
export interface OwnSignUp {
  id: string;
  state: SignUpState;
  seats: number;
  name: string;
  email: string;
  answer: string;
  confirmBy: Date;
  confirmedAt: Date | null;
  answerBy: Date | null;
  /** Place on the waiting list, from 1. */
  position: number | null;
  eraseOn: string;
}

/** One line of the organiser's list. */
export interface Attendee {
  id: string;
  state: SignUpState;
  seats: number;
  name: string;
  email: string;
  phone: string;
  answer: string;
  signedUpAt: Date;
  isConfirmed: boolean;
  attendedSeats: number | null;
}

const whole = (from: number, to: number, fault: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^\d{1,6}$/, fault),
    v.transform(Number),
    v.minValue(from, fault),
    v.maxValue(to, fault),
  );
const text = (max: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max, 'attendance.fault.too-long')), '');
const email = v.optional(
  v.pipe(v.string(), v.trim(), v.maxLength(200, 'attendance.fault.email'), v.email('attendance.fault.email')),
  '',
);
const consent = v.optional(v.pipe(v.string(), v.literal('ja', 'attendance.fault.consent')), '');

export const signUpDraft = v.object({
  name: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.minLength(2, 'attendance.fault.name'),
      v.maxLength(120, 'attendance.fault.too-long'),
    ),
    '',
  ),
  email,
  seats: v.optional(whole(1, 50, 'attendance.fault.seats'), '1'),
  answer: text(500),
  consent,
});
export type SignUpDraft = v.InferOutput<typeof signUpDraft>;

const phone = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(40, 'attendance.fault.phone'),
    v.regex(/^$|^\+?[\d\s()/-]{3,}$/, 'attendance.fault.phone'),
  ),
  '',
);

/** Somebody the desk enters: without an address, so that nobody needs one. */
export const enteredDraft = v.object({
  name: signUpDraft.entries.name,
  email: v.optional(
    v.union([v.pipe(v.string(), v.trim(), v.literal('')), email], 'attendance.fault.email'),
    '',
  ),
  phone,
  seats: signUpDraft.entries.seats,
  answer: signUpDraft.entries.answer,
});
export type EnteredDraft = v.InferOutput<typeof enteredDraft>;

export const followDraft = v.object({
  email,
  reminder: v.optional(v.picklist(REMINDERS), 'evening'),
  consent,
});

/** What the desk writes about the sign-up of an event; an empty number is none. */
export const offerDraft = v.object({
  capacity: v.union(
    [
      v.pipe(
        v.literal(''),
        v.transform(() => null),
      ),
      whole(1, 100_000, 'attendance.fault.capacity'),
    ],
    'attendance.fault.capacity',
  ),
  seatsEach: whole(1, 50, 'attendance.fault.seats-each'),
  hasWaitingList: v.boolean(),
  question: text(300),
  opensAt: v.nullable(v.date()),
  closesHoursBefore: whole(0, 720, 'attendance.fault.closes'),
  eraseAfterDays: whole(1, 365, 'attendance.fault.erase'),
  isOpen: v.boolean(),
});

export const messageDraft = v.object({
  subject: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(3, 'attendance.fault.subject'),
    v.maxLength(150, 'attendance.fault.too-long'),
  ),
  text: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(3, 'attendance.fault.text'),
    v.maxLength(4000, 'attendance.fault.too-long'),
  ),
});
