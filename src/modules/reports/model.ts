export const REPORT_KINDS = ['defect', 'wish'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What a resident reads of how far a report is, in the order a report most often goes through them. */
export const REPORT_STATUSES = [
  'received',
  'checked',
  'passed-on',
  'planned',
  'in-progress',
  'done',
  'not-possible',
] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** `waiting`: nobody but the reporter and the desk has seen it. */
export type Visibility = 'waiting' | 'public' | 'hidden';

export const BODY_LEVELS = ['town', 'amt', 'district', 'road-agency', 'utility', 'other'] as const;
export type BodyLevel = (typeof BODY_LEVELS)[number];

export type ReportSource = 'form' | 'desk' | 'open311';
/** What the reporter says when asked whether it is done. */
export type Verdict = 'done' | 'not-done';
export type ReferralChannel = 'email' | 'open311' | 'none';
export type ReferralOutcome = 'taken-back' | 'passed-on' | 'returned' | 'closed';

export type StepKind =
  | 'received'
  | 'published'
  | 'hidden'
  | 'status'
  | 'passed-on'
  | 'taken-back'
  | 'returned'
  | 'update'
  | 'confirmed'
  | 'reopened'
  | 'merged'
  | 'merged-in'
  | 'assigned'
  | 'noted'
  | 'redacted'
  | 'changed'
  | 'erased';

/** What the answers of a question look like; the data types of Open311 attributes. */
export const QUESTION_TYPES = [
  'string',
  'text',
  'number',
  'datetime',
  'singlevaluelist',
  'multivaluelist',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Something a category wants to know besides: an Open311 attribute. */
export interface Question {
  code: string;
  /** The question as a resident reads it. */
  text: string;
  hint?: string;
  type: QuestionType;
  isRequired: boolean;
  values?: { key: string; name: string }[];
}

/** The answer to a question, with its words as they were when it was given. */
export interface Answer {
  code: string;
  question: string;
  /** Keys for lists, else what was typed. */
  values: string[];
  /** As a person reads it. */
  text: string;
}

export type CategoryTranslations = Partial<
  Record<'en' | 'de-x-leicht', { name: string; description: string }>
>;

/** What a report can be about. */
export interface Category {
  id: string;
  /** The Open311 service_code. */
  key: string;
  name: string;
  description: string;
  groupName: string;
  keywords: string[];
  translations: CategoryTranslations;
  /** Whether it is for defects, wishes or both. */
  kinds: ReportKind[];
  /** Working days until it should be done. */
  dueDays: number;
  /** How near another report must be to be perhaps the same. */
  nearbyMeters: number;
  /** Who has it by default. */
  bodyId: string | null;
  questions: Question[];
  isActive: boolean;
  isExample: boolean;
  position: number;
}

/** Who a report can lie with. */
export interface Body {
  id: string;
  key: string;
  name: string;
  level: BodyLevel;
  email: string | null;
  open311Url: string | null;
  open311Jurisdiction: string | null;
  categoryKeys: string[];
  areas: string[];
  note: string;
  url: string | null;
  isActive: boolean;
  isExample: boolean;
  position: number;
}

/** Who has a report since when. */
export interface Holder {
  name: string;
  level: BodyLevel;
  since: Date;
}

/** One public step of a report. Nobody at the desk is named. */
export interface PublicStep {
  number: number;
  at: Date;
  kind: StepKind;
  status: ReportStatus | null;
  /** Who has it from here on, where that changed. */
  body: { name: string; level: BodyLevel } | null;
  text: string;
  photos: Photo[];
}

/** A public step with the report it belongs to, for lists across reports. */
export interface PublicStepOfReport {
  reportNumber: number;
  number: number;
  at: Date;
  /** The status after this step. */
  statusThen: ReportStatus;
  bodyName: string | null;
  text: string;
}

/** A picture; its file is read by `findPhotoFile`. */
export interface Photo {
  id: string;
  width: number;
  height: number;
}

/** What everybody may read of a report in a list. No contact, no original, no name of staff. */
export interface PublicReport {
  id: string;
  /** What residents call it by, and its address: `/meldungen/<number>`. */
  number: number;
  kind: ReportKind;
  category: Pick<Category, 'key' | 'name' | 'groupName' | 'translations'>;
  text: string;
  answers: Answer[];
  address: string;
  locality: string;
  latitude: number | null;
  longitude: number | null;
  status: ReportStatus;
  holder: Holder;
  receivedAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
  dueOn: string;
  followerCount: number;
  photos: Photo[];
  isExample: boolean;
}

/** A public report with its history; `mergedInto` is the number of the one it went into. */
export type PublicReportWithSteps = PublicReport & { steps: PublicStep[]; mergedInto: number | null };

export type NearbyReport = PublicReport & { distanceMeters: number | null };

/** What the reporter sees behind their link: also what waits to be published, and what they may do now. */
export interface OwnReport {
  report: PublicReport;
  steps: PublicStep[];
  visibility: Visibility;
  /** The number of the report this one went into. */
  mergedInto: number | null;
  contact: { name: string | null; email: string | null; phone: string | null };
  mail: { isWanted: boolean; isConfirmed: boolean };
  verdict: Verdict | null;
  may: { update: boolean; confirm: boolean; reopen: boolean };
  /** The days data goes, `YYYY-MM-DD`; null while it depends on the end of the case. */
  deletion: { contactUntil: string; photosUntil: string | null; deleteOn: string | null };
}

/** What a body sees behind the link it answers by: the report and its pictures, nothing of who reported it. */
export interface ReferredReport {
  report: PublicReport;
  steps: PublicStep[];
  isPublic: boolean;
  bodyName: string;
  message: string;
  referredAt: Date;
}

export interface PublicFilter {
  status?: 'open' | 'closed' | ReportStatus | null;
  kind?: ReportKind | null;
  category?: string | null;
  level?: BodyLevel | null;
  locality?: string | null;
  /** Words in text or address. */
  q?: string | null;
  /** West, south, east, north. */
  box?: readonly [number, number, number, number] | null;
  receivedFrom?: Date | null;
  receivedTo?: Date | null;
  updatedFrom?: Date | null;
  updatedTo?: Date | null;
  ids?: readonly string[] | null;
  numbers?: readonly number[] | null;
  order?: 'updated' | 'received';
  cursor?: string | null;
  limit?: number;
}

/** Where reports are, for a map. */
export type ReportPoint = Pick<PublicReport, 'number' | 'kind' | 'status' | 'address'> & {
  latitude: number;
  longitude: number;
  categoryKey: string;
  categoryName: string;
};

/** How long a category took, of the reports closed as done in a time. */
export interface RepairTime {
  category: Pick<Category, 'key' | 'name' | 'groupName'>;
  received: number;
  closed: number;
  open: number;
  /** Days from receipt to done; null when nothing was done. */
  medianDays: number | null;
  p90Days: number | null;
}

export interface Referral {
  id: string;
  bodyId: string;
  bodyName: string;
  bodyLevel: BodyLevel;
  channel: ReferralChannel;
  message: string;
  byName: string;
  referredAt: Date;
  sentAt: Date | null;
  externalId: string | null;
  fault: string | null;
  endedAt: Date | null;
  outcome: ReferralOutcome | null;
}

export interface Template {
  id: string;
  name: string;
  text: string;
  status: ReportStatus | null;
  categoryId: string | null;
}

/** Who stands in for somebody. */
export interface Deputy {
  personId: string;
  personName: string;
  deputyId: string;
  deputyName: string;
  fromDay: string;
  untilDay: string;
}

export const DESK_LISTS = [
  'new',
  'mine',
  'overdue',
  'open',
  'elsewhere',
  'waiting',
  'done',
  'hidden',
] as const;
/**
 * `new`: nobody has looked at it; `elsewhere`: lies with somebody outside the town; `waiting`: planned, or the reporter
 * has written and nobody has read it.
 */
export type DeskList = (typeof DESK_LISTS)[number];

/** One row of the desk's list. */
export interface DeskLine {
  id: string;
  number: number;
  kind: ReportKind;
  categoryName: string;
  text: string;
  address: string;
  locality: string;
  status: ReportStatus;
  visibility: Visibility;
  mergedInto: string | null;
  holderName: string;
  holderLevel: BodyLevel;
  assignedName: string | null;
  receivedAt: Date;
  dueOn: string;
  photoCount: number;
  followerCount: number;
  /** The reporter or a body has said something nobody at the desk has reacted to. */
  hasNews: boolean;
  isExample: boolean;
}

export interface DeskFilter {
  list: DeskList;
  category?: string | null;
  q?: string | null;
  level?: BodyLevel | null;
  cursor?: number;
}

/** A step as the desk sees it: also notes, and who did it. */
export type DeskStep = PublicStep & { actorName: string; isPublic: boolean };

export interface DeskPhoto extends Photo {
  visibility: Visibility;
  stepNumber: number | null;
  originalUntil: string | null;
}

/** Everything of a report, for those who may handle it. */
export interface DeskReport extends PublicReport {
  categoryId: string;
  visibility: Visibility;
  assignedTo: string | null;
  assignedName: string | null;
  originalText: string | null;
  originalUntil: string | null;
  contact: { name: string | null; email: string | null; phone: string | null };
  mail: { isWanted: boolean; isConfirmed: boolean };
  source: ReportSource;
  sourceName: string;
  verdict: Verdict | null;
  reopenedCount: number;
  mergedInto: { id: string; number: number } | null;
  mergedFrom: { id: string; number: number }[];
  allSteps: DeskStep[];
  allPhotos: DeskPhoto[];
  referrals: Referral[];
  deletion: { contactUntil: string; photosUntil: string | null; deleteOn: string | null };
  contactErasedAt: Date | null;
}

/** Somebody a report can be given to. */
export interface Colleague {
  id: string;
  name: string;
  email: string;
}
