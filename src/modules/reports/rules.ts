import { addDays } from '#platform/formats';
import type { ReportSettings } from './drafts.ts';
import type {
  Answer,
  Body,
  Category,
  Question,
  ReportStatus,
  StepKind,
  Verdict,
  Visibility,
} from './model.ts';

const CLOSED: readonly ReportStatus[] = ['done', 'not-possible'];

export function isClosedStatus(status: ReportStatus): boolean {
  return CLOSED.includes(status);
}

interface Case {
  status: ReportStatus;
  visibility: Visibility;
  mergedInto: string | null;
}

/** Whether somebody still has to do something about it. */
export function isOpen({ status, visibility, mergedInto }: Case): boolean {
  return !isClosedStatus(status) && visibility !== 'hidden' && mergedInto === null;
}

export function isOverdue(report: Case & { dueOn: string }, today: string): boolean {
  return isOpen(report) && report.dueOn < today;
}

/** Statuses the desk can give by hand; passing on has a way of its own. */
export function nextStatuses(status: ReportStatus): ReportStatus[] {
  const all: ReportStatus[] = ['checked', 'planned', 'in-progress', 'done', 'not-possible'];
  return isClosedStatus(status)
    ? ['in-progress']
    : all.filter((one) => one !== status && (one !== 'checked' || status === 'received'));
}

/** Statuses a body can give; what it cannot do it returns. */
export const BODY_STATUSES: readonly ReportStatus[] = ['planned', 'in-progress', 'done', 'not-possible'];

/** Closing without a word to whom reported it is no closing; the other way back says why as well. */
export function needsAnswer(from: ReportStatus, to: ReportStatus): boolean {
  return isClosedStatus(to) || isClosedStatus(from);
}

/** For how long after the end the reporter may say that it is not done after all. */
const REOPEN_DAYS = 60;
/** A report goes round so often; then somebody has to talk. */
const REOPENED_AT_MOST = 3;

interface OwnCase extends Case {
  closedAt: Date | null;
  verdict: Verdict | null;
  reopenedCount: number;
}

/** What the reporter may do behind their link. */
export function reporterMay(
  report: OwnCase,
  now: Date,
): { update: boolean; confirm: boolean; reopen: boolean } {
  const isLive = report.visibility !== 'hidden' && report.mergedInto === null;
  const isClosed = isClosedStatus(report.status);
  const isFresh =
    report.closedAt !== null && now.getTime() - report.closedAt.getTime() <= REOPEN_DAYS * 86_400_000;
  return {
    update: isLive && !isClosed,
    confirm: isLive && report.status === 'done' && report.verdict === null,
    reopen: isLive && isClosed && isFresh && report.reopenedCount < REOPENED_AT_MOST,
  };
}

/** Contact data of a case that never ends goes after so many days all the same. */
export const CONTACT_AT_LATEST_DAYS = 365;
/** An address nobody has proved to be theirs is not kept. */
export const UNCONFIRMED_DAYS = 7;
/** What the desk took out of a text or covered in a picture can be restored for so long. */
export const ORIGINAL_DAYS = 14;
/** What is no report at all. */
const HIDDEN_DAYS = 90;

interface Deletion {
  contactUntil: string;
  photosUntil: string | null;
  deleteOn: string | null;
}

/** The days on which contact, pictures and the whole report go. */
export function deletionOf(
  {
    receivedOn,
    closedOn,
    isHidden = false,
  }: { receivedOn: string; closedOn: string | null; isHidden?: boolean },
  settings: Pick<ReportSettings, 'contactDays' | 'photoDays' | 'reportDays'>,
): Deletion {
  const latest = addDays(receivedOn, CONTACT_AT_LATEST_DAYS);
  if (closedOn === null) return { contactUntil: latest, photosUntil: null, deleteOn: null };
  const contact = addDays(closedOn, settings.contactDays);
  const kept = (days: number) => addDays(closedOn, isHidden ? Math.min(HIDDEN_DAYS, days) : days);
  return {
    contactUntil: contact < latest ? contact : latest,
    photosUntil: kept(settings.photoDays),
    deleteOn: kept(settings.reportDays),
  };
}

/** The desk lays a grid over a picture; a field of it is named by row and column, from the top left. */
export const COVER_COLUMNS = 16;
export const COVER_ROWS = 12;

const EARTH_RADIUS_METERS = 6_371_000;

export interface Point {
  latitude: number;
  longitude: number;
}

