import * as v from 'valibot';

export const INQUIRY_STATES = ['new', 'assigned', 'answered', 'closed'] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];

export const CHANNELS = ['email', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];

export type InquiryAudience = 'resident' | 'business';

export type StepKind =
  'received' | 'assigned' | 'answered' | 'replied' | 'noted' | 'closed' | 'article' | 'erased';

/** One thing that happened to an inquiry. `text` is what was said, if something was. */
export interface Step {
  number: number;
  at: Date;
  kind: StepKind;
  actorName: string;
  text: string;
}

/** How the asker wants to hear back; all null once erased. */
export interface AskerContact {
  name: string | null;
  email: string | null;
  phone: string | null;
  when: string | null;
}

/** A question a person answers. */
export interface Inquiry {
  id: string;
  state: InquiryState;
  audience: InquiryAudience;
  /** The office or guide it went to, as the town calls it. */
  role: string;
  topic: string;
  question: string;
  details: string;
  language: string;
  channel: Channel;
  contact: AskerContact;
  receivedAt: Date;
  /** `YYYY-MM-DD`. */
  dueOn: string;
  assignedTo: string | null;
  assignedName: string | null;
  repliedAt: Date | null;
  answeredAt: Date | null;
  closedAt: Date | null;
  /** The day the contact data goes, `YYYY-MM-DD`. */
  eraseOn: string;
  erasedAt: Date | null;
  articleId: string | null;
}

export type InquiryWithSteps = Inquiry & { steps: Step[] };

/** One row of the desk's list. */
export type InquiryLine = Pick<
  Inquiry,
  | 'id'
  | 'state'
  | 'audience'
  | 'role'
  | 'question'
  | 'channel'
  | 'receivedAt'
  | 'dueOn'
  | 'assignedName'
  | 'repliedAt'
>;

export const INQUIRY_LISTS = ['mine', 'open', 'overdue', 'done'] as const;
export type InquiryList = (typeof INQUIRY_LISTS)[number];

/** Whom an inquiry can be given to. */
export interface Colleague {
  id: string;
  name: string;
  email: string;
  isGuide: boolean;
}

const text = (max: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max, 'handover.fault.too-long')), '');
export const QUESTION_MAX = 500;
export const TEXT_MAX = 4000;

/** What the asker writes. Only the contact of the chosen way back is kept. */
export const inquiryDraft = v.pipe(
  v.object({
    question: v.optional(
      v.pipe(
        v.string(),
        v.trim(),
        v.minLength(3, 'handover.fault.question'),
        v.maxLength(QUESTION_MAX, 'handover.fault.too-long'),
      ),
      '',
    ),
    details: text(2000),
    audience: v.optional(v.picklist(['resident', 'business']), 'resident'),
    role: text(160),
    // A browser sends neither a tick that is not set nor a choice that was not made.
    channel: v.optional(v.pipe(v.string(), v.picklist(CHANNELS, 'handover.fault.channel')), ''),
    name: text(120),
    email: text(200),
    phone: text(60),
    when: text(120),
    consent: v.optional(v.pipe(v.string(), v.literal('ja', 'handover.fault.consent')), ''),
  }),
  v.forward(
    v.partialCheck(
      [['channel'], ['email']],
      ({ channel, email }) => channel !== 'email' || v.is(v.pipe(v.string(), v.email()), email),
      'handover.fault.email',
    ),
    ['email'],
  ),
  v.forward(
    v.partialCheck(
      [['channel'], ['phone']],
      ({ channel, phone }) => channel !== 'phone' || /^[+(\d][\d\s/()-]{4,}\d$/.test(phone),
      'handover.fault.phone',
    ),
    ['phone'],
  ),
);
export type InquiryDraft = v.InferOutput<typeof inquiryDraft>;