/** As the crow flies. */
export function distanceMeters(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** West, south, east, north of a square that holds every point so near. */
export function boxAround({ latitude, longitude }: Point, meters: number): [number, number, number, number] {
  const north = (meters / EARTH_RADIUS_METERS) * (180 / Math.PI);
  const east = north / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  return [longitude - east, latitude - north, longitude + east, latitude + north];
}

/** `Bahnhofstr. 12 a` and `Bahnhofstraße 14` lie in the same street. */
export function streetOf(address: string): string {
  return address
    .toLowerCase()
    .split(',')[0]!
    .replace(/ß/g, 'ss')
    .replace(/str\.?(?=\s|$|\d)/g, 'strasse')
    .replace(/\s*\d+\s*[a-z]?(?:\s*[-–]\s*\d+\s*[a-z]?)?\s*$/, '')
    .trim();
}

/** Who a new report goes to: a body that takes this category here, else the one the category names. */
export function chooseBody(
  category: Pick<Category, 'key' | 'bodyId'>,
  bodies: readonly Body[],
  place: { address: string; locality: string },
): Body | null {
  const active = bodies.filter(({ isActive }) => isActive);
  const here = active.filter(
    (one) => one.categoryKeys.includes(category.key) && one.areas.length > 0 && takesArea(one, place),
  );
  return here[0] ?? active.find(({ id }) => id === category.bodyId) ?? null;
}

/** Bodies a report can be passed on to, those that fit first. */
export function bodiesFor(
  category: Pick<Category, 'key'>,
  bodies: readonly Body[],
  place: { address: string; locality: string },
): Body[] {
  const fits = (one: Body) =>
    Number(one.categoryKeys.includes(category.key)) * 2 +
    Number(one.areas.length > 0 && takesArea(one, place));
  return bodies
    .filter(({ isActive }) => isActive)
    .sort((a, b) => fits(b) - fits(a) || a.position - b.position);
}

function takesArea(
  { areas }: Pick<Body, 'areas'>,
  { address, locality }: { address: string; locality: string },
) {
  const street = streetOf(address);
  return areas.some(
    (area) => area.toLowerCase() === locality.toLowerCase() || (street !== '' && streetOf(area) === street),
  );
}

/**
 * The answers to the questions of a category, from the fields `frage.<code>` of a form or the attributes of an
 * interface. @returns the answers, or the faults by field.
 */
export function readAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, readonly string[]>>,
): { answers: Answer[]; faults: Record<string, string> } {
  const answers: Answer[] = [];
  const faults: Record<string, string> = {};
  for (const question of questions) {
    const values = (given[question.code] ?? []).map((value) => value.trim()).filter(Boolean);
    if (values.length === 0) {
      if (question.isRequired) faults[`frage.${question.code}`] = 'reports.fault.answer-missing';
      continue;
    }
    const fault = answerFault(question, values);
    if (fault) faults[`frage.${question.code}`] = fault;
    else
      answers.push({ code: question.code, question: question.text, values, text: inWords(question, values) });
  }
  return { answers, faults };
}

function answerFault({ type, values: choices = [] }: Question, values: readonly string[]): string | null {
  if (values.some((value) => value.length > 1000)) return 'reports.fault.too-long';
  if (type === 'number')
    return Number.isFinite(Number(values[0]!.replace(',', '.'))) ? null : 'reports.fault.number';
  if (type === 'datetime') return Number.isNaN(Date.parse(values[0]!)) ? 'reports.fault.day' : null;
  if (type === 'singlevaluelist' && values.length > 1) return 'reports.fault.choice';
  if (type === 'singlevaluelist' || type === 'multivaluelist')
    return values.every((value) => choices.some((choice) => choice.key === value))
      ? null
      : 'reports.fault.choice';
  return null;
}

function inWords({ values: choices = [] }: Question, values: readonly string[]): string {
  return values.map((value) => choices.find(({ key }) => key === value)?.name ?? value).join(', ');
}

/** Steps of which somebody who follows a report is told by mail. */
export function isTold(kind: StepKind): boolean {
  return TOLD.includes(kind);
}

const TOLD: readonly StepKind[] = [
  'published',
  'hidden',
  'status',
  'passed-on',
  'taken-back',
  'returned',
  'reopened',
  'merged',
  'merged-in',
];

interface Rights {
  actor: { id: string | null };
  may(permission: string): boolean;
}

/** Who holds the right, whom it was given to, and who stands in for them. */
export function mayHandle(
  who: Rights,
  report: { assignedTo: string | null },
  standsInFor: readonly string[] = [],
): boolean {
  if (who.may('reports.handle')) return true;
  const { id } = who.actor;
  const { assignedTo } = report;
  return id !== null && assignedTo !== null && (assignedTo === id || standsInFor.includes(assignedTo));
}

/** Where it is, in a few words. */
export function placeOf({ address, locality }: { address: string; locality: string }): string {
  if (!address) return locality;
  return locality && !address.toLowerCase().includes(locality.toLowerCase())
    ? `${address}, ${locality}`
    : address;
}
